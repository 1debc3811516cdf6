import { readFileSync } from 'node:fs';
import { cgroupPids, type Cgroup } from './cgroup.ts';
import { userNames } from './container-user.ts';
import type { ContainerProcess } from './port.ts';
import { readText } from './process-facts.ts';
import { readUserFiles } from './rootfs.ts';

const TICKS_PER_SECOND = 100;
const MS_PER_TICK = 1000 / TICKS_PER_SECOND;
const PSEUDO_TERMINAL_MAJOR = 136;
const PSEUDO_TERMINAL_MAJORS = 8;

export type ProcessStat = { parentPid: number; tty: string; cpuMs: number; startedAfterBootMs: number; name: string };

const ttyName = (device: number): string => {
  const major = (device >> 8) & 0xfff;
  const minor = (device & 0xff) | ((device >> 12) & 0xfff00);
  if (device === 0) return '?';
  const isPseudo = major >= PSEUDO_TERMINAL_MAJOR && major < PSEUDO_TERMINAL_MAJOR + PSEUDO_TERMINAL_MAJORS;
  return isPseudo ? `pts/${(major - PSEUDO_TERMINAL_MAJOR) * 256 + minor}` : `${major}:${minor}`;
};

/** /proc/<pid>/stat; the name is in parentheses and may hold anything, parentheses and spaces too. */
export const parseProcessStat = (text: string): ProcessStat => {
  const close = text.lastIndexOf(')');
  const after = text.slice(close + 2).split(' ');
  // Field 3 of proc(5) is the first one after the name.
  const field = (number: number): number => Number(after[number - 3] ?? 0);
  return {
    name: text.slice(text.indexOf('(') + 1, close),
    parentPid: field(4),
    tty: ttyName(field(7)),
    cpuMs: (field(14) + field(15)) * MS_PER_TICK,
    startedAfterBootMs: field(22) * MS_PER_TICK,
  };
};

const bootTimeMs = (): number => Number(/^btime (\d+)$/m.exec(readFileSync('/proc/stat', 'utf8'))?.[1] ?? 0) * 1000;

/** Not the owner of /proc/<pid>: that is root for every program that changed its user. */
const effectiveUid = (pid: number): number | undefined => {
  const ids = /^Uid:\s+\d+\s+(\d+)/m.exec(readText(`/proc/${pid}/status`) ?? '')?.[1];
  return ids === undefined ? undefined : Number(ids);
};

/** The processes of a container; one that ends while it is looked at is left out. */
export const listProcesses = (cgroup: Cgroup, rootfs: string): readonly ContainerProcess[] => {
  const names = userNames(readUserFiles(rootfs).passwd);
  const bootMs = bootTimeMs();
  return cgroupPids(cgroup).flatMap((pid) => {
    const stat = readText(`/proc/${pid}/stat`);
    const command = readText(`/proc/${pid}/cmdline`);
    const uid = effectiveUid(pid);
    if (stat === undefined || command === undefined || uid === undefined) return [];
    const { name, parentPid, tty, cpuMs, startedAfterBootMs } = parseProcessStat(stat);
    const line = command.split('\0').join(' ').trim() || `[${name}]`;
    return [{ pid, parentPid, uid, user: names.get(uid) ?? String(uid), tty, startedAtMs: bootMs + startedAfterBootMs, cpuMs, command: line }];
  });
};
