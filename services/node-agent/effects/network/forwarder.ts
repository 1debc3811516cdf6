import { connect, createServer, type Socket } from 'node:net';
import type { PublishedPort } from './port.ts';

type Backends = PublishedPort['backends'];

/** Beyond it new connections are refused; each takes two descriptors of netd. */
const CONNECTIONS_MAX = 512;

const join = (client: Socket, { address, port }: Backends[number]): void => {
  const backend = connect({ host: address, port, allowHalfOpen: true });
  const end = (): void => {
    client.destroy();
    backend.destroy();
  };
  for (const socket of [client, backend]) {
    socket.on('error', end);
    socket.on('close', end);
  }
  client.pipe(backend).pipe(client);
};

/**
 * Carries connections of a listening socket to containers, byte by byte: for what comes by IPv6, which the containers' networks
 * don't speak. Without a container it resets them.
 */
export const openForwarder = (fd: number): { lead: (backends: Backends) => void; close: () => void } => {
  let backends: Backends = [];
  let turn = 0;
  const server = createServer({ allowHalfOpen: true }, (client) => {
    turn += 1;
    const backend = backends[turn % backends.length];
    client.on('error', () => client.destroy());
    if (backend === undefined) client.resetAndDestroy();
    else join(client, backend);
  });
  server.maxConnections = CONNECTIONS_MAX;
  server.on('error', () => {});
  server.listen({ fd, exclusive: true });
  return {
    lead: (next) => {
      backends = next;
    },
    close: () => void server.close(),
  };
};
