import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { startPlatform, type Platform } from '../harness/platform.ts';
import { digestOf, imageOf } from '../harness/pushed.ts';
import { codesOf, registryClient, type RegistryClient } from '../harness/registry-client.ts';
import { openPeer, whyNot, type Peer } from '../harness/registry-peers.ts';
import { until } from '../harness/wait.ts';

const registry = '127.0.0.1:5000';
const archive = (name: string): string => `docker-archive:${resolve(import.meta.dirname, '../../build/images', `${name}.tar`)}`;

describe('a push to the registry', function () {
  this.timeout(120_000);
  let platform: Platform;
  let client: RegistryClient;
  let socketPath: string;
  before(async () => {
    platform = await startPlatform({ machines: 1, images: [], environment: { LADING_REGISTRY_LISTEN: registry } });
    socketPath = join(platform.first.run, 'docker.sock');
    client = registryClient({ socketPath });
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await platform.keepArtifacts(`push ${this.currentTest.title}`);
  });
  after(async () => platform?.[Symbol.asyncDispose]());

  const begin = async (): Promise<string> => String((await client.ask('POST', '/v2/app/blobs/uploads/')).headers.location);
  const arrived = async (at: string): Promise<number> => Number((await client.ask('GET', at)).headers.range?.split('-')[1]) + 1;
  const uploads = (): string[] => readdirSync(join(platform.first.state, 'uploads'));
  const kill = async (): Promise<void> => {
    const pid = Number(readFileSync(join(platform.first.run, 'daemon.pid'), 'utf8'));
    process.kill(pid, 'SIGKILL');
    await until('the daemon is gone', () => !existsSync(`/proc/${pid}`));
  };
  /** Sends the beginning of a blob and leaves the request open. */
  const half = (at: string, bytes: Buffer) => {
    const sent = request({ socketPath, method: 'PATCH', path: at, headers: { 'content-type': 'application/octet-stream' } });
    sent.on('error', () => {});
    sent.write(bytes);
    return sent;
  };

  it('goes on where it was cut when the daemon was killed', async () => {
    const bytes = randomBytes(3_000_000);
    const at = await begin();
    half(at, bytes.subarray(0, 1_500_000));
    await until('the half has arrived', async () => (await arrived(at)) === 1_500_000);
    await kill();
    await platform.first.start(['daemon']);
    assert.equal(await arrived(at), 1_500_000);
    const ended = await client.ask('PUT', `${at}?digest=${digestOf(bytes)}`, { body: bytes.subarray(1_500_000), headers: { 'content-range': '1500000-2999999' } });
    assert.equal(ended.status, 201);
    assert.deepEqual((await client.ask('GET', String(ended.headers.location))).body, bytes);
  });

  it('goes on where it was cut when its client went away', async () => {
    const bytes = randomBytes(2_000_000);
    const at = await begin();
    const sent = half(at, bytes.subarray(0, 1_000_000));
    await until('the half has arrived', async () => (await arrived(at)) === 1_000_000);
    sent.destroy();
    const ended = await until('the upload is free again', async () => {
      const answer = await client.ask('PUT', `${at}?digest=${digestOf(bytes)}`, { body: bytes.subarray(1_000_000), headers: { 'content-range': '1000000-1999999' } });
      return answer.status === 409 ? undefined : answer;
    });
    assert.equal(ended.status, 201);
  });

  it('that is still coming in is not written to by another', async () => {
    const at = await begin();
    const sent = half(at, Buffer.from('first'));
    await until('it has begun', async () => (await arrived(at)) === 5);
    const other = await client.ask('PATCH', at, { body: 'second' });
    assert.deepEqual([other.status, codesOf(other)], [409, ['BLOB_UPLOAD_INVALID']]);
    sent.end();
    await until('it has ended', async () => (await client.ask('PUT', `${at}?digest=${digestOf(Buffer.from('first'))}`)).status === 201);
  });

  it('of one blob by many at once makes one blob', async () => {
    const bytes = randomBytes(1_000_000);
    const locations = await Promise.all(Array.from({ length: 6 }, begin));
    const pieces = (): Readable => Readable.from((function* () {
      for (let from = 0; from < bytes.length; from += 10_000) yield bytes.subarray(from, from + 10_000);
    })());
    const answers = await Promise.all(locations.map((at) => client.ask('PUT', `${at}?digest=${digestOf(bytes)}`, { body: pieces() })));
    assert.deepEqual(answers.map(({ status }) => status), locations.map(() => 201));
    assert.deepEqual((await client.ask('GET', `/v2/app/blobs/${digestOf(bytes)}`)).body, bytes);
    assert.deepEqual(uploads(), []);
  });

  it('of one image by many at once makes one image', async () => {
    const image = imageOf(randomBytes(10_000));
    const answers = await Promise.all(Array.from({ length: 4 }, (_, place) => client.pushImage('same', `v${place}`, image)));
    assert.deepEqual(answers.map(({ status }) => status), [201, 201, 201, 201]);
    const { body } = await platform.first.api<{ Id: string; RepoTags: string[] }[]>('GET', '/images/json');
    assert.deepEqual(body.filter(({ Id }) => Id === image.config.digest).map(({ RepoTags }) => [...RepoTags].sort()), [['same:v0', 'same:v1', 'same:v2', 'same:v3']]);
  });

  it('heals a blob that was altered on the disk, which is not given until then', async () => {
    const bytes = randomBytes(300_000);
    const digest = await client.pushBlob('app', bytes);
    const file = join(platform.first.state, 'blobs/sha256', digest.slice('sha256:'.length));
    const altered = Buffer.from(bytes);
    altered[100] = (altered[100] ?? 0) ^ 1;
    writeFileSync(file, altered);
    await assert.rejects(client.ask('GET', `/v2/app/blobs/${digest}`), /aborted/);
    await until('it is not given any more', async () => (await client.ask('HEAD', `/v2/app/blobs/${digest}`)).status === 404);
    await client.pushBlob('app', bytes);
    assert.deepEqual((await client.ask('GET', `/v2/app/blobs/${digest}`)).body, bytes);
  });

  const why = whyNot('skopeo');
  describe(`by skopeo${why === undefined ? '' : ` [skipped ${why}]`}`, () => {
    let skopeo: Peer;
    before(function () {
      if (why !== undefined) return this.skip();
      skopeo = openPeer('skopeo', platform.first);
    });
    after(() => skopeo?.close());
    const push = (name: string, tag: string) => skopeo.said('copy', '--dest-tls-verify=false', archive(name), `docker://${registry}/killed:${tag}`);

    it('succeeds the second time when the daemon was killed in the middle of the first', async () => {
      const first = push('node-24-slim', '1');
      await until('a layer is coming in', () => uploads().some((id) => statSync(join(platform.first.state, 'uploads', id)).size > 1_000_000));
      await kill();
      assert.notEqual((await first).code, 0);
      await platform.first.start(['daemon']);
      const { code, err } = await push('node-24-slim', '1');
      assert.equal(code, 0, err);
      assert.match(await platform.first.lading('run', '--rm', 'killed:1', 'node', '--version'), /^v24/);
    });
    it('and another of the same image at the same time both succeed', async () => {
      const both = await Promise.all([push('redis-7', 'a'), push('redis-7', 'b')]);
      assert.deepEqual(both.map(({ code }) => code), [0, 0], both.map(({ err }) => err).join());
      for (const tag of ['a', 'b']) assert.match(await platform.first.lading('run', '--rm', `killed:${tag}`, 'redis-server', '--version'), /^Redis/);
    });
  });
});
