import { Rejection } from '#kernel/rejection.ts';
import type { UpdateRequest } from './request.ts';

const refuse = (message: string): never => {
  throw new Rejection('INVALID', message);
};

/** Below it the kernel can't start a program in the group: Docker's figure. */
const memoryMinBytes = 6 * 2 ** 20;

/** Limits that contradict themselves, in Docker's words. What depends on the machine its agent says. */
export const checkResources = (asked: Omit<UpdateRequest, 'RestartPolicy'>, isUpdate = false): void => {
  checkMemory(asked, isUpdate);
  checkCpu(asked);
  const weight = asked.BlkioWeight ?? 0;
  if (weight !== 0 && (weight < 10 || weight > 1000)) refuse('range of blkio weight is from 10 to 1000');
  if (asked.IOMaximumBandwidth) refuse('invalid option: QoS maximum bandwidth configuration is not supported on linux');
  if (asked.IOMaximumIOps) refuse('invalid option: QoS maximum IOPs configuration is not supported on linux');
  for (const { Name = '', Soft = 0, Hard = 0 } of asked.Ulimits ?? [])
    if (Hard >= 0 && (Soft < 0 || Soft > Hard)) refuse(`invalid ulimit ${Name}: soft limit ${Soft} is above the hard limit ${Hard}`);
};

const checkMemory = ({ Memory = 0, MemorySwap = 0, MemoryReservation = 0, MemorySwappiness = -1 }: UpdateRequest, isUpdate: boolean): void => {
  if (Memory !== 0 && Memory < memoryMinBytes) refuse('Minimum memory limit allowed is 6MB');
  if (Memory > 0 && MemorySwap > 0 && MemorySwap < Memory) refuse('Minimum memoryswap limit should be larger than memory limit, see usage');
  if (Memory === 0 && MemorySwap > 0 && !isUpdate) refuse('You should always set the Memory limit when using Memoryswap limit, see usage');
  if (MemorySwappiness !== -1 && (MemorySwappiness < 0 || MemorySwappiness > 100)) refuse(`Invalid value: ${MemorySwappiness}, valid memory swappiness range is 0-100`);
  if (MemoryReservation !== 0 && MemoryReservation < memoryMinBytes) refuse('Minimum memory reservation allowed is 6MB');
  if (Memory > 0 && MemoryReservation > Memory) refuse('Minimum memory limit can not be less than memory reservation limit, see usage');
};

const periodMinUs = 1_000;
const periodMaxUs = 1_000_000;

const checkCpu = ({ NanoCpus = 0, CpuPeriod = 0, CpuQuota = 0, CpuShares = 0, CpuRealtimePeriod = 0, CpuRealtimeRuntime = 0 }: UpdateRequest): void => {
  if (NanoCpus > 0 && CpuPeriod > 0) refuse('Conflicting options: Nano CPUs and CPU Period cannot both be set');
  if (NanoCpus > 0 && CpuQuota > 0) refuse('Conflicting options: Nano CPUs and CPU Quota cannot both be set');
  if (CpuShares < 0) refuse(`invalid CPU shares (${CpuShares}): value must be a positive integer`);
  if (CpuPeriod !== 0 && (CpuPeriod < periodMinUs || CpuPeriod > periodMaxUs)) refuse('CPU cfs period can not be less than 1ms (i.e. 1000) or larger than 1s (i.e. 1000000)');
  if (CpuQuota > 0 && CpuQuota < periodMinUs) refuse('CPU cfs quota can not be less than 1ms (i.e. 1000)');
  if (CpuRealtimePeriod !== 0 || CpuRealtimeRuntime !== 0) refuse('real-time processor time is not there yet: leave CpuRealtimePeriod and CpuRealtimeRuntime away');
};
