import { parseReference } from '#kernel/reference.ts';
import { Rejection } from '#kernel/rejection.ts';
import type { ContainerSpec, Healthcheck } from '#proto/container.ts';
import { checkConfig } from './check-config.ts';
import { checkHost } from './check-host.ts';
import { bytesOf } from './check-log.ts';
import { mountsOf } from './mounts.ts';
import { linksOf, networksOf } from './networks.ts';
import { exposedPorts, portsOf } from './ports.ts';
import { createShape, type AskedHealthcheck, type CreateRequest, type HostConfig } from './request.ts';
import { resourcesOf } from './resources.ts';
import { shaped } from './shape.ts';
import { warningsOf } from './warnings.ts';

const nsPerMs = 1e6;
const msPerS = 1_000;
const foreverMs = 10 * 365 * 86_400 * msPerS;

/** Reads and checks the body of `POST /containers/create`. Throws INVALID before anything is done. What was asked stays beside the specification, so that inspect gives it back. */
export const specOf = (body: unknown, platform = ''): { spec: ContainerSpec; warnings: string[] } => {
  const request = shaped(body, createShape);
  if (Object.keys(request).every((name) => name === 'HostConfig' || name === 'NetworkingConfig')) throw new Rejection('INVALID', 'config cannot be empty in order to create a container');
  if (!request.Image) throw new Rejection('INVALID', 'no image: say which in "Image"');
  // An id is no name.
  if (!request.Image.startsWith('sha256:')) parseReference(request.Image);
  checkConfig(request);
  checkHost(request);
  return { spec: { ...made(request, request.Image), platform }, warnings: warningsOf(request) };
};

const made = (request: CreateRequest, image: string): ContainerSpec => {
  const { HostConfig: host = {}, NetworkingConfig = {}, ...config } = request;
  return {
    image, imageId: '', entrypoint: entrypoint(request.Entrypoint), command: request.Cmd ?? [], environment: request.Env ?? [], workingDir: request.WorkingDir ?? '', user: request.User ?? '',
    hostname: request.Hostname ?? '', domainname: request.Domainname ?? '', labels: request.Labels ?? {}, tty: request.Tty ?? false, openStdin: request.OpenStdin ?? false, stdinOnce: request.StdinOnce ?? false,
    stopSignal: request.StopSignal ?? '', ...stopGrace(request.StopTimeout), restart: { condition: host.RestartPolicy?.Name || 'no', attemptsMax: host.RestartPolicy?.MaximumRetryCount ?? 0 },
    healthcheck: healthcheck(request.Healthcheck), resources: resourcesOf(host), mounts: mountsOf(request), capAdd: host.CapAdd ?? [], capDrop: host.CapDrop ?? [], privileged: host.Privileged ?? false,
    readOnlyRoot: host.ReadonlyRootfs ?? false, init: host.Init ?? false, securityOpt: host.SecurityOpt ?? [], ulimits: (host.Ulimits ?? []).map(({ Name = '', Soft = 0, Hard = 0 }) => ({ name: Name, soft: Soft, hard: Hard })),
    sysctls: host.Sysctls ?? {}, groupAdd: host.GroupAdd ?? [], devices: devices(host), deviceCgroupRules: host.DeviceCgroupRules ?? [], ...networksOf(request), ports: portsOf(request), exposedPorts: exposedPorts(request),
    extraHosts: host.ExtraHosts ?? [], dns: host.Dns ?? [], dnsSearch: host.DnsSearch ?? [], dnsOptions: host.DnsOptions ?? [], autoRemove: host.AutoRemove ?? false, log: logOf(host), pidMode: host.PidMode ?? '',
    ipcMode: host.IpcMode ?? '', utsMode: host.UTSMode ?? '', cgroupNamespace: host.CgroupnsMode ?? '', shmSizeBytes: host.ShmSize ?? 0, oomScoreAdj: host.OomScoreAdj ?? 0, platform: '',
    ...(host.MaskedPaths && { maskedPaths: { paths: host.MaskedPaths } }), ...(host.ReadonlyPaths && { readOnlyPaths: { paths: host.ReadonlyPaths } }), links: linksOf(request), volumesFrom: host.VolumesFrom ?? [],
    annotations: host.Annotations ?? {}, dockerRequestJson: JSON.stringify({ Config: config, HostConfig: host, NetworkingConfig }),
  };
};

// Words that are there and say nothing clear what the image says.
const entrypoint = (asked: string[] | undefined): string[] => (asked?.length === 0 ? [''] : (asked ?? []));

// Below 0 is "as long as it takes".
const stopGrace = (seconds: number | undefined): { stopGraceMs?: number } => (seconds === undefined ? {} : { stopGraceMs: seconds < 0 ? foreverMs : seconds * msPerS });

const devices = ({ Devices = [] }: HostConfig) =>
  Devices.map(({ PathOnHost = '', PathInContainer = '', CgroupPermissions = '' }) => ({ hostPath: PathOnHost, containerPath: PathInContainer, permissions: CgroupPermissions }));

const healthcheck = (asked: AskedHealthcheck | undefined): Healthcheck | undefined =>
  asked && {
    test: asked.Test ?? [], intervalMs: (asked.Interval ?? 0) / nsPerMs, timeoutMs: (asked.Timeout ?? 0) / nsPerMs, startPeriodMs: (asked.StartPeriod ?? 0) / nsPerMs,
    startIntervalMs: (asked.StartInterval ?? 0) / nsPerMs, retries: asked.Retries ?? 0,
  };

const logOf = ({ LogConfig: { Type = '', Config = {} } = {} }: HostConfig): ContainerSpec['log'] => ({
  driver: Type || 'json-file', sizeMaxBytes: bytesOf(Config['max-size'] ?? '') ?? 0, filesMax: Number(Config['max-file'] ?? 0),
});
