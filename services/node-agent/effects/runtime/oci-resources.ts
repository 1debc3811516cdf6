import type { Resources } from '#proto/container.ts';
import type { Machine } from './machine.ts';

export type DeviceRule = { allow: boolean; type?: 'a' | 'b' | 'c'; major?: number; minor?: number; access: string };

export type OciResources = {
  devices?: readonly DeviceRule[];
  memory?: { limit?: number; reservation?: number; swap?: number };
  cpu?: { shares?: number; quota?: number; period?: number; cpus?: string; mems?: string };
  pids?: { limit: number };
};

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

/** `linux.resources` of an OCI configuration; the runtime translates it for cgroup v2. */
export const ociResources = (
  resources: Resources | undefined,
  devices: readonly DeviceRule[],
  machine: Machine,
): OciResources => {
  if (resources === undefined) return { devices };
  return {
    devices,
    memory: memory(resources, machine) ?? {},
    cpu: cpu(resources) ?? {},
    ...(resources.pidsMax > 0 ? { pids: { limit: resources.pidsMax } } : {}),
  };
};
