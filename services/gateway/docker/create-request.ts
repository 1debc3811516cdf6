import { Rejection } from '#kernel/rejection.ts';
import type { ContainerSpec, Healthcheck, Mount, NetworkAttachment, PublishedPort } from '#proto/container.ts';

/** The body of `POST /containers/create`, as far as it is read. https://docs.docker.com/reference/api/engine/version/v1.51/ */
export type CreateRequest = {
  Image?: string; Cmd?: string[] | string | null; Entrypoint?: string[] | string | null; Env?: string[] | null; WorkingDir?: string; User?: string; Hostname?: string; Domainname?: string;
  Labels?: Record<string, string> | null; Tty?: boolean; OpenStdin?: boolean; StdinOnce?: boolean; StopSignal?: string; StopTimeout?: number | null; ExposedPorts?: Record<string, object> | null;
  Volumes?: Record<string, object> | null; Healthcheck?: { Test?: string[]; Interval?: number; Timeout?: number; StartPeriod?: number; StartInterval?: number; Retries?: number } | null;
  HostConfig?: HostConfig; NetworkingConfig?: { EndpointsConfig?: Record<string, { Aliases?: string[] | null; IPAMConfig?: { IPv4Address?: string } | null; MacAddress?: string } | null> | null };
};

type HostConfig = {
  Binds?: string[] | null; Mounts?: { Type: string; Source?: string; Target: string; ReadOnly?: boolean; BindOptions?: { Propagation?: string; CreateMountpoint?: boolean }; VolumeOptions?: { NoCopy?: boolean; Subpath?: string }; TmpfsOptions?: { SizeBytes?: number; Mode?: number } }[] | null;
  Tmpfs?: Record<string, string> | null; NetworkMode?: string; PortBindings?: Record<string, { HostIp?: string; HostPort?: string }[] | null> | null; PublishAllPorts?: boolean;
  RestartPolicy?: { Name?: string; MaximumRetryCount?: number }; AutoRemove?: boolean; Privileged?: boolean; ReadonlyRootfs?: boolean; Init?: boolean | null; CapAdd?: string[] | null; CapDrop?: string[] | null;
  SecurityOpt?: string[] | null; Ulimits?: { Name: string; Soft: number; Hard: number }[] | null; Sysctls?: Record<string, string> | null; GroupAdd?: string[] | null; ExtraHosts?: string[] | null;
  Devices?: { PathOnHost: string; PathInContainer: string; CgroupPermissions: string }[] | null; Dns?: string[] | null; DnsSearch?: string[] | null; DnsOptions?: string[] | null; PidMode?: string; IpcMode?: string;
  ShmSize?: number; OomScoreAdj?: number; Memory?: number; MemoryReservation?: number; MemorySwap?: number; NanoCpus?: number; CpuShares?: number; CpuPeriod?: number; CpuQuota?: number; CpusetCpus?: string; CpusetMems?: string; PidsLimit?: number | null;
  LogConfig?: { Type?: string; Config?: Record<string, string> | null };
};

const nsPerMs = 1e6;
const msPerS = 1_000;

