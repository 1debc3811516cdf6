import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { startPlatform, type Platform } from '../harness/platform.ts';
import { until } from '../harness/wait.ts';

type Whole = {
  State: { Health?: { Status: string; FailingStreak: number; Log: { ExitCode: number; Output: string }[] } }; HostConfig: Record<string, unknown>; Config: Record<string, unknown>; GraphDriver: { Data: Record<string, string> | null };
  Mounts: Record<string, unknown>[]; SizeRw?: number; SizeRootFs?: number; HostsPath: string; HostnamePath: string; LogPath: string; ResolvConfPath: string; NetworkSettings: { SandboxKey: string };
};
type Created = { Id: string; Warnings: string[]; message?: string };
type Inspected = { State: { Pid: number }; HostConfig: Record<string, unknown> };

describe("what a container is made of, by Docker's API", function () {
  this.timeout(60_000);
  let platform: Platform;
  before(async () => {
    platform = await startPlatform({ machines: 1 });
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await platform.keepArtifacts(`config ${this.currentTest.title}`);
  });
  after(async () => platform?.[Symbol.asyncDispose]());

  const create = (name: string, body: object) => platform.first.api<Created>('POST', `/v1.51/containers/create?name=${name}`, { Image: 'busybox', ...body });
  const createFor = (name: string) => platform.first.api<Created>('POST', `/v1.51/containers/create?platform=${encodeURIComponent(name)}`, { Image: 'busybox' });
  const run = async (name: string, HostConfig: object, Cmd = ['sleep', '1000'], rest: object = {}): Promise<string> => {
    const { status, body } = await create(name, { Cmd, HostConfig, ...rest });
    assert.equal(status, 201, body.message);
    const started = await platform.first.api<Created>('POST', `/containers/${name}/start`);
    assert.equal(started.status, 204, started.body?.message);
    return body.Id;
  };
  const inside = (name: string, ...words: string[]): Promise<string> => platform.first.lading('exec', name, ...words);

  it('is refused whole, and leaves nothing, for what the node has not got', async () => {
    for (const [HostConfig, message] of [
      [{ NanoCpus: 99e9 }, /^range of CPUs is from 0\.01 to/],
      [{ Mounts: [{ Type: 'bind', Source: '/nope', Target: '/x' }] }, /bind source path does not exist: \/nope$/],
      [{ CapAdd: ['FOO'] }, /^invalid CapAdd: unknown capability: "CAP_FOO"$/],
      [{ VolumesFrom: ['nope'] }, /^No such container: nope$/],
      [{ PidMode: 'container:nope' }, /^No such container: nope$/],
    ] as const) {
      const { status, body } = await create('refused', { HostConfig });
      assert.equal(status, 400);
      assert.match(body.message ?? '', message);
    }
    assert.deepEqual((await platform.first.api('GET', '/containers/json?all=1')).body, []);
    assert.equal((await platform.first.api<{ Volumes: unknown[] | null }>('GET', '/volumes')).body.Volumes?.length ?? 0, 0);
  });

  it('is refused where the image is of another platform', async () => {
    const on = (platform: string) => createFor(platform).then(({ status, body }) => [status, body.message?.replace(/\(linux\/[a-z0-9]+\) does/, '(…) does')]);
    assert.deepEqual(await on('linux/mips64'), [404, 'image with reference busybox was found but its platform (…) does not match the specified platform (linux/mips64)']);
    assert.deepEqual(await on('a b'), [400, '"a b" is an invalid platform: say os/architecture, as linux/amd64']);
  });

  it('is given the platform\'s own socket where it asks for Docker\'s', async function () {
    if (existsSync('/var/run/docker.sock')) this.skip();
    await run('tools', { Mounts: [{ Type: 'bind', Source: '/var/run/docker.sock', Target: '/var/run/docker.sock' }] });
    assert.equal(await inside('tools', 'sh', '-c', 'test -S /var/run/docker.sock && echo there'), 'there\n');
    await platform.first.api('DELETE', '/containers/tools?force=1');
  });

  it('says what is brought down', async () => {
    const { body } = await create('clamped', { HostConfig: { Ulimits: [{ Name: 'nofile', Soft: 1, Hard: -1 }], CgroupParent: '/x', LogConfig: { Type: 'json-file', Config: { tag: 'x' } } } });
    assert.deepEqual(body.Warnings.map((warning) => warning.split(' ').slice(0, 2).join(' ')).sort(), ['CgroupParent has', 'Log options', ...(body.Warnings.some((warning) => warning.startsWith('ulimit')) ? ['ulimit nofile'] : [])]);
    await platform.first.api('DELETE', '/containers/clamped');
  });

  it('changes its limits while it runs', async () => {
    const id = await run('limited', { Memory: 32 * 2 ** 20, NetworkMode: 'none' });
    const updated = await platform.first.api<Created>('POST', '/containers/limited/update', { Memory: 48 * 2 ** 20, PidsLimit: 77, RestartPolicy: { Name: 'on-failure', MaximumRetryCount: 2 } });
    assert.deepEqual([updated.status, updated.body], [200, { Warnings: null }]);
    const { State, HostConfig } = (await platform.first.api<Inspected>('GET', '/containers/limited/json')).body;
    assert.equal(limitOf(State.Pid, 'pids', 'pids.max', 'pids.max'), '77');
    assert.equal(limitOf(State.Pid, 'memory', 'memory.limit_in_bytes', 'memory.max'), String(48 * 2 ** 20));
    assert.deepEqual([HostConfig.Memory, HostConfig.MemorySwap, HostConfig.PidsLimit, HostConfig.RestartPolicy], [48 * 2 ** 20, 64 * 2 ** 20, 77, { Name: 'on-failure', MaximumRetryCount: 2 }]);
    const refused = await platform.first.api<Created>('POST', `/containers/${id}/update`, { Memory: 90 * 2 ** 20 });
    assert.deepEqual([refused.status, /already set memoryswap limit/.test(refused.body.message ?? '')], [409, true]);
    await platform.first.api('POST', '/containers/limited/stop?t=0');
    assert.equal((await platform.first.api('POST', '/containers/limited/update', { PidsLimit: 55 })).status, 200);
    await platform.first.api('POST', '/containers/limited/start');
    const again = (await platform.first.api<Inspected>('GET', '/containers/limited/json')).body;
    assert.equal(limitOf(again.State.Pid, 'pids', 'pids.max', 'pids.max'), '55');
    await platform.first.api('DELETE', '/containers/limited?force=1');
  });

  it('is linked to another, shares its network under its name, and its volumes', async () => {
    await run('web', { Binds: ['shared:/data', '/tmp:/host:ro'] }, ['sh', '-c', 'echo here > /data/file; sleep 1000'], { Hostname: 'webby' });
    await run('linked', { Links: ['web:db'], VolumesFrom: ['web:ro'] });
    assert.match(await inside('linked', 'cat', '/etc/hosts'), /^\d+\.\d+\.\d+\.\d+\tdb [0-9a-f]{12} web$/m);
    assert.equal(await inside('linked', 'cat', '/data/file'), 'here\n');
    assert.match((await platform.first.said('exec', 'linked', 'touch', '/data/x')).err, /Read-only file system/);
    await run('sidecar', { NetworkMode: 'container:web', PidMode: 'container:web' });
    assert.equal(await inside('sidecar', 'hostname'), 'webby\n');
    assert.equal(await inside('sidecar', 'cat', '/etc/hosts'), await inside('web', 'cat', '/etc/hosts'));
    for (const name of ['sidecar', 'linked', 'web']) await platform.first.api('DELETE', `/containers/${name}?force=1`);
  });

  it('mounts an image, or a folder of it, and none of it stays', async () => {
    const { body } = await create('imaged', { HostConfig: { Mounts: [{ Type: 'image', Source: 'nope', Target: '/x' }] } });
    assert.match(body.message ?? '', /^No such image: nope:latest$/);
    await run('imaged', { Mounts: [{ Type: 'image', Source: 'busybox', Target: '/whole' }, { Type: 'image', Source: 'busybox', Target: '/part', ImageOptions: { Subpath: 'bin' } }] });
    assert.equal(await inside('imaged', 'sh', '-c', 'ls /whole/bin/sh /part/sh; touch /whole/x 2>/dev/null || echo read-only'), '/part/sh\n/whole/bin/sh\nread-only\n');
    await platform.first.api('POST', '/containers/imaged/restart?t=0');
    assert.equal(await inside('imaged', 'ls', '/part/sh'), '/part/sh\n');
    await platform.first.api('DELETE', '/containers/imaged?force=1');
    assert.deepEqual(readdirSync(`${platform.first.state}/rootfs`).filter((name) => name.includes('-image-')), []);
  });

  it('finds names on the machine\'s own network as the machine does, and as it was told', async () => {
    await run('onhost', { NetworkMode: 'host', ExtraHosts: ['told:192.0.2.9', 'six:[fd00::1]'], Dns: ['192.0.2.53'], DnsSearch: ['example.test'] });
    const hosts = await inside('onhost', 'cat', '/etc/hosts');
    assert.ok(hosts.startsWith(readFileSync('/etc/hosts', 'utf8').trimEnd()), hosts);
    assert.match(hosts, /^192\.0\.2\.9\ttold\nfd00::1\tsix$/m);
    assert.match(await inside('onhost', 'cat', '/etc/resolv.conf'), /^nameserver 192\.0\.2\.53\nsearch example\.test\n/);
    await platform.first.api('DELETE', '/containers/onhost?force=1');
  });

  it('takes the first free port of a range', async () => {
    const ports = async (name: string): Promise<string | undefined> =>
      (await platform.first.api<{ NetworkSettings: { Ports: Record<string, { HostPort: string }[]> } }>('GET', `/containers/${name}/json`)).body.NetworkSettings.Ports['80/tcp']?.[0]?.HostPort;
    for (const name of ['one', 'two']) await run(name, { PortBindings: { '80/tcp': [{ HostPort: '18080-18081' }] } });
    assert.deepEqual([await ports('one'), await ports('two')], ['18080', '18081']);
    assert.equal((await create('three', { HostConfig: { PortBindings: { '80/tcp': [{ HostPort: '18080-18081' }] } } })).status, 201);
    assert.match((await platform.first.api<Created>('POST', '/containers/three/start')).body.message ?? '', /port is already allocated/);
    for (const name of ['one', 'two', 'three']) await platform.first.api('DELETE', `/containers/${name}?force=1`);
  });

  it('tells its last five probes, its files and its sizes', async () => {
    const Healthcheck = { Test: ['CMD-SHELL', 'echo tried; exit 3'], Interval: 200e6, Timeout: 5e9, Retries: 2 };
    await run('probed', {}, ['sh', '-c', 'head -c 5000 /dev/zero > /five; sleep 1000'], { Healthcheck });
    const look = async (query = ''): Promise<Whole> => (await platform.first.api<Whole>('GET', `/containers/probed/json${query}`)).body;
    const { State } = await until('it was probed six times', async () => {
      const seen = await look();
      return (seen.State.Health?.FailingStreak ?? 0) > 5 && seen;
    });
    assert.equal(State.Health?.Status, 'unhealthy');
    assert.equal(State.Health?.Log.length, 5);
    assert.deepEqual([State.Health?.Log[0]?.ExitCode, State.Health?.Log[0]?.Output], [3, 'tried\n']);
    const whole = await look('?size=1');
    assert.deepEqual([whole.SizeRw, (whole.SizeRootFs ?? 0) > 1_000_000, (await look()).SizeRw], [5000, true, undefined]);
    assert.match(readFileSync(whole.HostsPath, 'utf8'), /localhost/);
    assert.match(readFileSync(whole.HostnamePath, 'utf8'), /^[0-9a-f]{12}\n$/);
    for (const path of [whole.LogPath, whole.ResolvConfPath, whole.GraphDriver.Data?.UpperDir ?? 'none', whole.NetworkSettings.SandboxKey]) assert.ok(existsSync(path), path);
    assert.deepEqual(whole.Config.Healthcheck, Healthcheck);
    await platform.first.api('DELETE', '/containers/probed?force=1');
  });

  it('gives back what was asked, exactly, and Docker\'s defaults for the rest', async () => {
    const asked = {
      Binds: ['/tmp:/host:ro,rslave', 'kept:/kept:nocopy'], Mounts: [{ Type: 'volume', Target: '/anon' }, { Type: 'tmpfs', Target: '/mem', TmpfsOptions: { SizeBytes: 65536 } }], Tmpfs: { '/t': 'size=1m' }, PortBindings: { '80/tcp': [{ HostIp: '', HostPort: '' }] },
      CapAdd: ['NET_ADMIN'], Devices: [{ PathOnHost: '/dev/null', PathInContainer: '/dev/x', CgroupPermissions: 'r' }], ExtraHosts: ['a:1.2.3.4'], LogConfig: { Type: 'json-file', Config: { 'max-size': '1m' } }, Annotations: { a: 'b' }, Memory: 20_000_000,
    };
    const { body } = await create('echoed', { Cmd: ['true'], HostConfig: asked, Labels: { a: '1' }, Volumes: { '/v': {} } });
    const { HostConfig, Mounts, Config } = (await platform.first.api<Whole>('GET', `/containers/${body.Id}/json`)).body;
    for (const [name, value] of Object.entries(asked)) assert.deepEqual(HostConfig[name], value, name);
    assert.deepEqual([HostConfig.MemorySwap, HostConfig.ShmSize, HostConfig.IpcMode, HostConfig.NetworkMode, HostConfig.Dns, HostConfig.PidsLimit], [40_000_000, 67_108_864, 'private', 'bridge', null, null]);
    assert.deepEqual(Mounts.map(({ Type, Destination, Mode, RW, Propagation, Driver }) => [Type, Destination, Mode, RW, Propagation, Driver]).sort(), [
      ['bind', '/host', 'ro,rslave', false, 'rslave', undefined], ['tmpfs', '/mem', '', true, '', undefined], ['volume', '/anon', 'z', true, '', 'local'], ['volume', '/kept', 'nocopy', true, '', 'local'], ['volume', '/v', '', true, '', 'local'],
    ]);
    assert.deepEqual([Config.Volumes, Config.Labels, Config.Cmd, Config.OnBuild], [{ '/v': {} }, { a: '1' }, ['true'], null]);
    await platform.first.api('DELETE', '/containers/echoed?v=1');
  });
});

const limitOf = (pid: number, controller: string, v1: string, v2: string): string => {
  const lines = readFileSync(`/proc/${pid}/cgroup`, 'utf8').split('\n');
  const own = lines.find((line) => line.split(':')[1]?.split(',').includes(controller));
  const path = own === undefined ? `/sys/fs/cgroup${lines[0]?.split(':')[2] ?? ''}/${v2}` : `/sys/fs/cgroup/${controller}${own.split(':')[2] ?? ''}/${v1}`;
  return readFileSync(path, 'utf8').trim();
};
