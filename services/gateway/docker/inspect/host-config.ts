import type { Container, ContainerSpec } from '#proto/container.ts';
import type { Network } from '#proto/network.ts';
import type { Asked } from './asked.ts';
import { networkMode } from './endpoints.ts';

const shmBytes = 64 * 2 ** 20;

/** What the node hides and locks unless told otherwise. */
const maskedPaths = ['/proc/acpi', '/proc/asound', '/proc/interrupts', '/proc/kcore', '/proc/keys', '/proc/latency_stats', '/proc/sched_debug', '/proc/scsi', '/proc/timer_list', '/proc/timer_stats', '/sys/devices/virtual/powercap', '/sys/firmware'];
const readOnlyPaths = ['/proc/bus', '/proc/fs', '/proc/irq', '/proc/sys', '/proc/sysrq-trigger'];

const orNull = <Item>(list: readonly Item[]): readonly Item[] | null => (list.length > 0 ? list : null);

/** `HostConfig`: what was asked, exactly, with Docker's defaults for the rest, and what an update changed since. */
export const hostConfigView = ({ spec: given }: Container, spec: ContainerSpec, networks: readonly Network[], asked: Asked['HostConfig'] = {}) => {
  const bare = spec.privileged || spec.securityOpt.some((option) => /^systempaths[=:]unconfined$/.test(option));
  return {
    ...defaults(spec, given?.dockerRequestJson === ''),
    MaskedPaths: bare ? null : maskedPaths,
    ReadonlyPaths: bare ? null : readOnlyPaths,
    ...asked,
    LogConfig: { Type: spec.log?.driver || 'json-file', Config: (asked.LogConfig as { Config?: object } | undefined)?.Config ?? {} },
    NetworkMode: networkMode(spec, networks),
    RestartPolicy: { Name: spec.restart?.condition || 'no', MaximumRetryCount: spec.restart?.attemptsMax ?? 0 },
    CgroupnsMode: spec.cgroupNamespace || 'private',
    IpcMode: spec.ipcMode || 'private',
    PidMode: spec.pidMode,
    ShmSize: spec.shmSizeBytes || shmBytes,
    ...resources(spec),
  };
};

const defaults = (spec: ContainerSpec, fromElsewhere: boolean) => ({
  Binds: null, ContainerIDFile: '', PortBindings: fromElsewhere ? bindingsOf(spec) : null, AutoRemove: spec.autoRemove, VolumeDriver: '', VolumesFrom: null, ConsoleSize: [0, 0],
  CapAdd: orNull(spec.capAdd), CapDrop: orNull(spec.capDrop), Dns: orNull(spec.dns), DnsOptions: orNull(spec.dnsOptions), DnsSearch: orNull(spec.dnsSearch), ExtraHosts: orNull(spec.extraHosts), GroupAdd: orNull(spec.groupAdd),
  Cgroup: '', Links: null, OomScoreAdj: spec.oomScoreAdj, Privileged: spec.privileged, PublishAllPorts: false, ReadonlyRootfs: spec.readOnlyRoot, SecurityOpt: orNull(spec.securityOpt),
  UTSMode: spec.utsMode, UsernsMode: '', Runtime: 'crun', Isolation: '', CgroupParent: '', BlkioWeightDevice: null, BlkioDeviceReadBps: null, BlkioDeviceWriteBps: null, BlkioDeviceReadIOps: null, BlkioDeviceWriteIOps: null,
  CpuRealtimePeriod: 0, CpuRealtimeRuntime: 0, Devices: orNull(spec.devices.map(({ hostPath, containerPath, permissions }) => ({ PathOnHost: hostPath, PathInContainer: containerPath, CgroupPermissions: permissions }))),
  DeviceCgroupRules: null, DeviceRequests: null, Ulimits: orNull(spec.ulimits.map(({ name, soft, hard }) => ({ Name: name, Soft: soft, Hard: hard }))), CpuCount: 0, CpuPercent: 0, IOMaximumIOps: 0, IOMaximumBandwidth: 0,
  ...(spec.init ? { Init: true } : {}), ...(Object.keys(spec.sysctls).length > 0 ? { Sysctls: spec.sysctls } : {}),
});

// As the kernel was told: an update may have changed what was asked.
const resources = ({ resources: given }: ContainerSpec) => ({
  CpuShares: given?.cpuShares ?? 0, Memory: given?.memoryBytes ?? 0, NanoCpus: given?.nanoCpus ?? 0, BlkioWeight: given?.blkioWeight ?? 0, CpuPeriod: given?.cpuPeriodUs ?? 0, CpuQuota: given?.cpuQuotaUs ?? 0,
  CpusetCpus: given?.cpusetCpus ?? '', CpusetMems: given?.cpusetMems ?? '', MemoryReservation: given?.memoryReservationBytes ?? 0, MemorySwap: given ? given.memorySwapBytes || 2 * given.memoryBytes : 0,
  MemorySwappiness: given?.memorySwappiness ?? null, OomKillDisable: given?.oomKillDisable ?? false, PidsLimit: given?.pidsMax || null,
});

const bindingsOf = ({ ports }: ContainerSpec): Record<string, object[]> => {
  const bindings: Record<string, object[]> = {};
  for (const { protocol, containerPort, hostPort, hostAddress } of ports) (bindings[`${containerPort}/${protocol || 'tcp'}`] ??= []).push({ HostIp: hostAddress, HostPort: hostPort === 0 ? '' : String(hostPort) });
  return bindings;
};
