import type { Container, ContainerSpec, Endpoint } from '#proto/container.ts';
import type { Network } from '#proto/network.ts';
import { endpointId } from './network-view.ts';

type Asked = { Config?: Record<string, unknown>; HostConfig?: Record<string, unknown> };

const never = '0001-01-01T00:00:00Z';
const time = (ms: number): string => (ms === 0 ? never : new Date(ms).toISOString().replace('Z', '000000Z'));

/** Docker's words for states: it knows fewer. */
export const dockerState = (state: string): string => {
  switch (state) {
    case 'starting':
    case 'abandoned':
      return 'created';
    case 'stopping':
      return 'running';
    case 'removed':
      return 'dead';
    default:
      return state;
  }
};

const span = (ms: number): string => {
  const seconds = Math.max(0, Math.floor(ms / 1_000));
  if (seconds < 1) return 'Less than a second';
  if (seconds === 1) return '1 second';
  if (seconds < 60) return `${seconds} seconds`;
  const minutes = Math.floor(seconds / 60);
  if (minutes === 1) return 'About a minute';
  if (minutes < 60) return `${minutes} minutes`;
  const hours = Math.round(minutes / 60);
  if (hours === 1) return 'About an hour';
  return hours < 48 ? `${hours} hours` : `${Math.floor(hours / 24)} days`;
};

export const statusText = ({ state, health, exitCode, startedAtMs, finishedAtMs }: Container, nowMs: number): string => {
  const suffix = health === '' ? '' : ` (${health === 'starting' ? 'health: starting' : health})`;
  switch (dockerState(state)) {
    case 'running':
      return `Up ${span(nowMs - startedAtMs)}${suffix}`;
    case 'paused':
      return `Up ${span(nowMs - startedAtMs)} (Paused)`;
    case 'exited':
      return `Exited (${exitCode}) ${span(nowMs - finishedAtMs)} ago`;
    case 'restarting':
      return `Restarting (${exitCode}) ${span(nowMs - finishedAtMs)} ago`;
    case 'removing':
      return 'Removal In Progress';
    default:
      return 'Created';
  }
};

export const wholeCommand = ({ entrypoint, command }: ContainerSpec): string[] => [...entrypoint, ...command];

/** One row of `GET /containers/json`. */
export const listRow = (container: Container, networks: readonly Network[], nowMs: number) => {
  const spec = specOf(container);
  return {
    Id: container.containerId,
    Names: [`/${container.name}`],
    Image: spec.image,
    ImageID: spec.imageId,
    Command: wholeCommand(spec).join(' '),
    Created: Math.floor(container.createdAtMs / 1_000),
    Ports: [
      ...container.ports.map(({ protocol, containerPort, hostPort, hostAddress }) => ({ IP: hostAddress || '0.0.0.0', PrivatePort: containerPort, PublicPort: hostPort, Type: protocol })),
      ...spec.exposedPorts
        .filter((key) => !container.ports.some(({ containerPort, protocol }) => `${containerPort}/${protocol}` === key))
        .map((key) => ({ PrivatePort: Number(key.split('/')[0]), Type: key.split('/')[1] ?? 'tcp' })),
    ],
    Labels: spec.labels,
    State: dockerState(container.state),
    Status: statusText(container, nowMs),
    HostConfig: { NetworkMode: networkMode(spec, networks) },
    NetworkSettings: { Networks: endpointsOf(container, networks) },
    Mounts: mountPoints(spec),
  };
};

const specOf = ({ spec }: Container): ContainerSpec => {
  if (!spec) throw new Error('a container without a specification');
  return spec;
};

const networkMode = ({ networkMode: mode, networks: attached }: ContainerSpec, networks: readonly Network[]): string =>
  mode !== '' && mode !== 'bridge' ? mode : (networks.find(({ networkId }) => networkId === attached[0]?.network)?.name ?? 'bridge');

const endpointsOf = ({ endpoints, spec }: Container, networks: readonly Network[]): Record<string, object> => {
  const attached = spec?.networks ?? [];
  const rows = attached.map((attachment) => {
    const network = networks.find(({ networkId }) => networkId === attachment.network);
    const endpoint = endpoints.find(({ networkId }) => networkId === attachment.network);
    return [network?.name ?? attachment.network, endpointView(endpoint, network, attachment.aliases)] as const;
  });
  if (rows.length === 0 && (spec?.networkMode === 'host' || spec?.networkMode === 'none')) return { [spec.networkMode]: endpointView(undefined, undefined, []) };
  return Object.fromEntries(rows);
};

const endpointView = (endpoint: Endpoint | undefined, network: Network | undefined, aliases: readonly string[]) => ({
  IPAMConfig: null,
  Links: null,
  Aliases: aliases.length > 0 ? aliases : null,
  DriverOpts: null,
  NetworkID: network?.networkId ?? '',
  EndpointID: endpoint ? endpointId(endpoint.networkId, endpoint.address) : '',
  Gateway: endpoint ? (network?.gateway ?? '') : '',
  IPAddress: endpoint?.address ?? '',
  IPPrefixLen: endpoint ? Number(network?.subnet.split('/')[1] ?? 0) : 0,
  IPv6Gateway: '',
  GlobalIPv6Address: '',
  GlobalIPv6PrefixLen: 0,
  MacAddress: endpoint?.mac ?? '',
  DNSNames: endpoint?.names ?? null,
});

const mountPoints = ({ mounts }: ContainerSpec) =>
  mounts
    .filter(({ type }) => type !== 'tmpfs')
    .map(({ type, source, target, readOnly, propagation }) => ({
      Type: type,
      ...(type === 'volume' ? { Name: source, Source: `/var/lib/lading/volumes/${source}/_data`, Driver: 'local' } : { Source: source }),
      Destination: target,
      Mode: readOnly ? 'ro' : '',
      RW: !readOnly,
      Propagation: type === 'bind' ? propagation || 'rprivate' : '',
    }));

