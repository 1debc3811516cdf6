import assert from 'node:assert/strict';
import { existsSync, lstatSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { diskContentStore } from '../../services/node-agent/effects/content/disk.ts';
import type { Entry } from './content-archives.ts';
import { contentMachine, type ContentMachine } from './content-machine.ts';

const seeded: readonly Entry[] = [
  { name: 'data', type: 'directory', mode: 0o750, uid: 7, gid: 8 },
  { name: 'data/seed', text: 'seed', mode: 0o640, uid: 9, gid: 10 },
  { name: 'data/link', type: 'symlink', linkname: '/etc/passwd' },
  { name: 'inside', type: 'symlink', linkname: '/../data' },
  { name: 'outside', type: 'symlink', linkname: '../../../../../../../../etc' },
];

describe('volumes of a machine', () => {
  let machine: ContentMachine;
  let root: string;
  beforeEach(async () => {
    machine = await contentMachine();
    root = await machine.content.mountRootfs('c1', (await machine.imported(seeded)).layers);
  });
  afterEach(() => machine.close());
  const prepared = (name: string, target: string, copy = true): Promise<string> => machine.content.prepareVolume(name, root, target, copy);

  it('take over what the image has there, with owners and modes', async () => {
    const volume = await prepared('data', '/data');
    const [top, seed] = [statSync(volume), statSync(join(volume, 'seed'))];
    assert.deepEqual([top.mode & 0o7777, top.uid, top.gid], [0o750, 7, 8]);
    assert.deepEqual([seed.mode & 0o7777, seed.uid, seed.gid, readFileSync(join(volume, 'seed'), 'utf8')], [0o640, 9, 10, 'seed']);
    assert.equal(lstatSync(join(volume, 'link')).isSymbolicLink(), true);
  });

  it('do so once', async () => {
    writeFileSync(join(await prepared('data', '/data'), 'seed'), 'changed');
    assert.equal(readFileSync(join(await prepared('data', '/data'), 'seed'), 'utf8'), 'changed');
    const reopened = await diskContentStore({ stateDir: machine.stateDir });
    assert.equal(readFileSync(join(await reopened.prepareVolume('data', root, '/data', true), 'seed'), 'utf8'), 'changed');
  });

  it('are one for containers that start together', async () => {
    const paths = await Promise.all(Array.from({ length: 5 }, () => prepared('shared', '/data')));
    assert.equal(new Set(paths).size, 1);
    assert.deepEqual(readdirSync(paths[0] ?? '').sort(), ['link', 'seed']);
    assert.deepEqual(machine.kept().staging, []);
  });

  it('are empty where the image has nothing, or nothing is to be copied', async () => {
    assert.deepEqual(readdirSync(await prepared('new', '/not/there')), []);
    assert.deepEqual(readdirSync(await prepared('bare', '/data', false)), []);
    assert.deepEqual(readdirSync(await prepared('file', '/data/seed')), []);
  });

  it('follow links of the image inside the image only', async () => {
    assert.deepEqual(readdirSync(await prepared('inside', '/inside')).sort(), ['link', 'seed']);
    assert.deepEqual(readdirSync(await prepared('outside', '/outside')), []);
    assert.deepEqual(readdirSync(await prepared('dots', '/../../../../../../etc')), []);
  });

  it('outlive the container, and go when they are removed', async () => {
    const volume = await prepared('data', '/data');
    await machine.content.removeRootfs('c1');
    assert.equal(readFileSync(join(volume, 'seed'), 'utf8'), 'seed');
    await machine.content.removeVolume('data');
    assert.equal(existsSync(volume), false);
    await machine.content.removeVolume('data');
  });
});
