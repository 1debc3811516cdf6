import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { isArchive, unpackArchive } from '../../services/node-agent/effects/builder/unpack-archive.ts';
import { tarOf, type Entry } from './content-archives.ts';

const through = (program: string, bytes: Buffer): Buffer => execFileSync(program, ['-c'], { input: bytes });
const packings: Readonly<Record<string, (bytes: Buffer) => Buffer>> = { plain: (bytes) => bytes, gzip: gzipSync, zstd: zstdCompressSync, xz: (bytes) => through('xz', bytes), bzip2: (bytes) => through('bzip2', bytes) };

describe('an archive of a build', () => {
  let base = '';
  beforeEach(() => void (base = mkdtempSync('/var/tmp/lading-archive-')));
  afterEach(() => rmSync(base, { recursive: true, force: true }));
  const entries: readonly Entry[] = [{ name: 'd', type: 'directory', mode: 0o755 }, { name: 'd/f', text: 'content'.repeat(1_000), uid: 5, gid: 6, mode: 0o4755 }, { name: 'd/.wh.x', text: 'kept' }];
  const unpack = async (bytes: Buffer, keepOwners = false): Promise<string> => {
    const to = join(base, 'to');
    await unpackArchive(Readable.from([bytes.subarray(0, 3), bytes.subarray(3)]), to, { keepOwners });
    return to;
  };

  for (const [name, pack] of Object.entries(packings)) {
    it(`${name} is unpacked`, async () => {
      const to = await unpack(pack(await tarOf(entries)));
      assert.equal(readFileSync(join(to, 'd/f'), 'utf8'), 'content'.repeat(1_000));
      assert.deepEqual(readdirSync(join(to, 'd')), ['.wh.x', 'f']);
    });
    it(`${name} is told from what is none`, async () => {
      const files = { archive: pack(await tarOf(entries)), text: pack(Buffer.from('x'.repeat(5_000))), short: pack(Buffer.from('x')), empty: Buffer.alloc(0), zeros: pack(Buffer.alloc(5_000)) };
      const told = Object.entries(files).map(async ([file, bytes]) => (writeFileSync(join(base, file), bytes), [file, await isArchive(join(base, file))]));
      assert.deepEqual(Object.fromEntries(await Promise.all(told)), { archive: true, text: false, short: false, empty: false, zeros: false });
    });
    if (name !== 'plain')
      it(`${name} that was cut is an error`, async () => {
        const whole = pack(await tarOf([...entries, { name: 'noise', text: Buffer.from(Array.from({ length: 60_000 }, (_, at) => (at * 7_919) % 251)) }]));
        await assert.rejects(unpack(whole.subarray(0, whole.length - 20)));
      });
  }
  it('of a large first file is told', async () => {
    writeFileSync(join(base, 'large.tar.gz'), gzipSync(await tarOf([{ name: 'large', text: Buffer.from(Array.from({ length: 300_000 }, (_, at) => (at * at) % 253)) }])));
    assert.equal(await isArchive(join(base, 'large.tar.gz')), true);
  });
  it('gives files to root, or to whom it says', async () => {
    const owners = (to: string): string => `${statSync(join(to, 'd/f')).uid}:${statSync(join(to, 'd/f')).gid} ${(statSync(join(to, 'd/f')).mode & 0o7777).toString(8)}`;
    assert.equal(owners(await unpack(await tarOf(entries))), '0:0 4755');
    rmSync(join(base, 'to'), { recursive: true });
    assert.equal(owners(await unpack(await tarOf(entries), true)), '5:6 4755');
  });
  for (const [what, hostile] of Object.entries<readonly Entry[]>({
    'a name that leads out': [{ name: '../out', text: 'x' }],
    'a link that is written through': [{ name: 'l', type: 'symlink', linkname: '/tmp' }, { name: 'l/out', text: 'x' }],
    'a hard link that leads out': [{ name: 'l', type: 'link', linkname: '../../etc/passwd' }],
  }))
    it(`with ${what} is refused`, async () => assert.rejects(unpack(await tarOf(hostile)), { name: 'HostileArchive' }));
});