/** The whole of `GET /containers/{id}/json`. */
export const inspectView = (container: Container, networks: readonly Network[]) => {
  const spec = specOf(container);
  const asked = (spec.dockerRequestJson === '' ? {} : JSON.parse(spec.dockerRequestJson)) as Asked;
  const state = dockerState(container.state);
  const [path = '', ...args] = wholeCommand(spec);
  const [first] = Object.values(endpointsOf(container, networks)) as ReturnType<typeof endpointView>[];
  return {
    Id: container.containerId,
    Created: time(container.createdAtMs),
    Path: path,
    Args: args,
    State: {
      Status: state, Running: state === 'running' || state === 'paused', Paused: state === 'paused', Restarting: state === 'restarting', OOMKilled: container.oomKilled, Dead: state === 'dead', Pid: container.pid,
      ExitCode: container.exitCode, Error: container.message, StartedAt: time(container.startedAtMs), FinishedAt: time(container.finishedAtMs),
      ...(spec.healthcheck
        ? { Health: { Status: container.health || 'starting', FailingStreak: container.failingStreak, Log: container.healthAtMs === 0 ? [] : [{ Start: time(container.healthAtMs), End: time(container.healthAtMs), ExitCode: container.health === 'healthy' ? 0 : 1, Output: container.healthOutput }] } }
        : {}),
    },
    Image: spec.imageId,
    ResolvConfPath: '', HostnamePath: '', HostsPath: '', LogPath: '',
    Name: `/${container.name}`,
    RestartCount: container.restartCount,
    Driver: 'overlay2',
    Platform: 'linux',
    MountLabel: '', ProcessLabel: '', AppArmorProfile: '', ExecIDs: null,
    HostConfig: {
      Binds: null, ContainerIDFile: '', LogConfig: { Type: spec.log?.driver || 'json-file', Config: {} }, NetworkMode: networkMode(spec, networks), PortBindings: bindingsOf(spec), RestartPolicy: { Name: spec.restart?.condition || 'no', MaximumRetryCount: spec.restart?.attemptsMax ?? 0 },
      AutoRemove: spec.autoRemove, VolumeDriver: '', VolumesFrom: null, CapAdd: spec.capAdd, CapDrop: spec.capDrop, Privileged: spec.privileged, ReadonlyRootfs: spec.readOnlyRoot, Init: spec.init, ExtraHosts: spec.extraHosts, Runtime: 'crun',
      Memory: spec.resources?.memoryBytes ?? 0, NanoCpus: spec.resources?.nanoCpus ?? 0, PidsLimit: spec.resources?.pidsMax || null,
      ...asked.HostConfig,
    },
    GraphDriver: { Name: 'overlay2', Data: {} },
    Mounts: mountPoints(spec),
    Config: {
      ...asked.Config,
      Hostname: spec.hostname || container.containerId.slice(0, 12), Domainname: spec.domainname, User: spec.user, Tty: spec.tty, OpenStdin: spec.openStdin, StdinOnce: spec.stdinOnce, Env: spec.environment, Cmd: spec.command, Entrypoint: spec.entrypoint.length > 0 ? spec.entrypoint : null,
      Image: spec.image, WorkingDir: spec.workingDir, Labels: spec.labels, StopSignal: spec.stopSignal, ExposedPorts: Object.fromEntries(spec.exposedPorts.map((key) => [key, {}])), Volumes: Object.fromEntries(spec.mounts.filter(({ anonymous }) => anonymous).map(({ target }) => [target, {}])),
      ...(spec.healthcheck ? { Healthcheck: { Test: spec.healthcheck.test, Interval: spec.healthcheck.intervalMs * 1e6, Timeout: spec.healthcheck.timeoutMs * 1e6, StartPeriod: spec.healthcheck.startPeriodMs * 1e6, Retries: spec.healthcheck.retries } } : {}),
    },
    NetworkSettings: {
      Bridge: '', SandboxID: '', SandboxKey: '', HairpinMode: false, LinkLocalIPv6Address: '', LinkLocalIPv6PrefixLen: 0, SecondaryIPAddresses: null, SecondaryIPv6Addresses: null,
      Ports: portMap(container), EndpointID: first?.EndpointID ?? '', Gateway: first?.Gateway ?? '', GlobalIPv6Address: '', GlobalIPv6PrefixLen: 0, IPAddress: first?.IPAddress ?? '', IPPrefixLen: first?.IPPrefixLen ?? 0, IPv6Gateway: '', MacAddress: first?.MacAddress ?? '',
      Networks: endpointsOf(container, networks),
    },
    Node: { ID: container.nodeId, Name: container.nodeId },
  };
};

const bindingsOf = ({ ports }: ContainerSpec): Record<string, object[]> => {
  const bindings: Record<string, object[]> = {};
  for (const { protocol, containerPort, hostPort, hostAddress } of ports) (bindings[`${containerPort}/${protocol || 'tcp'}`] ??= []).push({ HostIp: hostAddress, HostPort: hostPort === 0 ? '' : String(hostPort) });
  return bindings;
};

// A port that is exposed and not published is there with null.
const portMap = ({ ports, spec }: Container): Record<string, object[] | null> => {
  const map: Record<string, object[] | null> = Object.fromEntries((spec?.exposedPorts ?? []).map((key) => [key, null]));
  for (const { protocol, containerPort, hostPort, hostAddress } of ports) {
    const key = `${containerPort}/${protocol}`;
    map[key] = [...(map[key] ?? []), { HostIp: hostAddress || '0.0.0.0', HostPort: String(hostPort) }];
  }
  return map;
};
