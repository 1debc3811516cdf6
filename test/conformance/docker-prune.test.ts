import assert from 'node:assert/strict';
import { dockerClient, whyNoDocker } from '../harness/docker-client.ts';
import { startPlatform, type Platform } from '../harness/platform.ts';

const why = whyNoDocker();

describe(`Docker's own command tidies up${why === undefined ? '' : ` [skipped ${why}]`}`, function () {
  this.timeout(60_000);
  let platform: Platform;
  before(async function () {
    if (why !== undefined) return this.skip();
    platform = await startPlatform({ machines: 1 });
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await platform.keepArtifacts(`docker ${this.currentTest.title}`);
  });
  after(async () => platform?.[Symbol.asyncDispose]());
  const { docker, said } = dockerClient(() => platform.first);

  it('system df tells real sizes', async () => {
    await docker('run', '--name', 'wrote', '-v', 'data:/data', 'busybox', 'sh', '-c', 'head -c 3000000 /dev/zero > /here; head -c 2000000 /dev/zero > /data/there');
    const rows = (await docker('system', 'df', '--format', '{{.Type}} {{.TotalCount}} {{.Active}} {{.Size}}')).split('\n');
    assert.match(rows[0] ?? '', /^Images 1 1 1\.9\d+MB$/);
    assert.deepEqual(rows.slice(1, 3), ['Containers 1 0 3MB', 'Local Volumes 1 1 2MB']);
    assert.match(await docker('system', 'df', '-v'), /^data +1 +2MB$/m);
    const { out } = await platform.first.said('system', 'df');
    assert.match(out, /^Images +1 +1 +1\.9\d+MB +0B \(0%\)$/m);
    assert.match(out, /^Containers +1 +0 +3MB +3MB \(100%\)$/m);
    assert.match(out, /^Blobs +\d+ +\d+ +2\.\d+MB/m);
    assert.match((await platform.first.said('system', 'df', '-v')).out, /^wrote +busybox +exited +3MB$/m);
  });

  it('container prune removes what does not run, and tells how much room that makes', async () => {
    await docker('run', '-d', '--name', 'runs', 'busybox', 'sleep', '1000');
    assert.match(await docker('container', 'prune', '-f', '--filter', 'until=1h'), /^Total reclaimed space: 0B$/);
    assert.match(await docker('container', 'prune', '-f'), /^Deleted Containers:\n[0-9a-f]{64}\n\nTotal reclaimed space: 3MB$/);
    assert.equal(await docker('ps', '-a', '--format', '{{.Names}}'), 'runs');
  });

  it('volume prune removes those without a name, and with -a all that nobody mounts', async () => {
    await docker('create', '--name', 'mounts', '-v', '/anonymous', 'busybox');
    await docker('start', '-a', 'mounts');
    await docker('volume', 'create', 'held');
    await docker('create', '--name', 'holds', '-v', 'held:/held', 'busybox');
    await docker('rm', 'mounts');
    assert.match(await docker('volume', 'prune', '-f'), /^Deleted Volumes:\n[0-9a-f]{64}\n\nTotal reclaimed space: 0B$/);
    assert.match(await docker('volume', 'prune', '-f', '-a'), /^Deleted Volumes:\ndata\n\nTotal reclaimed space: 2MB$/);
    assert.equal(await docker('volume', 'ls', '-q'), 'held');
    await docker('rm', 'holds');
  });

  it('network prune removes those that no container is attached to', async () => {
    await docker('network', 'create', 'idle');
    await docker('network', 'create', '--label', 'keep=yes', 'kept');
    await docker('network', 'create', 'busy');
    await docker('run', '-d', '--name', 'attached', '--network', 'busy', 'busybox', 'sleep', '1000');
    assert.equal(await docker('network', 'prune', '-f', '--filter', 'label!=keep'), 'Deleted Networks:\nidle');
    assert.deepEqual((await docker('network', 'ls', '--filter', 'type=custom', '--format', '{{.Name}}')).split('\n').sort(), ['busy', 'kept']);
    await docker('rm', '-f', 'attached');
  });

  it('image prune removes images without a name, and with -a all that no container uses', async () => {
    await docker('tag', 'busybox', 'other');
    assert.match(await docker('image', 'prune', '-f'), /^Total reclaimed space: 0B$/);
    assert.match(await docker('image', 'prune', '-a', '-f'), /^Total reclaimed space: 0B$/, 'a container uses it');
    await docker('rm', '-f', 'runs');
    const pruned = await docker('image', 'prune', '-a', '-f');
    assert.match(pruned, /^Deleted Images:\nuntagged: busybox:latest\nuntagged: other:latest\ndeleted: sha256:[0-9a-f]{64}\n\nTotal reclaimed space: 2\.\d+MB$/);
    assert.equal(await docker('images', '-q'), '');
  });

  it('lading prunes the same, and does not without being told to', async () => {
    const { first } = platform;
    await first.lading('image', 'import', 'build/images/busybox-latest.tar');
    const { code, err } = await first.said('system', 'prune');
    assert.equal(code, 125);
    assert.match(err, /add --force/);
    await first.lading('create', '--name', 'idle', 'busybox');
    assert.match(await first.lading('system', 'prune', '-f', '-a'), /^Deleted containers:\n[0-9a-f]{64}\n\nDeleted networks:\n(?:busy\nkept|kept\nbusy)\n\nDeleted images:\nuntagged: busybox:latest\ndeleted: sha256:[0-9a-f]{64}\n\nTotal reclaimed space: 2\.\d+MB\n$/);
    assert.equal((await said(['images', '-q'])).out, '');
  });
});
