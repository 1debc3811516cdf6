import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import fc from 'fast-check';
import { diskContentStore } from '../../services/node-agent/effects/content/disk.ts';
import { digestOf, imageOf, layoutOf, packed, tarOf, wholeOf, type Entry } from './content-archives.ts';
import { contentMachine, nothing, type ContentMachine } from './content-machine.ts';

const outside = '/tmp/lading-escape';
const wrongDigest = `sha256:${'0'.repeat(64)}`;

const hostile: Record<string, readonly Entry[]> = {
  'a name that leads out': [{ name: '../out', text: 'x' }],
  'a name that leads out on its way': [{ name: 'a/../../out', text: 'x' }],
  'an absolute name': [{ name: outside, text: 'x' }],
  'a hard link that leads out': [{ name: 'h', type: 'link', linkname: '../../etc/passwd' }],
  'an absolute hard link': [{ name: 'h', type: 'link', linkname: '/etc/passwd' }],
  'a file behind an absolute link of its own': [{ name: 'd', type: 'symlink', linkname: '/tmp' }, { name: 'd/lading-escape', text: 'x' }],
  'a file behind a link upwards': [{ name: 'd', type: 'symlink', linkname: '../../../tmp' }, { name: 'd/lading-escape', text: 'x' }],
  'a file behind two links': [{ name: 'a', type: 'symlink', linkname: 'b' }, { name: 'b', type: 'symlink', linkname: '/tmp' }, { name: 'a/lading-escape', text: 'x' }],
  'a file behind a hard link to a link': [{ name: 'a', type: 'symlink', linkname: '/tmp' }, { name: 'b', type: 'link', linkname: 'a' }, { name: 'b/lading-escape', text: 'x' }],
  'a deletion of no name': [{ name: 'd/.wh...', text: '' }],
  'a deletion behind a link': [{ name: 'd', type: 'symlink', linkname: '/tmp' }, { name: 'd/.wh.lading-escape' }],
  'a file that is there twice': [{ name: 'a', text: '1' }, { name: './a', text: '2' }],
  'a link in place of a file of its own': [{ name: 'a', text: '1' }, { name: 'a', type: 'symlink', linkname: 'b' }],
  'a disk of the machine': [{ name: 'disk', type: 'block-device', devmajor: 8, devminor: 0 }],
  'what is a deletion to overlayfs': [{ name: 'd/gone', type: 'character-device', devmajor: 0, devminor: 0 }],
};

