import type { Resources } from '#proto/container.ts';
import type { Machine } from './machine.ts';

export type DeviceRule = { allow: boolean; type?: 'a' | 'b' | 'c'; major?: number; minor?: number; access: string };

export type OciResources = {
  devices?: readonly DeviceRule[];
  memory?: { limit?: number; reservation?: number; swap?: number; swappiness?: number; disableOOMKiller?: boolean };
  cpu?: { shares?: number; quota?: number; period?: number; cpus?: string; mems?: string };
  pids?: { limit: number };
  blockIO?: OciBlockIo;
};

type OciRate = { major: number; minor: number; rate: number };

export type OciBlockIo = {
  weight?: number;
  weightDevice?: readonly { major: number; minor: number; weight: number }[];
  throttleReadBpsDevice?: readonly OciRate[];
  throttleWriteBpsDevice?: readonly OciRate[];
  throttleReadIOPSDevice?: readonly OciRate[];
  throttleWriteIOPSDevice?: readonly OciRate[];
};

/** A limit of one block device, the device found on this machine. */
export type FoundLimit = { major: number; minor: number; kind: string; value: number };

const DEFAULT_CPU_PERIOD_US = 100_000;
const NANOS = 1e9;

/** Processor time per period, from either way of asking; undefined is no limit. */
export const cpuQuota = (resources: Resources): { quotaUs: number; periodUs: number } | undefined => {
  if (resources.nanoCpus > 0) {
    return { quotaUs: Math.round((resources.nanoCpus / NANOS) * DEFAULT_CPU_PERIOD_US), periodUs: DEFAULT_CPU_PERIOD_US };
  }
  if (resources.cpuQuotaUs > 0) return { quotaUs: resources.cpuQuotaUs, periodUs: resources.cpuPeriodUs || DEFAULT_CPU_PERIOD_US };
  return undefined;
};

/** Memory and swap together; Docker gives as much swap as memory when nothing is said. undefined leaves it alone. */
export const memoryAndSwapBytes = (resources: Resources): number | undefined => {
  if (resources.memorySwapBytes !== 0) return resources.memorySwapBytes;
  return resources.memoryBytes > 0 ? 2 * resources.memoryBytes : undefined;
};

const memory = (resources: Resources, machine: Machine): OciResources['memory'] => {
  const swap = memoryAndSwapBytes(resources);
  const swapLimited = machine.cgroupVersion === 2 || machine.swapAccounting;
  return {
    ...(resources.memoryBytes > 0 ? { limit: resources.memoryBytes } : {}),
    ...(resources.memoryReservationBytes > 0 ? { reservation: resources.memoryReservationBytes } : {}),
    ...(swap !== undefined && swapLimited ? { swap } : {}),
    ...(machine.cgroupVersion === 1 && resources.memorySwappiness !== undefined ? { swappiness: resources.memorySwappiness } : {}),
    ...(machine.cgroupVersion === 1 && resources.oomKillDisable ? { disableOOMKiller: true } : {}),
  };
};

const cpu = (resources: Resources): OciResources['cpu'] => {
  const quota = cpuQuota(resources);
  return {
    ...(resources.cpuShares > 0 ? { shares: resources.cpuShares } : {}),
    ...(quota === undefined ? {} : { quota: quota.quotaUs, period: quota.periodUs }),
    ...(resources.cpusetCpus === '' ? {} : { cpus: resources.cpusetCpus }),
    ...(resources.cpusetMems === '' ? {} : { mems: resources.cpusetMems }),
  };
};

const blockIo = (resources: Resources, machine: Machine, limits: readonly FoundLimit[]): { blockIO?: OciBlockIo } => {
  const rates = (wanted: string): OciRate[] => limits.filter(({ kind }) => kind === wanted).map(({ major, minor, value }) => ({ major, minor, rate: value }));
  const weights = machine.blockIoWeight ? limits.filter(({ kind }) => kind === 'weight').map(({ major, minor, value }) => ({ major, minor, weight: value })) : [];
  const lists = {
    throttleReadBpsDevice: rates('read-bps'), throttleWriteBpsDevice: rates('write-bps'), throttleReadIOPSDevice: rates('read-iops'), throttleWriteIOPSDevice: rates('write-iops'), weightDevice: weights,
  };
  const said = Object.entries(lists).filter(([, list]) => list.length > 0);
  const weight = machine.blockIoWeight && resources.blkioWeight > 0 ? { weight: resources.blkioWeight } : {};
  return said.length === 0 && weight.weight === undefined ? {} : { blockIO: { ...weight, ...Object.fromEntries(said) } };
};

/** `linux.resources` of an OCI configuration; the runtime translates it for cgroup v2. */
export const ociResources = (
  resources: Resources | undefined,
  devices: readonly DeviceRule[],
  machine: Machine,
  limits: readonly FoundLimit[] = [],
): OciResources => {
  if (resources === undefined) return { devices };
  return {
    devices,
    memory: memory(resources, machine) ?? {},
    cpu: cpu(resources) ?? {},
    ...(resources.pidsMax > 0 ? { pids: { limit: resources.pidsMax } } : {}),
    ...blockIo(resources, machine, limits),
  };
};
