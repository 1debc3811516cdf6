import { Rejection } from '#kernel/rejection.ts';
import type { Container, Resources, RestartPolicy } from '#proto/container.ts';
import { checkRestart } from '../create/check-host.ts';
import { checkResources } from '../create/check-resources.ts';
import type { UpdateRequest } from '../create/request.ts';
import { resourcesOf } from '../create/resources.ts';

export type Change = { resources: Resources; restart?: RestartPolicy; warnings: string[] };

/** What a container has after an update: what was not said, or 0, stays. Throws INVALID, or CONFLICT with what it has already; in Docker's words. */
export const merged = (container: Container, asked: UpdateRequest): Change => {
  checkResources(asked, true);
  checkRestart(asked.RestartPolicy);
  const { spec } = container;
  const before = spec?.resources ?? resourcesOf({});
  const conflict = (what: string): never => {
    throw new Rejection('CONFLICT', `Cannot update container ${container.containerId}: ${what}`);
  };
  const restart = asked.RestartPolicy?.Name ? { condition: asked.RestartPolicy.Name, attemptsMax: asked.RestartPolicy.MaximumRetryCount ?? 0 } : undefined;
  if (restart && restart.condition !== 'no' && spec?.autoRemove) conflict('Restart policy cannot be updated because AutoRemove is enabled for the container');
  checkCpu(before, asked, conflict);
  checkMemory(before, asked, conflict);
  return { resources: resourcesAfter(before, asked), ...(restart && { restart }), warnings: warningsOf(asked) };
};

type Conflict = (what: string) => never;

/** Memory and swap together, as the kernel was told: as much swap as memory where nothing was said. */
const together = ({ memoryBytes, memorySwapBytes }: Resources): number => memorySwapBytes || 2 * memoryBytes;

const checkCpu = (before: Resources, { NanoCpus = 0, CpuQuota = 0, CpuPeriod = 0 }: UpdateRequest, conflict: Conflict): void => {
  if (before.nanoCpus > 0 && CpuPeriod > 0) conflict('Conflicting options: CPU Period cannot be updated as NanoCPUs has already been set');
  if (before.nanoCpus > 0 && CpuQuota > 0) conflict('Conflicting options: CPU Quota cannot be updated as NanoCPUs has already been set');
  if (NanoCpus > 0 && before.cpuQuotaUs > 0) conflict('Conflicting options: Nano CPUs cannot be updated as CPU Quota has already been set');
  if (NanoCpus > 0 && before.cpuPeriodUs > 0) conflict('Conflicting options: Nano CPUs cannot be updated as CPU Period has already been set');
};

const checkMemory = (before: Resources, { Memory = 0, MemorySwap = 0, MemoryReservation = 0 }: UpdateRequest, conflict: Conflict): void => {
  const swap = together(before);
  if (MemorySwap === 0 && swap > 0 && Memory > swap) conflict('Memory limit should be smaller than already set memoryswap limit, update the memoryswap at the same time');
  const memory = Memory || before.memoryBytes;
  if (MemorySwap > 0 && memory === 0) conflict('You should always set the Memory limit when using Memoryswap limit, see usage');
  if (MemorySwap > 0 && MemorySwap < memory) conflict('Minimum memoryswap limit should be larger than memory limit, see usage');
  const reservation = MemoryReservation || before.memoryReservationBytes;
  if (memory > 0 && reservation > memory) conflict('Minimum memory limit should be larger than already set memory reservation limit, update the memory reservation at the same time');
};

const resourcesAfter = (before: Resources, asked: UpdateRequest): Resources => {
  const after = resourcesOf(asked);
  const memoryBytes = after.memoryBytes || before.memoryBytes;
  return {
    ...before,
    memoryBytes,
    memorySwapBytes: after.memorySwapBytes || (memoryBytes > 0 && before.memoryBytes > 0 ? together(before) : before.memorySwapBytes),
    memoryReservationBytes: after.memoryReservationBytes || before.memoryReservationBytes,
    ...(after.memorySwappiness === undefined ? {} : { memorySwappiness: after.memorySwappiness }),
    nanoCpus: after.nanoCpus || before.nanoCpus,
    cpuShares: after.cpuShares || before.cpuShares,
    cpuPeriodUs: after.cpuPeriodUs || before.cpuPeriodUs,
    cpuQuotaUs: after.cpuQuotaUs || before.cpuQuotaUs,
    cpusetCpus: after.cpusetCpus || before.cpusetCpus,
    cpusetMems: after.cpusetMems || before.cpusetMems,
    // Said and not above 0, it takes the limit away.
    pidsMax: asked.PidsLimit === undefined || asked.PidsLimit === 0 ? before.pidsMax : after.pidsMax,
    oomKillDisable: asked.OomKillDisable ?? before.oomKillDisable,
    blkioWeight: after.blkioWeight || before.blkioWeight,
    deviceLimits: after.deviceLimits.length > 0 ? after.deviceLimits : before.deviceLimits,
  };
};

const fixedAtCreate = ['Devices', 'DeviceCgroupRules', 'DeviceRequests', 'Ulimits', 'CgroupParent', 'KernelMemory', 'KernelMemoryTCP', 'CpuCount', 'CpuPercent'] as const;

const warningsOf = (asked: UpdateRequest): string[] =>
  fixedAtCreate.filter((name) => Object.keys(Object(asked[name])).length > 0 || Number(asked[name]) > 0).map((name) => `${name} can't be changed once a container is there. Discarded.`);
