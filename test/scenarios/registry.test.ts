import assert from 'node:assert/strict';
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
});
