import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, watch } from 'node:fs';
import { constants } from 'node:os';
import { PassThrough } from 'node:stream';
import { discardingWritable } from './attach.ts';
import type { CrunContext } from './crun.ts';
import type { ExecFiles } from './exec.ts';
import { globalArguments } from './oci-runtime.ts';
import type { ExecProcess, ExecRequest } from './port.ts';
import { killQuietly, readPid, readText } from './process-facts.ts';
import { startError, startFailure } from './start-failure.ts';

const SIGNAL_BASE = 128;

/** Settles when the runtime has written the process's pid. */
const pidWritten = (files: ExecFiles): { written: Promise<void>; close: () => void } => {
  const { promise: written, resolve } = Promise.withResolvers<void>();
  const look = (): void => {
    if (readPid(files.pid) > 0) resolve();
  };
  const watcher = watch(files.dir, look);
  look();
  return { written, close: () => watcher.close() };
};

/** An exec without a terminal: a child of the agent, its three streams are pipes. */
export const execOnPipes = async (context: CrunContext, containerId: string, files: ExecFiles, request: ExecRequest): Promise<ExecProcess> => {
  const { runtime } = context;
  const pid = pidWritten(files);
  const child = spawn(
    runtime.program,
    // The runtime's own words go to a file, apart from what the process writes.
    [...globalArguments(runtime), '--log', files.log, 'exec', '--process', files.process, '--pid-file', files.pid, containerId],
    { stdio: ['pipe', 'pipe', 'pipe'] },
  );
  // Node lets what nobody reads yet flow away as soon as the child has ended.
  const [stdout, stderr] = [child.stdout.pipe(new PassThrough()), child.stderr.pipe(new PassThrough())];
  child.stdin.on('error', () => undefined);
  if (!request.stdin) child.stdin.end();
  const exited = once(child, 'exit').then(([code, signal]: (number | NodeJS.Signals | null)[]) => {
    if (typeof code === 'number') return code;
    return SIGNAL_BASE + (typeof signal === 'string' ? constants.signals[signal] : 0);
  });
  try {
    await Promise.race([pid.written, exited]);
  } finally {
    pid.close();
  }
  const failureText = (): string => readText(files.log)?.trim() ?? '';
  if (!existsSync(files.pid)) throw startError(failureText() || `exec: exit code ${await exited} before it ran`);
  const processPid = readPid(files.pid);
  return {
    stdin: request.stdin ? child.stdin : discardingWritable(),
    stdout,
    stderr,
    resize: async () => undefined,
    // The program was found, but the kernel would not run it.
    exitCode: exited.then((code) => (code !== 0 && failureText() !== '' ? startFailure(failureText()).exitCode : code)),
    pid: processPid,
    kill: () => {
      // While the runtime waits for the process its pid can't become another's.
      if (child.exitCode === null && child.signalCode === null) killQuietly(processPid);
    },
  };
};
