import type { Shaped } from './shape.ts';

const rates = { list: { struct: { Path: 'text', Rate: 'number' } } } as const;
const port = { struct: { HostIp: 'text', HostPort: 'text' } } as const;

/** Limits, as `create` and `update` take them. https://docs.docker.com/reference/api/engine/version/v1.51/ */
export const resourceFields = {
  CpuShares: 'number', Memory: 'number', NanoCpus: 'number', CgroupParent: 'text', BlkioWeight: 'number', BlkioWeightDevice: { list: { struct: { Path: 'text', Weight: 'number' } } },
  BlkioDeviceReadBps: rates, BlkioDeviceWriteBps: rates, BlkioDeviceReadIOps: rates, BlkioDeviceWriteIOps: rates, CpuPeriod: 'number', CpuQuota: 'number', CpuRealtimePeriod: 'number', CpuRealtimeRuntime: 'number',
  CpusetCpus: 'text', CpusetMems: 'text', Devices: { list: { struct: { PathOnHost: 'text', PathInContainer: 'text', CgroupPermissions: 'text' } } }, DeviceCgroupRules: { list: 'text' }, DeviceRequests: { list: 'any' },
  KernelMemory: 'number', KernelMemoryTCP: 'number', MemoryReservation: 'number', MemorySwap: 'number', MemorySwappiness: 'number', OomKillDisable: 'flag', PidsLimit: 'number',
  Ulimits: { list: { struct: { Name: 'text', Soft: 'number', Hard: 'number' } } }, CpuCount: 'number', CpuPercent: 'number', IOMaximumIOps: 'number', IOMaximumBandwidth: 'number',
} as const;

const mount = {
  struct: {
    Type: 'text', Source: 'text', Target: 'text', ReadOnly: 'flag', Consistency: 'text',
    BindOptions: { struct: { Propagation: 'text', NonRecursive: 'flag', CreateMountpoint: 'flag', ReadOnlyNonRecursive: 'flag', ReadOnlyForceRecursive: 'flag' } },
    VolumeOptions: { struct: { NoCopy: 'flag', Labels: { map: 'text' }, Subpath: 'text', DriverConfig: { struct: { Name: 'text', Options: { map: 'text' } } } } },
    ImageOptions: { struct: { Subpath: 'text' } }, TmpfsOptions: { struct: { SizeBytes: 'number', Mode: 'number', Options: { list: { list: 'text' } } } }, ClusterOptions: 'any',
  },
} as const;

const hostConfig = {
  struct: {
    ...resourceFields, Binds: { list: 'text' }, ContainerIDFile: 'text', LogConfig: { struct: { Type: 'text', Config: { map: 'text' } } }, NetworkMode: 'text', PortBindings: { map: { list: port } },
    RestartPolicy: { struct: { Name: 'text', MaximumRetryCount: 'number' } }, AutoRemove: 'flag', VolumeDriver: 'text', VolumesFrom: { list: 'text' }, ConsoleSize: { list: 'number' }, Annotations: { map: 'text' },
    CapAdd: 'words', CapDrop: 'words', CgroupnsMode: 'text', Dns: { list: 'text' }, DnsOptions: { list: 'text' }, DnsSearch: { list: 'text' }, ExtraHosts: { list: 'text' }, GroupAdd: { list: 'text' }, IpcMode: 'text', Cgroup: 'text',
    Links: { list: 'text' }, OomScoreAdj: 'number', PidMode: 'text', Privileged: 'flag', PublishAllPorts: 'flag', ReadonlyRootfs: 'flag', SecurityOpt: { list: 'text' }, StorageOpt: { map: 'text' }, Tmpfs: { map: 'text' },
    UTSMode: 'text', UsernsMode: 'text', ShmSize: 'number', Sysctls: { map: 'text' }, Runtime: 'text', Isolation: 'text', Mounts: { list: mount }, MaskedPaths: { list: 'text' }, ReadonlyPaths: { list: 'text' }, Init: 'flag',
  },
} as const;

const endpoint = {
  struct: {
    IPAMConfig: { struct: { IPv4Address: 'text', IPv6Address: 'text', LinkLocalIPs: { list: 'text' } } }, Links: { list: 'text' }, Aliases: { list: 'text' }, MacAddress: 'text', DriverOpts: { map: 'text' }, GwPriority: 'number',
    NetworkID: 'text',
  },
} as const;

const healthcheck = { struct: { Test: { list: 'text' }, Interval: 'number', Timeout: 'number', StartPeriod: 'number', StartInterval: 'number', Retries: 'number' } } as const;

/** The body of `POST /containers/create`. */
export const createShape = {
  struct: {
    Hostname: 'text', Domainname: 'text', User: 'text', AttachStdin: 'flag', AttachStdout: 'flag', AttachStderr: 'flag', ExposedPorts: { map: 'any' }, Tty: 'flag', OpenStdin: 'flag', StdinOnce: 'flag', Env: { list: 'text' },
    Cmd: 'words', Healthcheck: healthcheck, ArgsEscaped: 'flag', Image: 'text', Volumes: { map: 'any' }, WorkingDir: 'text', Entrypoint: 'words', NetworkDisabled: 'flag', MacAddress: 'text', OnBuild: { list: 'text' },
    Labels: { map: 'text' }, StopSignal: 'text', StopTimeout: 'number', Shell: 'words', HostConfig: hostConfig, NetworkingConfig: { struct: { EndpointsConfig: { map: endpoint } } },
  },
} as const;

/** The body of `POST /containers/{id}/update`. */
export const updateShape = { struct: { ...resourceFields, RestartPolicy: { struct: { Name: 'text', MaximumRetryCount: 'number' } } } } as const;

export type CreateRequest = Shaped<typeof createShape>;
export type HostConfig = Shaped<typeof hostConfig>;
export type UpdateRequest = Shaped<typeof updateShape>;
export type AskedMount = Shaped<typeof mount>;
export type AskedHealthcheck = Shaped<typeof healthcheck>;
