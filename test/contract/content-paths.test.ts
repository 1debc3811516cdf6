import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, lstatSync, mkdirSync, readFileSync, readlinkSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { extract, type Header } from 'tar-stream';
import { tarOf, wholeOf, type Entry } from './content-archives.ts';
import { contentMachine, type ContentMachine } from './content-machine.ts';

const image: readonly Entry[] = [
  { name: 'etc', type: 'directory', mode: 0o755 },
  { name: 'etc/conf', text: 'inside', mode: 0o640, uid: 3, gid: 4, mtime: new Date(86_400_000) },
  { name: 'etc/d', type: 'directory', mode: 0o700 },
  { name: 'etc/d/x', text: 'x' },
  { name: 'to-etc', type: 'symlink', linkname: '/etc' },
  { name: 'up', type: 'symlink', linkname: '../../../../etc' },
  { name: 'to-tmp', type: 'symlink', linkname: '/tmp' },
];

type Read = Header & { text: string };

const entriesOf = async (stream: Readable): Promise<Read[]> => {
  const archive = extract();
  stream.on('error', (error) => archive.destroy(error)).pipe(archive);
  const found: Read[] = [];
  for await (const entry of archive) found.push({ ...entry.header, text: (await wholeOf(Readable.from(entry, { objectMode: false }))).toString() });
  return found;
};

