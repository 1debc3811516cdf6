import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openDockerRegistry, whyNoRegistry, type DockerRegistry } from '../harness/docker-registry.ts';
import { startPlatform, type Platform } from '../harness/platform.ts';

const why = whyNoRegistry();

describe(`images that are built on images of a registry${why === undefined ? '' : ` [skipped ${why}]`}`, function () {
  if (why !== undefined) return void it.skip(`stand on what is pulled, which can't be seen ${why}`);
  this.timeout(60_000);
  let platform: Platform;
  let registry: DockerRegistry;
  before(async () => {
    platform = await startPlatform({ machines: 1 });
    registry = await openDockerRegistry({ netns: platform.first.netns, address: '127.0.0.1:5000', login: true });
    platform.first.environment.DOCKER_CONFIG = join(platform.first.state, 'docker-config');
    await platform.first.lading('login', '-u', 'me', '-p', 'top:secret', registry.host);
  });
  after(async () => {
    await registry?.[Symbol.asyncDispose]();
    await platform?.[Symbol.asyncDispose]();
  });

  it('stand on what is pulled, by the login of who builds, and is known here then', async () => {
    const { first } = platform;
    const base = `${registry.host}/team/base:1`;
    await first.api('POST', `/images/busybox/tag?repo=${registry.host}/team/base&tag=1`);
    await first.lading('push', base);
    for (const name of [base, 'busybox']) await first.lading('image', 'rm', name);
    const folder = join(first.state, 'context');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'Dockerfile'), `FROM ${base}\nCOPY --from=${base} /bin/busybox /opt/busybox\nCMD ["/opt/busybox", "echo", "on a pulled image"]\n`);
    await first.lading('build', '-t', 'pulled', folder);
    assert.equal(await first.lading('run', '--rm', 'pulled'), 'on a pulled image\n');
    assert.match(await first.lading('image', 'ls'), /team\/base +1 /);
    await registry.stop();
    await first.lading('build', '--no-cache', folder);
    assert.match((await first.said('build', '--pull', folder)).err, /error: .*localhost:5000|error: .*127\.0\.0\.1:5000/);
  });
});
