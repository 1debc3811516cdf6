import { streamOfDescriptor } from './packet-connection.ts';
import { openPidfd } from './syscalls.ts';

/**
 * Calls back when a process that is not our child has ended, at once when it has already. A pidfd becomes readable then; reading it is
 * an error by definition, which is the news.
 */
export const onProcessEnd = (pid: number, ended: () => void): { close: () => void } => {
  let fd: number;
  try {
    fd = openPidfd(pid);
  } catch {
    const timer = setImmediate(ended);
    return { close: () => clearImmediate(timer) };
  }
  const stream = streamOfDescriptor(fd);
  let isClosed = false;
  stream.on('error', () => undefined).on('close', () => {
    if (!isClosed) ended();
  });
  stream.resume();
  stream.unref();
  return {
    close: () => {
      isClosed = true;
      stream.destroy();
    },
  };
};
