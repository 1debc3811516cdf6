import assert from 'node:assert/strict';
import { chmodSync, existsSync, linkSync, lstatSync, mkdirSync, readFileSync, readdirSync, readlinkSync, rmSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { buildRoots, type BuildRoot, type BuildRoots } from '../../services/node-agent/effects/builder/build-roots.ts';
import { copyInto } from '../../services/node-agent/effects/builder/copy-into.ts';
import { lookUp } from '../../services/node-agent/effects/builder/find-sources.ts';
import { layoutOf, type Layout } from '../../services/node-agent/effects/content/layout.ts';
import type { LayerDescriptor } from '../../services/node-agent/effects/content/port.ts';
import { unsettledLayers } from '../../services/node-agent/effects/content/unsettled-layers.ts';
import { contentMachine, type ContentMachine } from './content-machine.ts';

/** Names, kinds, modes, whole seconds of times, and content. */
const look = (root: string, path = ''): string[] => {
  const stats = lstatSync(join(root, path));
  const facts = `/${path} ${(stats.mode & 0o177777).toString(8)} ${Math.floor(stats.mtimeMs / 1_000)}`;
  if (stats.isSymbolicLink()) return [`${facts} -> ${readlinkSync(join(root, path))}`];
  if (stats.isFile()) return [`${facts} ${readFileSync(join(root, path), 'utf8')}`];
  return [facts, ...(stats.isDirectory() ? readdirSync(join(root, path)).sort().flatMap((name) => look(root, join(path, name))) : [])];
};

describe('the root of a step', () => {
  let machine: ContentMachine;
  let layout: Layout;
  let roots: BuildRoots;
  let base: readonly LayerDescriptor[];
  let context: string;
  beforeEach(async () => {
    machine = await contentMachine();
    layout = layoutOf(machine.stateDir);
    roots = buildRoots(machine.content, layout);
    ({ layers: base } = await machine.imported([{ name: 'app', type: 'directory', mode: 0o755 }, { name: 'app/old', text: 'old' }, { name: 'app/kept', text: 'kept' }, { name: 'etc', type: 'directory', mode: 0o755 }, { name: 'etc/hosts-to-be', text: '' }]));
    context = join(machine.stateDir, 'context');
    mkdirSync(join(context, 'sub', 'inner'), { recursive: true });
    writeFileSync(join(context, 'old'), 'new');
    writeFileSync(join(context, 'sub', 'a'), 'a');
    linkSync(join(context, 'sub', 'a'), join(context, 'sub', 'b'));
    symlinkSync('a', join(context, 'sub', 'l'));
    writeFileSync(join(context, 'sub', 'inner', 'program'), '#!');
    chmodSync(join(context, 'sub', 'inner', 'program'), 0o4755);
    for (const [at, path] of ['old', 'sub/a', 'sub/inner/program', 'sub/inner', 'sub'].entries()) utimesSync(join(context, path), 5, 1_000 + at);
  });
  afterEach(async () => {
    await roots.clear();
    await machine.content.close();
    machine.close();
  });

  const sealed = async (work: (root: BuildRoot) => Promise<void> | void, options: { mountPoints?: readonly string[]; sourceDateEpoch?: number } = {}): Promise<LayerDescriptor | undefined> => {
    const root = await roots.open(base);
    try {
      await work(root);
      return await root.seal(machine.content.lease(), options);
    } finally {
      await root.close();
    }
  };
  const seen = async (layer: LayerDescriptor | undefined): Promise<string[]> => {
    const root = await roots.open(layer ? [...base, layer] : base);
    try {
      return look(root.path).slice(1);
    } finally {
      await root.close();
    }
  };
  const copyAll = ({ path, late }: BuildRoot, isLate: boolean): Promise<void> => {
    const source = lookUp(context, '');
    assert.ok(source);
    return copyInto(path, [{ ...source, fileName: '' }], { path: '/app', isDirectory: true }, { instruction: 'COPY', owner: { uid: 0, gid: 0 }, late: isLate ? late : undefined });
  };
  const withoutFolderTime = (lines: readonly string[]): string[] => lines.map((line) => line.replace(/^(\/app \d+) \d+$/, '$1'));

  it('has the same files in the end, whether they were copied or linked', async () => {
    const [linked, copied] = [await seen(await sealed((root) => copyAll(root, true))), await seen(await sealed((root) => copyAll(root, false)))];
    assert.deepEqual(withoutFolderTime(linked), withoutFolderTime(copied));
    assert.ok(linked.includes('/app/old 100644 1000 new'), linked.join('\n'));
  });
  it('becomes the layer that its blob unpacks to', async () => {
    const layer = await sealed(async (root) => {
      await copyAll(root, true);
      rmSync(join(root.path, 'app/kept'));
      rmSync(join(root.path, 'etc'), { recursive: true });
      mkdirSync(join(root.path, 'etc'));
      writeFileSync(join(root.path, 'etc', 'only'), 'x');
    });
    assert.ok(layer);
    rmSync(context, { recursive: true });
    const taken = await seen(layer);
    rmSync(layout.layer(layer.diffId), { recursive: true });
    await machine.content.unpack([layer]);
    assert.deepEqual(await seen(layer), taken);
    assert.ok(!taken.some((line) => line.startsWith('/app/kept') || line.startsWith('/etc/hosts-to-be')));
  });
  it('leaves no layer where nothing has changed', async () => assert.equal(await sealed(() => {}), undefined));
  it('keeps nothing of what was made to mount on, nor sockets', async () => {
    const layer = await sealed(
      async ({ path }) => {
        mkdirSync(join(path, 'proc'));
        writeFileSync(join(path, 'etc/resolv.conf'), '');
        writeFileSync(join(path, 'etc/mine'), 'mine');
        mkdirSync(join(path, 'run/deep/mount'), { recursive: true });
        const server = createServer().listen(join(path, 'app/socket'));
        await new Promise((resolve) => server.once('listening', resolve));
        utimesSync(join(path, 'etc'), 7, 7);
        utimesSync(join(path, 'app'), 7, 7);
        // It takes its name away when it closes by itself.
        server.unref();
        writeFileSync(join(path, 'app/x'), 'x');
      },
      { mountPoints: ['/proc', '/etc/resolv.conf', '/run/deep/mount'] },
    );
    assert.ok(layer);
    assert.deepEqual((await seen(layer)).map((line) => line.split(' ')[0]), ['/app', '/app/kept', '/app/old', '/app/x', '/etc', '/etc/hosts-to-be', '/etc/mine']);
    assert.equal(statSync(join(layout.layer(layer.diffId), 'etc')).mtimeMs, 7_000);
  });
  it('leaves no layer where only mount points were made', async () => assert.equal(await sealed(({ path }) => void mkdirSync(join(path, 'proc')), { mountPoints: ['/proc'] }), undefined));
  it('has no file that is younger than it may be', async () => {
    const layer = await sealed((root) => copyAll(root, true), { sourceDateEpoch: 900 });
    assert.ok(layer);
    assert.ok((await seen(layer)).filter((line) => line.startsWith('/app/sub')).every((line) => line.split(' ')[2] === '900'));
    assert.equal(lstatSync(join(context, 'old')).mtimeMs, 1_000_000);
  });
  it('is made of its blob again after a power cut, as its files may not be on the disk', async () => {
    const layer = await sealed((root) => copyAll(root, true));
    assert.ok(layer);
    await unsettledLayers(layout);
    assert.ok(existsSync(layout.layer(layer.diffId)));
    const before = await seen(layer);
    const again = await unsettledLayers(layout, 'another boot');
    again.close();
    assert.ok(!existsSync(layout.layer(layer.diffId)));
    assert.deepEqual(readdirSync(layout.unsettled), []);
    await machine.content.unpack([layer]);
    assert.deepEqual(await seen(layer), before);
  });
});
