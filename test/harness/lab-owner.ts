import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A folder for each lab, by its tag. */
export const labsFolder = '/run/ladt';
export const statesFolder = '/var/lib/ladt';

/** Notes that this process uses the lab. The note is there as soon as the folder is. */
export const claimLab = (tag: string): void => {
  mkdirSync(labsFolder, { recursive: true, mode: 0o711 });
  const made = mkdtempSync(join(labsFolder, '.claim-'));
  writeFileSync(join(made, 'owner'), identityOf(process.pid));
  renameSync(made, join(labsFolder, tag));
};

/** Labs whose process has gone without closing them. */
export const abandonedLabs = (): string[] => tags().filter((tag) => hasDied(ownerOf(tag)));

const tags = (): string[] => {
  try {
    return readdirSync(labsFolder).filter((name) => !name.startsWith('.'));
  } catch {
    return [];
  }
};

const ownerOf = (tag: string): string => {
  try {
    return readFileSync(join(labsFolder, tag, 'owner'), 'utf8');
  } catch {
    return '';
  }
};

// A folder without a note was not made by claimLab: it is somebody else's.
const hasDied = (owner: string): boolean => owner !== '' && identityOf(Number(owner.split(' ')[0])) !== owner;

// Ids of processes are given out again: the time at which it was started tells it apart. proc_pid_stat(5), field 22; the name before it may hold spaces.
const identityOf = (pid: number): string => {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return `${pid} ${fields[19]}`;
  } catch {
    return '';
  }
};
