import type { DeviceLimit, Resources } from '#proto/container.ts';
import type { UpdateRequest } from './request.ts';

type Rates = readonly { Path?: string; Rate?: number }[];

const limits = (kind: string, rates: Rates = []): DeviceLimit[] => rates.map(({ Path = '', Rate = 0 }) => ({ path: Path, kind, value: Rate }));

/** Limits as the platform keeps them; 0 and missing are no limit. */
export const resourcesOf = (asked: UpdateRequest): Resources => ({
  memoryBytes: asked.Memory ?? 0, memoryReservationBytes: asked.MemoryReservation ?? 0, memorySwapBytes: asked.MemorySwap ?? 0, nanoCpus: asked.NanoCpus ?? 0, cpuShares: asked.CpuShares ?? 0, cpuPeriodUs: asked.CpuPeriod ?? 0,
  cpuQuotaUs: asked.CpuQuota ?? 0, cpusetCpus: asked.CpusetCpus ?? '', cpusetMems: asked.CpusetMems ?? '', pidsMax: Math.max(0, asked.PidsLimit ?? 0),
  // -1 is what clients say for "not set".
  ...(asked.MemorySwappiness === undefined || asked.MemorySwappiness < 0 ? {} : { memorySwappiness: asked.MemorySwappiness }),
  oomKillDisable: asked.OomKillDisable ?? false, blkioWeight: asked.BlkioWeight ?? 0,
  deviceLimits: [
    ...limits('read-bps', asked.BlkioDeviceReadBps), ...limits('write-bps', asked.BlkioDeviceWriteBps), ...limits('read-iops', asked.BlkioDeviceReadIOps), ...limits('write-iops', asked.BlkioDeviceWriteIOps),
    ...(asked.BlkioWeightDevice ?? []).map(({ Path = '', Weight = 0 }) => ({ path: Path, kind: 'weight', value: Weight })),
  ],
});
