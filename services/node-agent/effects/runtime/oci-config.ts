import { grantedCapabilities } from './capabilities.ts';
import type { ContainerUser } from './container-user.ts';
import type { Machine } from './machine.ts';
import { deviceRules, type FoundDevice } from './oci-devices.ts';
import { INIT_PATH, ociMounts, rootPropagation, type OciMount } from './oci-mounts.ts';
import { processCapabilities, processEnvironment, processLimits, type OciProcess } from './oci-process.ts';
import { ociResources, type FoundLimit, type OciResources } from './oci-resources.ts';
import type { PreparedContainer } from './port.ts';
import type { OciSeccomp } from './seccomp-rules.ts';
import type { SecurityOptions } from './security-options.ts';

export type OciConfig = {
  ociVersion: string;
  process: OciProcess;
  root: { path: string; readonly: boolean };
  /** Missing on the machine's own name. */
  hostname?: string;
  mounts: readonly OciMount[];
  annotations: Record<string, string>;
  linux: {
    namespaces: readonly { type: string; path?: string }[];
    resources: OciResources;
    devices: readonly Omit<FoundDevice, 'access'>[];
    cgroupsPath: string;
    sysctl: Record<string, string>;
    maskedPaths: readonly string[];
    readonlyPaths: readonly string[];
    rootfsPropagation: string;
    seccomp?: OciSeccomp;
  };
};

/** What had to be looked up on the machine and in the image before a configuration could be made. */
export type Lookups = {
  machine: Machine;
  user: ContainerUser;
  devices: readonly FoundDevice[];
  limits?: readonly FoundLimit[];
  security: SecurityOptions;
  /** Rules, or the same compiled; undefined is unconfined. */
  seccomp: { rules: OciSeccomp } | { bpfBase64: string } | undefined;
  cgroupParent: string;
  /** Shared memory that lies outside of the container because more than one uses it. */
  sharedMemoryDir?: string | undefined;
};

const SHORT_ID_LENGTH = 12;

const MASKED = [
  '/proc/acpi', '/proc/asound', '/proc/interrupts', '/proc/kcore', '/proc/keys', '/proc/latency_stats', '/proc/sched_debug',
  '/proc/scsi', '/proc/timer_list', '/proc/timer_stats', '/sys/devices/virtual/powercap', '/sys/firmware',
];
const READ_ONLY = ['/proc/bus', '/proc/fs', '/proc/irq', '/proc/sys', '/proc/sysrq-trigger'];

const masked = (processors: number): readonly string[] => [
  ...MASKED,
  ...Array.from({ length: processors }, (_, cpu) => `/sys/devices/system/cpu/cpu${cpu}/thermal_throttle`),
];

const joined = (type: string, pid: number | undefined): { type: string; path?: string } =>
  pid === undefined ? { type } : { type, path: `/proc/${pid}/ns/${type}` };

const namespaces = ({ spec, netns, joinPid, joinIpc }: PreparedContainer): OciConfig['linux']['namespaces'] => [
  { type: 'mount' },
  ...(spec.utsMode === 'host' ? [] : [{ type: 'uts' }]),
  ...(spec.cgroupNamespace === 'host' ? [] : [{ type: 'cgroup' }]),
  ...(spec.pidMode === 'host' ? [] : [joined('pid', joinPid)]),
  ...(spec.ipcMode === 'host' ? [] : [joined('ipc', joinIpc)]),
  ...(netns === undefined ? [] : [{ type: 'network', path: netns }]),
];

/** Docker's rule for a container that was given no hostname: its short id, or the machine's name on the machine's network. */
const hostnameOf = ({ spec, netns, containerId }: PreparedContainer, machine: Machine): string =>
  spec.hostname || (netns === undefined || spec.utsMode === 'host' ? machine.hostname : containerId.slice(0, SHORT_ID_LENGTH));

const process = (container: PreparedContainer, { machine, user, security }: Lookups): OciProcess => {
  const { spec } = container;
  const granted = grantedCapabilities(spec, machine.boundingCapabilities);
  const command = [...spec.entrypoint, ...spec.command];
  return {
    terminal: spec.tty,
    user: { uid: user.uid, gid: user.gid, additionalGids: user.additionalGids },
    args: spec.init && machine.initProgram !== undefined ? [INIT_PATH, '--', ...command] : command,
    env: processEnvironment(spec.environment, { hostname: hostnameOf(container, machine), home: user.home, tty: spec.tty }),
    cwd: spec.workingDir || '/',
    capabilities: processCapabilities(granted, user.uid),
    rlimits: processLimits(spec.ulimits, machine.hardLimits),
    noNewPrivileges: security.noNewPrivileges,
    // Going below the agent's own value takes CAP_SYS_RESOURCE; without it the container would not start.
    oomScoreAdj: Math.max(spec.oomScoreAdj, machine.oomScoreAdj),
  };
};

const sysctls = ({ spec }: PreparedContainer): Record<string, string> => ({
  ...(spec.domainname === '' || spec.utsMode === 'host' ? {} : { 'kernel.domainname': spec.domainname }),
  ...spec.sysctls,
});

/** The OCI configuration of a container; all of Docker's defaults, nothing looked up. */
export const ociConfig = (container: PreparedContainer, lookups: Lookups): OciConfig => {
  const { spec } = container;
  const { machine, devices, seccomp } = lookups;
  const bare = spec.privileged || lookups.security.systemPathsUnconfined;
  return {
    ociVersion: '1.0.2',
    process: process(container, lookups),
    root: { path: container.rootfs, readonly: spec.readOnlyRoot },
    ...(spec.utsMode === 'host' ? {} : { hostname: hostnameOf(container, machine) }),
    mounts: ociMounts(container, machine.initProgram, lookups.sharedMemoryDir),
    annotations: { ...spec.annotations, ...(seccomp !== undefined && 'bpfBase64' in seccomp ? { 'run.oci.seccomp_bpf_data': seccomp.bpfBase64 } : {}) },
    linux: {
      namespaces: namespaces(container),
      resources: ociResources(spec.resources, deviceRules(spec.privileged, devices, spec.deviceCgroupRules), machine, lookups.limits),
      devices: devices.map(({ access: _, ...node }) => node),
      cgroupsPath: `${lookups.cgroupParent}/${container.containerId}`,
      sysctl: sysctls(container),
      maskedPaths: bare ? [] : (spec.maskedPaths?.paths ?? masked(machine.processors)),
      readonlyPaths: bare ? [] : (spec.readOnlyPaths?.paths ?? READ_ONLY),
      rootfsPropagation: rootPropagation(container.mounts),
      ...(seccomp !== undefined && 'rules' in seccomp ? { seccomp: seccomp.rules } : {}),
    },
  };
};

// Known to Node, not yet to TypeScript's library.
const { rawJSON } = JSON as unknown as { rawJSON: (text: string) => unknown };

/** JSON has no bigint, and a limit of 2^64-1 has no exact number: it is written digit by digit. */
export const encodeOci = (config: unknown): string =>
  JSON.stringify(config, (_, value: unknown) => (typeof value === 'bigint' ? rawJSON(String(value)) : value));
