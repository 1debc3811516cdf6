import assert from 'node:assert/strict';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { openDockerRegistry, whyNoRegistry, type DockerRegistry } from '../harness/docker-registry.ts';
import { startPlatform, type Platform } from '../harness/platform.ts';

const why = whyNoRegistry();

describe(`images of a registry${why === undefined ? '' : ` [skipped ${why}]`}`, function () {
  if (why !== undefined) return void it.skip(`come and go, which can't be seen ${why}`);
  this.timeout(120_000);
  let platform: Platform;
  let registry: DockerRegistry;
  before(async () => {
    platform = await startPlatform({ machines: 1 });
    registry = await openDockerRegistry({ netns: platform.first.netns, address: '127.0.0.1:5000' });
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await platform.keepArtifacts(this.currentTest.title);
  });
  after(async () => {
    await registry?.[Symbol.asyncDispose]();
    await platform?.[Symbol.asyncDispose]();
  });
  const lading = (...words: string[]) => platform.first.lading(...words);

  it('go there and come back as the same image', async () => {
    const { first } = platform;
    await first.api('POST', '/images/busybox/tag?repo=localhost:5000/team/box&tag=1');
    assert.equal(await lading('push', 'localhost:5000/team/box:1'), 'localhost:5000/team/box:1\n');
    await lading('image', 'rm', 'localhost:5000/team/box:1');
    await lading('image', 'rm', 'busybox');
    assert.equal(await lading('image', 'ls', '-q'), '');
    assert.equal(await lading('pull', '-q', 'localhost:5000/team/box:1'), 'localhost:5000/team/box:1\n');
    assert.equal(await lading('run', '--rm', 'localhost:5000/team/box:1', 'echo', 'back'), 'back\n');
  });

  it('are pulled by run when they are missing, unless that is not wanted', async () => {
    await lading('image', 'rm', 'localhost:5000/team/box:1');
    const { code, err } = await platform.first.said('run', '--rm', '--pull', 'never', 'localhost:5000/team/box:1', 'true');
    assert.deepEqual([code, err], [125, 'lading: No such image: localhost:5000/team/box:1\n']);
    assert.equal(await lading('run', '--rm', 'localhost:5000/team/box:1', 'echo', 'pulled'), 'pulled\n');
  });

  it('want the login that was given, which is kept for later, and forgotten when asked to', async () => {
    await using guarded = await openDockerRegistry({ netns: platform.first.netns, address: '127.0.0.1:5001', login: true });
    const { first } = platform;
    const config = join(first.state, 'docker-config');
    first.environment.DOCKER_CONFIG = config;
    await first.api('POST', `/images/localhost:5000/team/box:1/tag?repo=${guarded.host}/mine&tag=1`);
    const mine = `${guarded.host}/mine:1`;
    assert.match((await first.said('push', mine)).err, /needs a login/);
    assert.match((await first.said('login', '-u', 'me', '-p', 'wrong', guarded.host)).err, /log in as someone else|needs a login/);
    assert.equal(await lading('login', '-u', 'me', '-p', 'top:secret', guarded.host), 'Login Succeeded\n');
    assert.equal(statSync(join(config, 'config.json')).mode & 0o777, 0o600);
    await lading('push', mine);
    assert.equal(await lading('logout', guarded.host), `Removed the login for ${guarded.host}\n`);
    assert.match((await first.said('pull', mine)).err, /needs a login/);
    delete first.environment.DOCKER_CONFIG;
  });
});
