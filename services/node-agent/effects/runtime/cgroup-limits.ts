import type { Resources } from '#proto/container.ts';
import { cpuQuota, memoryAndSwapBytes } from './oci-resources.ts';

/** One write into a file of a control group. */
export type LimitWrite = { controller: string; file: string; value: string };

const V1_UNLIMITED = '-1';
const V2_UNLIMITED = 'max';
const DEFAULT_CPU_PERIOD_US = 100_000;
const DEFAULT_SHARES = 1024;

const write = (controller: string, file: string, value: string | number): LimitWrite => ({ controller, file, value: String(value) });

/** Version 1's 2…262144 onto version 2's 1…10000, as every runtime does it. */
export const weightOfShares = (shares: number): number => Math.floor(1 + ((Math.max(2, shares) - 2) * 9999) / 262142);

const cpusets = (resources: Resources): LimitWrite[] => [
  ...(resources.cpusetCpus === '' ? [] : [write('cpuset', 'cpuset.cpus', resources.cpusetCpus)]),
  ...(resources.cpusetMems === '' ? [] : [write('cpuset', 'cpuset.mems', resources.cpusetMems)]),
];

const pidsLimit = (resources: Resources): LimitWrite => write('pids', 'pids.max', resources.pidsMax > 0 ? resources.pidsMax : 'max');

/** The writes that make a group of version 2 have exactly these limits. */
export const limitWritesV2 = (resources: Resources): readonly LimitWrite[] => {
  const quota = cpuQuota(resources);
  const together = memoryAndSwapBytes(resources);
  const swap = together === undefined || together < 0 ? V2_UNLIMITED : Math.max(0, together - resources.memoryBytes);
  return [
    write('memory', 'memory.max', resources.memoryBytes || V2_UNLIMITED),
    write('memory', 'memory.swap.max', swap),
    write('memory', 'memory.low', resources.memoryReservationBytes),
    write('cpu', 'cpu.max', quota === undefined ? `${V2_UNLIMITED} ${DEFAULT_CPU_PERIOD_US}` : `${quota.quotaUs} ${quota.periodUs}`),
    write('cpu', 'cpu.weight', weightOfShares(resources.cpuShares || DEFAULT_SHARES)),
    pidsLimit(resources),
    ...cpusets(resources),
  ];
};

/**
 * The same for version 1. Memory may never be above memory and swap together, not even between two writes: the one that grows goes
 * first, so `currentTogether` (Infinity where swap is not accounted) decides the order.
 */
export const limitWritesV1 = (resources: Resources, current: { togetherBytes: number; swapAccounting: boolean }): readonly LimitWrite[] => {
  const quota = cpuQuota(resources);
  const together = memoryAndSwapBytes(resources) ?? -1;
  const limit = write('memory', 'memory.limit_in_bytes', resources.memoryBytes || V1_UNLIMITED);
  const both = write('memory', 'memory.memsw.limit_in_bytes', together);
  const grows = together < 0 || together > current.togetherBytes;
  return [
    ...(!current.swapAccounting ? [limit] : grows ? [both, limit] : [limit, both]),
    write('memory', 'memory.soft_limit_in_bytes', resources.memoryReservationBytes || V1_UNLIMITED),
    write('cpu', 'cpu.cfs_period_us', quota?.periodUs ?? DEFAULT_CPU_PERIOD_US),
    write('cpu', 'cpu.cfs_quota_us', quota?.quotaUs ?? V1_UNLIMITED),
    write('cpu', 'cpu.shares', resources.cpuShares || DEFAULT_SHARES),
    pidsLimit(resources),
    ...cpusets(resources),
  ];
};
