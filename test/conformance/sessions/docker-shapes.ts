/**
 * What a field of an answer is: `s` text, `n` number, `b` truth, `o` any object, `l` any list; with `?` also null. A list of one shape, an
 * object by its fields (all of them have to be there; more may), or `{ '*': shape }` for one by any names.
 */
export type Shape = string | readonly [Shape] | { readonly [name: string]: Shape };

const endpoint: Shape = {
  IPAMConfig: 'o?', Links: 'l?', Aliases: 'l?', MacAddress: 's', DriverOpts: 'o?', NetworkID: 's', EndpointID: 's', Gateway: 's', IPAddress: 's', IPPrefixLen: 'n', IPv6Gateway: 's', GlobalIPv6Address: 's', GlobalIPv6PrefixLen: 'n', DNSNames: 'l?',
};
const mount: Shape = { Type: 's', Source: 's', Destination: 's', Mode: 's', RW: 'b', Propagation: 's' };
const volume: Shape = { Name: 's', Driver: 's', Mountpoint: 's', CreatedAt: 's', Labels: 'o?', Scope: 's', Options: 'o?' };
const network: Shape = {
  Name: 's', Id: 's', Created: 's', Scope: 's', Driver: 's', EnableIPv4: 'b', EnableIPv6: 'b', IPAM: { Driver: 's', Options: 'o?', Config: 'l?' }, Internal: 'b', Attachable: 'b', Ingress: 'b', ConfigFrom: { Network: 's' }, ConfigOnly: 'b', Options: 'o', Labels: 'o',
};
const image: Shape = { Id: 's', ParentId: 's', RepoTags: ['s'], RepoDigests: 'l?', Created: 'n', Size: 'n', SharedSize: 'n', Labels: 'o?', Containers: 'n' };
const sample: Shape = { read: 's', preread: 's', pids_stats: 'o', blkio_stats: 'o', cpu_stats: { cpu_usage: { total_usage: 'n' }, online_cpus: 'n' }, precpu_stats: 'o', memory_stats: { usage: 'n', limit: 'n', stats: 'o' } };