/** What a Docker client asks for, as a specification. What was asked stays beside it, so that inspect gives it back. */
export const specOf = (request: CreateRequest): ContainerSpec => {
  const host = request.HostConfig ?? {};
  if (!request.Image) throw new Rejection('INVALID', 'no image: say which in "Image"');
  const { HostConfig, NetworkingConfig, ...config } = request;
  return {
    image: request.Image, imageId: '', entrypoint: entrypoint(request.Entrypoint), command: words(request.Cmd), environment: request.Env ?? [], workingDir: request.WorkingDir ?? '', user: request.User ?? '',
    hostname: request.Hostname ?? '', domainname: request.Domainname ?? '', labels: request.Labels ?? {}, tty: request.Tty ?? false, openStdin: request.OpenStdin ?? false, stdinOnce: request.StdinOnce ?? false,
    stopSignal: request.StopSignal ?? '', ...(typeof request.StopTimeout === 'number' ? { stopGraceMs: request.StopTimeout * msPerS } : {}), restart: { condition: host.RestartPolicy?.Name || 'no', attemptsMax: host.RestartPolicy?.MaximumRetryCount ?? 0 },
    healthcheck: healthcheck(request.Healthcheck),
    resources: {
      memoryBytes: host.Memory ?? 0, memoryReservationBytes: host.MemoryReservation ?? 0, memorySwapBytes: host.MemorySwap ?? 0, nanoCpus: host.NanoCpus ?? 0, cpuShares: host.CpuShares ?? 0, cpuPeriodUs: host.CpuPeriod ?? 0,
      cpuQuotaUs: host.CpuQuota ?? 0, cpusetCpus: host.CpusetCpus ?? '', cpusetMems: host.CpusetMems ?? '', pidsMax: host.PidsLimit ?? 0,
    },
    mounts: mountsOf(request), capAdd: host.CapAdd ?? [], capDrop: host.CapDrop ?? [], privileged: host.Privileged ?? false, readOnlyRoot: host.ReadonlyRootfs ?? false, init: host.Init ?? false,
    securityOpt: host.SecurityOpt ?? [], ulimits: (host.Ulimits ?? []).map(({ Name, Soft, Hard }) => ({ name: Name, soft: Soft, hard: Hard })), sysctls: host.Sysctls ?? {}, groupAdd: (host.GroupAdd ?? []).map(String),
    devices: (host.Devices ?? []).map(({ PathOnHost, PathInContainer, CgroupPermissions }) => ({ hostPath: PathOnHost, containerPath: PathInContainer, permissions: CgroupPermissions })),
    ...networkOf(request), ports: portsOf(request), exposedPorts: Object.keys(request.ExposedPorts ?? {}), extraHosts: host.ExtraHosts ?? [], dns: host.Dns ?? [], dnsSearch: host.DnsSearch ?? [], dnsOptions: host.DnsOptions ?? [],
    autoRemove: host.AutoRemove ?? false, log: logOf(host), pidMode: host.PidMode ?? '', ipcMode: host.IpcMode ?? '', shmSizeBytes: host.ShmSize ?? 0, oomScoreAdj: host.OomScoreAdj ?? 0, platform: '',
    dockerRequestJson: JSON.stringify({ Config: config, HostConfig: HostConfig ?? {}, NetworkingConfig: NetworkingConfig ?? {} }),
  };
};

const words = (value: string[] | string | null | undefined): string[] => (typeof value === 'string' ? [value] : (value ?? []));

// `--entrypoint ""` clears the image's: an empty word stands for it.
const entrypoint = (value: CreateRequest['Entrypoint']): string[] => (Array.isArray(value) && value.length === 0 ? [''] : words(value));

const healthcheck = (asked: CreateRequest['Healthcheck']): Healthcheck | undefined =>
  asked
    ? {
        test: asked.Test ?? [], intervalMs: (asked.Interval ?? 0) / nsPerMs, timeoutMs: (asked.Timeout ?? 0) / nsPerMs, startPeriodMs: (asked.StartPeriod ?? 0) / nsPerMs,
        startIntervalMs: (asked.StartInterval ?? 0) / nsPerMs, retries: asked.Retries ?? 0,
      }
    : undefined;

const mount = (over: Partial<Mount> & Pick<Mount, 'type' | 'target'>): Mount => ({
  source: '', readOnly: false, propagation: '', noCopy: false, tmpfsSizeBytes: 0, tmpfsMode: 0, createHostPath: false, anonymous: false, subpath: '', volumeLabels: {}, ...over,
});

const mountsOf = ({ HostConfig: host = {}, Volumes }: CreateRequest): Mount[] => {
  const mounts = [...(host.Binds ?? []).map(bindOf), ...(host.Mounts ?? []).map(longMount), ...Object.entries(host.Tmpfs ?? {}).map(([target, options]) => tmpfs(target, options))];
  const anonymous = Object.keys(Volumes ?? {}).filter((target) => !mounts.some((one) => one.target === target));
  return [...mounts, ...anonymous.map((target) => mount({ type: 'volume', target, anonymous: true }))];
};

const propagations = ['private', 'rprivate', 'slave', 'rslave', 'shared', 'rshared'];

/** `source:target[:ro,…]`; a source that is no path is a volume's name. */
export const bindOf = (text: string): Mount => {
  const [source = '', target, options = ''] = text.split(':');
  if (target === undefined) return mount({ type: 'volume', target: source, anonymous: true });
  if (!target.startsWith('/')) throw new Rejection('INVALID', `invalid volume specification: '${text}': the target must be an absolute path`);
  const asked = options.split(',');
  const common = { target, readOnly: asked.includes('ro'), propagation: asked.find((option) => propagations.includes(option)) ?? '' };
  return source.startsWith('/') ? mount({ type: 'bind', source, createHostPath: true, ...common }) : mount({ type: 'volume', source, noCopy: asked.includes('nocopy'), ...common });
};

