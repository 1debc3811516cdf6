import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, linkSync, lstatSync, lutimesSync, mkdirSync, mkdtempSync, readFileSync, readlinkSync, readdirSync, rmSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { hasWildcards } from '../../services/node-agent/dockerignore/glob.ts';
import { contentDigest } from '../../services/node-agent/effects/builder/content-digest.ts';
import { copyInto, type CopyIntoOptions, type Destination, type PlacedSource } from '../../services/node-agent/effects/builder/copy-into.ts';
import { findSources, type FoundSource, type Sought } from '../../services/node-agent/effects/builder/find-sources.ts';
import { madeFolder } from '../../services/node-agent/effects/builder/made-folder.ts';
import { parseMode } from '../../services/node-agent/effects/builder/mode.ts';
import { resolveOwner } from '../../services/node-agent/effects/builder/owner.ts';
import { setAttribute } from '../../services/node-agent/effects/builder/syscalls.ts';
import { attributesOf } from '../../services/node-agent/effects/content/attributes.ts';

/** `a/b`: a file with its own name in it; `a/`: a folder; `a -> b`: a link. */
const plant = (root: string, ...things: string[]): void => {
  for (const thing of things) {
    const [path = '', target] = thing.split(' -> ');
    mkdirSync(dirname(join(root, path)), { recursive: true });
    if (target !== undefined) symlinkSync(target, join(root, path));
    else if (path.endsWith('/')) mkdirSync(join(root, path), { recursive: true });
    else writeFileSync(join(root, path), path);
  }
};

/** What `plant` would have to be told to make this tree. */
const seen = (root: string, below = ''): string[] =>
  readdirSync(join(root, below)).sort().flatMap((name) => {
    const path = join(below, name);
    const stats = lstatSync(join(root, path));
    if (stats.isSymbolicLink()) return [`${path} -> ${readlinkSync(join(root, path))}`];
    if (!stats.isDirectory()) return [path];
    const inside = seen(root, path);
    return inside.length === 0 ? [`${path}/`] : inside;
  });

