import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { request } from 'node:http';
import { openDockerd, whyNoDockerd, type Dockerd } from '../harness/dockerd.ts';
import { startPlatform, type Platform } from '../harness/platform.ts';

type Json = null | boolean | number | string | Json[] | { [name: string]: Json };
type Answer = { status: number; body: Json };

/** Each is asked of dockerd and of Lading; both are to answer with the same status and message, or the same warnings. */
const requests: Readonly<Record<string, object>> = {
  'nothing but an image': { Image: 'busybox' },
  'a type that is wrong': { Image: 'busybox', HostConfig: { Memory: 'x' } },
  'an image that is not there': { Image: 'nope' },
  'an environment variable without a name': { Image: 'busybox', Env: ['=x'] },
  'a signal that is none': { Image: 'busybox', StopSignal: 'NOPE' },
  'too little memory': { Image: 'busybox', HostConfig: { Memory: 1000 } },
  'more processors than there are': { Image: 'busybox', HostConfig: { NanoCpus: 999e9 } },
  'processors that are not there': { Image: 'busybox', HostConfig: { CpusetCpus: '999' } },
  'a capability that nobody knows': { Image: 'busybox', HostConfig: { CapAdd: ['FOO'] } },
  'ports on the machine’s network': { Image: 'busybox', HostConfig: { NetworkMode: 'host', PortBindings: { '80/tcp': [{ HostPort: '80' }] } } },
  'a hostname on another’s network': { Image: 'busybox', Hostname: 'x', HostConfig: { NetworkMode: 'container:a' } },
  'a restart policy with auto-remove': { Image: 'busybox', HostConfig: { AutoRemove: true, RestartPolicy: { Name: 'always' } } },
  'two mounts in one place': { Image: 'busybox', HostConfig: { Binds: ['/a:/b', '/c:/b'] } },
  'a mount of nothing': { Image: 'busybox', HostConfig: { Mounts: [{ Type: 'bind', Source: '/nope', Target: '/x' }] } },
  'a weight of disks': { Image: 'busybox', HostConfig: { BlkioWeight: 300 } },
  'no OOM killer': { Image: 'busybox', HostConfig: { OomKillDisable: true } },
  'volumes of nobody': { Image: 'busybox', HostConfig: { VolumesFrom: ['nope'] } },
  'a port out of range': { Image: 'busybox', HostConfig: { PortBindings: { '80/tcp': [{ HostPort: '70000' }] } } },
};

const whole = {
  Image: 'busybox', Cmd: ['sleep', '1000'], Labels: { a: 'b' }, ExposedPorts: { '80/tcp': {} }, Volumes: { '/v': {} }, StopSignal: 'SIGINT', StopTimeout: 3, Healthcheck: { Test: ['CMD', 'true'], Interval: 1e9 },
  HostConfig: {
    NetworkMode: 'none', Binds: ['/tmp:/host:ro', 'kept:/kept:nocopy'], Mounts: [{ Type: 'tmpfs', Target: '/mem' }, { Type: 'volume', Target: '/anon' }], Tmpfs: { '/t': 'size=1m' }, Memory: 20_000_000, MemorySwappiness: 5, CpuShares: 512, PidsLimit: 50,
    CapAdd: ['NET_ADMIN'], SecurityOpt: ['no-new-privileges'], Ulimits: [{ Name: 'nofile', Soft: 10, Hard: 20 }], Sysctls: { 'net.ipv4.ip_forward': '1' }, RestartPolicy: { Name: 'on-failure', MaximumRetryCount: 2 }, LogConfig: { Type: 'json-file', Config: { 'max-size': '1m' } },
    Devices: [{ PathOnHost: '/dev/null', PathInContainer: '/dev/x', CgroupPermissions: 'r' }], DeviceCgroupRules: ['c 1:3 r'], ExtraHosts: ['a:1.2.3.4'], Init: true, ReadonlyRootfs: true, ShmSize: 1_048_576, GroupAdd: ['7'], OomScoreAdj: 100, Annotations: { a: 'b' },
  },
};

