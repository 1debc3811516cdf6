import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { lstatSync, mkdirSync, readdirSync, readFileSync, readlinkSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { attributesOf } from '../../services/node-agent/effects/content/attributes.ts';
import { digestOf, imageOf, layoutOf, packed, tarOf, wholeOf, type Entry } from './content-archives.ts';
import { contentMachine, type ContentMachine } from './content-machine.ts';

const containerId = 'c'.repeat(64);
const textOf = (root: string, path: string): string => readFileSync(join(root, path), 'utf8');

describe('content of a machine', () => {
  let machine: ContentMachine;
  beforeEach(async () => (machine = await contentMachine()));
  afterEach(() => machine.close());
  const mounted = async (...layers: readonly (readonly Entry[])[]): Promise<string> => machine.content.mountRootfs(containerId, (await machine.imported(...layers)).layers);

  it('takes an image in, and mounts its layers one over the other', async () => {
    const image = await machine.imported([{ name: 'etc/a', text: 'low' }, { name: 'etc/b', text: 'b' }], [{ name: 'etc/a', text: 'high' }]);
    assert.deepEqual(image.references, ['test:1']);
    const root = await machine.content.mountRootfs(containerId, image.layers);
    assert.deepEqual([textOf(root, 'etc/a'), textOf(root, 'etc/b')], ['high', 'b']);
    assert.deepEqual(machine.kept().staging, []);
  });

  it('takes the same image in twice as once', async () => {
    const first = await machine.imported([{ name: 'a', text: '1' }]);
    const before = machine.kept();
    const second = await machine.imported([{ name: 'a', text: '1' }]);
    assert.deepEqual(second, first);
    assert.deepEqual(await machine.content.listImages(), [first.imageId]);
    assert.deepEqual(machine.kept(), before);
  });

  it('keeps of an archive what the image is made of, and no more', async () => {
    const { imageId, manifestDigest, layers } = await machine.imported([{ name: 'a', text: '1' }]);
    const expected = [imageId, manifestDigest, ...layers.map(({ digest }) => digest)].map((digest) => digest.slice('sha256:'.length));
    assert.deepEqual([...(machine.kept()['blobs/sha256'] ?? [])].sort(), expected.sort());
  });

  for (const packing of ['tar', 'gzip', 'zstd'] as const) {
    it(`takes in layers of docker save packed by ${packing}`, async () => {
      const image = await machine.taken(imageOf([await tarOf([{ name: 'a', text: '1' }])], { packing }), { kind: 'auto' });
      assert.equal(image.layers[0]?.compression, packing);
      assert.equal(textOf(await machine.content.mountRootfs(containerId, image.layers), 'a'), '1');
    });

    it(`takes in an OCI layout for many platforms with layers packed by ${packing}`, async () => {
      const image = await machine.taken(layoutOf([await tarOf([{ name: 'a', text: '1' }])], { packing, reference: 'registry.example/x:2' }), { kind: 'auto' });
      assert.deepEqual(image.references, ['registry.example/x:2']);
      assert.equal(image.layers[0]?.compression, packing);
      assert.equal(textOf(await machine.content.mountRootfs(containerId, image.layers), 'a'), '1');
    });

    it(`takes in a root filesystem packed by ${packing}`, async () => {
      const rootfs = await tarOf([{ name: 'a', text: '1' }]);
      const image = await machine.taken(Readable.from([packed(rootfs, packing)]), { kind: 'rootfs', reference: 'mine' });
      assert.deepEqual(image.references, ['mine']);
      assert.equal(image.layers[0]?.diffId, digestOf(rootfs));
      assert.equal(textOf(await machine.content.mountRootfs(containerId, image.layers), 'a'), '1');
    });
  }

  it('takes in an archive that is packed as a whole, whatever pieces it comes in', async () => {
    const whole = packed(await wholeOf(imageOf([await tarOf([{ name: 'a', text: '1' }])])), 'gzip');
    const bytes = Array.from({ length: whole.length }, (_, at) => whole.subarray(at, at + 1));
    const image = await machine.taken(Readable.from(bytes), { kind: 'auto' });
    assert.equal(textOf(await machine.content.mountRootfs(containerId, image.layers), 'a'), '1');
  });

  it('reads a layer to its end, however many zeros come behind its end mark', async () => {
    const layer = Buffer.concat([await tarOf([{ name: 'a', text: '1' }]), Buffer.alloc(4 * 2 ** 20)]);
    for (let time = 0; time < 5; time++) {
      const image = await machine.taken(imageOf([layer]), { kind: 'auto' });
      assert.equal(image.layers[0]?.diffId, digestOf(layer));
      await machine.content.removeImage(image.imageId);
    }
  });

  it('hides what a layer deletes', async () => {
    const root = await mounted([{ name: 'd/a', text: '1' }, { name: 'd/b', text: '2' }, { name: 'd/e/f', text: '3' }], [{ name: 'd/.wh.a' }, { name: 'd/.wh.e' }, { name: 'd/.wh.not-there' }]);
    assert.deepEqual(readdirSync(join(root, 'd')), ['b']);
  });

  it('hides all that lies below an opaque folder, and none of the layer itself, in either order', async () => {
    const root = await mounted([{ name: 'a/low', text: '1' }, { name: 'b/low', text: '2' }], [{ name: 'a/.wh..wh..opq' }, { name: 'a/high', text: '3' }, { name: 'b/high', text: '4' }, { name: 'b/.wh..wh..opq' }]);
    assert.deepEqual([readdirSync(join(root, 'a')), readdirSync(join(root, 'b'))], [['high'], ['high']]);
  });

  it('shows again what a higher layer brings back', async () => {
    const root = await mounted([{ name: 'a', text: '1' }], [{ name: '.wh.a' }], [{ name: 'a', text: '3' }]);
    assert.equal(textOf(root, 'a'), '3');
  });

  it('keeps owners, modes, times and links', async () => {
    const root = await mounted([{ name: 'f', text: 'x', mode: 0o4755, uid: 33, gid: 44, mtime: new Date(86_400_000) }, { name: 'hard', type: 'link', linkname: 'f' }, { name: 'soft', type: 'symlink', linkname: '/nowhere' }, { name: 't', type: 'directory', mode: 0o1777 }]);
    const { mode, uid, gid, mtimeMs } = statSync(join(root, 'f'));
    assert.deepEqual([mode & 0o7777, uid, gid, mtimeMs], [0o4755, 33, 44, 86_400_000]);
    assert.equal(lstatSync(join(root, 'hard')).ino, lstatSync(join(root, 'f')).ino);
    assert.equal(readlinkSync(join(root, 'soft')), '/nowhere');
    assert.equal(statSync(join(root, 't')).mode & 0o7777, 0o1777);
  });

  it('keeps times long before and after our own', async () => {
    const times = [new Date(-86_400_000), new Date(Date.UTC(2300, 0, 1)), new Date(0)];
    const root = await mounted(times.map((mtime, number) => ({ name: `f${number}`, pax: { mtime: String(mtime.getTime() / 1_000) } })));
    assert.deepEqual(times.map((_, number) => statSync(join(root, `f${number}`)).mtimeMs), times.map((time) => time.getTime()));
  });

  it('keeps devices below /dev, fifos, and what images have of devices elsewhere', async () => {
    const root = await mounted([{ name: 'dev/sda', type: 'block-device', devmajor: 8, devminor: 0 }, { name: 'srv/null', type: 'character-device', devmajor: 1, devminor: 3 }, { name: 'srv/pipe', type: 'fifo' }]);
    assert.deepEqual([statSync(join(root, 'dev/sda')).isBlockDevice(), statSync(join(root, 'dev/sda')).rdev, statSync(join(root, 'srv/null')).rdev, statSync(join(root, 'srv/pipe')).isFIFO()], [true, 0x800, 0x103, true]);
  });

  it('keeps attributes of files, but none that would speak to overlayfs', async () => {
    const attributes = { 'SCHILY.xattr.user.note': 'kept', 'SCHILY.xattr.trusted.overlay.opaque': 'y', 'SCHILY.xattr.trusted.other': 'x' };
    const root = await mounted([{ name: 'd/low', text: '1' }], [{ name: 'd', type: 'directory', pax: attributes }, { name: 'd/high', text: '2', pax: attributes }]);
    assert.deepEqual(attributesOf(Buffer.from(join(root, 'd/high'))).map(({ name, value }) => [name, value.toString()]), [['user.note', 'kept']]);
    assert.deepEqual(readdirSync(join(root, 'd')), ['high', 'low']);
  });

  for (const [form, options] of [['old GNU', ['--format=gnu']], ['pax 0.0', ['--format=posix', '--sparse-version=0.0']], ['pax 0.1', ['--format=posix', '--sparse-version=0.1']], ['pax 1.0', ['--format=posix', '--sparse-version=1.0']]] as const)
    it(`keeps sparse files of the form ${form} sparse`, async () => {
      const folder = join(machine.stateDir, 'made');
      mkdirSync(join(folder, 'very/'.repeat(25)), { recursive: true });
      const name = `${'very/'.repeat(25)}sparse`;
      writeFileSync(join(folder, name), 'begin');
      // More pieces than fit into one header.
      for (let piece = 1; piece <= 40; piece++) execFileSync('dd', ['if=/dev/urandom', `of=${join(folder, name)}`, 'bs=4096', 'count=1', `seek=${piece * 100}`, 'conv=notrunc', 'status=none']);
      const layer = execFileSync('tar', ['-c', '--sparse', ...options, '-C', folder, 'very'], { maxBuffer: 64 * 2 ** 20 });
      const image = await machine.taken(imageOf([layer, await tarOf([{ name: 'other', text: 'x' }])]), { kind: 'auto' });
      const made = join(await machine.content.mountRootfs(containerId, image.layers), name);
      assert.deepEqual(readFileSync(made), readFileSync(join(folder, name)));
      assert.ok(statSync(made).blocks * 512 < statSync(made).size / 2);
    });

  it('keeps names that are long, or not of this alphabet', async () => {
    const long = `${'d'.repeat(120)}/${'e'.repeat(200)}/ä-文`;
    assert.equal(textOf(await mounted([{ name: long, text: 'x' }]), long), 'x');
  });

  it('keeps what a container wrote until its layer is removed, and out of the image', async () => {
    const image = await machine.imported([{ name: 'a', text: '1' }]);
    const root = await machine.content.mountRootfs(containerId, image.layers);
    writeFileSync(join(root, 'a'), 'mine');
    await machine.content.unmountRootfs(containerId);
    assert.equal(textOf(await machine.content.mountRootfs(containerId, image.layers), 'a'), 'mine');
    assert.equal(textOf(await machine.content.mountRootfs('other', image.layers), 'a'), '1');
    await machine.content.removeRootfs(containerId);
    assert.equal(textOf(await machine.content.mountRootfs(containerId, image.layers), 'a'), '1');
    assert.deepEqual([...(await machine.content.listRootfs())].sort(), [containerId, 'other'].sort());
  });

  it('mounts images of more layers than fit into the options of mount', async () => {
    const layers = Array.from({ length: 64 }, (_, place) => [{ name: `f${place}`, text: String(place) }]);
    assert.equal(readdirSync(await mounted(...layers)).length, 64);
  });
});