describe('files of a container', () => {
  let machine: ContentMachine;
  let root: string;
  beforeEach(async () => {
    machine = await contentMachine();
    root = await machine.content.mountRootfs('c1', (await machine.imported(image)).layers);
  });
  afterEach(() => {
    machine.close();
    rmSync('/tmp/lading-escape', { force: true });
  });
  const read = (path: string, name?: string): Promise<Read[]> => entriesOf(machine.content.readPath(root, path, name).stream);
  const names = async (path: string, name?: string): Promise<string[]> => (await read(path, name)).map((entry) => entry.name.replace(/\/$/, '')).sort();
  const write = async (path: string, entries: readonly Entry[], owner?: { uid: number; gid: number }): Promise<void> => machine.content.writePath(root, path, Readable.from([await tarOf(entries)]), owner);
  const refuses = (reason: string, work: () => unknown): Promise<void> => assert.rejects(async () => work(), { name: 'PathError', reason });

  it('come out with what belongs to them', async () => {
    const [file] = await read('/etc/conf');
    assert.deepEqual([file?.name, file?.text, file?.mode, file?.uid, file?.gid, file?.mtime?.getTime()], ['conf', 'inside', 0o640, 3, 4, 86_400_000]);
  });

  it('come out under the name they are asked by, as from Docker', async () => {
    assert.deepEqual(await names('/etc'), ['etc', 'etc/conf', 'etc/d', 'etc/d/x']);
    assert.deepEqual(await names('etc/'), ['etc', 'etc/conf', 'etc/d', 'etc/d/x']);
    assert.deepEqual(await names('/etc/.'), ['.', './conf', './d', './d/x']);
    assert.deepEqual(await names('/to-etc/'), ['to-etc', 'to-etc/conf', 'to-etc/d', 'to-etc/d/x']);
    assert.deepEqual(await names('/etc/d', 'a,b&.c'), ['a,b&.c', 'a,b&.c/x']);
    assert.deepEqual(await names('/etc/../etc/d/x'), ['x']);
  });

  it('come out as links where they are links, and tell what they lead to inside', async () => {
    const [link] = await read('/to-etc');
    assert.deepEqual([link?.type, link?.linkname], ['symlink', '/etc']);
    assert.equal(machine.content.statPath(root, '/to-etc').linkTarget, '/etc');
    assert.equal(machine.content.statPath(root, '/up').linkTarget, '/etc');
  });

  it('are told with their kind and size', () => {
    const file = machine.content.statPath(root, '/etc/conf');
    assert.deepEqual(file, { name: 'conf', sizeBytes: 6, mode: 0o100640, modifiedAtMs: 86_400_000, linkTarget: '' });
    assert.equal(machine.content.statPath(root, '/').name, '/');
    assert.equal(machine.content.statPath(root, '/etc/d').mode, 0o40700);
  });

  it('are looked for below the root only, whatever links say', async () => {
    assert.equal((await read('/to-etc/conf'))[0]?.text, 'inside');
    assert.equal((await read('/up/conf'))[0]?.text, 'inside');
    assert.equal((await read('../../../etc/conf'))[0]?.text, 'inside');
    await refuses('missing', () => machine.content.statPath(root, '/up/passwd'));
    await refuses('missing', () => machine.content.readPath(root, '/not-there'));
    await refuses('unfit', () => machine.content.readPath(root, '/etc/conf/'));
  });

  it('go in with owners, modes, times and links, over files that are there', async () => {
    await write('/etc', [{ name: 'conf', text: 'new', mode: 0o4711, uid: 5, gid: 6, mtime: new Date(3_000) }, { name: 'n/m', text: 'deep' }, { name: 's', type: 'symlink', linkname: 'conf' }, { name: 'h', type: 'link', linkname: 'conf' }, { name: 'd', type: 'directory', mode: 0o711, mtime: new Date(9_000) }, { name: 'd/y', text: 'y' }]);
    const conf = statSync(join(root, 'etc/conf'));
    assert.deepEqual([conf.mode & 0o7777, conf.uid, conf.gid, conf.mtimeMs, conf.nlink], [0o4711, 5, 6, 3_000, 2]);
    assert.deepEqual([readFileSync(join(root, 'etc/n/m'), 'utf8'), readlinkSync(join(root, 'etc/s'))], ['deep', 'conf']);
    const folder = statSync(join(root, 'etc/d'));
    assert.deepEqual([folder.mode & 0o777, folder.mtimeMs, existsSync(join(root, 'etc/d/x'))], [0o711, 9_000, true]);
  });

  it('go in for a user, when one is named', async () => {
    await write('/', [{ name: 'a/b', text: '' }], { uid: 7, gid: 8 });
    assert.deepEqual([statSync(join(root, 'a')).uid, statSync(join(root, 'a/b')).gid], [7, 8]);
  });

  it('go in and come out the same', async () => {
    const text = 'z'.repeat(3_000_000);
    await write('/etc', [{ name: 'big', text }]);
    assert.equal((await read('/etc/big'))[0]?.text, text);
  });

  it('never go in outside of the root', async () => {
    await write('/to-etc', [{ name: 'here', text: '1' }]);
    assert.equal(existsSync(join(root, 'etc/here')), true);
    mkdirSync(join(root, 'tmp'));
    for (const entries of [
      [{ name: 'to-tmp/lading-escape', text: 'x' }],
      [{ name: 'own', type: 'symlink', linkname: '/tmp' }, { name: 'own/lading-escape', text: 'x' }],
      [{ name: 'up2', type: 'symlink', linkname: '../../../../../../tmp' }, { name: 'up2/lading-escape', text: 'x' }],
    ] satisfies Entry[][]) {
      await write('/', entries);
      assert.equal(existsSync('/tmp/lading-escape'), false);
      assert.equal(readFileSync(join(root, 'tmp/lading-escape'), 'utf8'), 'x');
      rmSync(join(root, 'tmp/lading-escape'));
    }
    await refuses('unfit', () => write('/', [{ name: '../lading-escape', text: 'x' }]));
    await refuses('unfit', () => write('/', [{ name: 'h', type: 'link', linkname: '../../../../etc/passwd' }]));
    await refuses('missing', () => write('/', [{ name: 'h', type: 'link', linkname: '/etc/passwd' }]));
  });

  it('replace a link, not what it leads to', async () => {
    symlinkSync('/etc/conf', join(root, 'link'));
    await write('/', [{ name: 'link', text: 'own' }]);
    assert.equal(lstatSync(join(root, 'link')).isFile(), true);
    assert.equal(readFileSync(join(root, 'etc/conf'), 'utf8'), 'inside');
  });

  it('do not go in where something else is, or nothing', async () => {
    await refuses('unfit', () => write('/', [{ name: 'etc', text: 'x' }]));
    await refuses('unfit', () => write('/etc', [{ name: 'conf', type: 'directory' }]));
    await refuses('unfit', () => write('/etc', [{ name: 'pipe', type: 'fifo' }]));
    await refuses('missing', () => write('/nowhere', [{ name: 'a', text: 'x' }]));
    await refuses('unfit', () => write('/etc/conf', [{ name: 'a', text: 'x' }]));
  });

  it('of a running container are those it sees itself, with its mounts', async () => {
    const volume = await machine.content.prepareVolume('v', root, '/etc/d', true);
    const script = 'mount --bind "$2" "$1/etc/d" && mount -o bind,ro "$1/etc" "$1/etc" && echo ready && exec sleep 60';
    const child = spawn('unshare', ['-m', '--propagation', 'private', 'sh', '-c', `mkdir -p "$1/ro" && ${script.replace('-o bind,ro "$1/etc" "$1/etc"', '-o bind,ro "$1/etc" "$1/ro"')}`, 'sh', root, volume], { stdio: ['ignore', 'pipe', 'inherit'] });
    try {
      await once(child.stdout, 'data');
      writeFileSync(join(volume, 'only-in-volume'), 'v');
      root = `/proc/${child.pid}/root${root}`;
      assert.deepEqual(await names('/etc/d'), ['d', 'd/only-in-volume', 'd/x']);
      assert.equal(machine.content.statPath(root, '/up').linkTarget, '/etc');
      await write('/etc/d', [{ name: 'written', text: 'w' }]);
      assert.equal(readFileSync(join(volume, 'written'), 'utf8'), 'w');
      await refuses('readOnly', () => write('/ro', [{ name: 'a', text: 'x' }]));
      await refuses('readOnly', () => write('/ro', [{ name: 'new/a', text: 'x' }]));
    } finally {
      child.kill('SIGKILL');
      await once(child, 'close');
    }
  });
});
