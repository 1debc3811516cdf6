import { readFileSync } from 'node:fs';

const read = (path: string): string | undefined => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
};

/** Whether a process lives whose command line holds this argument: a pid alone may be somebody else's by now. */
export const livesWithArgument = (pid: number, argument: string): boolean =>
  read(`/proc/${pid}/cmdline`)?.split('\0').includes(argument) ?? false;

/** The number in a pid file; 0 when there is none. */
export const readPid = (path: string): number => Number(read(path)?.trim() ?? '') || 0;

export const readText = read;