/** Answers of the Docker Engine API 1.51 by field. https://docs.docker.com/reference/api/engine/version/v1.51/ */
export const shapes = {
  endpoint, mount, volume, network, image,
  error: { message: 's' },
  created: { Id: 's', Warnings: 'l?' },
  containerRow: {
    Id: 's', Names: ['s'], Image: 's', ImageID: 's', Command: 's', Created: 'n', Ports: 'l', Labels: 'o', State: 's', Status: 's', HostConfig: { NetworkMode: 's' }, NetworkSettings: { Networks: { '*': endpoint } }, Mounts: [mount],
  },
  container: {
    Id: 's', Created: 's', Path: 's', Args: ['s'], Image: 's', ResolvConfPath: 's', HostnamePath: 's', HostsPath: 's', LogPath: 's', Name: 's', RestartCount: 'n', Driver: 's', Platform: 's', MountLabel: 's', ProcessLabel: 's', AppArmorProfile: 's', ExecIDs: 'l?',
    State: { Status: 's', Running: 'b', Paused: 'b', Restarting: 'b', OOMKilled: 'b', Dead: 'b', Pid: 'n', ExitCode: 'n', Error: 's', StartedAt: 's', FinishedAt: 's' },
    HostConfig: {
      Binds: 'l?', NetworkMode: 's', PortBindings: 'o?', RestartPolicy: { Name: 's', MaximumRetryCount: 'n' }, AutoRemove: 'b', CapAdd: 'l?', CapDrop: 'l?', Dns: 'l?', ExtraHosts: 'l?', IpcMode: 's', PidMode: 's', Privileged: 'b', PublishAllPorts: 'b', ReadonlyRootfs: 'b',
      SecurityOpt: 'l?', ShmSize: 'n', Memory: 'n', NanoCpus: 'n', CpuShares: 'n', PidsLimit: 'n?', Ulimits: 'l?', LogConfig: { Type: 's', Config: 'o' },
    },
    Mounts: [mount],
    Config: { Hostname: 's', Domainname: 's', User: 's', AttachStdin: 'b', AttachStdout: 'b', AttachStderr: 'b', Tty: 'b', OpenStdin: 'b', StdinOnce: 'b', Env: 'l?', Cmd: 'l?', Image: 's', Volumes: 'o?', WorkingDir: 's', Entrypoint: 'l?', Labels: 'o' },
    NetworkSettings: { Ports: 'o', SandboxID: 's', SandboxKey: 's', Gateway: 's', IPAddress: 's', IPPrefixLen: 'n', MacAddress: 's', Networks: { '*': endpoint } },
  },
  exec: { ID: 's', Running: 'b', ExitCode: 'n?', ProcessConfig: { tty: 'b', entrypoint: 's', arguments: 'l', privileged: 'b' }, OpenStdin: 'b', OpenStderr: 'b', OpenStdout: 'b', CanRemove: 'b', ContainerID: 's', Pid: 'n' },
  execCreated: { Id: 's' },
  top: { Titles: ['s'], Processes: [['s']] },
  waited: { StatusCode: 'n' },
  changes: [{ Path: 's', Kind: 'n' }],
  stats: { id: 's', name: 's', ...(sample as object) } as Shape,
  oneShot: sample,
  imageInspect: { Id: 's', RepoTags: ['s'], RepoDigests: 'l?', Created: 's', Config: 'o', Architecture: 's', Os: 's', Size: 'n', GraphDriver: { Name: 's', Data: 'o?' }, RootFS: { Type: 's', Layers: ['s'] }, Metadata: { LastTagTime: 's' } },
  history: [{ Id: 's', Created: 'n', CreatedBy: 's', Tags: 'l?', Size: 'n', Comment: 's' }],
  volumes: { Volumes: [volume], Warnings: 'l?' },
  networkInspect: { ...(network as object), Containers: { '*': { Name: 's', EndpointID: 's', MacAddress: 's', IPv4Address: 's', IPv6Address: 's' } } } as Shape,
  networkCreated: { Id: 's', Warning: 's' },
  version: { Platform: { Name: 's' }, Version: 's', ApiVersion: 's', MinAPIVersion: 's', Os: 's', Arch: 's', KernelVersion: 's', GoVersion: 's', GitCommit: 's', BuildTime: 's', Components: [{ Name: 's', Version: 's' }] },
  info: {
    ID: 's', Containers: 'n', ContainersRunning: 'n', ContainersPaused: 'n', ContainersStopped: 'n', Images: 'n', Driver: 's', MemoryLimit: 'b', NCPU: 'n', MemTotal: 'n', OperatingSystem: 's', OSType: 's', Architecture: 's', Name: 's', ServerVersion: 's', KernelVersion: 's',
    IndexServerAddress: 's', LoggingDriver: 's', CgroupDriver: 's', Runtimes: 'o', DefaultRuntime: 's', Swarm: 'o', SecurityOptions: 'l', Plugins: 'o', Labels: 'l?', DockerRootDir: 's', HttpProxy: 's', NoProxy: 's', LiveRestoreEnabled: 'b', Warnings: 'l?',
  },
  df: { LayersSize: 'n', Images: [image], Containers: 'l', Volumes: 'l', BuildCache: 'l?' },
  pruned: { SpaceReclaimed: 'n' },
} satisfies Record<string, Shape>;

/** Where an answer is not of its shape, each place by its path. */
export const mismatches = (value: unknown, shape: Shape, path = ''): string[] => {
  if (typeof shape === 'string') return isOf(value, shape) ? [] : [`${path || 'answer'} is ${JSON.stringify(value)?.slice(0, 60)}, not ${shape}`];
  if (isListShape(shape)) return Array.isArray(value) ? value.flatMap((one, place) => mismatches(one, shape[0], `${path}[${place}]`)) : [`${path || 'answer'} is no list`];
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [`${path || 'answer'} is no object`];
  const fields = value as Record<string, unknown>;
  if (shape['*'] !== undefined) return Object.entries(fields).flatMap(([name, one]) => mismatches(one, shape['*'] ?? 'o', `${path}.${name}`));
  return Object.entries(shape).flatMap(([name, one]) => (name in fields ? mismatches(fields[name], one, `${path}.${name}`) : [`${path}.${name} is missing`]));
};

const isListShape = (shape: Exclude<Shape, string>): shape is readonly [Shape] => Array.isArray(shape);

const isOf = (value: unknown, shape: string): boolean => {
  if (value === null) return shape.endsWith('?');
  switch (shape[0]) {
    case 's':
      return typeof value === 'string';
    case 'n':
      return typeof value === 'number';
    case 'b':
      return typeof value === 'boolean';
    case 'l':
      return Array.isArray(value);
    default:
      return typeof value === 'object' && !Array.isArray(value);
  }
};
