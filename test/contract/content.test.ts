import assert from 'node:assert/strict';
import { existsSync, lstatSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { diskContentStore, sweepContent } from '../../services/node-agent/effects/content/disk.ts';
import type { ContentStore, ImportedImage } from '../../services/node-agent/effects/content/port.ts';
import { digestOf, imageOf, tarOf, type Entry } from './content-archives.ts';

const containerId = 'c'.repeat(64);

describe('content of a machine', () => {
  let stateDir: string;
  let content: ContentStore;
  beforeEach(async () => {
    stateDir = mkdtempSync('/var/tmp/lading-content-');
    content = await diskContentStore({ stateDir });
  });
  afterEach(() => {
    sweepContent({ stateDir });
    rmSync(stateDir, { recursive: true, force: true });
  });

  const imported = async (...layers: readonly (readonly Entry[])[]): Promise<ImportedImage> => content.importArchive(await imageOf(await Promise.all(layers.map(tarOf))), { kind: 'auto' });
  const staged = (): string[] => readdirSync(join(stateDir, 'staging'));

  it('takes an image in, and mounts its layers one over the other', async () => {
    const image = await imported([{ name: 'etc/a', text: 'low' }, { name: 'etc/b', text: 'b' }], [{ name: 'etc/a', text: 'high' }]);
    assert.deepEqual(image.references, ['test:1']);
    const root = await content.mountRootfs(containerId, image.layers);
    assert.equal(readFileSync(join(root, 'etc/a'), 'utf8'), 'high');
    assert.equal(readFileSync(join(root, 'etc/b'), 'utf8'), 'b');
    assert.deepEqual(staged(), []);
  });

  it('takes the same image in twice as once', async () => {
    const first = await imported([{ name: 'a', text: '1' }]);
    const second = await imported([{ name: 'a', text: '1' }]);
    assert.equal(second.imageId, first.imageId);
    assert.deepEqual(await content.listImages(), [first.imageId]);
  });

  it('takes compressed layers in', async () => {
    const layer = await tarOf([{ name: 'a', text: '1' }]);
    const image = await content.importArchive(await imageOf([layer], { gzip: true }), { kind: 'auto' });
    assert.equal(image.layers[0]?.compression, 'gzip');
    assert.equal(readFileSync(join(await content.mountRootfs(containerId, image.layers), 'a'), 'utf8'), '1');
  });

  it('reads a layer to its end, however many zeros come behind its end mark', async () => {
    const layer = Buffer.concat([await tarOf([{ name: 'a', text: '1' }]), Buffer.alloc(4 * 2 ** 20)]);
    for (let time = 0; time < 5; time++) {
      const image = await content.importArchive(await imageOf([layer]), { kind: 'auto' });
      assert.equal(image.layers[0]?.diffId, digestOf(layer));
      await content.removeImage(image.imageId);
    }
  });

  it('hides what a layer deletes', async () => {
    const image = await imported([{ name: 'd/a', text: '1' }, { name: 'd/b', text: '2' }, { name: 'e/c', text: '3' }], [{ name: 'd/.wh.a' }, { name: 'e/.wh..wh..opq' }, { name: 'e/n', text: '4' }]);
    const root = await content.mountRootfs(containerId, image.layers);
    assert.deepEqual(readdirSync(join(root, 'd')), ['b']);
    assert.deepEqual(readdirSync(join(root, 'e')), ['n']);
  });

  it('keeps owners, modes and links', async () => {
    const image = await imported([{ name: 'f', text: 'x', mode: 0o4755, uid: 33, gid: 44 }, { name: 'hard', type: 'link', linkname: 'f' }, { name: 'soft', type: 'symlink', linkname: '/nowhere' }]);
    const root = await content.mountRootfs(containerId, image.layers);
    const { mode, uid, gid } = statSync(join(root, 'f'));
    assert.deepEqual([mode & 0o7777, uid, gid], [0o4755, 33, 44]);
    assert.equal(lstatSync(join(root, 'hard')).nlink, 2);
    assert.equal(readlinkSync(join(root, 'soft')), '/nowhere');
  });

  for (const [what, entries] of [
    ['a name that leads out', [{ name: '../out', text: 'x' }]],
    ['a hard link that leads out', [{ name: 'h', type: 'link', linkname: '../../etc/passwd' }]],
    ['a file behind a link of its own', [{ name: 'd', type: 'symlink', linkname: '/tmp' }, { name: 'd/lading-escape', text: 'x' }]],
  ] as const satisfies readonly (readonly [string, readonly Entry[]])[])
    it(`refuses ${what}, or keeps it inside`, async () => {
      await imported(entries).catch(() => {});
      assert.equal(existsSync('/tmp/lading-escape'), false);
      assert.equal(existsSync(join(stateDir, 'layers/out')), false);
      assert.deepEqual(staged(), []);
    });

  it('refuses a layer that is not what the image says, and keeps nothing of it', async () => {
    const layer = await tarOf([{ name: 'a', text: '1' }]);
    await assert.rejects(content.importArchive(await imageOf([layer], { diffIds: [`sha256:${'0'.repeat(64)}`] }), { kind: 'auto' }), /unpacks to sha256:.*import or pull the image again/);
    assert.deepEqual(await content.listImages(), []);
    assert.deepEqual(staged(), []);
  });

  it('removes with an image the layers that no other one has', async () => {
    const base = [{ name: 'base', text: '0' }];
    const first = await imported(base, [{ name: 'a', text: '1' }]);
    const second = await imported(base, [{ name: 'b', text: '2' }]);
    await content.removeImage(first.imageId);
    assert.deepEqual(await content.listImages(), [second.imageId]);
    const root = await content.mountRootfs(containerId, second.layers);
    assert.equal(readFileSync(join(root, 'base'), 'utf8'), '0');
    assert.equal(readdirSync(join(stateDir, 'layers')).length, 2);
  });

  it('fills a new volume with what the image has there, once', async () => {
    const image = await imported([{ name: 'data', type: 'directory', mode: 0o750, uid: 7, gid: 8 }, { name: 'data/seed', text: 'seed' }]);
    const root = await content.mountRootfs(containerId, image.layers);
    const volume = await content.prepareVolume('data', root, '/data', true);
    assert.equal(readFileSync(join(volume, 'seed'), 'utf8'), 'seed');
    assert.deepEqual([statSync(volume).uid, statSync(volume).mode & 0o777], [7, 0o750]);
    writeFileSync(join(volume, 'seed'), 'changed');
    assert.equal(readFileSync(join(await content.prepareVolume('data', root, '/data', true), 'seed'), 'utf8'), 'changed');
    await content.removeVolume('data');
    assert.equal(existsSync(volume), false);
  });

  it('removes what a crash left half made when it is opened', async () => {
    writeFileSync(join(stateDir, 'staging/half'), 'x');
    await diskContentStore({ stateDir });
    assert.deepEqual(staged(), []);
  });
});
