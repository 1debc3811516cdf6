import { Readable, Writable } from 'node:stream';
import type { Resources } from '#proto/container.ts';
import type { Attached, LogEntry, PreparedContainer, RuntimeContainer, StartFailure } from './port.ts';

/** What a fake container does once it is started. Without `exit` it runs until a signal ends it. */
export type Behaviour = {
  output?: readonly { stream: 'stdout' | 'stderr'; text: string }[];
  /** Output repeats what is written to stdin, and the container ends when stdin does. */
  echoesStdin?: boolean;
  exit?: { code: number; oomKilled?: boolean; afterMs?: number };
  /** As a first process without a handler: the kernel does not deliver it. */
  ignoresTerm?: boolean;
  startFailure?: StartFailure;
};

export type FakeContainer = {
  prepared: PreparedContainer;
  behaviour: Behaviour;
  seen: RuntimeContainer;
  resources: Resources | undefined;
  clients: Set<{ streams: Record<'stdout' | 'stderr', Readable>; finish: () => void }>;
  timer?: NodeJS.Timeout;
};

const NANOS_PER_MS = 1_000_000n;

export const emit = (container: FakeContainer, log: LogEntry[], entry: { stream: 'stdout' | 'stderr'; text: string }, nowMs: number): void => {
  const data = Buffer.from(entry.text);
  log.push({ stream: entry.stream, atNs: BigInt(Math.round(nowMs)) * NANOS_PER_MS, data });
  for (const client of container.clients) client.streams[entry.stream].push(data);
};

/** A client of a fake container; `written` gets what it sends, `ended` that it will send no more. */
export const attachClient = (container: FakeContainer, written: (text: string) => void, ended: () => void): Attached => {
  const streams = { stdout: new Readable({ read: () => undefined }), stderr: new Readable({ read: () => undefined }) };
  const { promise: closed, resolve } = Promise.withResolvers<void>();
  const client = {
    streams,
    finish: () => {
      if (!container.clients.delete(client)) return;
      for (const stream of Object.values(streams)) stream.push(null);
      resolve();
    },
  };
  container.clients.add(client);
  if (container.seen.state === 'exited' || container.seen.state === 'lost') client.finish();
  const { openStdin, stdinOnce } = container.prepared.spec;
  const stdin = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      if (openStdin) written(chunk.toString());
      done();
    },
    final: (done) => {
      if (stdinOnce) ended();
      done();
    },
  });
  return { stdin, ...streams, closed, close: client.finish };
};
