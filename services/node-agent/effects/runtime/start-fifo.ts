import { closeSync, constants, existsSync, openSync, unlinkSync, writeSync } from 'node:fs';
import { basename } from 'node:path';
import { runProgram } from './oci-runtime.ts';

const KNOWN_VERSION = /^crun version 1\./m;

/**
 * Whether this runtime's containers can be let go, and cleared away, without running it once more, which is half of the time that a
 * short container takes. True of crun 1, whose first process waits for a byte in a fifo; runc does it the other way round.
 */
export const worksByFiles = async (program: string): Promise<boolean> => {
  if (basename(program) !== 'crun') return false;
  const { stdout } = await runProgram(program, ['--version']);
  return KNOWN_VERSION.test(stdout);
};

/** Lets a created container go; false when nobody waits there, and the runtime has to be asked what is wrong. */
export const releaseFifo = (fifo: string): boolean => {
  let fd: number;
  try {
    fd = openSync(fifo, constants.O_WRONLY | constants.O_NONBLOCK);
  } catch {
    return false;
  }
  try {
    // First, as the runtime does it: once the process runs, its fifo tells that it was let go.
    if (existsSync(fifo)) unlinkSync(fifo);
    writeSync(fd, '\0');
    return true;
  } catch {
    return false;
  } finally {
    closeSync(fd);
  }
};
