import type { Resources } from '#proto/container.ts';
import { cpuQuota, memoryAndSwapBytes, type FoundLimit } from './oci-resources.ts';

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

const throttleFile: Readonly<Record<string, string>> = { 'read-bps': 'read_bps_device', 'write-bps': 'write_bps_device', 'read-iops': 'read_iops_device', 'write-iops': 'write_iops_device' };

/** What of a kernel's means may be missing, so that it is not asked for. */
export type BlockIo = { limits: readonly FoundLimit[]; byWeight: boolean };

const noBlockIo: BlockIo = { limits: [], byWeight: false };

const blockIoV1 = ({ blkioWeight }: Resources, { limits, byWeight }: BlockIo): LimitWrite[] => [
  ...(byWeight && blkioWeight > 0 ? [write('blkio', 'blkio.weight', blkioWeight)] : []),
  ...limits.flatMap(({ kind, major, minor, value }) => {
    const file = throttleFile[kind];
    return file === undefined ? [] : [write('blkio', `blkio.throttle.${file}`, `${major}:${minor} ${value}`)];
  }),
];

const keyV2: Readonly<Record<string, string>> = { 'read-bps': 'rbps', 'write-bps': 'wbps', 'read-iops': 'riops', 'write-iops': 'wiops' };

const blockIoV2 = ({ blkioWeight }: Resources, { limits, byWeight }: BlockIo): LimitWrite[] => [
  ...(byWeight && blkioWeight > 0 ? [write('io', 'io.bfq.weight', blkioWeight)] : []),
  ...limits.flatMap(({ kind, major, minor, value }) => {
    const key = keyV2[kind];
    return key === undefined ? [] : [write('io', 'io.max', `${major}:${minor} ${key}=${value}`)];
  }),
];

const pidsLimit = (resources: Resources): LimitWrite => write('pids', 'pids.max', resources.pidsMax > 0 ? resources.pidsMax : 'max');

/** The writes that make a group of version 2 have exactly these limits. */
export const limitWritesV2 = (resources: Resources, blockIo = noBlockIo): readonly LimitWrite[] => {
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
    ...blockIoV2(resources, blockIo),
  ];
};

/**
 * The same for version 1. Memory may never be above memory and swap together, not even between two writes: the one that grows goes
 * first, so `currentTogether` (Infinity where swap is not accounted) decides the order.
 */
export const limitWritesV1 = (resources: Resources, current: { togetherBytes: number; swapAccounting: boolean }, blockIo = noBlockIo): readonly LimitWrite[] => {
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
    ...(resources.memorySwappiness === undefined ? [] : [write('memory', 'memory.swappiness', resources.memorySwappiness)]),
    write('memory', 'memory.oom_control', resources.oomKillDisable ? 1 : 0),
    ...cpusets(resources),
    ...blockIoV1(resources, blockIo),
  ];
};
