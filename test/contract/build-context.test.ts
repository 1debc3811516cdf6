import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, linkSync, lstatSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, readlinkSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { HostileArchive } from '../../services/node-agent/effects/content/hostile-archive.ts';
import { attributesOf } from '../../services/node-agent/effects/content/attributes.ts';
import { contentDigest } from '../../services/node-agent/effects/builder/content-digest.ts';
import { lookUp } from '../../services/node-agent/effects/builder/find-sources.ts';
import { setAttribute } from '../../services/node-agent/effects/builder/syscalls.ts';
import { unpackContext, type KnownDigests } from '../../services/node-agent/effects/builder/unpack-context.ts';
import { tarOf, type Entry } from './content-archives.ts';

const tar = (directory: string, ...words: string[]): Buffer => execFileSync('tar', [...words, '-C', directory, '-c', '.'], { maxBuffer: 2 ** 28 });

const look = (root: string, path = ''): string[] => {
  const stats = lstatSync(join(root, path));
  const facts = `/${path} ${(stats.mode & 0o177777).toString(8)} ${Math.floor(stats.mtimeMs / 1_000)} ${stats.nlink}`;
  if (stats.isSymbolicLink()) return [`${facts} -> ${readlinkSync(join(root, path))}`];
  if (stats.isFile()) return [`${facts} ${readFileSync(join(root, path)).toString('base64').slice(0, 60)} ${stats.size}`];
  return [facts, ...(stats.isDirectory() ? readdirSync(join(root, path)).sort().flatMap((name) => look(root, join(path, name))) : [])];
};

