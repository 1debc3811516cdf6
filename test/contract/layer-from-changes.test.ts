import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, closeSync, lchownSync, linkSync, lstatSync, lutimesSync, mkdirSync, openSync, readdirSync, readFileSync, readlinkSync, renameSync, rmSync, symlinkSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import fc from 'fast-check';
import koffi from 'koffi';
import { attributesOf } from '../../services/node-agent/effects/content/attributes.ts';
import { layerFromChanges, type LayerOptions } from '../../services/node-agent/effects/content/layer-from-changes.ts';
import { digestOf, wholeOf, type Entry } from './content-archives.ts';
import { contentMachine, type ContentMachine } from './content-machine.ts';

const base: readonly Entry[] = [
  { name: 'etc/', type: 'directory', mode: 0o755, mtime: new Date(1_000_000) },
  { name: 'etc/passwd', text: 'root' },
  { name: 'etc/shadow', text: 'secret', mode: 0o600 },
  { name: 'usr/lib/a', text: 'a' },
  { name: 'usr/lib/b', text: 'b' },
  { name: 'proc/', type: 'directory', mode: 0o755, mtime: new Date(1_000_000) },
];

describe('a layer from the changes of a container', () => {
  let machine: ContentMachine;
  let layers: Awaited<ReturnType<ContentMachine['imported']>>['layers'];
  let root: string;
  beforeEach(async () => {
    machine = await contentMachine();
    ({ layers } = await machine.imported(base));
    root = await machine.content.mountRootfs('c1', layers);
  });
  afterEach(() => machine.close());

  const lowers = (): string[] => layers.map(({ diffId }) => join(machine.stateDir, 'layers', diffId.slice('sha256:'.length))).toReversed();
  const changes = (options: LayerOptions = {}): Readable => layerFromChanges(join(machine.stateDir, 'rootfs/c1/upper'), { lowers: lowers(), ...options });
  const namesIn = async (options: LayerOptions = {}): Promise<string[]> => execFileSync('tar', ['-t'], { input: await wholeOf(changes(options)), encoding: 'utf8' }).split('\n').filter((name) => name !== '');
  /** The image with the changes as a layer of their own. */
  const committed = async (): Promise<string> => machine.content.mountRootfs('c2', [...layers, await machine.content.putLayer(changes(), 'zstd')]);

  it('holds what is new, what was changed and what was deleted, and nothing else', async () => {
    writeFileSync(join(root, 'new'), 'n');
    writeFileSync(join(root, 'etc/passwd'), 'more');
    rmSync(join(root, 'usr/lib/a'));
    assert.deepEqual(await namesIn(), ['etc/', 'etc/passwd', 'new', 'usr/', 'usr/lib/', 'usr/lib/.wh.a']);
  });

  it('of a container that changed nothing is empty', async () => {
    assert.deepEqual(await wholeOf(changes()), Buffer.alloc(1_024));
  });

  it('hides what lay in a folder that was replaced', async () => {
    rmSync(join(root, 'usr/lib'), { recursive: true });
    mkdirSync(join(root, 'usr/lib'));
    writeFileSync(join(root, 'usr/lib/c'), 'c');
    assert.deepEqual(await namesIn(), ['usr/', 'usr/lib/', 'usr/lib/.wh..wh..opq', 'usr/lib/c']);
    assert.deepEqual(readdirSync(join(await committed(), 'usr/lib')), ['c']);
  });

  it('shows, unpacked over the image, just what the container saw', async () => {
    writeFileSync(join(root, 'odd'), 'x', { mode: 0o4711 });
    chownSync(join(root, 'odd'), 3_000_000, 33);
    chmodSync(join(root, 'odd'), 0o4711);
    utimesSync(join(root, 'odd'), -86_400, -86_400);
    linkSync(join(root, 'odd'), join(root, 'same'));
    symlinkSync('/nowhere/'.repeat(30), join(root, 'link'));
    lchownSync(join(root, 'link'), 7, 8);
    lutimesSync(join(root, 'link'), 99, 99);
    execFileSync('mkfifo', [join(root, 'fifo')]);
    execFileSync('mknod', [join(root, 'tty'), 'c', '5', '0']);
    execFileSync('mknod', [join(root, 'null-behind'), 'c', '1', '3']);
    setAttribute(join(root, 'etc/shadow'), 'user.odd', Buffer.from('00ff80c3', 'hex'));
    setAttribute(join(root, 'usr/lib/b'), 'security.capability', setuidCapability);
    mkdirSync(join(root, 'd'.repeat(120), 'e'.repeat(200)), { recursive: true });
    writeFileSync(join(root, 'd'.repeat(120), 'e'.repeat(200), 'ä-文'), 'x');
    writeFileSync(Buffer.concat([Buffer.from(`${root}/bytes-`), Buffer.from([0xff, 0xfe])]), 'x');
    mkdirSync(join(root, 'sticky'));
    chmodSync(join(root, 'sticky'), 0o1777);
    chmodSync(join(root, 'proc'), 0o555);
    const seen = treeOf(root);
    assert.deepEqual(treeOf(await committed()), seen);
    assert.ok(seen.get('usr/lib/b')?.includes('security.capability'));
  });

  it('has the length that a file says, though it is mostly empty', async () => {
    writeFileSync(join(root, 'sparse'), 'x');
    truncateSync(join(root, 'sparse'), 5_000_000);
    assert.equal(lstatSync(join(await committed(), 'sparse')).size, 5_000_000);
  });

  it('has no sockets, since they lead nowhere', async () => {
    const server = createServer();
    await new Promise<void>((done) => server.listen(join(root, 's'), done));
    writeFileSync(join(root, 't'), '');
    assert.deepEqual(await namesIn(), ['t']);
    await new Promise((done) => server.close(done));
  });

  it('is the same, byte by byte, for the same content made in another order at another time', async () => {
    const make = (names: readonly string[]): void => {
      mkdirSync(join(root, 'd'));
      for (const name of names) writeFileSync(join(root, 'd', name), name);
      rmSync(join(root, 'usr/lib/a'));
    };
    make(['a', 'b', 'c', 'a-b', 'a.b', 'A']);
    const first = digestOf(await wholeOf(changes({ sourceDateEpoch: 1_000 })));
    await machine.content.removeRootfs('c1');
    root = await machine.content.mountRootfs('c1', layers);
    make(['A', 'c', 'a.b', 'b', 'a-b', 'a']);
    assert.equal(digestOf(await wholeOf(changes({ sourceDateEpoch: 1_000 }))), first);
  });

  it('is no younger than it is told, and keeps what is older', async () => {
    for (const [name, seconds] of [['old', 500], ['young', 5_000]] as const) {
      writeFileSync(join(root, name), name);
      utimesSync(join(root, name), seconds, seconds);
    }
    const layer = await machine.content.putLayer(changes({ sourceDateEpoch: 1_000 }), 'tar');
    const made = await machine.content.mountRootfs('c2', [layer]);
    assert.deepEqual(['old', 'young'].map((name) => lstatSync(join(made, name)).mtimeMs), [500_000, 1_000_000]);
  });

  it('has no part of what was made to mount on', async () => {
    writeFileSync(join(root, 'etc/hosts'), '');
    mkdirSync(join(root, 'run/secrets/deep'), { recursive: true });
    mkdirSync(join(root, 'data'));
    const mountPoints = ['/etc/hosts', '/run/secrets/deep', '/data', '/proc'];
    assert.deepEqual(await namesIn({ mountPoints }), []);
    writeFileSync(join(root, 'run/pid'), '1');
    writeFileSync(join(root, 'data/kept'), '1');
    assert.deepEqual(await namesIn({ mountPoints }), ['data/', 'data/kept', 'run/', 'run/pid']);
  });

  it('has a mount point that the container itself changed', async () => {
    writeFileSync(join(root, 'etc/passwd'), '');
    chmodSync(join(root, 'proc'), 0o700);
    assert.deepEqual(await namesIn({ mountPoints: ['/etc/passwd', '/proc'] }), ['etc/', 'etc/passwd', 'proc/']);
  });

  it('is refused with names that would mean deletions', async () => {
    writeFileSync(join(root, 'etc/.wh.passwd'), '');
    await assert.rejects(wholeOf(changes()), /\/etc\/\.wh\.passwd can't be in a layer.*rename or remove it/);
  });

  it('does not follow a link that a container puts in place of a folder while it is read', async () => {
    for (const name of ['a', 'b']) mkdirSync(join(root, 'turn', name), { recursive: true });
    for (const name of ['a', 'b']) writeFileSync(join(root, 'turn', name, 'passwd'), 'own');
    const stream = changes();
    let at = 0;
    // The names are in a list of their own by the time that the first piece is asked for; what they lead to is not.
    const swap = (): void => {
      renameSync(join(root, 'turn/b'), join(root, `away-${at++}`));
      symlinkSync('/etc', join(root, 'turn/b'));
    };
    writeFileSync(join(root, 'turn/a/large'), Buffer.alloc(3_000_000));
    const pieces: Buffer[] = [];
    for await (const piece of stream) {
      if (pieces.push(piece as Buffer) === 1) swap();
    }
    const whole = Buffer.concat(pieces);
    assert.equal(whole.includes(readFileSync('/etc/passwd').subarray(0, 40)), false);
    assert.equal(execFileSync('tar', ['-t'], { input: whole, encoding: 'utf8' }).includes('turn/b/passwd'), false);
  });

  for (const compression of ['tar', 'gzip', 'zstd'] as const)
    it(`becomes a blob packed by ${compression} that unpacks to the same layer`, async () => {
      writeFileSync(join(root, 'new'), 'n'.repeat(100_000));
      const tar = await wholeOf(changes());
      const layer = await machine.content.putLayer(Readable.from([tar]), compression);
      const byBytes = await machine.content.putLayer(Readable.from([...Array.from({ length: 2_000 }, (_, place) => tar.subarray(place, place + 1)), tar.subarray(2_000)]), compression);
      assert.deepEqual(byBytes, layer);
      assert.equal(layer.diffId, digestOf(tar));
      const { stream, sizeBytes } = await machine.content.openBlob(layer.digest);
      const blob = await wholeOf(stream);
      assert.deepEqual([digestOf(blob), blob.length, sizeBytes], [layer.digest, layer.sizeBytes, layer.sizeBytes]);
      rmSync(join(machine.stateDir, 'layers', layer.diffId.slice(7)), { recursive: true });
      await machine.content.unpack([layer]);
      assert.equal(readFileSync(join(await machine.content.mountRootfs('c2', [layer]), 'new'), 'utf8').length, 100_000);
      assert.deepEqual(machine.kept()['staging'], []);
    });

  it('that is no tar leaves nothing, and neither does one that is cut', async () => {
    const before = machine.kept();
    await assert.rejects(machine.content.putLayer(Readable.from([Buffer.alloc(600, 'x')]), 'gzip'), { name: 'HostileArchive' });
    const cut = async function* (): AsyncGenerator<Buffer> {
      yield (await wholeOf(changes())).subarray(0, 512);
      throw new Error('the container is gone');
    };
    await assert.rejects(machine.content.putLayer(Readable.from(cut()), 'gzip'), /the container is gone/);
    assert.deepEqual(machine.kept(), before);
  });

  it('shows the same as the container saw, whatever it did', async function () {
    this.timeout(60_000);
    const name = fc.constantFrom('a', 'b', 'etc', 'usr', 'lib', 'passwd');
    const path = fc.array(name, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('/'));
    const step = fc.oneof(
      fc.record({ do: fc.constant('write' as const), path, text: fc.string({ maxLength: 5 }) }),
      fc.record({ do: fc.constant('mkdir' as const), path }),
      fc.record({ do: fc.constant('remove' as const), path }),
      fc.record({ do: fc.constant('rename' as const), path, to: path }),
      fc.record({ do: fc.constant('link' as const), path, to: path }),
      fc.record({ do: fc.constant('chmod' as const), path, mode: fc.integer({ min: 0o500, max: 0o777 }) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        await machine.content.removeRootfs('c1');
        root = await machine.content.mountRootfs('c1', layers);
        for (const one of steps) attempted(() => act(root, one));
        const seen = treeOf(root);
        const made = await committed();
        try {
          assert.deepEqual(treeOf(made), seen);
        } finally {
          await machine.content.removeRootfs('c2');
        }
      }),
      { numRuns: 40 },
    );
  });
});

const lsetxattr = koffi.load('libc.so.6').func('int lsetxattr(const char* path, const char* name, const uint8_t* value, size_t size, int flags)');
const setAttribute = (path: string, name: string, value: Buffer): void => assert.equal(lsetxattr(path, name, value, value.length, 0), 0, name);

/** cap_setuid=ep: a value that is no text. */
const setuidCapability = Buffer.from('0100000280000000000000000000000000000000', 'hex');

type Act = { do: 'write' | 'mkdir' | 'remove' | 'rename' | 'link' | 'chmod'; path: string; text?: string; to?: string; mode?: number };

const act = (root: string, step: Act): void => {
  const at = join(root, step.path);
  const to = join(root, step.to ?? '');
  switch (step.do) {
    case 'write':
      return writeFileSync(at, step.text ?? '');
    case 'mkdir':
      return void mkdirSync(at, { recursive: true });
    case 'remove':
      return rmSync(at, { recursive: true });
    case 'rename':
      return renameSync(at, to);
    case 'link':
      return linkSync(at, to);
    case 'chmod':
      return chmodSync(at, step.mode ?? 0o755);
  }
};

// As programs in containers do: some of what they try fails.
const attempted = (work: () => void): void => {
  try {
    work();
  } catch (error) {
    assert.ok((error as NodeJS.ErrnoException).code, String(error));
  }
};

/** Everything below a folder but the folder itself: kind, owner, mode, whole seconds of its time, content, attributes, which names are one file. */
const treeOf = (root: string): Map<string, string> => {
  const found = new Map<string, string>();
  const firsts = new Map<number, string>();
  const visit = (folder: Buffer, prefix: string): void => {
    for (const name of readdirSync(folder, { encoding: 'buffer' }).sort(Buffer.compare)) {
      const at = Buffer.concat([folder, Buffer.from('/'), name]);
      const path = `${prefix}${name.toString('latin1')}`;
      const stats = lstatSync(at);
      const first = stats.isDirectory() ? path : (firsts.get(stats.ino) ?? path);
      firsts.set(stats.ino, first);
      const content = stats.isFile() ? contentAt(at) : stats.isSymbolicLink() ? readlinkSync(at) : String(stats.rdev);
      const kept = attributesOf(at).filter((one) => one.name.startsWith('user.') || one.name === 'security.capability').map((one) => `${one.name}=${one.value.toString('hex')}`);
      found.set(path, [(stats.mode).toString(8), stats.uid, stats.gid, Math.floor(stats.mtimeMs / 1_000), content, first, ...kept].join(' '));
      if (stats.isDirectory()) visit(at, `${path}/`);
    }
  };
  visit(Buffer.from(root), '');
  return found;
};

const contentAt = (at: Buffer): string => {
  const fd = openSync(at, 'r');
  try {
    return readFileSync(fd, 'latin1');
  } finally {
    closeSync(fd);
  }
};
