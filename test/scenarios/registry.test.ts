import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openDockerRegistry, whyNoRegistry, type DockerRegistry } from '../harness/docker-registry.ts';
import { pushLarge, tarOf } from '../harness/large-image.ts';
import { startPlatform, type Platform } from '../harness/platform.ts';
import { writeProject } from '../harness/project.ts';
import { until } from '../harness/wait.ts';

const why = whyNoRegistry();
const image = 'localhost:5000/team/box:1';

/** A platform with a registry beside its first machine, which has busybox under the name of `image`. */
const describeWithRegistry = (name: string, machines: number, define: (on: () => { platform: Platform; registry: DockerRegistry }) => void, fill = async (_host: string): Promise<void> => {}): Mocha.Suite =>
  describe(`${name}${why === undefined ? '' : ` [skipped ${why}]`}`, function () {
    if (why !== undefined) return void it.skip(`come and go, which can't be seen ${why}`);
    this.timeout(180_000);
    let platform: Platform;
    let registry: DockerRegistry;
    const data = mkdtempSync('/var/tmp/lading-registry-data-');
    before(async () => {
      const filling = await openDockerRegistry({ data });
      await fill(filling.host);
      await filling[Symbol.asyncDispose]();
      platform = await startPlatform({ machines });
      registry = await openDockerRegistry({ netns: platform.first.netns, address: '127.0.0.1:5000', data });
      await platform.first.api('POST', '/images/busybox/tag?repo=localhost:5000/team/box&tag=1');
      await platform.first.lading('push', image);
      for (const reference of [image, 'busybox']) await platform.first.lading('image', 'rm', reference);
    });
    afterEach(async function () {
      if (this.currentTest?.state === 'failed') await platform.keepArtifacts(this.currentTest.title);
    });
    after(async () => {
      await registry?.[Symbol.asyncDispose]();
      await platform?.[Symbol.asyncDispose]();
      rmSync(data, { recursive: true, force: true });
    });
    define(() => ({ platform, registry }));
  });

type Shown = { nodeId: string; state: string; imageId: string };

