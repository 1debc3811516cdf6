import { keyedValue } from './cgroup.ts';
import type { InterfaceStats, Stats } from './port.ts';

/** Texts of a control group's files by `controller/file` (version 1) or file name (version 2); a missing file is undefined. */
export type ReadFile = (controller: string, file: string) => string | undefined;

type CgroupStats = Pick<Stats, 'pids' | 'blockIo'> & { cpu: Omit<Stats['cpu'], 'systemNs' | 'onlineCpus'>; memory: Stats['memory'] };

const NANOS_PER_MICRO = 1000;
const NANOS_PER_TICK = 1e7;

const number = (text: string | undefined): number => Number(text?.trim() || 0);

/** A limit: `max`, or a number too large to be one, is the machine's own. */
const limit = (text: string | undefined, machineBytes: number): number => {
  const value = text === undefined || text.trim() === 'max' ? Infinity : Number(text);
  return value > machineBytes ? machineBytes : value;
};

const pidsMax = (text: string | undefined): number => (text === undefined || text.trim() === 'max' ? 0 : Number(text));

export const parseCgroupV1 = (read: ReadFile, machineBytes: number): CgroupStats => {
  const memory = read('memory', 'memory.stat');
  const throttling = read('cpu', 'cpu.stat');
  const blockIo = (file: string, operation: string): number =>
    (read('blkio', file) ?? '')
      .split('\n')
      .map((line) => line.split(' '))
      .filter(([, name]) => name === operation)
      .reduce((sum, [, , value]) => sum + Number(value), 0);
  const accounting = read('cpuacct', 'cpuacct.stat');
  return {
    cpu: {
      usageNs: number(read('cpuacct', 'cpuacct.usage')),
      userNs: keyedValue(accounting, 'user') * NANOS_PER_TICK,
      kernelNs: keyedValue(accounting, 'system') * NANOS_PER_TICK,
      periods: keyedValue(throttling, 'nr_periods'),
      throttledPeriods: keyedValue(throttling, 'nr_throttled'),
      throttledNs: keyedValue(throttling, 'throttled_time'),
    },
    memory: {
      usageBytes: number(read('memory', 'memory.usage_in_bytes')),
      limitBytes: limit(read('memory', 'memory.limit_in_bytes'), machineBytes),
      inactiveFileBytes: keyedValue(memory, 'total_inactive_file'),
      cacheBytes: keyedValue(memory, 'total_cache'),
      anonymousBytes: keyedValue(memory, 'total_rss'),
      peakBytes: number(read('memory', 'memory.max_usage_in_bytes')),
      oomKills: keyedValue(read('memory', 'memory.oom_control'), 'oom_kill'),
    },
    pids: { current: number(read('pids', 'pids.current')), max: pidsMax(read('pids', 'pids.max')) },
    blockIo: {
      readBytes: blockIo('blkio.throttle.io_service_bytes_recursive', 'Read'),
      writeBytes: blockIo('blkio.throttle.io_service_bytes_recursive', 'Write'),
      readOperations: blockIo('blkio.throttle.io_serviced_recursive', 'Read'),
      writeOperations: blockIo('blkio.throttle.io_serviced_recursive', 'Write'),
    },
  };
};

export const parseCgroupV2 = (read: ReadFile, machineBytes: number): CgroupStats => {
  const cpu = read('cpu', 'cpu.stat');
  const memory = read('memory', 'memory.stat');
  const io = (key: string): number =>
    [...(read('io', 'io.stat') ?? '').matchAll(new RegExp(`\\b${key}=(\\d+)`, 'g'))].reduce((sum, [, value]) => sum + Number(value), 0);
  return {
    cpu: {
      usageNs: keyedValue(cpu, 'usage_usec') * NANOS_PER_MICRO,
      userNs: keyedValue(cpu, 'user_usec') * NANOS_PER_MICRO,
      kernelNs: keyedValue(cpu, 'system_usec') * NANOS_PER_MICRO,
      periods: keyedValue(cpu, 'nr_periods'),
      throttledPeriods: keyedValue(cpu, 'nr_throttled'),
      throttledNs: keyedValue(cpu, 'throttled_usec') * NANOS_PER_MICRO,
    },
    memory: {
      usageBytes: number(read('memory', 'memory.current')),
      limitBytes: limit(read('memory', 'memory.max'), machineBytes),
      inactiveFileBytes: keyedValue(memory, 'inactive_file'),
      cacheBytes: keyedValue(memory, 'file'),
      anonymousBytes: keyedValue(memory, 'anon'),
      peakBytes: number(read('memory', 'memory.peak')),
      oomKills: keyedValue(read('memory', 'memory.events'), 'oom_kill'),
    },
    pids: { current: number(read('pids', 'pids.current')), max: pidsMax(read('pids', 'pids.max')) },
    blockIo: { readBytes: io('rbytes'), writeBytes: io('wbytes'), readOperations: io('rios'), writeOperations: io('wios') },
  };
};

/** Time of all processors since boot, idle time included, from /proc/stat. */
export const parseSystemCpu = (procStat: string): { systemNs: number; onlineCpus: number } => {
  const lines = procStat.split('\n');
  // user, nice, system, idle, iowait, irq, softirq, steal: guest time is in user time already.
  const ticks = (lines[0] ?? '').split(/\s+/).slice(1, 9).map(Number);
  return {
    systemNs: ticks.reduce((sum, one) => sum + one, 0) * NANOS_PER_TICK,
    onlineCpus: lines.filter((line) => /^cpu\d/.test(line)).length,
  };
};

/** Interfaces of a network namespace from its /proc/<pid>/net/dev, without the loopback one. */
export const parseInterfaces = (netDev: string): readonly InterfaceStats[] =>
  netDev.split('\n').slice(2).flatMap((line) => {
    const [name = '', counters = ''] = line.split(':');
    if (counters === '' || name.trim() === 'lo') return [];
    const at = counters.trim().split(/\s+/).map(Number);
    const value = (index: number): number => at[index] ?? 0;
    return [{
      name: name.trim(),
      receivedBytes: value(0),
      receivedPackets: value(1),
      receiveErrors: value(2),
      receiveDropped: value(3),
      sentBytes: value(8),
      sentPackets: value(9),
      sendErrors: value(10),
      sendDropped: value(11),
    }];
  });
