import { closeSync, constants, openSync, writeSync } from 'node:fs';

const RESIZE = 1;
const REOPEN_LOG = 2;

/** Tells conmon something through its control pipe. Nothing happens when it has gone: then there is nothing to tell. */
const tell = (path: string, message: string): void => {
  let fd: number;
  try {
    // Non-blocking: a pipe that nobody reads would hold the agent up for ever.
    fd = openSync(path, constants.O_WRONLY | constants.O_NONBLOCK);
  } catch {
    return;
  }
  try {
    writeSync(fd, message);
  } finally {
    closeSync(fd);
  }
};

export const resizeTerminal = (controlPath: string, rows: number, columns: number): void =>
  tell(controlPath, `${RESIZE} ${rows} ${columns}\n`);

/** conmon opens its log file anew: after it was renamed, by the old name. */
export const reopenLog = (controlPath: string): void => tell(controlPath, `${REOPEN_LOG} 0 0\n`);