describe('content that is refused', () => {
  let machine: ContentMachine;
  beforeEach(async () => (machine = await contentMachine()));
  afterEach(() => machine.close());
  const refused = async (archive: Readable, why: RegExp | { name: string }, kind: 'auto' | 'rootfs' = 'auto'): Promise<void> => {
    await assert.rejects(machine.content.importArchive(archive, { kind }), why);
    assert.deepEqual(machine.kept(), nothing);
  };

  for (const [what, entries] of Object.entries(hostile)) {
    it(`${what} leaves nothing`, async () => {
      await refused(imageOf([await tarOf([{ name: 'good', text: 'x' }]), await tarOf(entries)]), { name: 'HostileArchive' });
      assert.equal(existsSync(outside), false);
    });
  }

  it('a root filesystem with a name that leads out leaves nothing', async () =>
    refused(Readable.from([packed(await tarOf([{ name: '../out', text: 'x' }]), 'gzip')]), { name: 'HostileArchive' }, 'rootfs'));

  it('a layer that is not what the image says leaves nothing', async () =>
    refused(imageOf([await tarOf([{ name: 'a', text: '1' }])], { diffIds: [wrongDigest] }), /unpacks to sha256:.*import or pull the image again/));

  it('a layout with an altered file leaves nothing', async () => {
    const layer = await tarOf([{ name: 'a', text: '1' }]);
    const name = `blobs/sha256/${digestOf(packed(layer, 'gzip')).slice('sha256:'.length)}`;
    await refused(layoutOf([layer], {}, (file, bytes) => (file === name ? Buffer.concat([bytes, Buffer.from('!')]) : bytes)), /was altered or cut on the way/);
  });

  it('a blob that is not what it was asked for leaves nothing', async () => {
    await assert.rejects(machine.content.putBlob(Readable.from([Buffer.from('x')]), wrongDigest), /was altered or cut on the way/);
    assert.deepEqual(machine.kept(), nothing);
  });

  it('an archive that is cut leaves nothing', async () => {
    const archive = await wholeOf(imageOf([await tarOf([{ name: 'a', text: 'x'.repeat(5_000) }])]));
    await refused(Readable.from([archive.subarray(0, archive.length / 2)]), /./);
    await refused(Readable.from([packed(archive, 'gzip').subarray(0, 150)]), /./);
  });

  describe('what says of itself what is not so', () => {
    const blobName = (bytes: Buffer): string => `blobs/sha256/${digestOf(bytes).slice('sha256:'.length)}`;
    const saying = async (manifest: unknown, name = 'manifest.json'): Promise<Readable> => Readable.from([await tarOf([{ name, text: typeof manifest === 'string' ? manifest : JSON.stringify(manifest) }, { name: 'config.json', text: '{"rootfs":{"diff_ids":["sha256:../x"]}}' }, { name: 'layer.tar', text: 'x' }])]);

    for (const [what, manifest, message] of [
      ['no JSON', '{', /manifest\.json in the archive is damaged: it is no JSON; save the image again/],
      ['no list', {}, /manifest\.json in the archive is damaged: it is no list/],
      ['nothing', [], /names no image/],
      ['an image without a configuration', [{ Layers: [] }], /\[0\]\.Config is no text/],
      ['layers that are no names', [{ Config: 'config.json', Layers: [1] }], /\[0\]\.Layers\[0\] is no text/],
      ['names that are no texts', [{ Config: 'config.json', RepoTags: [{}], Layers: [] }], /\[0\]\.RepoTags\[0\] is no text/],
      ['a layer that is not there', [{ Config: 'config.json', Layers: ['gone.tar'] }], /the archive has no gone\.tar/],
      ['more layers than there are', [{ Config: 'config.json', Layers: ['layer.tar', 'layer.tar'] }], /2 layers and its configuration speaks of 1/],
      ['a diff id that is a path', [{ Config: 'config.json', Layers: ['layer.tar'] }], /is no digest/],
      ['a configuration that is none', [{ Config: 'layer.tar', Layers: [] }], /layer\.tar in the archive is damaged: it is no JSON/],
    ] as const)
      it(`as ${what}, leaves nothing`, async () => refused(await saying(manifest), message));

    it('an index that leads to itself leaves nothing', async () => {
      const index = Buffer.from(JSON.stringify({ manifests: [{ digest: `sha256:${'a'.repeat(64)}` }] }));
      await refused(Readable.from([await tarOf([{ name: 'index.json', text: JSON.stringify({ manifests: [{ digest: digestOf(index) }] }) }, { name: blobName(index), text: index }])]), /the archive has no blobs\/sha256\/a{64}/);
    });

    it('whatever it says, is refused and leaves nothing', async function () {
      this.timeout(60_000);
      const anything = fc.oneof(fc.json(), fc.jsonValue().map((value) => JSON.stringify([{ Config: 'config.json', RepoTags: value, Layers: value }])), fc.jsonValue().map((value) => JSON.stringify({ manifests: [{ digest: value, platform: value, annotations: value }] })));
      await fc.assert(
        fc.asyncProperty(anything, fc.constantFrom('manifest.json', 'index.json'), async (text, name) => {
          await assert.rejects(machine.content.importArchive(await saying(text, name), { kind: 'auto' }), (error: Error) => !/undefined|not a function|Cannot read/.test(error.message));
          assert.deepEqual(machine.kept(), nothing);
        }),
        { numRuns: 80 },
      );
    });
  });

  it('what is no image leaves nothing', async () => {
    await refused(Readable.from([await tarOf([{ name: 'etc/passwd', text: 'x' }])]), /--rootfs/);
    await refused(Readable.from([Buffer.from('hello, this is no archive at all')]), /./);
    await refused(Readable.from([]), /is empty/);
    await refused(Readable.from([Buffer.from('fd377a585a0000', 'hex')]), /compressed by xz/);
  });

  for (const packing of ['gzip', 'zstd'] as const)
    it(`what unpacks from ${packing} to far more than it is leaves nothing`, async () => {
      const layer = await tarOf([{ name: 'zeros', text: Buffer.alloc(260 * 2 ** 20) }]);
      await refused(imageOf([layer], { packing, diffIds: [wrongDigest] }), { name: 'HostileArchive' });
    });

  for (const format of ['gnu', 'posix'] as const)
    it(`a sparse file with a name that leads out leaves nothing (${format})`, async () => {
      const folder = mkdtempSync('/var/tmp/lading-sparse-');
      try {
        writeFileSync(join(folder, 'sparse'), 'x');
        truncateSync(join(folder, 'sparse'), 1_000_000);
        const layer = execFileSync('tar', ['-c', '--sparse', `--format=${format}`, '-P', '--transform=s,^sparse$,../../lading-escape,', '-C', folder, 'sparse']);
        assert.ok(layer.length < 20_000, 'it is sparse');
        await refused(imageOf([layer]), { name: 'HostileArchive' });
      } finally {
        rmSync(folder, { recursive: true });
      }
    });

  it('a header that lies about the length of what follows leaves nothing', async () => {
    const layer = await tarOf([{ name: 'a', text: 'x'.repeat(2_000) }]);
    const lying = Buffer.from(layer);
    lying.write('00000007777\0', 124);
    lying.write('        ', 148);
    lying.write(`${lying.subarray(0, 512).reduce((sum, byte) => sum + byte, 0).toString(8).padStart(6, '0')}\0 `, 148);
    await refused(imageOf([lying]), /./);
  });

  it('names that would lead elsewhere are no names', async () => {
    const { content } = machine;
    for (const name of ['..', '../x', 'a/b', '', '.hidden']) {
      await assert.rejects(async () => content.prepareVolume(name, '/', '/', false), /is no name for a volume/);
      await assert.rejects(async () => content.mountRootfs(name, []), /is no name for a container/);
      await assert.rejects(async () => content.hasBlob(name), /is no digest/);
    }
  });

  it('nothing of it is there when the store is opened anew', async () => {
    await refused(imageOf([await tarOf(hostile['an absolute name'] ?? [])]), { name: 'HostileArchive' });
    const reopened = await diskContentStore({ stateDir: machine.stateDir });
    assert.deepEqual(await reopened.listImages(), []);
  });
});