describeWithRegistry('images of a registry', 1, (on) => {
  const lading = (...words: string[]) => on().platform.first.lading(...words);
  const said = (...words: string[]) => on().platform.first.said(...words);

  it('are pulled, and what is here is not pulled again', async () => {
    const first = await said('pull', image);
    assert.deepEqual([first.code, first.out], [0, `${image}\n`]);
    assert.match(first.err, /^localhost:5000\/team\/box:1 on n1\n[0-9a-f]{12}: (?:pulled|there already) \(.*\)\ndigest: sha256:[0-9a-f]{64}\npulled \(/);
    assert.match((await said('pull', image)).err, /is up to date \(nothing had to be moved\)\n$/);
  });

  it('are pulled by run when they are missing, unless that is not wanted', async () => {
    await lading('image', 'rm', image);
    const { code, err } = await said('run', '--rm', '--pull', 'never', image, 'true');
    assert.deepEqual([code, err], [125, `lading: No such image: ${image}\n`]);
    assert.equal(await lading('run', '--rm', image, 'echo', 'pulled'), 'pulled\n');
  });

  it('are pulled by up when they are missing, as its plan says before', async () => {
    await lading('image', 'rm', image);
    const file = writeProject(on().platform, `name: pulls\nservices:\n  one: {image: "${image}", command: sleep 1000, stop_grace_period: 0s}\n  two: {image: "${image}", command: sleep 1000, stop_grace_period: 0s}\n`);
    const planned = await lading('-f', file, 'plan');
    assert.equal(planned.match(/^image localhost:5000\/team\/box:1: pull \(missing\)$/gm)?.length, 1, planned);
    await lading('-f', file, 'up', '-d');
    assert.match((await said('-f', file, 'up', '-d')).err, /nothing to do/);
    assert.doesNotMatch(await lading('-f', file, 'plan'), /pull/);
    await lading('-p', 'pulls', 'down');
  });

  it('that are always pulled come again when their name means another one there', async () => {
    const { first } = on().platform;
    const name = 'localhost:5000/team/moves:1';
    const tag = (source: string): Promise<unknown> => first.api('POST', `/images/${encodeURIComponent(source)}/tag?repo=localhost:5000/team/moves&tag=1`);
    const small = join(first.state, 'small.tar');
    writeFileSync(small, await tarOf([]));
    await lading('image', 'import', '--rootfs', small, 'small');
    for (const source of [image, 'small']) {
      await tag(source);
      await lading('push', '-q', name);
    }
    await tag(image);
    const file = (policy: string): string => writeProject(on().platform, `name: moves\nservices:\n  one: {image: "${name}", command: [busybox, sleep, "1000"], stop_grace_period: 0s, pull_policy: ${policy}}\n`);
    await lading('-f', file('missing'), 'up', '-d');
    assert.match(await lading('-f', file('always'), 'plan'), /^image localhost:5000\/team\/moves:1: pull \(pull_policy is always\)\nservice one: recreate with 1 replica/m);
    await lading('-f', file('always'), 'up', '-d');
    assert.match((await said('-f', file('always'), 'up', '-d')).err, /nothing to do/);
    const imageOf = async (name: string): Promise<string> => (await first.api<{ Id: string }>('GET', `/images/${name}/json`)).body.Id;
    const { body } = await first.api<{ items: { spec: { imageId: string } }[] }>('GET', '/api/v1/containers?project=moves');
    assert.deepEqual(body.items.map(({ spec }) => spec.imageId), [await imageOf('small')]);
    await lading('-p', 'moves', 'down');
  });

  it('are pulled by up when --pull says so, over what the file says, or when their name is older than it says', async () => {
    const { first } = on().platform;
    const name = 'localhost:5000/team/aged:1';
    const point = async (source: string): Promise<void> => void (await first.api('POST', `/images/${encodeURIComponent(source)}/tag?repo=localhost:5000/team/aged&tag=1`));
    for (const source of [image, 'small']) {
      await point(source);
      await lading('push', '-q', name);
    }
    await point(image);
    const file = (policy: string): string => writeProject(on().platform, `name: aged\nservices:\n  one: {image: "${name}", command: [busybox, sleep, "1000"], stop_grace_period: 0s, pull_policy: ${policy}}\n`);
    const planned = async (policy: string, ...words: string[]): Promise<string> => lading('-f', file(policy), 'plan', ...words);
    const pulled = /^image localhost:5000\/team\/aged:1: pull/m;
    assert.doesNotMatch(await planned('missing'), pulled);
    assert.doesNotMatch(await planned('daily'), pulled);
    assert.match(await planned('every_0s'), /: pull \(its name was set longer ago than pull_policy says\)/);
    assert.match(await planned('missing', '--pull', 'always'), /: pull \(--pull is always\)/);
    assert.doesNotMatch(await planned('always', '--pull', 'missing'), pulled);
    assert.match((await said('-f', file('always'), 'up', '-d', '--pull', 'often')).err, /"often" is no way to pull: use always, missing, never/);
    await lading('image', 'rm', name);
    assert.match((await said('-f', file('always'), 'up', '-d', '--pull', 'never')).err, /is not here, and --pull is never/);
  });

  it('come and go with all their tags', async () => {
    const tag = (name: string): Promise<unknown> => on().platform.first.api('POST', `/images/${encodeURIComponent(image)}/tag?repo=localhost:5000/team/many&tag=${name}`);
    for (const name of ['1', '2', 'latest']) await tag(name);
    const names = ['1', '2', 'latest'].map((name) => `localhost:5000/team/many:${name}`);
    assert.equal(await lading('push', '-qa', 'localhost:5000/team/many'), names.map((name) => `${name}\n`).join(''));
    for (const name of names) await lading('image', 'rm', name);
    assert.deepEqual((await lading('pull', '-qa', 'localhost:5000/team/many')).trim().split('\n').sort(), names);
    for (const name of names) await lading('image', 'rm', name);
    // As Docker's command asks with -a: a name without a tag.
    const docker = (path: string): string => execFileSync('curl', ['-sS', '--unix-socket', join(on().platform.first.run, 'docker.sock'), '-X', 'POST', `http://x${path}`], { encoding: 'utf8' });
    assert.equal(docker('/images/create?fromImage=localhost:5000/team/many').split('Status: Downloaded newer image for localhost:5000/team/many:').length - 1, 3);
    assert.equal(docker('/images/localhost:5000/team/many/push').split('"aux":{"Tag":').length - 1, 3);
    const listed = await lading('image', 'ls', '--format', '{{.Repository}}:{{.Tag}}');
    for (const name of names) assert.ok(listed.includes(`${name}\n`), listed);
    assert.match((await said('pull', '-a', 'localhost:5000/team/many:1')).err, /tag can't be used with all tags/);
    assert.match((await said('pull', '-a', 'localhost:5000/team/nothing')).err, /localhost:5000/);
    assert.match((await said('push', '-a', 'localhost:5000/team/nothing')).err, /does not exist locally/);
  });

  it('that no registry has are told before anything is done', async () => {
    const file = writeProject(on().platform, 'name: absent\nservices:\n  one: {image: "localhost:5000/team/box:none"}\n  two: {image: "localhost:5009/x"}\n  three: {image: "localhost:5000/x", pull_policy: never}\n');
    const { code, err } = await said('-f', file, 'up', '-d');
    assert.equal(code, 1);
    assert.match(err, /services\.one\.image: localhost:5000\/team\/box:none is not here, and its registry does not give it: localhost:5000\/team\/box: manifest none: MANIFEST_UNKNOWN: manifest unknown/);
    assert.match(err, /services\.two\.image: localhost:5009\/x is not here, and its registry does not give it: .*refuses connections/);
    assert.match(err, /services\.three\.image: localhost:5000\/x is not here, and pull_policy is never/);
  });

  it('want the login that was given, which is kept for later, and forgotten when asked to', async () => {
    const { first } = on().platform;
    await using guarded = await openDockerRegistry({ netns: first.netns, address: '127.0.0.1:5001', login: true });
    const config = join(first.state, 'docker-config');
    first.environment.DOCKER_CONFIG = config;
    await first.api('POST', `/images/${image}/tag?repo=${guarded.host}/mine&tag=1`);
    const mine = `${guarded.host}/mine:1`;
    assert.match((await said('push', mine)).err, /needs a login/);
    assert.match((await said('login', '-u', 'me', '-p', 'wrong', guarded.host)).err, /needs a login/);
    assert.equal(await lading('login', '-u', 'me', '-p', 'top:secret', guarded.host), 'Login Succeeded\n');
    assert.equal(statSync(join(config, 'config.json')).mode & 0o777, 0o600);
    await lading('push', mine);
    assert.equal(await lading('logout', guarded.host), `Removed the login for ${guarded.host}\n`);
    assert.match((await said('pull', mine)).err, /needs a login/);
    delete first.environment.DOCKER_CONFIG;
  });

  it('come from a mirror that the settings name, though their own registry is nowhere', async () => {
    const { first } = on().platform;
    const pid = Number(readFileSync(join(first.run, 'daemon.pid'), 'utf8'));
    process.kill(pid, 'SIGTERM');
    await until('it has ended', () => !existsSync(`/proc/${pid}`));
    await first.start(['daemon'], { LADING_REGISTRY_MIRRORS: 'registry.test=http://127.0.0.1:5000', LADING_REGISTRY_LISTEN: '127.0.0.1:5050' });
    assert.equal(await lading('pull', '-q', 'registry.test/team/box:1'), 'registry.test/team/box:1\n');
    assert.match((await said('pull', 'registry.test/team/none:1')).err, /registry\.test has no address: check its name and this machine's DNS|the address of registry\.test could not be asked for/);
  });

  it("go to the platform's own registry as to any other, and come from it", async () => {
    await on().platform.first.api('POST', `/images/${image}/tag?repo=localhost:5050/team/own&tag=1`);
    await lading('push', 'localhost:5050/team/own:1');
    assert.equal(await lading('run', '--rm', '--pull', 'never', 'team/own:1', 'echo', 'pushed'), 'pushed\n');
    await lading('image', 'rm', 'localhost:5050/team/own:1');
    assert.match((await said('pull', 'localhost:5050/team/own:1')).err, /nothing had to be moved/);
  });

  it('are found by their names', async () => assert.equal(await lading('search', '-q', 'localhost:5000/bo'), 'localhost:5000/team/box\n'));
});

describeWithRegistry('large images of a registry', 1, (on) => {
  const lading = (...words: string[]) => on().platform.first.lading(...words);
  const said = (...words: string[]) => on().platform.first.said(...words);
  const state = (folder: string): string[] => readdirSync(join(on().platform.first.state, folder));
  const ends = async (outcome: string): Promise<number> => (await lading('events', '--since', '1', '--format', 'json')).split('\n').filter((line) => line.includes('TransferEnded') && line.includes(`"${outcome}"`)).length;
  const killAndRestart = async (): Promise<void> => {
    const { first } = on().platform;
    const pid = Number(readFileSync(join(first.run, 'daemon.pid'), 'utf8'));
    process.kill(pid, 'SIGKILL');
    await until('it is gone', () => !existsSync(`/proc/${pid}`));
    await first.start(['daemon']);
  };

  for (const [tag, when, seen] of [
    ['1', 'bytes come in', () => state('blobs/partial').length > 0],
    ['2', 'a layer is unpacked', () => state('staging').length > 0],
  ] as const)
    it(`come by the next pull, and nothing half made is left, when the daemon was killed while ${when}`, async () => {
      const image = `localhost:5000/team/large:${tag}`;
      const pulling = said('pull', image);
      await until(when, seen, 30_000);
      await killAndRestart();
      assert.notEqual((await pulling).code, 0);
      assert.deepEqual(state('staging'), []);
      assert.equal(await lading('pull', '-q', image), `${image}\n`);
      assert.equal(await lading('run', '--rm', image, 'busybox', 'echo', 'whole'), 'whole\n');
      assert.deepEqual([state('blobs/partial'), state('staging')], [[], []]);
    });

  it('go to a registry by the next push, when the daemon was killed in the middle of one', async () => {
    const { first } = on().platform;
    const data = mkdtempSync('/var/tmp/lading-registry-data-');
    await using other = await openDockerRegistry({ netns: first.netns, address: '127.0.0.1:5002', data });
    const image = `${other.host}/team/large:1`;
    await first.api('POST', `/images/localhost:5000/team/large:1/tag?repo=${other.host}/team/large&tag=1`);
    const uploads = join(data, 'docker/registry/v2/repositories/team/large/_uploads');
    const pushing = said('push', image);
    await until('bytes go out', () => existsSync(uploads) && readdirSync(uploads).length > 0, 30_000);
    await killAndRestart();
    assert.notEqual((await pushing).code, 0);
    assert.equal(await lading('push', '-q', image), `${image}\n`);
    assert.match((await said('pull', image)).err, /is up to date/);
    rmSync(data, { recursive: true });
  });

  it('come although the log is away for a moment', async () => {
    const { first } = on().platform;
    const pulling = said('pull', 'localhost:5000/team/large:4');
    await until('bytes come in', () => state('blobs/partial').length > 0, 30_000);
    process.kill(Number(readFileSync(join(first.run, 'nats.pid'), 'utf8')), 'SIGKILL');
    const { code, err } = await pulling;
    assert.equal(code, 0, err);
    assert.equal(await lading('run', '--rm', 'localhost:5000/team/large:4', 'busybox', 'echo', 'whole'), 'whole\n');
  });

  it('are not pulled on when nobody waits for them any more', async () => {
    const child = spawn(process.execPath, [join(import.meta.dirname, '../../tools/cli/main.ts'), 'pull', 'localhost:5000/team/large:3'], { env: on().platform.first.environment, stdio: 'ignore' });
    await until('bytes come in', () => state('blobs/partial').length > 0, 30_000);
    const ended = once(child, 'exit');
    child.kill('SIGINT');
    await ended;
    await until('it was cancelled', async () => (await ends('cancelled')) === 1);
    assert.match((await said('image', 'ls')).out, /^(?!.*large +3)/s);
  });

  it('that were not brought to their end are lost in the log', () => until('both are', async () => (await ends('lost')) === 3, 40_000));

  it('stay within the memory that the daemon is to have', async () => {
    const { first } = on().platform;
    const pid = Number(readFileSync(join(first.run, 'daemon.pid'), 'utf8'));
    await lading('pull', '-q', 'localhost:5000/team/large:3');
    const peakKb = Number(/^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
    assert.ok(peakKb < 300 * 1024, `${Math.round(peakKb / 1024)} MB at its peak`);
  });
}, async (host) => {
  for (const tag of ['1', '2', '3', '4']) await pushLarge(`${host}/team/large:${tag}`, 3, 40 * 2 ** 20);
});

describeWithRegistry('an image that one of three machines has pulled', 3, (on) => {
  it('runs on all of them while the registry is gone', async () => {
    const { platform, registry } = on();
    await platform.first.lading('pull', '-q', image);
    await registry.stop();
    const file = writeProject(platform, `name: spread\nservices:\n  web: {image: "${image}", command: sleep 1000, stop_grace_period: 0s, scale: 3}\n`);
    await platform.first.lading('-f', file, 'up', '-d');
    const { body } = await platform.first.api<{ items: Shown[] }>('GET', '/api/v1/containers?project=spread');
    assert.deepEqual(body.items.map(({ nodeId, state }) => `${nodeId} ${state}`).sort(), ['n1 running', 'n2 running', 'n3 running']);
    await platform.first.lading('-p', 'spread', 'down');
  });
});
