import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { request, type IncomingMessage } from 'node:http';
import { join } from 'node:path';
import type { Machine } from '../harness/machine.ts';
import { startPlatform, type Platform } from '../harness/platform.ts';
import { digestOf, imageOf } from '../harness/pushed.ts';
import { jsonOf, registryClient, type Answer, type RegistryClient } from '../harness/registry-client.ts';
import { startSplit, type Split } from '../harness/split.ts';
import { until } from '../harness/wait.ts';

describe('a pull from the registry, of a blob that only other machines hold,', function () {
  this.timeout(120_000);
  let platform: Platform;
  let client: RegistryClient;
  before(async () => {
    platform = await startPlatform({ machines: 3, images: [] });
    client = registryClient({ socketPath: join(platform.first.run, 'docker.sock') });
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await platform.keepArtifacts(`nodes ${this.currentTest.title}`);
  });
  after(async () => platform?.[Symbol.asyncDispose]());

  /** A blob that one machine holds: the upload is begun there, and pushed by the gateway of the first. */
  const pushTo = async (machine: Machine, bytes: Buffer): Promise<void> => {
    const { id } = jsonOf<{ id: string }>(await registryClient({ socketPath: join(machine.run, 'agent.sock') }).ask('POST', '/v1/uploads'));
    const { status } = await client.ask('PUT', `/v2/app/blobs/uploads/${machine.name}.${id}?digest=${digestOf(bytes)}`, { body: bytes });
    assert.equal(status, 201);
  };
  const opened = (digest: string): Promise<IncomingMessage> =>
    new Promise((resolve, reject) => {
      const sent = request({ socketPath: join(platform.first.run, 'docker.sock'), path: `/v2/app/blobs/${digest}` }, resolve);
      sent.once('error', reject);
      sent.end();
    });

  it('goes on from another machine when the one that gave it dies', async () => {
    const [, second, third] = platform.machines;
    assert.ok(second && third);
    // More than what the connections on the way hold: most of it is still to come when the client stops reading.
    const bytes = randomBytes(48 * 2 ** 20);
    for (const machine of [second, third]) await pushTo(machine, bytes);
    const pull = await opened(digestOf(bytes));
    assert.equal(pull.headers['content-length'], String(bytes.length));
    const hash = createHash('sha256');
    let length = 0;
    for await (const piece of pull as AsyncIterable<Buffer>) {
      if (length === 0) process.kill(Number(readFileSync(join(second.run, 'daemon.pid'), 'utf8')), 'SIGKILL');
      length += piece.length;
      hash.update(piece);
    }
    assert.deepEqual([length, `sha256:${hash.digest('hex')}`], [bytes.length, digestOf(bytes)]);
  });

  it('is refused when none of them answers', async () => {
    const [, , third] = platform.machines;
    const bytes = Buffer.from('of the third alone');
    assert.ok(third);
    await pushTo(third, bytes);
    third.cut();
    const { status, body } = await client.ask('GET', `/v2/app/blobs/${digestOf(bytes)}`);
    third.mend();
    assert.equal(status, 503, body.toString());
  });
});

describe('a push in the middle of which a process is killed', function () {
  this.timeout(120_000);
  let platform: Split;
  let client: RegistryClient;
  before(async () => {
    platform = await startSplit({ replicas: 1, images: [] });
    client = registryClient({ socketPath: join(platform.first.run, 'docker.sock') });
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await platform.keepArtifacts(`killed ${this.currentTest.title}`);
  });
  after(async () => platform?.[Symbol.asyncDispose]());

  for (const name of ['node-agent', 'image', 'gateway', 'nats-server'] as const)
    it(`succeeds the next time: ${name}`, async () => {
      const images = Array.from({ length: 12 }, () => imageOf(randomBytes(200_000)));
      const push = async (place: number): Promise<number> => (await client.pushImage('killed', `${name}-${place}`, images[place] ?? imageOf(''))).status;
      const first = Promise.all(images.map((_image, place) => push(place).catch(() => 0)));
      await until('blobs are coming in', () => readdirSync(join(platform.first.state, 'uploads')).length > 0);
      await platform.kill(name);
      await platform.revive(name);
      await first;
      for (const [place, { manifest, config, layer }] of images.entries()) {
        await until('the same push succeeds', async () => (await push(place)) === 201);
        assert.deepEqual((await client.ask('GET', `/v2/killed/manifests/${name}-${place}`)).body, manifest.bytes);
        for (const { digest, bytes } of [config, layer]) assert.deepEqual((await client.ask('GET', `/v2/killed/blobs/${digest}`)).body, bytes);
      }
    });
});

describe('a push by two gateways', function () {
  this.timeout(120_000);
  let platform: Split;
  before(async () => {
    platform = await startSplit({ replicas: 2, images: [] });
  });
  after(async () => platform?.[Symbol.asyncDispose]());

  it('goes on at one where the other began, and is known to both at once', async () => {
    const [one, other] = ['docker.sock', 'gateway-1.sock'].map((name) => registryClient({ socketPath: join(platform.first.run, name) }));
    assert.ok(one && other);
    for (let time = 0; time < 10; time++) {
      const image = imageOf(`layer ${time}`);
      for (const { bytes, digest } of [image.config, image.layer]) {
        const at: string = String((await one.ask('POST', '/v2/app/blobs/uploads/')).headers.location);
        await other.ask('PATCH', at, { body: bytes.subarray(0, 3) });
        assert.equal((await one.ask('PUT', `${at}?digest=${digest}`, { body: bytes.subarray(3), headers: { 'content-range': `3-${bytes.length - 1}` } })).status, 201);
        assert.equal((await other.ask('HEAD', `/v2/app/blobs/${digest}`)).status, 200);
      }
      const put: Answer = await other.putManifest('app', `v${time}`, image.manifest);
      assert.equal(put.status, 201, put.body.toString());
      assert.equal((await one.ask('HEAD', `/v2/app/manifests/v${time}`)).headers['docker-content-digest'], image.manifest.digest);
      assert.equal((await one.ask('DELETE', `/v2/app/manifests/v${time}`)).status, 202);
      assert.equal((await other.ask('HEAD', `/v2/app/manifests/v${time}`)).status, 404);
    }
  });
});