const longMount = ({ Type, Source = '', Target, ReadOnly = false, BindOptions, VolumeOptions, TmpfsOptions }: NonNullable<HostConfig['Mounts']>[number]): Mount => {
  if (!['bind', 'volume', 'tmpfs'].includes(Type)) throw new Rejection('INVALID', `invalid mount config: type ${Type} is not supported: use bind, volume or tmpfs`);
  return mount({
    type: Type, source: Source, target: Target, readOnly: ReadOnly, propagation: BindOptions?.Propagation ?? '', createHostPath: BindOptions?.CreateMountpoint ?? false, noCopy: VolumeOptions?.NoCopy ?? false,
    subpath: VolumeOptions?.Subpath ?? '', tmpfsSizeBytes: TmpfsOptions?.SizeBytes ?? 0, tmpfsMode: TmpfsOptions?.Mode ?? 0, anonymous: Type === 'volume' && Source === '',
  });
};

const unitBytes: Record<string, number> = { '': 1, b: 1, k: 2 ** 10, m: 2 ** 20, g: 2 ** 30 };

const tmpfs = (target: string, options: string): Mount => {
  const [, amount = '0', unit = ''] = /(?:^|,)size=(\d+)([bkmg]?)/i.exec(options) ?? [];
  const [, mode = '0'] = /(?:^|,)mode=(\d+)/.exec(options) ?? [];
  return mount({ type: 'tmpfs', target, tmpfsSizeBytes: Number(amount) * (unitBytes[unit.toLowerCase()] ?? 1), tmpfsMode: Number.parseInt(mode, 8), readOnly: options.split(',').includes('ro') });
};

const networkOf = ({ HostConfig: host = {}, NetworkingConfig }: CreateRequest): { networkMode: string; networks: NetworkAttachment[] } => {
  const mode = host.NetworkMode ?? 'default';
  if (mode === 'host' || mode === 'none' || mode.startsWith('container:')) return { networkMode: mode, networks: [] };
  const first = mode === 'default' ? 'bridge' : mode;
  const asked = NetworkingConfig?.EndpointsConfig ?? {};
  const names = [first, ...Object.keys(asked).filter((name) => name !== mode && name !== first)];
  return {
    networkMode: 'bridge',
    networks: names.map((network) => {
      const endpoint = asked[network] ?? (network === first ? asked[mode] : undefined);
      return { network, aliases: endpoint?.Aliases ?? [], address: endpoint?.IPAMConfig?.IPv4Address ?? '', mac: endpoint?.MacAddress ?? '' };
    }),
  };
};

const portMax = 65_535;

const portsOf = ({ HostConfig: host = {}, ExposedPorts }: CreateRequest): PublishedPort[] => {
  const bound = Object.entries(host.PortBindings ?? {}).flatMap(([key, bindings]) => (bindings ?? []).map(({ HostIp = '', HostPort = '' }) => port(key, HostIp, HostPort)));
  const all = host.PublishAllPorts ? Object.keys(ExposedPorts ?? {}).filter((key) => !(key in (host.PortBindings ?? {}))).map((key) => port(key, '', '')) : [];
  return [...bound, ...all];
};

const port = (key: string, hostAddress: string, hostPort: string): PublishedPort => {
  const [container = '', protocol = 'tcp'] = key.split('/');
  const [containerPort, host] = [Number(container), Number(hostPort || 0)];
  for (const number of [containerPort, host]) if (!Number.isInteger(number) || number < 0 || number > portMax) throw new Rejection('INVALID', `invalid port specification: "${hostPort}:${key}": a port is a number up to ${portMax}`);
  return { protocol, containerPort, hostPort: host, hostAddress: hostAddress === '0.0.0.0' ? '' : hostAddress, mode: 'host' };
};

const logOf = ({ LogConfig }: HostConfig): ContainerSpec['log'] => {
  const driver = LogConfig?.Type || 'json-file';
  if (!['json-file', 'local', 'none'].includes(driver)) throw new Rejection('INVALID', `logger: no log driver named '${driver}' is registered: use json-file, local or none`);
  const [, amount = '0', unit = ''] = /^(\d+)([bkmg]?)/i.exec(LogConfig?.Config?.['max-size'] ?? '') ?? [];
  return { driver, sizeMaxBytes: Number(amount) * (unitBytes[unit.toLowerCase()] ?? 1), filesMax: Number(LogConfig?.Config?.['max-file'] ?? 0) };
};
