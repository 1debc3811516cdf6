import assert from 'node:assert/strict';
import { Rejection } from '#kernel/rejection.ts';
import { specOf } from './spec.ts';

const refusal = (body: unknown): string => {
  try {
    specOf(body);
  } catch (error) {
    if (error instanceof Rejection && error.code === 'INVALID') return error.message;
    throw error;
  }
  return 'taken';
};
const host = (HostConfig: object): object => ({ Image: 'busybox', HostConfig });
const mounts = (...Mounts: object[]): object => host({ Mounts });

/** What dockerd 28.5 answers to the same bodies. */
const refused: readonly (readonly [body: unknown, message: string])[] = [
  [{}, 'config cannot be empty in order to create a container'],
  [[], 'invalid JSON: json: cannot unmarshal array into Go value of type object'],
  [{ Image: 5 }, 'invalid JSON: json: cannot unmarshal number into Go struct field .Image of type string'],
  [{ Image: 'busybox', Labels: ['a'] }, 'invalid JSON: json: cannot unmarshal array into Go struct field .Labels of type map[string]string'],
  [{ Image: 'UPPER' }, 'invalid reference format: UPPER: repository name must be lowercase'],
  [host({ Memory: 'x' }), 'invalid JSON: json: cannot unmarshal string into Go struct field .HostConfig.Memory of type int64'],
  [host({ Init: 'x' }), 'invalid JSON: json: cannot unmarshal string into Go struct field .HostConfig.Init of type bool'],
  [{ Image: 'busybox', Env: ['=x'] }, 'invalid environment variable: =x'],
  [{ Image: 'busybox', WorkingDir: 'rel' }, "the working directory 'rel' is invalid, it needs to be an absolute path"],
  [{ Image: 'busybox', StopSignal: 'NOPE' }, 'invalid signal: NOPE'],
  [{ Image: 'busybox', Healthcheck: { Test: ['CMD', 'true'], Interval: 1 } }, 'Interval in Healthcheck cannot be less than 1ms'],
  [{ Image: 'busybox', Healthcheck: { Test: ['CMD', 'true'], StartInterval: 1 } }, 'StartInterval in Healthcheck cannot be less than 1ms'],
  [{ Image: 'busybox', Healthcheck: { Test: ['CMD', 'true'], Retries: -1 } }, 'Retries in Healthcheck cannot be negative'],
  [host({ Memory: 1_000_000 }), 'Minimum memory limit allowed is 6MB'],
  [host({ Memory: 20_000_000, MemorySwap: 10_000_000 }), 'Minimum memoryswap limit should be larger than memory limit, see usage'],
  [host({ MemorySwap: 10_000_000 }), 'You should always set the Memory limit when using Memoryswap limit, see usage'],
  [host({ Memory: 20_000_000, MemoryReservation: 30_000_000 }), 'Minimum memory limit can not be less than memory reservation limit, see usage'],
  [host({ MemorySwappiness: 101 }), 'Invalid value: 101, valid memory swappiness range is 0-100'],
  [host({ NanoCpus: 1e9, CpuQuota: 50_000 }), 'Conflicting options: Nano CPUs and CPU Quota cannot both be set'],
  [host({ CpuPeriod: 10 }), 'CPU cfs period can not be less than 1ms (i.e. 1000) or larger than 1s (i.e. 1000000)'],
  [host({ CpuQuota: 10 }), 'CPU cfs quota can not be less than 1ms (i.e. 1000)'],
  [host({ CpuShares: -1 }), 'invalid CPU shares (-1): value must be a positive integer'],
  [host({ OomScoreAdj: 5000 }), 'Invalid value 5000, range for oom score adj is [-1000, 1000]'],
  [host({ LogConfig: { Type: 'json-file', Config: { foo: 'bar' } } }), "unknown log opt 'foo' for json-file log driver"],
  [host({ LogConfig: { Type: 'local', Config: { labels: 'x' } } }), "unknown log opt 'labels' for log driver local"],
  [host({ LogConfig: { Type: 'json-file', Config: { mode: 'xx' } } }), 'logger: logging mode not supported: xx'],
  [host({ RestartPolicy: { Name: 'foo' } }), "invalid restart policy: unknown policy 'foo'; use one of 'no', 'always', 'on-failure', or 'unless-stopped'"],
  [host({ RestartPolicy: { Name: 'always', MaximumRetryCount: 3 } }), "invalid restart policy: maximum retry count can only be used with 'on-failure'"],
  [host({ RestartPolicy: { Name: 'always' }, AutoRemove: true }), "can't create 'AutoRemove' container with restart policy"],
  [host({ NetworkMode: 'container:' }), 'invalid network mode: invalid container format container:<name|id>'],
  [{ Image: 'busybox', Hostname: 'x', HostConfig: { NetworkMode: 'container:a' } }, 'conflicting options: hostname and the network mode'],
  [host({ NetworkMode: 'container:a', PublishAllPorts: true }), 'conflicting options: port publishing and the container type network mode'],
  [host({ NetworkMode: 'container:a', Dns: ['1.1.1.1'] }), 'conflicting options: dns and the network mode'],
  [host({ NetworkMode: 'container:a', Links: ['a:b'] }), "conflicting options: container type network can't be used with links. This would result in undefined behavior"],
  [host({ NetworkMode: 'host', Links: ['a:b'] }), "conflicting options: host type networking can't be used with links. This would result in undefined behavior"],
  [{ Image: 'busybox', Hostname: 'x', HostConfig: { UTSMode: 'host' } }, 'conflicting options: hostname and the UTS mode'],
  [host({ UTSMode: 'foo' }), 'invalid UTS mode: foo'],
  [host({ PidMode: 'container:' }), 'invalid PID mode: container:'],
  [host({ IpcMode: 'foo' }), 'invalid IPC mode: foo'],
  [host({ CgroupnsMode: 'foo' }), 'invalid cgroup namespace mode: foo'],
  [host({ Isolation: 'hyperv' }), "invalid isolation (hyperv): linux only supports 'default'"],
  [host({ Runtime: 'foo' }), 'unknown or invalid runtime name: foo'],
  [host({ PortBindings: { 'x/tcp': [{ HostPort: '80' }] } }), 'invalid port specification: "x"'],
  [host({ PortBindings: { '80/tcp': [{ HostPort: '8010-8000' }] } }), 'invalid port specification: "8010-8000"'],
  [host({ PortBindings: { '80/tcp': [{ HostPort: '70000' }] } }), 'invalid port specification: "70000"'],
  [host({ Binds: ['rel:rel'] }), "invalid volume specification: 'rel:rel': invalid mount config for type \"volume\": invalid mount path: 'rel' mount path must be absolute"],
  [host({ Binds: ['/a:/b:foo'] }), 'invalid mode: foo'],
  [host({ Binds: ['/a:/b:ro,rw'] }), 'invalid mode: ro,rw'],
  [host({ Binds: ['/a:/b:ro:x'] }), "invalid volume specification: '/a:/b:ro:x'"],
  [host({ Binds: ['/a:/b', '/c:/b'] }), 'Duplicate mount point: /b'],
  [host({ Binds: ['/a:/'] }), "invalid volume specification: '/a:/': invalid mount config for type \"bind\": invalid specification: destination can't be '/'"],
  [host({ Binds: ['/a:/b:nocopy'] }), "invalid volume specification: '/a:/b:nocopy': invalid mount config for type \"bind\": field VolumeOptions must not be specified"],
  [host({ Binds: ['./x:/y'] }), 'create ./x: "./x" includes invalid characters for a local volume name, only "[a-zA-Z0-9][a-zA-Z0-9_.-]" are allowed. If you intended to pass a host directory, use absolute path'],
  [mounts({ Type: 'foo', Target: '/x' }), 'invalid mount config for type "foo": mount type unknown'],
  [mounts({ Type: 'volume' }), 'invalid mount config for type "volume": field Target must not be empty'],
  [mounts({ Type: 'bind', Target: '/x' }), 'invalid mount config for type "bind": field Source must not be empty'],
  [mounts({ Type: 'bind', Source: 'x', Target: '/x' }), "invalid mount config for type \"bind\": invalid mount path: 'x' mount path must be absolute"],
  [mounts({ Type: 'bind', Source: '/tmp', Target: '/x', VolumeOptions: {} }), 'VolumeOptions must not be specified on mount type "bind"'],
  [mounts({ Type: 'bind', Source: '/tmp', Target: '/x', BindOptions: { Propagation: 'foo' } }), 'invalid mount config for type "bind": invalid propagation mode: foo'],
  [mounts({ Type: 'volume', Source: 'v', Target: '/x', VolumeOptions: { Subpath: '../x' } }), 'invalid mount config for type "volume": subpath must be a relative path within the volume'],
  [mounts({ Type: 'tmpfs', Source: 'v', Target: '/x' }), 'invalid mount config for type "tmpfs": field Source must not be specified'],
  [mounts({ Type: 'tmpfs', Target: '/x', TmpfsOptions: { Options: [['uid', '5']] } }), 'invalid mount config for type "tmpfs": invalid option: uid'],
  [mounts({ Type: 'tmpfs', Target: '/x' }, { Type: 'tmpfs', Target: '/x' }), 'Duplicate mount point: /x'],
  [host({ Tmpfs: { rel: '' } }), "invalid mount path: 'rel' mount path must be absolute"],
  [host({ Tmpfs: { '/x': '' }, Binds: ['/a:/x'] }), 'Duplicate mount point: /x'],
  [host({ ExtraHosts: ['foo'] }), 'bad format for add-host: "foo"'],
  [host({ ExtraHosts: ['foo:bar'] }), 'invalid IP address in add-host: "bar"'],
  [host({ ShmSize: -1 }), 'SHM size can not be less than 0'],
  [host({ Annotations: { '': 'x' } }), "invalid Annotations: the empty string is not permitted as an annotation key"],
];

