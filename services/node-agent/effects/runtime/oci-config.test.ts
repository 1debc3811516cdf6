import assert from 'node:assert/strict';
import { ContainerSpec, Resources } from '#proto/container.ts';
import type { Machine } from './machine.ts';
import { encodeOci, ociConfig, type Lookups } from './oci-config.ts';
import { mergeEnvironment } from './oci-process.ts';
import type { PreparedContainer } from './port.ts';

const emptySpec = ContainerSpec.decode(new Uint8Array());
const noLimits = Resources.decode(new Uint8Array());

const machine: Machine = {
  cgroupVersion: 2,
  swapAccounting: true,
  boundingCapabilities: ['CAP_CHOWN', 'CAP_KILL', 'CAP_NET_ADMIN'],
  hardLimits: { RLIMIT_NOFILE: 20000 },
  oomScoreAdj: -100,
  hostname: 'machine',
  processors: 1,
  cpus: '0',
  memoryNodes: '0',
  blockIoWeight: false,
  initProgram: '/usr/bin/tini-static',
};

const lookups: Lookups = {
  machine,
  user: { uid: 0, gid: 0, additionalGids: [0], home: '/root' },
  devices: [],
  security: { noNewPrivileges: false, systemPathsUnconfined: false, seccomp: 'default' },
  seccomp: { bpfBase64: 'QUJD' },
  cgroupParent: '/lading',
};

const container = (spec: Partial<ContainerSpec>, rest: Partial<PreparedContainer> = {}): PreparedContainer => ({
  containerId: '0123456789abcdef0123456789abcdef',
  run: 1,
  rootfs: '/rootfs',
  netns: '/run/netns/x',
  mounts: [],
  ...rest,
  spec: { ...emptySpec, ...spec },
});
const make = (spec: Partial<ContainerSpec> = {}, rest: Partial<PreparedContainer> = {}, facts: Partial<Lookups> = {}) =>
  ociConfig(container(spec, rest), { ...lookups, ...facts });