describe('a build context', () => {
  let base = '';
  let to = '';
  beforeEach(() => {
    base = mkdtempSync('/var/tmp/lading-context-');
    to = join(base, 'to');
    mkdirSync(to);
  });
  afterEach(() => rmSync(base, { recursive: true, force: true }));
  const unpack = (bytes: Buffer, pieceBytes = 1_000): Promise<KnownDigests> =>
    unpackContext(Readable.from(Array.from({ length: Math.ceil(bytes.length / pieceBytes) }, (_, at) => bytes.subarray(at * pieceBytes, (at + 1) * pieceBytes))), to, {});

  const makeTree = (): string => {
    const from = join(base, 'from');
    mkdirSync(join(from, 'folder', 'n'.repeat(200), 'm'.repeat(200)), { recursive: true });
    writeFileSync(join(from, 'folder', 'n'.repeat(200), 'm'.repeat(200), 'deep'), 'deep');
    writeFileSync(join(from, 'empty'), '');
    writeFileSync(join(from, 'large'), Buffer.alloc(3 * 2 ** 20 + 7, 'large '));
    writeFileSync(join(from, 'ünï'), 'x');
    linkSync(join(from, 'large'), join(from, 'same'));
    symlinkSync('/etc/passwd', join(from, 'link'));
    execFileSync('mkfifo', [join(from, 'fifo')]);
    chmodSync(join(from, 'empty'), 0o4711);
    mkdirSync(join(from, 'closed'));
    writeFileSync(join(from, 'closed', 'in'), 'in');
    chmodSync(join(from, 'closed'), 0o500);
    for (const [at, name] of ['large', 'closed', 'folder', 'empty'].entries()) utimesSync(join(from, name), 1_000 + at, -5 + at * 1_000_000_000);
    return from;
  };

  for (const format of ['gnu', 'pax', 'posix'])
    it(`comes out as it was packed, in the ${format} format`, async () => {
      const from = makeTree();
      await unpack(tar(from, `--format=${format}`));
      assert.deepEqual(look(to), look(from));
    });
  it('comes out the same whatever pieces it comes in', async () => {
    const from = makeTree();
    const bytes = tar(from);
    for (const pieceBytes of [7_777, 512, 10_000_000]) {
      await unpack(bytes, pieceBytes);
      assert.deepEqual(look(to), look(from));
      rmSync(to, { recursive: true });
      mkdirSync(to);
    }
  });
  it('keeps attributes of users and capabilities', async () => {
    const from = join(base, 'from');
    mkdirSync(from);
    writeFileSync(join(from, 'ping'), 'x');
    const capability = Buffer.from('0100000200200000000000000000000000000000', 'hex');
    setAttribute(Buffer.from(join(from, 'ping')), 'security.capability', capability);
    setAttribute(Buffer.from(join(from, 'ping')), 'user.note', Buffer.from('a=b\nc'));
    await unpack(tar(from, '--xattrs', '--xattrs-include=*'));
    const kept = new Map(attributesOf(Buffer.from(join(to, 'ping'))).map(({ name, value }) => [name, value]));
    assert.deepEqual([kept.get('security.capability'), kept.get('user.note')?.toString()], [capability, 'a=b\nc']);
  });
  it('keeps names that are no UTF-8', async () => {
    const from = join(base, 'from');
    mkdirSync(from);
    const name = Buffer.from([0x66, 0xff, 0xfe]);
    writeFileSync(Buffer.concat([Buffer.from(`${from}/`), name]), 'x');
    await unpack(tar(from));
    assert.deepEqual(readdirSync(to, { encoding: 'buffer' }), [name]);
  });
  it('knows what its files came to as well as if they were read again', async () => {
    const known = await unpack(tar(makeTree()));
    const found = lookUp(to, '');
    assert.ok(found);
    assert.equal(await contentDigest([found], { withOwners: false, known }), await contentDigest([found], { withOwners: false }));
    assert.equal(known.size, 6);
  });
  it('has what comes later where two entries have one name', async () => {
    await unpack(await tarOf([{ name: 'a', text: 'first' }, { name: 'b', type: 'symlink', linkname: 'a' }, { name: 'b', text: 'second' }, { name: 'a', text: 'third' }]));
    assert.deepEqual([readFileSync(join(to, 'a'), 'utf8'), readFileSync(join(to, 'b'), 'utf8')], ['third', 'second']);
  });
  it('is root\'s, whoever packed it', async () => {
    await unpack(await tarOf([{ name: 'a', text: 'x', uid: 1_000, gid: 1_000 }]));
    assert.deepEqual([lstatSync(join(to, 'a')).uid, lstatSync(join(to, 'a')).gid], [0, 0]);
  });

  for (const [what, hostile] of Object.entries<readonly Entry[]>({
    'a name that leads out': [{ name: '../out', text: 'x' }],
    'a name that leads out further on': [{ name: 'd/../../out', text: 'x' }],
    'a file through a link': [{ name: 'l', type: 'symlink', linkname: '/tmp' }, { name: 'l/out', text: 'x' }],
    'a folder through a link': [{ name: 'l', type: 'symlink', linkname: '..' }, { name: 'l/out', type: 'directory' }],
    'a file through a link to a folder of its own': [{ name: 'd', type: 'directory' }, { name: 'l', type: 'symlink', linkname: 'd' }, { name: 'l/out', text: 'x' }],
    'a hard link that leads out': [{ name: 'l', type: 'link', linkname: '../../etc/passwd' }],
    'a hard link to what a link leads to': [{ name: 's', type: 'symlink', linkname: '/etc' }, { name: 'l', type: 'link', linkname: 's/passwd' }],
    'a hard link to nothing': [{ name: 'l', type: 'link', linkname: 'nothing' }],
    'a file below a file': [{ name: 'f', text: 'x' }, { name: 'f/g', text: 'x' }],
    'a disk': [{ name: 'sda', type: 'block-device', devmajor: 8, devminor: 0 }],
    'a name that is too long': [{ name: 'x'.repeat(300), text: 'x' }],
  }))
    it(`with ${what} is refused`, async () => assert.rejects(unpack(await tarOf(hostile)), { name: 'HostileArchive' }));
  it('that is cut is refused', async () => {
    const whole = await tarOf([{ name: 'a', text: 'x'.repeat(5_000) }]);
    await assert.rejects(unpack(whole.subarray(0, 3_000)), { name: 'HostileArchive', message: /cut/ });
    await assert.rejects(unpack(gzipSync(whole).subarray(0, -12)));
  });
  it('with more than may be is refused', async () => {
    const archive = await tarOf([{ name: 'a', text: 'x'.repeat(5_000) }, { name: 'b', text: 'x' }]);
    await assert.rejects(unpackContext(Readable.from([archive]), to, { limits: { entriesMax: 1, contentMaxBytes: 10_000 } }), /more than 1 entries/);
    await assert.rejects(unpackContext(Readable.from([archive]), to, { limits: { entriesMax: 5, contentMaxBytes: 4_999 } }), /more than 4999 bytes/);
  });
  it('that was altered anywhere is unpacked inside of its folder, or refused', async () => {
    const bytes = tar(makeTreeSmall(base));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { maxLength: 6 }), async (changes) => {
        const altered = Buffer.from(bytes);
        for (const [at, value] of changes) altered[at] = value;
        for (let at = 0; at + 512 <= altered.length; at += 512) reseal(altered.subarray(at, at + 512));
        rmSync(to, { recursive: true, force: true });
        mkdirSync(to);
        const before = readdirSync(base);
        await unpack(altered).catch((error: unknown) => assert.ok(error instanceof HostileArchive || (error instanceof Error && 'syscall' in error), String(error)));
        assert.deepEqual(readdirSync(base), before);
      }),
      { numRuns: 300 },
    );
  });
});

const makeTreeSmall = (base: string): string => {
  const from = join(base, 'from');
  mkdirSync(join(from, 'd', 'e'), { recursive: true });
  writeFileSync(join(from, 'd', 'f'), 'content');
  symlinkSync('../f', join(from, 'd', 'e', 'l'));
  linkSync(join(from, 'd', 'f'), join(from, 'd', 'h'));
  return from;
};

/** Makes the checksum of a header right again, so that more than the checksum is tried. */
const reseal = (block: Buffer): void => {
  if (block.toString('latin1', 257, 262) !== 'ustar') return;
  block.fill(0x20, 148, 156);
  block.write(`${block.reduce((sum, byte) => sum + byte, 0).toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
};
