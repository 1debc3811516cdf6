import { readFileSync, readdirSync } from 'node:fs';

/** A file's text; undefined when it can't be read. */
export const readText = (path: string): string | undefined => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
};

/** Whether a process lives whose command line holds this argument: a pid alone may be somebody else's by now. */
export const livesWithArgument = (pid: number, argument: string): boolean =>
  readText(`/proc/${pid}/cmdline`)?.split('\0').includes(argument) ?? false;

/** Every process of the machine whose command line holds this argument; reads all of /proc. */
export const pidsWithArgument = (argument: string): readonly number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => livesWithArgument(pid, argument));

/** The number in a pid file; 0 when there is none. */
export const readPid = (path: string): number => Number(readText(path)?.trim() ?? '') || 0;

/** SIGKILL; no error when the process has just ended. */
export const killQuietly = (pid: number): void => {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It ended by itself.
  }
};