describe('an OCI configuration', () => {
  it('runs entrypoint and command, as Docker’s environment and short id have it', () => {
    const config = make({ entrypoint: ['/entry'], command: ['a', 'b'], environment: ['X=1'] });
    assert.deepEqual(config.process.args, ['/entry', 'a', 'b']);
    assert.deepEqual(config.process.env, ['PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin', 'HOSTNAME=0123456789ab', 'HOME=/root', 'X=1']);
    assert.equal(config.hostname, '0123456789ab');
    assert.equal(config.process.cwd, '/');
    assert.equal(config.linux.cgroupsPath, '/lading/0123456789abcdef0123456789abcdef');
    assert.deepEqual(config.annotations, { 'run.oci.seccomp_bpf_data': 'QUJD' });
  });

  it('lets what the user sets win over the defaults, and has TERM on a terminal only', () => {
    const { env } = make({ tty: true, environment: ['PATH=/mine', 'HOME=/there', 'EMPTY='] }).process;
    assert.deepEqual(env, ['PATH=/mine', 'HOSTNAME=0123456789ab', 'TERM=xterm', 'HOME=/there', 'EMPTY=']);
  });

  it('has the machine’s name on the machine’s network', () => {
    const { netns: _, ...onHost } = container({});
    assert.equal(ociConfig(onHost, lookups).hostname, 'machine');
  });

  it('puts init before the command where the machine has one', () => {
    const config = make({ command: ['sleep'], init: true });
    assert.deepEqual(config.process.args, ['/dev/init', '--', 'sleep']);
    assert.deepEqual(config.mounts.at(-1), { destination: '/dev/init', type: 'bind', source: '/usr/bin/tini-static', options: ['bind', 'ro', 'rprivate'] });
    const { initProgram: _, ...without } = machine;
    assert.deepEqual(make({ command: ['sleep'], init: true }, {}, { machine: without }).process.args, ['sleep']);
  });

  it('gives root the granted capabilities, others none in effect, and nobody inheritable ones', () => {
    assert.deepEqual(make().process.capabilities, {
      bounding: ['CAP_CHOWN', 'CAP_KILL'], effective: ['CAP_CHOWN', 'CAP_KILL'], permitted: ['CAP_CHOWN', 'CAP_KILL'], inheritable: [], ambient: [],
    });
    const user = { uid: 5, gid: 5, additionalGids: [5], home: '/' };
    assert.deepEqual(make({}, {}, { user }).process.capabilities.effective, []);
  });

  it('has namespaces of its own, joins those it is told to, and the machine’s where asked', () => {
    const types = (spec: Partial<ContainerSpec>, rest = {}) => make(spec, rest).linux.namespaces.map(({ type, path }) => (path ? `${type}=${path}` : type));
    assert.deepEqual(types({}), ['mount', 'uts', 'cgroup', 'pid', 'ipc', 'network=/run/netns/x']);
    assert.deepEqual(types({ pidMode: 'host', ipcMode: 'host' }), ['mount', 'uts', 'cgroup', 'network=/run/netns/x']);
    assert.deepEqual(types({}, { joinPid: 7, joinIpc: 8 }), ['mount', 'uts', 'cgroup', 'pid=/proc/7/ns/pid', 'ipc=/proc/8/ns/ipc', 'network=/run/netns/x']);
  });

  it('masks what tells of the machine, unless privileged or told otherwise', () => {
    assert.ok(make().linux.maskedPaths.includes('/sys/devices/system/cpu/cpu0/thermal_throttle'));
    assert.equal(make().linux.maskedPaths.length, 13);
    assert.deepEqual(make().linux.readonlyPaths, ['/proc/bus', '/proc/fs', '/proc/irq', '/proc/sys', '/proc/sysrq-trigger']);
    assert.deepEqual(make({ privileged: true }).linux.maskedPaths, []);
    assert.deepEqual(make({}, {}, { security: { ...lookups.security, systemPathsUnconfined: true } }).linux.readonlyPaths, []);
  });

  it('mounts parents before children, the user’s in place of a default', () => {
    const mounts = [
      { source: '/b', target: '/data/sub', readOnly: true, propagation: '' },
      { source: '/a', target: '/data', readOnly: false, propagation: 'rslave' },
      { source: '/c', target: '/dev/shm', readOnly: false, propagation: '' },
    ];
    const config = make({}, { mounts });
    assert.deepEqual(config.mounts.map(({ destination }) => destination), ['/proc', '/dev', '/dev/pts', '/sys', '/sys/fs/cgroup', '/dev/mqueue', '/data', '/data/sub', '/dev/shm']);
    assert.deepEqual(config.mounts.find(({ source }) => source === '/b')?.options, ['rbind', 'ro', 'rro', 'rprivate']);
    assert.deepEqual(config.mounts.find(({ source }) => source === '/a')?.options, ['rbind', 'rw', 'rslave']);
    assert.equal(config.linux.rootfsPropagation, 'rslave');
  });

  it('writes limits as the kernel wants them, an unlimited one digit by digit', () => {
    const ulimits = [{ name: 'nofile', soft: 1024, hard: 1e6 }, { name: 'core', soft: -1, hard: -1 }];
    const text = encodeOci(make({ ulimits }).process.rlimits);
    assert.equal(text, '[{"type":"RLIMIT_NOFILE","soft":1024,"hard":20000},{"type":"RLIMIT_CORE","soft":18446744073709551615,"hard":18446744073709551615}]');
  });

  it('never asks for a lower oom score than the agent’s', () => {
    assert.equal(make({ oomScoreAdj: -500 }).process.oomScoreAdj, -100);
    assert.equal(make({ oomScoreAdj: 300 }).process.oomScoreAdj, 300);
  });

  it('translates resources, with as much swap as memory unless said', () => {
    const resources = { ...noLimits, memoryBytes: 1000, nanoCpus: 1.5e9, pidsMax: 5, cpusetCpus: '0' };
    const { devices: _, ...rest } = make({ resources }).linux.resources;
    assert.deepEqual(rest, { memory: { limit: 1000, swap: 2000 }, cpu: { quota: 150_000, period: 100_000, cpus: '0' }, pids: { limit: 5 } });
    const old = make({ resources }, {}, { machine: { ...machine, cgroupVersion: 1, swapAccounting: false } });
    assert.deepEqual(old.linux.resources.memory, { limit: 1000 });
  });

  it('allows the basic devices and those it is given', () => {
    const device = { path: '/dev/x', type: 'c', major: 10, minor: 200, fileMode: 0o600, uid: 0, gid: 0, access: 'rw' } as const;
    const { linux } = make({}, {}, { devices: [device] });
    assert.deepEqual(linux.resources.devices?.at(0), { allow: false, access: 'rwm' });
    assert.deepEqual(linux.resources.devices?.at(-1), { allow: true, type: 'c', major: 10, minor: 200, access: 'rw' });
    assert.deepEqual(linux.devices, [{ path: '/dev/x', type: 'c', major: 10, minor: 200, fileMode: 0o600, uid: 0, gid: 0 }]);
    assert.deepEqual(make({ privileged: true }).linux.resources.devices, [{ allow: true, access: 'rwm' }]);
  });

  it('carries a domain name and kernel settings', () => {
    assert.deepEqual(make({ domainname: 'example.test', sysctls: { 'net.x': '1' } }).linux.sysctl, { 'kernel.domainname': 'example.test', 'net.x': '1' });
  });
});

describe('merged variables', () => {
  it('keep the first place and the last value', () => {
    assert.deepEqual(mergeEnvironment(['A=1', 'B=1'], ['A=2', 'C']), ['A=2', 'B=1', 'C']);
  });
});
