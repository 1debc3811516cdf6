import { createSocket } from 'node:dgram';
import { createServer, type Socket } from 'node:net';
import { framed, splitFrames } from './frames.ts';

/** Answers one query; undefined says nothing. */
export type Resolve = (query: Buffer, transport: 'udp' | 'tcp') => Buffer | undefined | Promise<Buffer | undefined>;

/** Of one container at a time; it can't use up the descriptors of the others. */
const CONNECTIONS_MAX = 16;
const IDLE_MS = 10_000;
const QUERY_BYTES_MAX = 4_096;

const serveConnection = (connection: Socket, resolve: Resolve): void => {
  let received: Buffer = Buffer.alloc(0);
  connection.setTimeout(IDLE_MS, () => connection.destroy());
  connection.on('error', () => connection.destroy());
  connection.on('data', (data) => {
    const { messages, rest } = splitFrames(Buffer.concat([received, data]));
    received = rest;
    if (received.length > QUERY_BYTES_MAX) return void connection.destroy();
    for (const query of messages) {
      void Promise.resolve(resolve(query, 'tcp')).then((response) => {
        if (response !== undefined && connection.writable) connection.write(framed(response));
      });
    }
  });
};

/** Serves on two sockets that are bound already. */
export const serveDns = (udpFd: number, tcpFd: number, resolve: Resolve): { close: () => void } => {
  const udp = createSocket('udp4');
  udp.on('error', () => {});
  udp.on('message', (query, { address, port }) => {
    // Allowed on the wire, and nothing that could be sent to.
    if (port === 0) return;
    const response = resolve(query, 'udp');
    const reply = (message: Buffer | undefined): void => {
      if (message !== undefined) udp.send(message, port, address, () => {});
    };
    // Most answers are there at once, and a promise would cost as much as they do.
    if (response instanceof Promise) void response.then((message) => (closed ? undefined : reply(message)));
    else reply(response);
  });
  udp.bind({ fd: udpFd, exclusive: true });
  const tcp = createServer((connection) => serveConnection(connection, resolve));
  tcp.maxConnections = CONNECTIONS_MAX;
  tcp.on('error', () => {});
  tcp.listen({ fd: tcpFd, exclusive: true });
  let closed = false;
  return {
    close: () => {
      closed = true;
      udp.close();
      tcp.close();
    },
  };
};
