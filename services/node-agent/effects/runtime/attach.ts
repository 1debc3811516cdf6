import { Readable, Writable } from 'node:stream';
import { connectPackets, type PacketConnection } from './packet-connection.ts';
import type { Attached } from './port.ts';

/** One client's share of a container's streams. */
type Client = { output: (stream: 'stdout' | 'stderr', data: Buffer) => void; ended: () => void };

type Hub = { connection: PacketConnection; clients: Set<Client> };

export type AttachTarget = { containerId: string; socketPath: string; openStdin: boolean; stdinOnce: boolean; tty: boolean };

/** What a client that does not read may have waiting; then it loses its attachment, and the container never waits for it. */
const CLIENT_BYTES_MAX = 16 * 1024 * 1024;

const outputStream = (): Readable => new Readable({ read: () => undefined });

/** Takes everything and keeps nothing: the stdin of a program that has none. */
export const discardingWritable = (): Writable => new Writable({ write: (_chunk, _encoding, done) => done() });

const stdinOf = (hub: Hub, target: AttachTarget): Writable => {
  if (!target.openStdin && !target.tty) return discardingWritable();
  return new Writable({
    write: (chunk: Buffer, _encoding, done) => hub.connection.write(chunk, done),
    final: (done) => {
      // Who detaches from a terminal leaves it open, as Docker does.
      if (target.stdinOnce && !target.tty) hub.connection.end();
      done();
    },
  });
};

const addClient = (hub: Hub, target: AttachTarget, left: () => void): Attached => {
  const streams = { stdout: outputStream(), stderr: outputStream() };
  const stdin = stdinOf(hub, target);
  const { promise: closed, resolve } = Promise.withResolvers<void>();
  const finish = (error?: Error): void => {
    if (!hub.clients.delete(client)) return;
    for (const stream of Object.values(streams)) {
      if (error === undefined) stream.push(null);
      else stream.destroy(error);
    }
    stdin.destroy();
    resolve();
    left();
  };
  const client: Client = {
    output: (stream, data) => {
      if (streams[stream].destroyed) return;
      if (streams[stream].readableLength + data.length > CLIENT_BYTES_MAX) {
        finish(new Error(`attach ${target.containerId}: fell ${CLIENT_BYTES_MAX} bytes behind; read the log instead`));
      } else streams[stream].push(data);
    },
    ended: () => finish(),
  };
  hub.clients.add(client);
  // A client that goes away destroys its streams; nobody else may be brought down by that.
  for (const stream of [...Object.values(streams), stdin]) stream.on('error', () => undefined);
  return { stdin, ...streams, closed, close: () => finish() };
};

const endedAttachment = (): Attached => {
  const [stdout, stderr] = [outputStream(), outputStream()];
  stdout.push(null);
  stderr.push(null);
  return { stdin: discardingWritable(), stdout, stderr, closed: Promise.resolve(), close: () => undefined };
};

const isAbsent = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ECONNREFUSED');

/** Attaches clients to containers over one connection per container; conmon waits for a reader, so that one always reads. */
export const attachments = () => {
  const hubs = new Map<string, Hub>();
  const connect = (target: AttachTarget): Hub => {
    const hub: Hub = { clients: new Set(), connection: undefined as never };
    hub.connection = connectPackets(target.socketPath, {
      output: (stream, data) => {
        for (const client of hub.clients) client.output(stream, data);
      },
      ended: () => {
        if (hubs.get(target.containerId) === hub) hubs.delete(target.containerId);
        for (const client of hub.clients) client.ended();
      },
    });
    hubs.set(target.containerId, hub);
    return hub;
  };
  return (target: AttachTarget): Attached => {
    try {
      const hub = hubs.get(target.containerId) ?? connect(target);
      return addClient(hub, target, () => {
        if (hub.clients.size === 0) hub.connection.destroy();
      });
    } catch (error) {
      // conmon has gone since the container was looked at: it has ended.
      if (isAbsent(error)) return endedAttachment();
      throw error;
    }
  };
};