describe('the body of create', () => {
  for (const [body, message] of refused) it(`is refused: ${JSON.stringify(body).slice(0, 90)}`, () => assert.equal(refusal(body), message));

  it('is refused for what the machine could only fail at when it starts', () => {
    assert.match(refusal(host({ Sysctls: { 'vm.swappiness': '1' } })), /is not in a separate kernel namespace$/);
    assert.match(refusal(host({ NetworkMode: 'host', Sysctls: { 'net.ipv4.ip_forward': '1' } })), /not allowed in host network namespace$/);
    assert.match(refusal(host({ UsernsMode: 'remap' })), /share the machine's user namespace/);
    assert.match(refusal(host({ StorageOpt: { size: '1g' } })), /--storage-opt size is not supported/);
    assert.match(refusal(host({ LogConfig: { Type: 'syslog' } })), /use json-file, local or none$/);
    assert.match(refusal(host({ DeviceCgroupRules: ['foo'] })), /invalid device cgroup rule format: 'foo'/);
  });

  it('has ranges of ports written out, and one of host ports kept to choose from', () => {
    const { spec } = specOf({ Image: 'busybox', ExposedPorts: { '8000-8002/tcp': {} }, HostConfig: { PortBindings: { '80/tcp': [{ HostPort: '9000-9010' }] } } });
    assert.deepEqual(spec.exposedPorts, ['8000/tcp', '8001/tcp', '8002/tcp', '80/tcp']);
    assert.deepEqual(spec.ports, [{ protocol: 'tcp', containerPort: 80, hostPort: 9000, hostPortEnd: 9010, hostAddress: '', mode: 'host' }]);
  });

  it('publishes nothing on the machine\'s own network, and says so', () => {
    const { spec, warnings } = specOf(host({ NetworkMode: 'host', PortBindings: { '80/tcp': [{ HostPort: '8080' }] } }));
    assert.deepEqual(spec.ports, []);
    assert.deepEqual(warnings, ['Published ports are discarded when using host network mode']);
  });

  it('warns of what has no effect here', () => {
    const told = (body: object): string[] => specOf({ Image: 'busybox', ...body }).warnings;
    assert.deepEqual(told({ HostConfig: { LogConfig: { Type: 'json-file', Config: { tag: 'x', mode: 'blocking' } } } }), ['Log options have no effect here: tag.']);
    assert.deepEqual(told({ HostConfig: { KernelMemory: 1 } }), ['Limits of kernel memory are gone from the kernel. Limitation discarded.']);
    assert.deepEqual(told({ NetworkingConfig: { EndpointsConfig: { net: { IPAMConfig: { IPv6Address: 'fd00::1' } } } } }), ['Addresses of IPv6 are not given to containers yet: that of net is discarded.']);
    assert.equal(told({ NetworkingConfig: { EndpointsConfig: { net: { GwPriority: 5, DriverOpts: { a: 'b' } }, other: { GwPriority: 0 } } } }).length, 2);
  });

  it('takes names in any case, null for missing, and -1 for swappiness that is not set', () => {
    const { spec } = specOf({ image: 'busybox', Env: null, HostConfig: { MemorySwappiness: -1, PidsLimit: -1, Binds: null } });
    assert.equal(spec.image, 'busybox');
    assert.equal(spec.resources?.memorySwappiness, undefined);
    assert.equal(spec.resources?.pidsMax, 0);
  });

  it('says every limit', () => {
    const { spec } = specOf(host({ MemorySwappiness: 0, OomKillDisable: true, Memory: 2e7, BlkioWeight: 300, BlkioDeviceReadBps: [{ Path: '/dev/vda', Rate: 1024 }], BlkioWeightDevice: [{ Path: '/dev/vda', Weight: 50 }] }));
    assert.deepEqual(spec.resources, {
      memoryBytes: 2e7, memoryReservationBytes: 0, memorySwapBytes: 0, nanoCpus: 0, cpuShares: 0, cpuPeriodUs: 0, cpuQuotaUs: 0, cpusetCpus: '', cpusetMems: '', pidsMax: 0, memorySwappiness: 0, oomKillDisable: true, blkioWeight: 300,
      deviceLimits: [{ path: '/dev/vda', kind: 'read-bps', value: 1024 }, { path: '/dev/vda', kind: 'weight', value: 50 }],
    });
  });
});
