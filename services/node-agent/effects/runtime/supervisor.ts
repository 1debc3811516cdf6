import { spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import type { ContainerFiles } from './container-files.ts';
import { globalArguments, type OciRuntime } from './oci-runtime.ts';
import { startError } from './start-failure.ts';

/** conmon stays when the agent goes: it holds the container's output, its exit code and its terminal. */
export type SupervisorOptions = {
  conmon: string;
  runtime: OciRuntime;
  exitsDir: string;
  containerId: string;
  files: ContainerFiles;
  tty: boolean;
  openStdin: boolean;
  stdinOnce: boolean;
  keepLog: boolean;
};

const CREATE_TIMEOUT_MS = 120_000;
const SYNC_PIPE = 3;
const START_PIPE = 4;
const ANSWER_BYTES_MAX = 64 * 1024;

/** Variables conmon and the runtime need; the agent's own environment is nobody's business. */
export const supervisorEnvironment = (pipes: Record<string, string>): Record<string, string> => ({
  PATH: process.env['PATH'] ?? '/usr/sbin:/usr/bin:/sbin:/bin',
  ...pipes,
});

const argumentsOf = (options: SupervisorOptions): string[] => {
  const { files, runtime, containerId } = options;
  return [
    '--api-version', '1',
    '-c', containerId, '-u', containerId, '-n', containerId,
    '-r', runtime.program, ...globalArguments(runtime).flatMap((argument) => ['--runtime-arg', argument]),
    '-b', files.bundle, '-p', files.pid, '--conmon-pidfile', files.supervisorPid,
    '--exit-dir', options.exitsDir, '--socket-dir-path', files.bundle, '--full-attach',
    '-l', options.keepLog ? `k8s-file:${files.log}` : 'none', '--no-sync-log', '--log-level', 'error',
    '--no-new-keyring',
    ...(options.tty ? ['-t'] : []),
    ...(options.openStdin ? ['-i'] : []),
    ...(options.tty || !options.stdinOnce ? ['--leave-stdin-open'] : []),
  ];
};

/** First line a pipe gives, or what there was when it ended. */
const firstLine = (pipe: Readable): Promise<string> =>
  new Promise((resolve) => {
    let text = '';
    const done = (): void => resolve(text.split('\n')[0] ?? '');
    pipe.setEncoding('utf8').on('data', (piece: string) => {
      text += piece;
      if (text.includes('\n') || text.length > ANSWER_BYTES_MAX) done();
    });
    pipe.on('close', done).on('error', done);
  });

export type SupervisorAnswer = { data: number; message?: string };

/** conmon's answers on its sync pipe: a pid or an exit code; below zero it failed, with the runtime's text. */
export const decodeAnswer = (line: string): SupervisorAnswer => {
  try {
    const parsed: unknown = JSON.parse(line);
    if (typeof parsed === 'object' && parsed !== null && 'data' in parsed && typeof parsed.data === 'number') {
      const message = 'message' in parsed && typeof parsed.message === 'string' ? { message: parsed.message } : {};
      return { data: parsed.data, ...message };
    }
  } catch {
    // What is no JSON is conmon's own last words, passed on below.
  }
  return { data: -1, message: line === '' ? 'conmon ended without an answer; see the system log' : line };
};

/** Starts the supervisor, which creates the container; resolves with the container's first process. Throws StartError. */
export const superviseCreate = async (options: SupervisorOptions): Promise<{ pid: number }> => {
  const child = spawn(options.conmon, argumentsOf(options), {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
    env: supervisorEnvironment({ _OCI_SYNCPIPE: String(SYNC_PIPE), _OCI_STARTPIPE: String(START_PIPE) }),
    timeout: CREATE_TIMEOUT_MS,
    killSignal: 'SIGKILL',
  });
  const failed = new Promise<string>((resolve) => {
    child.on('error', (error) => resolve(JSON.stringify({ data: -1, message: `${options.conmon}: ${error.message}; install conmon` })));
  });
  const syncPipe = child.stdio[SYNC_PIPE] as Readable;
  const startPipe = child.stdio[START_PIPE] as Writable;
  startPipe.on('error', () => undefined);
  startPipe.end('\0');
  const answer = decodeAnswer(await Promise.race([firstLine(syncPipe), failed]));
  syncPipe.destroy();
  if (answer.data <= 0) throw startError(answer.message ?? 'the container could not be created');
  return { pid: answer.data };
};
