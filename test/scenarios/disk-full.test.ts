import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openDockerRegistry, whyNoRegistry, type DockerRegistry } from '../harness/docker-registry.ts';
import { startSplit, type Split } from '../harness/split.ts';
import { until } from '../harness/wait.ts';

const mebibyte = 2 ** 20;
const why = process.getuid?.() === 0 ? whyNoRegistry() : 'without root';

describe(`a node whose disk is full${why === undefined ? '' : ` [skipped ${why}]`}`, function () {
  if (why !== undefined) return void it.skip(`refuses work, which can't be seen ${why}`);
  this.timeout(120_000);
  let platform: Split;
  let registry: DockerRegistry;
  let disk = '';
  let folder = '';
  before(async () => {
    disk = mkdtempSync('/var/tmp/lading-full-node-');
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=128m,mode=0711', 'lading-test', disk]);
    platform = await startSplit({ replicas: 1, images: ['busybox-latest'], agent: { LADING_STATE: disk, LADING_IMAGE_SETTLED_MS: '100', LADING_BLOB_RETIRED_MS: '100' } });
    registry = await openDockerRegistry({ netns: platform.first.netns, address: '127.0.0.1:5000' });
  });
  beforeEach(() => {
    folder = mkdtempSync(join(platform.first.state, 'context-'));
  });
  afterEach(async function () {
    makeRoom();
    await lading('build', 'prune', '-f');
    if (this.currentTest?.state === 'failed') await platform.keepArtifacts(`disk full ${this.currentTest.title}`);
  });
  after(async () => {
    await registry?.[Symbol.asyncDispose]();
    await platform?.[Symbol.asyncDispose]();
    execFileSync('umount', ['-l', disk]);
    rmSync(disk, { recursive: true });
  });

  const fill = (leaveMebibytes: number): void => {
    const { bavail, bsize } = statfsSync(disk);
    writeFileSync(join(disk, 'filling'), Buffer.alloc(Math.max(0, bavail * bsize - leaveMebibytes * mebibyte)));
  };
  const makeRoom = (): void => rmSync(join(disk, 'filling'), { force: true });
  const lading = (...words: string[]): Promise<string> => platform.first.lading(...words);
  const said = (...words: string[]) => platform.first.said(...words);
  const dockerfile = (text: string, files: Readonly<Record<string, Buffer>> = {}): string => {
    mkdirSync(folder, { recursive: true });
    for (const [name, bytes] of Object.entries({ ...files, Dockerfile: Buffer.from(text) })) writeFileSync(join(folder, name), bytes);
    return folder;
  };
  const inFolder = (path: string): string[] => (existsSync(path) ? readdirSync(path).map((name) => join(path, name)) : []);
  const leavesNothing = (): Promise<unknown> => until('nothing half made is left', () => [...inFolder(join(disk, 'builds/work')), ...inFolder(join(disk, 'rootfs')).filter((path) => path.includes('/build-'))].length === 0);
  /** What was there before can be used. */
  const isIntact = async (): Promise<void> => assert.equal(await lading('run', '--rm', 'busybox', 'echo', 'intact'), 'intact\n');
  const full = /no space left on the disk of .*: make room|the disk of node n1 is full/i;

  it('refuses a context, and builds when there is room', async () => {
    dockerfile('FROM busybox\nCOPY large /large\n', { large: randomBytes(12 * mebibyte) });
    fill(6);
    assert.match((await said('build', '-t', 'context', folder)).err, full);
    await leavesNothing();
    makeRoom();
    await isIntact();
    await lading('build', '-t', 'context', folder);
    assert.equal((await lading('run', '--rm', 'context', 'stat', '-c', '%s', '/large')).trim(), String(12 * mebibyte));
    await lading('image', 'rm', 'context');
  });

  it('lets a command see it, and builds when there is room', async () => {
    dockerfile('FROM busybox\nRUN head -c 12000000 /dev/urandom > /written\n');
    fill(6);
    const { code, err } = await said('build', '-t', 'written', folder);
    assert.equal(code, 1);
    // In busybox's words.
    assert.match(err, /head: standard output: (?:No space left on device|I\/O error)/);
    await leavesNothing();
    makeRoom();
    await isIntact();
    await lading('build', '-t', 'written', folder);
    await lading('image', 'rm', 'written');
  });

  it('refuses the layer of what a command wrote, and builds when there is room', async () => {
    dockerfile('FROM busybox\nRUN head -c 9000000 /dev/urandom > /written\n');
    fill(12);
    assert.match((await said('build', '-t', 'layer', folder)).err, full);
    await leavesNothing();
    makeRoom();
    await isIntact();
    await lading('build', '-t', 'layer', folder);
    assert.equal((await lading('run', '--rm', 'layer', 'stat', '-c', '%s', '/written')).trim(), '9000000');
    await lading('image', 'rm', 'layer');
  });

  it('refuses a push that it would have to pack, and pushes when there is room', async () => {
    const name = '127.0.0.1:5000/team/packed:1';
    dockerfile('FROM busybox\nRUN head -c 9000000 /dev/urandom > /written\n');
    await lading('build', '-t', name, folder);
    fill(3);
    assert.match((await said('push', name)).err, full);
    makeRoom();
    await isIntact();
    await lading('push', name);
    await lading('image', 'rm', name);
    makeRoom();
    assert.equal((await lading('run', '--rm', name, 'stat', '-c', '%s', '/written')).trim(), '9000000');
    await lading('image', 'rm', name);
  });

  it('refuses a pull, and pulls when there is room', async () => {
    const name = '127.0.0.1:5000/team/pulled:1';
    dockerfile('FROM busybox\nRUN head -c 9100000 /dev/urandom > /written\n');
    await lading('build', '-t', name, folder);
    await lading('push', '-q', name);
    await lading('image', 'rm', name);
    await lading('build', 'prune', '-f');
    await until('nothing of it is here', async () => inFolder(join(disk, 'layers')).every((layer) => !existsSync(join(layer, 'written'))) && inFolder(join(disk, 'blobs/retired')).length === 0, 30_000);
    fill(3);
    assert.match((await said('pull', name)).err, full);
    makeRoom();
    await isIntact();
    await lading('pull', name);
    assert.equal((await lading('run', '--rm', name, 'stat', '-c', '%s', '/written')).trim(), '9100000');
  });

  it('prunes, which makes the room that was wanting', async () => {
    dockerfile('FROM busybox\nRUN head -c 9200000 /dev/urandom > /written\n');
    await lading('build', '-t', 'going', folder);
    await lading('image', 'rm', 'going');
    fill(0);
    const free = (): number => statfsSync(disk).bavail * statfsSync(disk).bsize;
    const before = free();
    await lading('build', 'prune', '-f');
    await until('there is room', () => free() > before + 9_000_000, 30_000);
    await isIntact();
  });
});
