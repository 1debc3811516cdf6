import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { Readable, Writable } from 'node:stream';
import { discardingWritable } from './attach.ts';
import { resizeTerminal } from './control.ts';
import type { CrunContext } from './crun.ts';
import type { ExecFiles } from './exec.ts';
import { globalArguments } from './oci-runtime.ts';
import { connectPackets } from './packet-connection.ts';
import type { ExecProcess, ExecRequest } from './port.ts';
import { killQuietly, readText } from './process-facts.ts';
import { startError } from './start-failure.ts';
import { decodeAnswer, supervisorEnvironment } from './supervisor.ts';

const SYNC_PIPE = 3;
const START_PIPE = 4;
const ATTACH_PIPE = 5;
const LOST_SUPERVISOR = 255;

const conmonArguments = ({ runtime }: CrunContext, containerId: string, files: ExecFiles): string[] => [
  '--api-version', '1', '-c', containerId, '-u', containerId, '-n', containerId,
  // With a terminal conmon does not pass the runtime's own words on.
  '-r', runtime.program, ...[...globalArguments(runtime), '--log', files.log].flatMap((argument) => ['--runtime-arg', argument]),
  '-b', files.dir, '-p', files.pid, '--conmon-pidfile', files.supervisorPid, '--exit-dir', files.dir,
  '--socket-dir-path', files.dir, '--full-attach', '-l', 'none', '--log-level', 'error',
  '-t', '--exec', '--exec-attach', '--exec-process-spec', files.process,
];

/** An exec with a terminal goes through a conmon of its own: the runtime alone passes no change of size on. */
export const execOnTerminal = async (context: CrunContext, containerId: string, files: ExecFiles, request: ExecRequest): Promise<ExecProcess> => {
  const child = spawn(context.conmon, conmonArguments(context, containerId, files), {
    // It writes files of its own where it runs.
    cwd: files.dir,
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
    env: supervisorEnvironment({ _OCI_SYNCPIPE: String(SYNC_PIPE), _OCI_STARTPIPE: String(START_PIPE), _OCI_ATTACHPIPE: String(ATTACH_PIPE) }),
  });
  // Node types the first five streams only.
  const pipes = child.stdio as unknown as Readonly<Record<number, Readable & Writable>>;
  const linesOf = (pipe: Readable | undefined): AsyncIterator<string> => createInterface({ input: pipe ?? Readable.from([]) })[Symbol.asyncIterator]();
  const answers = linesOf(pipes[SYNC_PIPE]);
  const attachable = linesOf(pipes[ATTACH_PIPE]);
  const startPipe: Writable = pipes[START_PIPE] ?? discardingWritable();
  startPipe.on('error', () => undefined);
  const failed = new Promise<never>((_, reject) => child.on('error', (error) => reject(startError(`${context.conmon}: ${error.message}; install conmon`))));
  failed.catch(() => undefined);
  startPipe.write('\0');
  await Promise.race([attachable.next(), failed]);
  // Only this exec waits when its client does not read.
  const stdout = new Readable({ read: () => connection.resume() });
  const connection = connectPackets(files.attachSocket, {
    output: (_, data) => {
      if (!stdout.push(data)) connection.pause();
    },
    ended: () => stdout.push(null),
  });
  const resize = async (rows: number, columns: number): Promise<void> => resizeTerminal(files.control, rows, columns);
  startPipe.end('\0');
  const nextAnswer = async () => decodeAnswer(((await answers.next()).value as string | undefined) ?? '');
  const started = await nextAnswer();
  if (started.data <= 0) {
    connection.destroy();
    throw startError(readText(files.log) || started.message || 'exec: it could not be started');
  }
  // Not earlier: what comes before the terminal is there conmon throws away.
  if (request.rows && request.columns) await resize(request.rows, request.columns);
  const stderr = new Readable({ read: () => undefined });
  stderr.push(null);
  const exit = nextAnswer().then(({ data }) => (data < 0 ? LOST_SUPERVISOR : data));
  let hasEnded = false;
  exit.then(() => (hasEnded = true));
  return {
    stdin: request.stdin
      ? new Writable({ write: (chunk: Buffer, _encoding, done) => connection.write(chunk, done) })
      : discardingWritable(),
    stdout,
    stderr,
    resize,
    exitCode: exit,
    pid: started.data,
    kill: () => {
      // conmon reports the end before anybody can reuse the number.
      if (!hasEnded) killQuietly(started.data);
    },
  };
};
