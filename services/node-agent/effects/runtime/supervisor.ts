import { closeSync, writeSync } from 'node:fs';
import { Socket } from 'node:net';
import type { Readable } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import type { ContainerFiles } from './container-files.ts';
import { ended, leanSpawn, openPipe } from './lean-spawn.ts';
import { globalArguments, type OciRuntime } from './oci-runtime.ts';
import { killQuietly } from './process-facts.ts';
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
  const [sync, go] = [openPipe(), openPipe()];
  const answers = new Socket({ fd: sync.read, readable: true, writable: false });
  try {
    const front = startConmon(options, { [SYNC_PIPE]: sync.write, [START_PIPE]: go.read });
    // Its end is ours to see only when nobody here could still write.
    closeSync(sync.write);
    writeSync(go.write, '\0');
    const line = await within(CREATE_TIMEOUT_MS, firstLine(answers));
    if (line === undefined) killQuietly(front);
    // It left the container to a process of its own as soon as it had one.
    await ended(front);
    const answer = line === undefined ? { data: -1, message: `conmon gave no answer within ${CREATE_TIMEOUT_MS} ms` } : decodeAnswer(line);
    if (answer.data <= 0) throw startError(answer.message ?? 'the container could not be created');
    return { pid: answer.data };
  } finally {
    answers.destroy();
    for (const end of [go.read, go.write]) closeSync(end);
  }
};

const startConmon = (options: SupervisorOptions, files: Readonly<Record<number, number>>): number => {
  const environment = supervisorEnvironment({ _OCI_SYNCPIPE: String(SYNC_PIPE), _OCI_STARTPIPE: String(START_PIPE) });
  try {
    // It writes a file called `oom` where it runs when the kernel kills for want of memory.
    return leanSpawn({ program: options.conmon, words: argumentsOf(options), directory: options.files.bundle, environment, files });
  } catch (error) {
    closeSync(files[SYNC_PIPE] ?? -1);
    throw startError(`${error instanceof Error ? error.message : String(error)}; install conmon`);
  }
};

const within = async (ms: number, line: Promise<string>): Promise<string | undefined> => {
  const patience = new AbortController();
  const over = delay(ms, undefined, { signal: patience.signal }).catch(() => undefined);
  try {
    return await Promise.race([line, over]);
  } finally {
    patience.abort();
  }
};
