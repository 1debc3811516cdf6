import assert from 'node:assert/strict';
import { dockerClient, whyNoDocker } from '../harness/docker-client.ts';
import { startPlatform, type Platform } from '../harness/platform.ts';
import { until } from '../harness/wait.ts';

describe('docker ps against Lading', function () {
  this.timeout(90_000);
  let platform: Platform;
  const { docker, said } = dockerClient(() => platform.first);
  const names = async (...words: string[]): Promise<string> => (await docker('ps', '--format', '{{.Names}}', ...words)).split('\n').join(' ');

  before(async function () {
    const why = whyNoDocker();
    if (why !== undefined) return void this.skip();
    platform = await startPlatform({ machines: 1 });
    await docker('network', 'create', 'front');
    await docker('create', '--name', 'made', 'busybox', 'true');
    await docker('run', '--name', 'ended', 'busybox', 'true');
    await said(['run', '--name', 'failed', 'busybox', 'sh', '-c', 'exit 7']);
    await docker('run', '-d', '--name', 'web', '--network', 'front', '-p', '127.0.0.1:8086:80', '--expose', '9000/udp', '-v', 'data:/var/data', '-l', 'tier=front', '--health-cmd', 'true', '--health-interval', '1s', 'busybox', 'sleep', '1000');
    await docker('run', '-d', '--name', 'held', 'busybox', 'sleep', '1000');
    await docker('pause', 'held');
    await docker('commit', '-m', 'more', 'ended', 'mine:1');
    await docker('run', '-d', '--name', 'built', 'mine:1', 'sleep', '1000');
    await until('web is healthy', async () => (await docker('inspect', 'web', '--format', '{{.State.Health.Status}}')) === 'healthy');
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await platform.keepArtifacts(`docker ps ${this.currentTest.title}`);
  });
  after(async () => platform?.[Symbol.asyncDispose]());

  it('shows what runs, newest first; -a everything, -n and -l the last ones', async () => {
    assert.equal(await names(), 'built held web');
    assert.equal(await names('-a'), 'built held web failed ended made');
    assert.equal(await names('-n', '4'), 'built held web failed');
    assert.equal(await names('-l'), 'built');
  });
  it('filters by state: status, exit code and health', async () => {
    assert.equal(await names('--filter', 'status=exited', '--filter', 'status=created'), 'failed ended made');
    assert.equal(await names('--filter', 'status=paused'), 'held');
    assert.equal(await names('--filter', 'exited=7'), '');
    assert.equal(await names('-a', '--filter', 'exited=7'), 'failed');
    assert.equal(await names('--filter', 'health=healthy'), 'web');
  });
  it('filters by what a container has: label, network, volume, ports', async () => {
    for (const filter of ['label=tier', 'label=tier=front', 'network=front', 'volume=data', 'volume=/var/data', 'publish=80', 'publish=70-90/tcp', 'expose=9000/udp']) assert.equal(await names('--filter', filter), 'web', filter);
    for (const filter of ['label=tier=back', 'network=fro', 'publish=8086', 'expose=9000/tcp', 'is-task=true']) assert.equal(await names('--filter', filter), '', filter);
  });
  it('names and ids are patterns, before and since are places in the list', async () => {
    assert.equal(await names('-a', '--filter', 'name=^(web|held)$'), 'held web');
    assert.equal(await names('--filter', `id=${(await docker('ps', '-q', '--filter', 'name=web')).slice(0, 6)}`), 'web');
    assert.equal(await names('-a', '--filter', 'before=web'), 'failed ended made');
    assert.equal(await names('-a', '--filter', 'since=web'), 'built held');
    assert.match((await said(['ps', '--filter', 'before=nosuch'])).err, /No such container: nosuch/);
  });
  it('an ancestor is an image or what was built on it', async () => {
    assert.equal(await names('--filter', 'ancestor=busybox'), 'built held web');
    assert.equal(await names('--filter', 'ancestor=mine:1'), 'built');
    assert.equal(await names('--filter', 'ancestor=nosuch'), '');
  });
  it('sizes are given to who asks', async () => {
    await docker('exec', 'web', 'sh', '-c', 'head -c 1000000 /dev/zero > /big');
    assert.match(await docker('ps', '-s', '--filter', 'name=web', '--format', '{{.Size}}'), /^1(?:\.\d+)?MB \(virtual \d/);
    assert.equal((await platform.first.api<{ SizeRw?: number }[]>('GET', '/containers/json')).body[0]?.SizeRw, undefined);
  });
  it('refuses filters that it does not know', async () => {
    const answer = async (filters: string) => (await platform.first.api<{ message: string }>('GET', `/containers/json?filters=${encodeURIComponent(filters)}`)).body.message;
    assert.equal(await answer('{"nosuch":["x"]}'), "invalid filter 'nosuch'");
    assert.match(await answer('{"status":["gone"]}'), /^invalid filter 'status=gone': invalid value for state \(gone\): must be one of created, /);
    assert.match(await answer('[1]'), /^invalid filters: /);
  });
});
