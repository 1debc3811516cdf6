import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { writeLargeArchive } from '../harness/archive.ts';
import { startPlatform, type Platform } from '../harness/platform.ts';
import { until } from '../harness/wait.ts';

const mebibyte = 2 ** 20;
const largeBytes = 96 * mebibyte;
const folders = ['blobs/sha256', 'blobs/retired', 'blobs/partial', 'blobs/quarantine', 'layers', 'images', 'staging'];

describe('kill -9 of the daemon in the middle of', function () {
  this.timeout(120_000);
  let platform: Platform;
  let archive: string;
  before(async () => {
    platform = await startPlatform({ machines: 1, images: [], environment: { LADING_CONTENT_GRACE_MS: '0', LADING_IMAGE_SETTLED_MS: '0', LADING_BLOB_RETIRED_MS: '0' } });
    archive = join(platform.first.state, 'large.tar');
    await writeLargeArchive(archive, 'large:1', largeBytes);
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await platform.keepArtifacts(`kill ${this.currentTest.title}`);
  });
  after(async () => platform?.[Symbol.asyncDispose]());

  const lading = (...words: string[]): Promise<string> => platform.first.lading(...words);
  const content = (): string[] => folders.flatMap((folder) => readdirSync(join(platform.first.state, folder)).map((name) => `${folder}/${name}`));
  const staged = (): { path: string; isFolder: boolean; bytes: number }[] => {
    const folder = join(platform.first.state, 'staging');
    return readdirSync(folder).flatMap((name) => {
      const stats = statSync(join(folder, name), { throwIfNoEntry: false });
      return stats ? [{ path: join(folder, name), isFolder: stats.isDirectory(), bytes: stats.size }] : [];
    });
  };
  const kill = (): void => void process.kill(Number(readFileSync(join(platform.first.run, 'daemon.pid'), 'utf8')), 'SIGKILL');
  const restart = async (): Promise<void> => {
    await platform.first.start(['daemon']);
    assert.deepEqual(staged(), []);
  };
  const works = async (): Promise<void> => {
    await lading('load', '-i', archive);
    assert.equal(await lading('run', '--rm', 'large:1', 'stat', '-c', '%s', '/large'), `${largeBytes}\n`);
  };
  const isEmptied = (): Promise<unknown> => until('nothing of it is kept', () => content().length === 0, 30_000);

  it('nothing at all, but of the client: what came of its archive goes', async () => {
    const { netns, environment } = platform.first;
    const child = spawn('nsenter', [`--net=${netns}`, process.execPath, 'tools/cli/main.ts', 'load'], { env: environment, stdio: ['pipe', 'ignore', 'ignore'] });
    child.stdin.on('error', () => {});
    child.stdin.write(readFileSync(archive).subarray(0, 16 * mebibyte));
    await until('a part of it has come', () => staged().some(({ bytes }) => bytes > mebibyte));
    child.kill('SIGKILL');
    await until('nothing of it is staged', () => staged().length === 0);
    await isEmptied();
  });

  it('taking an archive in: nothing of it counts, and the next try succeeds', async () => {
    const going = platform.first.said('load', '-i', archive);
    await until('a part of it has come', () => staged().some(({ isFolder, bytes }) => !isFolder && bytes > 8 * mebibyte));
    kill();
    assert.notEqual((await going).code, 0);
    await restart();
    assert.equal(await lading('images', '-q'), '');
    await isEmptied();
    await works();
  });

  it('a prune: what it freed is freed in the end, and the image comes again', async () => {
    await lading('image', 'prune', '-a', '-f');
    kill();
    await restart();
    await isEmptied();
    await works();
    await lading('image', 'prune', '-a', '-f');
    await isEmptied();
  });

  it('unpacking a layer: none is half there, and the next try succeeds', async () => {
    const going = platform.first.said('load', '-i', archive);
    await until('a layer is being unpacked', () => staged().some(({ isFolder, path }) => isFolder && (statSync(join(path, 'large'), { throwIfNoEntry: false })?.size ?? 0) > mebibyte), 30_000);
    kill();
    assert.notEqual((await going).code, 0);
    await restart();
    await works();
  });

  it('a save: no archive is half there, and the next one is whole', async () => {
    const out = join(platform.first.state, 'out.tar');
    const going = platform.first.said('save', '-o', out, 'large:1');
    await until('a part of it is written', () => (statSync(`${out}.part`, { throwIfNoEntry: false })?.size ?? 0) > 8 * mebibyte);
    kill();
    const { code, err } = await going;
    assert.deepEqual([code, existsSync(out), existsSync(`${out}.part`)], [1, false, false], err);
    await restart();
    await lading('save', '-o', out, 'large:1');
    await lading('rmi', 'large:1');
    await isEmptied();
    await lading('load', '-i', out);
    assert.equal(await lading('run', '--rm', 'large:1', 'stat', '-c', '%s', '/large'), `${largeBytes}\n`);
  });

  it('a commit: the container goes on, and can be committed', async () => {
    await lading('run', '-d', '--name', 'writes', 'large:1', 'sh', '-c', 'head -c 100000000 /dev/urandom > /more; n=0; while true; do n=$((n+1)); echo $n > /now; sleep 0.05; done');
    await until('it has written', async () => (await platform.first.said('exec', '-T', 'writes', 'test', '-e', '/now')).code === 0);
    const going = platform.first.said('commit', 'writes', 'more:1');
    await until('a part of its layer is made', () => staged().some(({ isFolder, bytes }) => !isFolder && bytes > 2 * mebibyte));
    kill();
    assert.notEqual((await going).code, 0);
    await restart();
    const now = (): Promise<string> => lading('exec', '-T', 'writes', 'cat', '/now');
    const before = await now();
    await until('it goes on', async () => (await now()) !== before);
    await lading('commit', 'writes', 'more:1');
    assert.equal(await lading('run', '--rm', 'more:1', 'stat', '-c', '%s', '/more'), '100000000\n');
  });
});