describe('what COPY does to files', () => {
  let [base, context, root] = ['', '', ''];
  beforeEach(() => {
    base = mkdtempSync('/var/tmp/lading-copy-');
    [context, root] = [join(base, 'context'), join(base, 'root')];
    mkdirSync(context);
    mkdirSync(root);
  });
  afterEach(() => rmSync(base, { recursive: true, force: true }));

  const placed = (source: FoundSource, pivot?: number): PlacedSource => ({
    ...source,
    fileName: source.path.split('/').at(-1) ?? '',
    ...(pivot === undefined ? {} : { kept: { path: source.path.split('/').slice(pivot).join('/'), from: join(context, ...source.path.split('/').slice(0, pivot)) } }),
  });
  const sought = (pattern: string, deep = false): Sought => ({ pattern, ...(hasWildcards(pattern) ? { deep } : {}) });
  const meant = (to: string): Destination => ({ path: to === '/' ? to : to.replace(/\/$/, ''), isDirectory: to.endsWith('/') });
  const copy = (from: string | readonly string[], to: string, options: Partial<CopyIntoOptions> = {}, pivot?: number): Promise<void> =>
    copyInto(root, [from].flat().flatMap((pattern) => findSources(context, sought(pattern, pivot !== undefined))).map((source) => placed(source, pivot)), meant(to), { instruction: 'COPY', owner: { uid: 0, gid: 0 }, ...options });

  describe('where it goes', () => {
    it('a file becomes the destination, and its folders are made', async () => {
      plant(context, 'f');
      await copy('f', '/a/b/c');
      assert.deepEqual(seen(root), ['a/b/c']);
    });
    it('a file goes into a folder that is there, or is written with a slash', async () => {
      plant(context, 'd/f');
      plant(root, 'there/');
      await copy('d/f', '/there');
      await copy('d/f', '/new/');
      assert.deepEqual(seen(root), ['new/f', 'there/f']);
    });
    it('a folder gives its content, whether the destination is there or not', async () => {
      plant(context, 'd/f', 'd/e/g', 'd/empty/');
      plant(root, 'there/old');
      await copy('d', '/there');
      await copy('d', '/new');
      assert.deepEqual(seen(root), ['new/e/g', 'new/empty/', 'new/f', 'there/e/g', 'there/empty/', 'there/f', 'there/old']);
    });
    it('all of the context is a dot', async () => {
      plant(context, 'f', 'd/g');
      await copy('.', '/');
      assert.deepEqual(seen(root), ['d/g', 'f']);
    });
    it('patterns find files and folders in the order of their names', async () => {
      plant(context, 'a1.txt', 'a2.txt', 'b1.txt', 'sub/a3.txt', 'a0/inner');
      await copy('a*', '/to/');
      await copy('*/a?.txt', '/deep/');
      assert.deepEqual(seen(root), ['deep/a3.txt', 'to/a1.txt', 'to/a2.txt', 'to/inner']);
    });
    it('several sources need a folder', async () => {
      plant(context, 'a', 'b');
      await assert.rejects(copy(['a', 'b'], '/to'), /When using COPY with more than one source file, the destination must be a directory and end with a \//);
      plant(root, 'there/');
      await copy(['a', 'b'], '/there');
      assert.deepEqual(seen(root), ['there/a', 'there/b']);
    });
    it('what is not there is told by its name', async () => {
      await assert.rejects(async () => copy('nothing', '/'), /file not found in build context or excluded by \.dockerignore: stat nothing: file does not exist/);
      await copy('*.none', '/');
      assert.deepEqual(seen(root), []);
    });
    it('with its parents, from the pivot on', async () => {
      plant(context, 'x/a/b.txt', 'x/c/d.txt', 'x/c/e/f.txt');
      chmodSync(join(context, 'x/c'), 0o750);
      await copy(['x/a/b.txt', 'x/c/e'], '/whole', {}, 0);
      await copy(['x/a/b.txt', 'x/c/d.txt'], '/pivot', {}, 1);
      assert.deepEqual(seen(root), ['pivot/a/b.txt', 'pivot/c/d.txt', 'whole/x/a/b.txt', 'whole/x/c/e/f.txt']);
      assert.equal(statSync(join(root, 'pivot/c')).mode & 0o7777, 0o750);
    });
  });

  describe('what it keeps and changes', () => {
    it('keeps permissions and times, and gives everything to root', async () => {
      plant(context, 'd/f', 'd/s/');
      chownSync(join(context, 'd/f'), 5, 6);
      chmodSync(join(context, 'd/f'), 0o4751);
      chmodSync(join(context, 'd/s'), 0o1777);
      utimesSync(join(context, 'd/f'), 1_000, 1_000.25);
      utimesSync(join(context, 'd/s'), 2_000, 2_000);
      await copy('d', '/to');
      const [file, folder, top] = ['f', 's', ''].map((name) => statSync(join(root, 'to', name)));
      assert.deepEqual([file?.uid, file?.gid, file?.mode.toString(8), file?.mtimeMs], [0, 0, '104751', 1_000_250]);
      assert.deepEqual([folder?.mode.toString(8), folder?.mtimeMs], ['41777', 2_000_000]);
      assert.equal((top?.mode ?? 0) & 0o7777, 0o755);
    });
    it('keeps owners where it comes from another stage', async () => {
      plant(context, 'd/f');
      chownSync(join(context, 'd/f'), 5, 6);
      await copy('d', '/to', { owner: undefined });
      assert.deepEqual([statSync(join(root, 'to/f')).uid, statSync(join(root, 'to/f')).gid, statSync(join(root, 'to')).uid], [5, 6, 0]);
    });
    it('gives what it copies and makes to who was named, by the users of the root', async () => {
      plant(context, 'f', 'l -> f');
      plant(root, 'etc/passwd', 'old/');
      writeFileSync(join(root, 'etc/passwd'), 'app:x:1000:1001::/:\n');
      writeFileSync(join(root, 'etc/group'), 'app:x:1001:\nweb:x:33:\n');
      await copy('f', '/old/new/f', { owner: resolveOwner('app:web', root) });
      assert.deepEqual(['old', 'old/new', 'old/new/f'].map((path) => `${statSync(join(root, path)).uid}:${statSync(join(root, path)).gid}`), ['0:0', '1000:33', '1000:33']);
      assert.deepEqual([resolveOwner('app', root), resolveOwner('7', root), resolveOwner('7:8', root), resolveOwner('app:8', root)], [{ uid: 1000, gid: 1001 }, { uid: 7, gid: 7 }, { uid: 7, gid: 8 }, { uid: 1000, gid: 8 }]);
      assert.throws(() => resolveOwner('nobody', root), /unable to find user nobody/);
    });
    it('changes modes as asked, of folders, too, but not of the destination', async () => {
      plant(context, 'd/f', 'd/s/g');
      await copy('d', '/to', { mode: parseMode('u=rwX,go=') });
      assert.deepEqual(['to', 'to/f', 'to/s', 'to/s/g'].map((path) => (statSync(join(root, path)).mode & 0o7777).toString(8)), ['755', '600', '700', '600']);
    });
    it('keeps links within folders, hard links, fifos and devices, and what links lead to when they are named', async () => {
      plant(context, 'd/f', 'd/l -> f', 'd/out -> /etc/passwd', 'alias -> d');
      linkSync(join(context, 'd/f'), join(context, 'd/same'));
      execFileSync('mkfifo', [join(context, 'd/pipe')]);
      execFileSync('mknod', [join(context, 'd/null'), 'c', '1', '3']);
      lutimesSync(join(context, 'd/l'), 3_000, 3_000);
      await copy('alias', '/to');
      await copy('d/l', '/named');
      assert.deepEqual(seen(root), ['named', 'to/f', 'to/l -> f', 'to/null', 'to/out -> /etc/passwd', 'to/pipe', 'to/same']);
      assert.equal(statSync(join(root, 'to/f')).ino, statSync(join(root, 'to/same')).ino);
      assert.deepEqual([lstatSync(join(root, 'to/pipe')).isFIFO(), lstatSync(join(root, 'to/null')).rdev, lstatSync(join(root, 'to/l')).mtimeMs], [true, 259, 3_000_000]);
      assert.equal(readFileSync(join(root, 'named'), 'utf8'), 'd/f');
    });
    it('keeps capabilities of programs', async () => {
      plant(context, 'ping');
      const capability = Buffer.from('0100000200200000000000000000000000000000', 'hex');
      setAttribute(Buffer.from(join(context, 'ping')), 'security.capability', capability);
      await copy('ping', '/ping', { owner: { uid: 1, gid: 1 } });
      assert.deepEqual(attributesOf(Buffer.from(join(root, 'ping'))), [{ name: 'security.capability', value: capability }]);
    });
    it('copies names that are no UTF-8', async () => {
      mkdirSync(join(context, 'd'));
      writeFileSync(Buffer.concat([Buffer.from(join(context, 'd/')), Buffer.from([0xff, 0xfe])]), 'x');
      await copy('d', '/to');
      assert.deepEqual([...(readdirSync(join(root, 'to'), { encoding: 'buffer' })[0] ?? [])], [0xff, 0xfe]);
    });
    it('copies large files whole', async () => {
      const large = Buffer.alloc(3 * 2 ** 20, 'lading');
      writeFileSync(join(context, 'large'), large);
      await copy('large', '/large', { mode: parseMode('600') });
      assert.ok(readFileSync(join(root, 'large')).equals(large));
    });
    it('leaves out what is excluded', async () => {
      plant(context, 'd/a.txt', 'd/b.md', 'd/node_modules/x');
      await copy('d', '/to', { selection: { keeps: ({ path }) => !/(^|\/)node_modules$|\.md$/.test(path.toString()) } });
      assert.deepEqual(seen(root), ['to/a.txt']);
    });
    it('takes in again what is excepted, with the folders that it is in', async () => {
      plant(context, 'd/a/b/kept', 'd/a/b/left', 'd/a/empty/', 'd/c/left');
      await copy('d', '/to', { selection: { keeps: ({ path }) => /^$|kept$/.test(path.toString()), enters: () => true } });
      assert.deepEqual(seen(root), ['to/a/b/kept']);
    });
  });

  describe('what is in the way', () => {
    it('files and links are replaced', async () => {
      plant(context, 'd/f', 'd/g');
      plant(root, 'outside', 'to/f', 'to/g -> ../outside');
      await copy('d', '/to');
      assert.deepEqual(seen(root), ['outside', 'to/f', 'to/g']);
      assert.equal(readFileSync(join(root, 'outside'), 'utf8'), 'outside');
    });
    it('a folder is not replaced by a file, nor a file or a link by a folder', async () => {
      plant(context, 'f', 'd/sub/f', 'lib/x');
      plant(root, 'to/f/', 'other/sub', 'usr/lib/', 'lib -> usr/lib');
      await assert.rejects(copy('f', '/to/'), /cannot copy to directory/);
      await assert.rejects(copy('d', '/other'), /cannot copy to non-directory/);
      await assert.rejects(copy('.', '/'), /cannot copy to/);
    });
    it('links to folders are followed where an archive is unpacked, inside of the root only', async () => {
      plant(context, 'lib/x', 'etc/y');
      plant(root, 'usr/lib/', 'lib -> /usr/lib', 'real-etc/', 'etc -> ../../../real-etc');
      await copy('.', '/', { followLinksBelow: root });
      assert.deepEqual(seen(root), ['etc -> ../../../real-etc', 'lib -> /usr/lib', 'real-etc/y', 'usr/lib/x']);
    });
  });

  describe('out of the root', () => {
    const outside = '/var/tmp/lading-copy-outside';
    beforeEach(() => mkdirSync(outside, { recursive: true }));
    afterEach(() => rmSync(outside, { recursive: true, force: true }));

    it('no destination leads', async () => {
      plant(context, 'f', 'd/f');
      plant(root, `link -> ${outside}`, `file -> ${outside}/made`, 'up -> ../../../../../../../../var/tmp/lading-copy-outside');
      for (const to of ['/link/a', '/link/', '/file', '/up/b', '/../../../../../../var/tmp/lading-copy-outside/c']) await copy('f', to);
      await copy('d', '/link');
      assert.deepEqual(readdirSync(outside), []);
      assert.equal(existsSync(join(root, outside, 'made')), true);
      assert.equal(madeFolder(root, '/up/x', { uid: 0, gid: 0 }), join(outside, 'x'));
    });
    it('no source leads', async () => {
      writeFileSync(join(outside, 'secret'), 'secret');
      plant(context, `link -> ${outside}`, `file -> ${outside}/secret`, 'up -> ../../../../../../var/tmp/lading-copy-outside/secret');
      for (const from of ['link/secret', 'file', 'up', 'link']) await assert.rejects(async () => copy(from, '/to/'), /file does not exist/);
      await copy('*/*', '/to/');
      await copy('*', '/to/');
      assert.deepEqual(seen(root), []);
    });
  });

  describe('its digest', () => {
    const digest = (pattern: string, withOwners = false): Promise<string> => contentDigest(findSources(context, sought(pattern)), { withOwners });
    it('is the same for the same content, whatever the times', async () => {
      plant(context, 'd/f', 'd/l -> f');
      const before = await digest('d');
      utimesSync(join(context, 'd/f'), 5, 5);
      chownSync(join(context, 'd/f'), 5, 5);
      assert.equal(await digest('d'), before);
    });
    it('differs by content, name, mode, link and, where it counts, owner', async () => {
      plant(context, 'd/f', 'd/l -> f');
      const changes: (() => void)[] = [
        () => {},
        () => writeFileSync(join(context, 'd/f'), 'other'),
        () => chmodSync(join(context, 'd/f'), 0o600),
        () => chownSync(join(context, 'd/f'), 5, 5),
        () => plant(context, 'd/g'),
        () => rmSync(join(context, 'd/l')),
        () => plant(context, 'd/l -> g'),
        () => plant(context, 'd/e/'),
      ];
      const digests = new Set<string>();
      for (const change of changes) {
        change();
        digests.add(await digest('d', true));
      }
      assert.equal(digests.size, changes.length);
    });
    it('of a pattern differs by the names that it found', async () => {
      plant(context, 'a1');
      const before = await digest('a*');
      rmSync(join(context, 'a1'));
      writeFileSync(join(context, 'a2'), 'a1');
      assert.notEqual(await digest('a*'), before);
    });
  });
});
