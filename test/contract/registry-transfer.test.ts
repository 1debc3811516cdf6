import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmdirSync } from 'node:fs';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import type { TransferLine } from '#endpoints/transfer-lines.ts';
import { failureOf } from '../../services/node-agent/app/transfers/failure.ts';
import { originOf } from '../../services/node-agent/app/transfers/origin.ts';
import { pull, type Pulling } from '../../services/node-agent/app/transfers/pull.ts';
import { push } from '../../services/node-agent/app/transfers/push.ts';
import { diskContentStore } from '../../services/node-agent/effects/content/disk.ts';
import { sideBySide } from '../../services/node-agent/effects/content/side-by-side.ts';
import { anonymous } from '../../services/node-agent/effects/registry/credentials.ts';
import { parseTarget } from '../../services/node-agent/effects/registry/target.ts';
import { digestOf, tarOf } from './content-archives.ts';
import { contentMachine, type ContentMachine } from './content-machine.ts';
import { failing, putImage, putIndex, testClient, type TestClient } from './registry-client.ts';
import { cutAfter, openRegistry, sha256, type TestRegistry } from './registry-server.ts';

const amd64 = { os: 'linux', architecture: 'amd64' };

describe('an image of a registry', () => {
  let registry: TestRegistry;
  let machine: ContentMachine;
  let on: TestClient;
  beforeEach(async () => {
    [registry, machine] = await Promise.all([openRegistry(), contentMachine()]);
    on = testClient();
  });
  afterEach(async () => {
    on.transport.close();
    machine.close();
    await registry.close();
  });

  const put = (tag: string, tars: readonly Buffer[], more: object = {}, pack = gzipSync) => putImage(registry, 'a', tag, tars.map((tar) => pack(tar)), { ...amd64, rootfs: { type: 'layers', diff_ids: tars.map(digestOf) }, ...more });
  const pulling = (tag: string, more: Partial<Pulling> = {}): { lines: TransferLine[]; leaving: AbortController; pulled: ReturnType<typeof pull> } => {
    const lines: TransferLine[] = [];
    const leaving = new AbortController();
    const target = parseTarget(`${registry.host}/a:${tag}`);
    const signal = leaving.signal;
    const pulled = pull({ content: machine.content, source: on.client.source(target, { credentialsFor: anonymous, signal }), target, platform: amd64, isPlatformAsked: false, inTurn: sideBySide(3), tell: (line) => lines.push(line), onResolved: async () => {}, signal, abandon: () => leaving.abort(), ...more });
    pulled.catch(() => {});
    return { lines, leaving, pulled };
  };
  const states = (lines: readonly TransferLine[], id: string): string[] => [...new Set(lines.flatMap((line) => (line.event === 'layer' && line.id === id ? [line.state] : [])))];
  const blobsFetched = (): string[] => registry.heard.filter(({ method, path }) => method === 'GET' && path.includes('/blobs/')).map(({ path }) => path.split('/').at(-1) ?? '');
  const rootOf = (layers: Awaited<ReturnType<typeof pull>>['image']['layers']): Promise<string> => machine.content.mountRootfs('c'.repeat(64), layers as Parameters<typeof machine.content.mountRootfs>[1]);

  it('comes whole, and is what a container stands on', async () => {
    const tars = [await tarOf([{ name: 'a', text: 'low' }]), await tarOf([{ name: 'b', text: 'high' }])];
    put('1', tars);
    const { pulled, lines } = pulling('1');
    const { image, movedBytes } = await pulled;
    assert.ok(await machine.content.hasImage(image.imageId));
    const root = await rootOf(image.layers);
    assert.deepEqual(['a', 'b'].map((name) => readFileSync(join(root, name), 'utf8')), ['low', 'high']);
    const layers = tars.map((tar) => gzipSync(tar));
    assert.equal(movedBytes, layers.reduce((sum, { length }) => sum + length, 0));
    assert.deepEqual(lines[0], { event: 'resolved', manifestDigest: image.manifests[0]?.digest, layers: layers.map((layer) => ({ id: sha256(layer), sizeBytes: layer.length })) });
    assert.deepEqual(states(lines, sha256(layers[0] ?? Buffer.alloc(0))), ['waiting', 'downloading', 'downloaded', 'unpacking', 'pulled']);
  });

  it('brings nothing that is here', async () => {
    const shared = await tarOf([{ name: 'a', text: 'shared' }]);
    put('1', [shared]);
    put('2', [shared, await tarOf([{ name: 'b', text: 'own' }])]);
    await pulling('1').pulled;
    const before = blobsFetched().length;
    const { pulled, lines } = pulling('2');
    await pulled;
    assert.deepEqual(states(lines, sha256(gzipSync(shared))), ['there']);
    assert.equal(blobsFetched().length, before + 2);
    const again = pulling('2');
    assert.equal((await again.pulled).movedBytes, 0);
    assert.equal(blobsFetched().length, before + 2);
  });

  it('may be packed by zstd, and be one of an index', async () => {
    const tar = await tarOf([{ name: 'a', text: 'zstd' }]);
    const layer = zstdCompressSync(tar);
    const config = registry.addBlob(Buffer.from(JSON.stringify({ ...amd64, rootfs: { diff_ids: [digestOf(tar)] } })));
    const image = registry.addManifest('a', 'image', 'application/vnd.oci.image.manifest.v1+json', { schemaVersion: 2, config: { mediaType: 'application/vnd.oci.image.config.v1+json', ...config }, layers: [{ mediaType: 'application/vnd.oci.image.layer.v1.tar+zstd', ...registry.addBlob(layer) }] });
    const index = putIndex(registry, 'a', '1', [{ ...image, platform: 'linux/amd64' }]);
    const pulled = await pulling('1').pulled;
    assert.deepEqual(pulled.image.manifests.map(({ digest }) => digest), [image.digest, index.digest]);
    assert.equal(readFileSync(join(await rootOf(pulled.image.layers), 'a'), 'utf8'), 'zstd');
    for (const { digest } of pulled.image.manifests) assert.ok(await machine.content.hasBlob(digest));
  });

  it('that two pull at once comes once', async () => {
    put('1', [await tarOf([{ name: 'a', text: randomBytes(2 ** 20).toString('hex') }])]);
    await Promise.all([pulling('1').pulled, pulling('1').pulled]);
    assert.deepEqual(blobsFetched(), [...new Set(blobsFetched())]);
  });

  it('still comes to the second when the first goes away', async () => {
    const tar = await tarOf([{ name: 'a', text: randomBytes(3 * 2 ** 20) }]);
    put('1', [tar]);
    const layer = gzipSync(tar);
    let isBegun = (): void => {};
    const begun = new Promise<void>((resolve) => (isBegun = resolve));
    registry.fail('GET', new RegExp(sha256(layer)), (_request, response) => {
      response.writeHead(200, { 'content-length': layer.length });
      response.write(layer.subarray(0, 2 ** 20), isBegun);
    });
    const first = pulling('1');
    await begun;
    const second = pulling('1');
    // It waits for the same blob by now.
    while (!second.lines.some((line) => line.event === 'layer' && line.state === 'downloading')) await new Promise(setImmediate);
    first.leaving.abort();
    await assert.rejects(first.pulled);
    assert.ok(await machine.content.hasImage((await second.pulled).image.imageId));
  });

  it('goes on where an earlier try was cut', async () => {
    const tar = await tarOf([{ name: 'a', text: randomBytes(4 * 2 ** 20) }]);
    put('1', [tar]);
    const layer = gzipSync(tar);
    registry.fail('GET', new RegExp(sha256(layer)), cutAfter(layer, 3 * 2 ** 20), 1);
    registry.fail('GET', new RegExp(sha256(layer)), (request) => request.socket.destroy(), 5);
    await assert.rejects(pulling('1').pulled, failing('cut', /cut the connection/));
    await pulling('1').pulled;
    assert.match(registry.heard.at(-1)?.range ?? '', /^bytes=[1-9]\d{5,}-$/);
  });

  it('that is not what its manifest says leaves no image and nothing half made', async () => {
    const tar = await tarOf([{ name: 'a', text: '1' }]);
    put('1', [tar]);
    const layer = gzipSync(tar);
    registry.blobs.set(sha256(layer), Buffer.from(layer).fill(7, layer.length - 8));
    await assert.rejects(pulling('1').pulled, /altered or cut on the way/);
    assert.deepEqual(machine.kept().images, []);
    assert.deepEqual(machine.kept().staging, []);
    registry.blobs.set(sha256(layer), layer);
    await pulling('1').pulled;
  });

  it('comes from the registry itself where a mirror alters it', async () => {
    const mirror = await openRegistry();
    const tar = await tarOf([{ name: 'a', text: '1' }]);
    put('1', [tar]);
    const layer = gzipSync(tar);
    for (const [digest, bytes] of registry.blobs) mirror.blobs.set(digest, bytes);
    for (const [key, manifest] of registry.manifests) mirror.manifests.set(key, manifest);
    mirror.blobs.set(sha256(layer), Buffer.from(layer).fill(7, layer.length - 8));
    const mirrored = testClient({ hosts: { mirrors: { [registry.host]: [`http://${mirror.host}`] }, insecure: [] } });
    await pulling('1', { source: mirrored.client.source(parseTarget(`${registry.host}/a:1`), { credentialsFor: anonymous }) }).pulled;
    assert.deepEqual(blobsFetched(), [sha256(layer)]);
    mirrored.transport.close();
    await mirror.close();
  });

  it('is refused when its layers are not those of its configuration', async () => {
    put('1', [await tarOf([{ name: 'a', text: '1' }])], { rootfs: { diff_ids: [`sha256:${'b'.repeat(64)}`] } });
    await assert.rejects(pulling('1').pulled, /its image says sha256:bbb/);
    put('2', [await tarOf([{ name: 'a', text: '1' }])], { rootfs: { diff_ids: [] } });
    await assert.rejects(pulling('2').pulled, failing('refused', /has 1 layers and its configuration speaks of 0: have it pushed again/));
    assert.deepEqual(machine.kept().images, []);
  });

  it('is refused when it is for another platform than the one asked for', async () => {
    put('1', [], { architecture: 'arm64', variant: 'v8' });
    await assert.rejects(pulling('1', { isPlatformAsked: true }).pulled, failing('missing', /its platform \(linux\/arm64\/v8\) does not match the specified platform \(linux\/amd64\)/));
    await pulling('1').pulled;
  });

  it('ends the other layers when one fails', async () => {
    const tars = [await tarOf([{ name: 'a', text: '1' }]), await tarOf([{ name: 'b', text: '2' }])];
    put('1', tars);
    const [first, second] = tars.map((tar) => gzipSync(tar));
    assert.ok(first && second);
    registry.fail('GET', new RegExp(sha256(first)), (_request, response) => void response.writeHead(200, { 'content-length': first.length }).write(first.subarray(0, 5)));
    registry.blobs.delete(sha256(second));
    await assert.rejects(pulling('1').pulled, failing('missing', new RegExp(sha256(second))));
    assert.deepEqual(machine.kept().images, []);
  });

  it('does not fit on a full disk, and comes when there is room', async () => {
    const stateDir = mkdtempSync('/var/tmp/lading-full-');
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=12m', 'tmpfs', stateDir]);
    try {
      const content = await diskContentStore({ stateDir });
      put('1', [await tarOf([{ name: 'a', text: 'fits' }])]);
      await pulling('1', { content }).pulled;
      const tar = await tarOf([{ name: 'b', text: randomBytes(9 * 2 ** 20) }]);
      put('2', [tar]);
      const failure = await pulling('2', { content }).pulled.catch((error: unknown) => failureOf(error, 'n1'));
      assert.ok('code' in failure);
      assert.equal(failure.code, 'DISK_FULL', failure.message);
      assert.match(failure.message, /^the disk of node n1 is full \([^]*\): free some room, then try again/);
      assert.deepEqual(await content.listImages(), [(await pulling('1', { content }).pulled).image.imageId]);
      execFileSync('mount', ['-o', 'remount,size=64m', stateDir]);
      assert.ok(await content.hasImage((await pulling('2', { content }).pulled).image.imageId));
    } finally {
      execFileSync('umount', [stateDir]);
      rmdirSync(stateDir);
    }
  });

  it('gives a blob again that no node has any more, from whichever of its repositories has it', async () => {
    const bytes = randomBytes(2 ** 20);
    registry.addBlob(bytes);
    registry.fail('GET', /^\/v2\/gone\//, (_request, response) => void response.writeHead(404).end(), 9);
    const origin = originOf({ client: on.client, ownLogins: anonymous });
    const blob = { digest: sha256(bytes), sizeBytes: bytes.length };
    const open = origin(blob, ['gone/b:1', 'gone/b:2', 'a:1'].map((name) => `${registry.host}/${name}`));
    assert.ok(open);
    await machine.content.completeBlob(blob, open);
    assert.ok(await machine.content.hasBlob(blob.digest));
    assert.equal(origin(blob, []), undefined);
    const nowhere = origin(blob, [`${registry.host}/gone/b:1`]);
    await assert.rejects(buffer((await nowhere?.(0)) ?? assert.fail()), failing('missing', /gone\/b: layer/));
  });

  describe('that is sent there', () => {
    const pushing = async (imported: Awaited<ReturnType<ContentMachine['imported']>>, more: { manifestDigest?: string; mountFrom?: string[]; tag?: string } = {}) => {
      const lines: TransferLine[] = [];
      const leaving = new AbortController();
      const { tag = '1', manifestDigest = '', mountFrom = [] } = more;
      const { imageId, configJson, layers, manifestJson } = imported;
      const image = { imageId, configJson, layers: [...layers], manifestJson, manifestDigest: imported.manifestDigest, references: [], referenceDigests: [], createdAtMs: 0, sizeBytes: 0, nodeIds: [] };
      const destination = on.client.destination(parseTarget(`${registry.host}/a:${tag}`), { credentialsFor: anonymous, signal: leaving.signal }, mountFrom);
      const pushed = await push({ content: machine.content, destination, image, manifestDigest, tag, mountFrom, inTurn: sideBySide(3), tell: (line) => lines.push(line), onResolved: async () => {}, signal: leaving.signal, abandon: () => leaving.abort() });
      return { ...pushed, lines, digest: pushed.image.manifests[0]?.digest ?? '' };
    };

    it('has its layers packed, and is the same image when it comes back', async () => {
      const imported = await machine.imported([{ name: 'a', text: 'x'.repeat(10_000) }]);
      const { digest, lines, image } = await pushing(imported);
      assert.equal(image.layers[0]?.compression, 'gzip');
      assert.ok((image.layers[0]?.sizeBytes ?? 0) < 5_000);
      assert.deepEqual(states(lines, imported.layers[0]?.diffId ?? ''), ['preparing', 'uploading', 'pushed']);
      const elsewhere = await contentMachine();
      const back = await pulling('1', { content: elsewhere.content }).pulled;
      assert.deepEqual([back.image.imageId, back.image.manifests[0]?.digest], [imported.imageId, digest]);
      elsewhere.close();
    });

    it('goes with the same manifest each time, and sends nothing a second time', async () => {
      const imported = await machine.imported([{ name: 'a', text: '1' }]);
      const first = await pushing(imported);
      const second = await pushing(imported, { manifestDigest: first.digest, tag: '2' });
      assert.deepEqual([second.digest, second.movedBytes], [first.digest, 0]);
      assert.deepEqual(states(second.lines, imported.layers[0]?.diffId ?? ''), ['preparing', 'there']);
    });

    it('keeps the manifest that it was pulled by', async () => {
      const tar = await tarOf([{ name: 'a', text: '1' }]);
      const { digest } = put('1', [tar]);
      const { image } = await pulling('1').pulled;
      const [own] = image.manifests;
      assert.ok(own);
      const sent = await pushing({ ...image, references: [], layers: image.layers as never, manifestDigest: digest, manifestJson: Buffer.from(own.body).toString() }, { tag: '2' });
      assert.equal(sent.digest, digest);
      assert.deepEqual(registry.uploaded, []);
    });

    it('is taken over from another repository where that has it', async () => {
      const imported = await machine.imported([{ name: 'a', text: '1' }]);
      await pushing(imported);
      registry.fail('HEAD', /blobs/, (_request, response) => void response.writeHead(404).end(), 1);
      const { lines } = await pushing(imported, { mountFrom: ['other/b'] });
      assert.deepEqual(states(lines, imported.layers[0]?.diffId ?? ''), ['preparing', 'mounted']);
    });
  });
});
