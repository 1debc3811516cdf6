import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { diskContentStore } from '../../services/node-agent/effects/content/disk.ts';
import type { BlobChange, ImportedImage } from '../../services/node-agent/effects/content/port.ts';
import { digestOf, imageOf, tarOf, wholeOf } from './content-archives.ts';
import { contentMachine, keptIn, nothing, type ContentMachine } from './content-machine.ts';

const importToKill = fileURLToPath(new URL('import-to-kill.ts', import.meta.url));
const base = [{ name: 'base', text: '0' }];

describe('content that nobody uses', () => {
  let machine: ContentMachine;
  beforeEach(async () => (machine = await contentMachine()));
  afterEach(() => machine.close());

  /** The image goes, and then the platform finds that nobody refers to what is here. */
  const freed = async (image: ImportedImage): Promise<void> => {
    await machine.content.removeImage(image.imageId);
    machine.content.freeRetired(await machine.content.retireBlobs(machine.content.listBlobs().map(({ digest }) => digest)));
  };

  it('stays when its image goes until the platform says so, and is here again at once when it comes back', async () => {
    const image = await machine.imported(base);
    const { 'blobs/sha256': blobs, layers } = machine.kept();
    await machine.content.removeImage(image.imageId);
    assert.deepEqual(machine.kept(), { ...nothing, 'blobs/sha256': blobs, layers });
    await machine.content.recordImage(image);
    assert.equal(await machine.content.hasImage(image.imageId), true);
  });

  it('goes with the last image that used it, layers that others have stay', async () => {
    const first = await machine.imported(base, [{ name: 'a', text: '1' }]);
    const second = await machine.imported(base, [{ name: 'b', text: '2' }]);
    await freed(first);
    assert.deepEqual(await machine.content.listImages(), [second.imageId]);
    const root = await machine.content.mountRootfs('c1', second.layers);
    assert.equal(readFileSync(join(root, 'base'), 'utf8'), '0');
    assert.equal(machine.kept()['layers']?.length, 2);
    await machine.content.removeRootfs('c1');
    await freed(second);
    assert.deepEqual(machine.kept(), nothing);
  });

  it('stays while a container stands on it, also when the store is opened anew', async () => {
    const image = await machine.imported(base);
    const root = await machine.content.mountRootfs('c1', image.layers);
    await freed(image);
    assert.equal(readFileSync(join(root, 'base'), 'utf8'), '0');
    await machine.content.unmountRootfs('c1');
    const reopened = await diskContentStore({ stateDir: machine.stateDir });
    assert.equal(readFileSync(join(await reopened.mountRootfs('c1', image.layers), 'base'), 'utf8'), '0');
    await reopened.removeRootfs('c1');
    assert.deepEqual(machine.kept(), nothing);
  });

  it('is not taken from an image that comes in at the same time', async () => {
    const [layer, own] = await Promise.all([tarOf(base), tarOf([{ name: 'own', text: '1' }])]);
    const first = await machine.imported(base);
    const [second] = await Promise.all([machine.taken(imageOf([layer, own]), { kind: 'auto' }), freed(first)]);
    assert.equal(await machine.content.hasImage(second.imageId), true);
    assert.equal(readFileSync(join(await machine.content.mountRootfs('c1', second.layers), 'base'), 'utf8'), '0');
    assert.deepEqual(machine.kept().images?.length, 1);
  });

  it('is not missed silently: an image is recorded only with all its layers here', async () => {
    const image = await machine.imported(base);
    await freed(image);
    await assert.rejects(machine.content.recordImage(image), /unpack them first/);
    await assert.rejects(machine.content.unpack(image.layers), /is not on this node/);
  });

  it('is not taken from work that holds it by a lease', async () => {
    const { content } = machine;
    const lease = content.lease();
    const blob = await content.putBlob(Readable.from([Buffer.from('held')]), undefined, lease);
    const layer = await content.putLayer(Readable.from([await tarOf(base)]), 'gzip', lease);
    const before = machine.kept();
    assert.deepEqual(await content.retireBlobs([blob.digest, layer.digest]), []);
    assert.deepEqual(machine.kept(), before);
    lease.end();
    assert.deepEqual([...(await content.retireBlobs([blob.digest, layer.digest]))].sort(), [blob.digest, layer.digest].sort());
    content.freeRetired([blob.digest, layer.digest]);
    assert.deepEqual(machine.kept(), nothing);
  });

  it('is put away first, and is here again at once when it turns out to be wanted', async () => {
    const { content } = machine;
    const told: BlobChange[] = [];
    const blob = await content.putBlob(Readable.from([Buffer.from('wanted')]));
    content.watchBlobs((change) => void told.push(change));
    await content.retireBlobs([blob.digest]);
    assert.deepEqual([await content.hasBlob(blob.digest), content.listBlobs(), content.listRetired().map(({ digest }) => digest)], [false, [], [blob.digest]]);
    assert.deepEqual(content.restoreBlobs([blob.digest]), [blob.digest]);
    assert.deepEqual(told, [{ stored: [], dropped: [blob.digest] }, { stored: [blob], dropped: [] }]);
    await content.retireBlobs([blob.digest]);
    await content.completeBlob(blob, () => Promise.reject(new Error('it need not be fetched')));
    assert.equal(await content.hasBlob(blob.digest), true);
    await content.retireBlobs([blob.digest]);
    assert.deepEqual((await diskContentStore({ stateDir: machine.stateDir })).listBlobs(), [blob]);
  });

  it('is told of as it comes and goes, an image that comes in as a whole and not by its parts', async () => {
    const told: BlobChange[] = [];
    const stop = machine.content.watchBlobs((change) => void told.push(change));
    const image = await machine.imported(base);
    assert.equal(told.length, 1);
    assert.deepEqual(told[0]?.dropped, []);
    assert.deepEqual(told[0]?.stored.map(({ digest }) => digest).sort(), machine.content.listBlobs().map(({ digest }) => digest).sort());
    await freed(image);
    assert.deepEqual([...(told[1]?.dropped ?? [])].sort(), told[0]?.stored.map(({ digest }) => digest).sort());
    stop();
    await machine.content.putBlob(Readable.from([Buffer.from('x')]));
    assert.equal(told.length, 2);
  });

  it('is nothing half made when a store is opened after a crash', async () => {
    const image = await machine.imported(base);
    const before = machine.kept();
    writeFileSync(join(machine.stateDir, 'staging/half'), 'x');
    mkdirSync(join(machine.stateDir, 'layers', 'a'.repeat(64)));
    const reopened = await diskContentStore({ stateDir: machine.stateDir });
    assert.deepEqual(machine.kept(), before);
    assert.deepEqual(await reopened.listImages(), [image.imageId]);
  });

  // The parts that are sent before the kill: within the first layer, behind it, and all but the end.
  for (const part of [0.3, 0.7, 0.999]) {
    it(`of an import whose process is killed after ${part * 100} % of the archive is whole blobs at most, which can be freed`, async () => {
      const layers = await Promise.all(['a', 'b'].map((name) => tarOf([{ name, text: randomBytes(500_000).toString('hex') }])));
      const archive = await wholeOf(imageOf(layers));
      const child = spawn(process.execPath, [importToKill, machine.stateDir], { stdio: ['pipe', 'pipe', 'inherit'] });
      await once(child.stdout, 'data');
      await new Promise((resolve) => child.stdin.write(archive.subarray(0, archive.length * part), resolve));
      const halfMade = await until(() => keptIn(machine.stateDir), (kept) => (kept['staging']?.length ?? 0) + (kept['blobs/sha256']?.length ?? 0) > 0);
      child.kill('SIGKILL');
      await once(child, 'close');
      assert.notDeepEqual(halfMade, nothing);
      const reopened = await diskContentStore({ stateDir: machine.stateDir });
      assert.deepEqual([{ ...machine.kept(), 'blobs/sha256': [] }, await reopened.listImages()], [nothing, []]);
      for (const { digest } of reopened.listBlobs()) assert.equal(digestOf(readFileSync(join(machine.stateDir, 'blobs/sha256', digest.slice('sha256:'.length)))), digest);
      reopened.freeRetired(await reopened.retireBlobs(reopened.listBlobs().map(({ digest }) => digest)));
      assert.deepEqual(machine.kept(), nothing);
    });
  }
});

const waitMaxMs = 5_000;

const until = async <Value>(look: () => Value, isIt: (value: Value) => boolean): Promise<Value> => {
  const endMs = Date.now() + waitMaxMs;
  for (let value = look(); Date.now() < endMs; value = look()) {
    if (isIt(value)) return value;
    await new Promise((resolve) => setImmediate(resolve));
  }
  throw new Error(`the import wrote nothing within ${waitMaxMs} ms`);
};
