import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { startPlatform, type Platform } from '../harness/platform.ts';

type Move = { sequence: number; actor: string; reason: string; imageId: string; manifestDigest: string };

describe('tags', function () {
  this.timeout(60_000);
  let platform: Platform;
  before(async () => {
    platform = await startPlatform({ machines: 1, images: ['busybox-latest', 'redis-7'] });
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await platform.keepArtifacts(`tags ${this.currentTest.title}`);
  });
  after(async () => platform?.[Symbol.asyncDispose]());

  const lading = (...words: string[]): Promise<string> => platform.first.lading(...words);
  const imageId = async (image: string): Promise<string> => (await platform.first.api<{ Id: string }>('GET', `/images/${image}/json`)).body.Id;
  const history = async (tag: string): Promise<Move[]> => (await platform.first.api<{ items: Move[] }>('GET', `/api/v1/tags/${encodeURIComponent(tag)}/history`)).body.items;

  it('remember who moved what to where, when and why', async () => {
    platform.first.environment.LADING_REASON = 'release 1';
    await lading('tag', 'busybox', 'app:stable');
    platform.first.environment.LADING_REASON = 'release 2';
    await lading('tag', 'redis:7', 'app:stable');
    delete platform.first.environment.LADING_REASON;
    const [newest = '', older = ''] = (await lading('image', 'history-of', 'app:stable')).split('\n').slice(1);
    assert.match(newest, new RegExp(`^\\d+ +\\S+Z +${(await imageId('redis:7')).slice(7, 19)} +sha256:[0-9a-f]{64} +uid:0 +release 2 *$`));
    assert.match(older, new RegExp(`${(await imageId('busybox')).slice(7, 19)} .*release 1`));
    assert.deepEqual((await lading('image', 'history-of', '--format', '{{.Reason}}', 'app:stable')).trim().split('\n'), ['release 2', 'release 1']);
  });

  it('are rolled back to a sequence, or to a time', async () => {
    const [first] = await history('app:stable');
    await lading('tag', '--at', String(first?.sequence), 'app:stable');
    assert.equal(await imageId('app:stable'), await imageId('busybox'));
    await lading('tag', '--at', '0s', 'app:stable', 'app:copy');
    assert.equal(await imageId('app:copy'), await imageId('busybox'));
    assert.equal((await lading('run', '--rm', 'app:stable', 'echo', 'rolled back')).trim(), 'rolled back');
    assert.match((await platform.first.said('tag', '--at', '1', 'app:stable')).err, /app:stable pointed at nothing then: see "lading image history-of app:stable"/);
    assert.match((await platform.first.said('tag', '--at', 'yesterday', 'app:stable')).err, /"yesterday" is no moment/);
  });

  it('tell when they were removed', async () => {
    await lading('tag', 'busybox', 'app:gone');
    await lading('image', 'rm', 'app:gone');
    assert.match((await lading('image', 'history-of', 'app:gone')).split('\n')[1] ?? '', /\(removed\)/);
    assert.match((await platform.first.said('image', 'history-of', 'nosuch:1')).err, /nosuch:1 never pointed at anything/);
  });

  it('of an immutable repository are set once, whoever asks', async () => {
    await lading('tag', 'busybox', 'fixed:1');
    assert.equal(await lading('image', 'immutable', 'fixed'), 'tags of fixed are set once\n');
    assert.equal(await lading('image', 'immutable', 'fixed'), 'tags of fixed are set once already\n');
    assert.match(await lading('image', 'repositories'), /^fixed +1 +yes$/m);
    const refusal = /fixed:1 was set before, and tags of fixed are set once: use another tag, or allow it by "lading image immutable fixed --off"/;
    assert.match((await platform.first.said('tag', 'redis:7', 'fixed:1')).err, refusal);
    const byDocker = await platform.first.api<{ message: string }>('POST', '/images/redis:7/tag?repo=fixed&tag=1');
    assert.deepEqual([byDocker.status, refusal.test(byDocker.body.message)], [409, true]);
    const archive = resolve(import.meta.dirname, '../../build/images/redis-7.tar');
    assert.match((await platform.first.said('image', 'import', archive, 'fixed:1')).err, refusal);
    await lading('tag', 'busybox', 'fixed:1');
    await lading('tag', 'redis:7', 'fixed:2');
    assert.equal(await imageId('fixed:1'), await imageId('busybox'));
    assert.equal(await lading('image', 'immutable', '--off', 'fixed'), 'tags of fixed may be moved\n');
    await lading('tag', 'redis:7', 'fixed:1');
  });

  it('are refused where they are none', async () => {
    assert.match((await platform.first.said('tag', 'nosuch', 'a:1')).err, /No such image: nosuch/);
    assert.match((await platform.first.said('tag', 'busybox', 'Not/A/Name')).err, /invalid reference format/);
    assert.match((await platform.first.said('tag', 'busybox', `a@sha256:${'a'.repeat(64)}`)).err, /name a tag/);
    assert.match((await platform.first.said('tag', 'busybox')).err, /say what gets which name/);
    assert.match((await platform.first.said('image', 'immutable', 'fixed:1')).err, /it names a tag or digest, too/);
  });
});
