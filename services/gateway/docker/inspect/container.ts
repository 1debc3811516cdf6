import type { Container, ContainerSpec } from '#proto/container.ts';
import type { Network } from '#proto/network.ts';
import { dockerState, specOf, wholeCommand } from '../container-views.ts';
import { endpointsOf, networkMode, type endpointView } from './endpoints.ts';
import { mountPoints } from './mount-points.ts';

type Asked = { Config?: Record<string, unknown>; HostConfig?: Record<string, unknown> };

const never = '0001-01-01T00:00:00Z';
const time = (ms: number): string => (ms === 0 ? never : new Date(ms).toISOString().replace('Z', '000000Z'));

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