/** Ours to say: another runtime, one more control group namespace, one more field. */
const ownFields = ['Node', 'HostConfig.Runtime', 'HostConfig.CgroupnsMode'];

const why = whyNoDockerd();

describe(`create and inspect beside dockerd${why === undefined ? '' : ` [skipped ${why}]`}`, function () {
  this.timeout(120_000);
  let platform: Platform;
  let dockerd: Dockerd;
  before(async function () {
    if (why !== undefined) return this.skip();
    platform = await startPlatform({ machines: 1 });
    dockerd = await openDockerd(platform.first);
    await dockerd.docker('load', '-i', resolve(import.meta.dirname, '../../build/images/busybox-latest.tar'));
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await platform.keepArtifacts(`dockerd ${this.currentTest.title}`);
  });
  after(async () => {
    await dockerd?.close();
    await platform?.[Symbol.asyncDispose]();
  });

  const both = (method: string, path: string, body?: object): Promise<[Answer, Answer]> =>
    Promise.all([ask(dockerd.socket, method, path, body), ask(`${platform.first.run}/docker.sock`, method, path, body)]);

  for (const [name, body] of Object.entries(requests))
    it(`answers as dockerd does: ${name}`, async () => {
      const [theirs, ours] = await both('POST', '/v1.51/containers/create', body);
      assert.deepEqual({ ...ours, body: withoutId(ours.body) }, { ...theirs, body: withoutId(theirs.body) });
    });

  it('shows a container with the same fields, of the same types, and the same values where they should agree', async () => {
    for (const { status, body } of await both('POST', '/v1.51/containers/create?name=whole', whole)) assert.equal(status, 201, JSON.stringify(body));
    const [theirs, ours] = await both('GET', '/v1.51/containers/whole/json');
    assert.deepEqual(typesOf(ours.body), typesOf(theirs.body));
    const agreeing = ({ body }: Answer): Json => {
      const { HostConfig, Config, State, Name, Path, Args, RestartCount, Platform: os, Driver } = body as Record<string, Record<string, Json>>;
      const { Runtime: _, CgroupnsMode: __, MaskedPaths, ...host } = HostConfig ?? {};
      return { HostConfig: { ...host, MaskedPaths: [...((MaskedPaths ?? []) as string[])].sort() }, Config: { ...Config, Hostname: '' }, State, Name, Path, Args, RestartCount, Platform: os, Driver } as unknown as Json;
    };
    assert.deepEqual(agreeing(ours), agreeing(theirs));
    const mounts = ({ body }: Answer): Json[] => ((body as { Mounts: Record<string, Json>[] }).Mounts ?? []).map(({ Source: _, Name: __, ...rest }) => rest as Json).sort((one, other) => JSON.stringify(one).localeCompare(JSON.stringify(other)));
    assert.deepEqual(mounts(ours), mounts(theirs));
  });
});

const ask = (socketPath: string, method: string, path: string, body?: object): Promise<Answer> =>
  new Promise((done, fail) => {
    const text = body && JSON.stringify(body);
    const asking = request({ socketPath, method, path, headers: text === undefined ? {} : { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(text) } }, (response) => {
      let said = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (said += chunk)).once('end', () => done({ status: response.statusCode ?? 0, body: said === '' ? null : (JSON.parse(said) as Json) }));
    });
    asking.once('error', fail);
    asking.end(text);
  });

const withoutId = (body: Json): Json => (typeof body === 'object' && body !== null && 'Id' in body ? { ...body, Id: '' } : body);

/** Every field by its path, with its type; lists are looked into by their first item. */
const typesOf = (value: Json, path = ''): Record<string, string> => {
  if (ownFields.includes(path)) return {};
  if (Array.isArray(value)) return { [path]: 'list', ...(path === 'Mounts' || value[0] === undefined ? {} : typesOf(value[0], `${path}[]`)) };
  if (typeof value !== 'object' || value === null) return { [path]: value === null ? 'null' : typeof value };
  return Object.assign({ [path]: 'object' }, ...Object.entries(value).map(([name, inner]) => typesOf(inner, path === '' ? name : `${path}.${name}`))) as Record<string, string>;
};
