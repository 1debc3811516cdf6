import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { cpus, hostname } from 'node:os';
import { capabilitiesOfMask } from './capabilities.ts';

/** What this machine lets its containers have: nothing in a configuration may ask for more, or the container does not start. */
export type Machine = {
  cgroupVersion: 1 | 2;
  /** v1 only: whether memory and swap can be limited together. */
  swapAccounting: boolean;
  boundingCapabilities: readonly string[];
  /** Hard limits by their OCI name, e.g. `RLIMIT_NOFILE`; what is missing is unlimited. */
  hardLimits: Readonly<Record<string, number>>;
  oomScoreAdj: number;
  hostname: string;
  /** Each has a thermal_throttle folder in /sys, which tells of the machine's load. */
  processors: number;
  /** Numbers of processors and memory nodes, e.g. `0-3`. */
  cpus: string;
  memoryNodes: string;
  /** Whether the kernel shares disk time by weight. */
  blockIoWeight: boolean;
  /** A static init program to run as process 1 of containers that ask for one. */
  initProgram?: string;
};

const INIT_PROGRAMS = ['/usr/bin/tini-static', '/usr/libexec/docker/docker-init', '/usr/bin/docker-init'];

const LIMIT_NAMES: Readonly<Record<string, string>> = {
  'Max cpu time': 'RLIMIT_CPU',
  'Max file size': 'RLIMIT_FSIZE',
  'Max data size': 'RLIMIT_DATA',
  'Max stack size': 'RLIMIT_STACK',
  'Max core file size': 'RLIMIT_CORE',
  'Max resident set': 'RLIMIT_RSS',
  'Max processes': 'RLIMIT_NPROC',
  'Max open files': 'RLIMIT_NOFILE',
  'Max locked memory': 'RLIMIT_MEMLOCK',
  'Max address space': 'RLIMIT_AS',
  'Max file locks': 'RLIMIT_LOCKS',
  'Max pending signals': 'RLIMIT_SIGPENDING',
  'Max msgqueue size': 'RLIMIT_MSGQUEUE',
  'Max nice priority': 'RLIMIT_NICE',
  'Max realtime priority': 'RLIMIT_RTPRIO',
  'Max realtime timeout': 'RLIMIT_RTTIME',
};

/** Limits by the names that users know, e.g. `nofile`. */
export const limitNames: readonly string[] = Object.values(LIMIT_NAMES).map((name) => name.slice('RLIMIT_'.length).toLowerCase());

const WEIGHT_FILES = ['blkio/blkio.weight', 'blkio/blkio.bfq.weight'];

// The root group of version 2 has no weight; there the scheduler tells.
const sharesByWeight = (isV2: boolean): boolean =>
  isV2 ? readdirSync('/sys/block').some((disk) => textOf(`/sys/block/${disk}/queue/scheduler`).includes('[bfq]')) : WEIGHT_FILES.some((file) => existsSync(`/sys/fs/cgroup/${file}`));

const textOf = (path: string): string => {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return '';
  }
};

/** Hard limits out of /proc/<pid>/limits; unlimited ones are left out. */
export const parseHardLimits = (text: string): Record<string, number> => {
  const limits: Record<string, number> = {};
  for (const line of text.split('\n')) {
    const name = LIMIT_NAMES[line.slice(0, 25).trim()];
    const hard = line.slice(47, 68).trim();
    if (name !== undefined && hard !== 'unlimited') limits[name] = Number(hard);
  }
  return limits;
};

/** Reads the machine once; none of it changes while the agent lives. */
export const readMachine = (): Machine => {
  const initProgram = INIT_PROGRAMS.find((path) => existsSync(path));
  const bounding = /^CapBnd:\s*([0-9a-f]+)$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? '0';
  const isV2 = existsSync('/sys/fs/cgroup/cgroup.controllers');
  return {
    cgroupVersion: isV2 ? 2 : 1,
    swapAccounting: existsSync('/sys/fs/cgroup/memory/memory.memsw.limit_in_bytes'),
    boundingCapabilities: capabilitiesOfMask(bounding),
    hardLimits: parseHardLimits(readFileSync('/proc/self/limits', 'utf8')),
    oomScoreAdj: Number(readFileSync('/proc/self/oom_score_adj', 'utf8')),
    hostname: hostname(),
    processors: cpus().length,
    cpus: textOf('/sys/devices/system/cpu/online') || `0-${cpus().length - 1}`,
    memoryNodes: textOf('/sys/devices/system/node/online') || '0',
    blockIoWeight: sharesByWeight(isV2),
    ...(initProgram === undefined ? {} : { initProgram }),
  };
};
