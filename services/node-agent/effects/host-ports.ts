import { createSocket } from 'node:dgram';
import { createServer } from 'node:net';
import type { PublishedPort } from '#proto/container.ts';

/** Where Docker looks for a free port, too: the kernel's own range of ephemeral ports. */
const anyPort = 0;

/** As dockerd words it: tools look for it. */
export const taken = ({ hostAddress, hostPort }: Pick<PublishedPort, 'hostAddress' | 'hostPort'>): Error =>
  new Error(`driver failed programming external connectivity: Bind for ${hostAddress || '0.0.0.0'}:${hostPort} failed: port is already allocated: stop what listens there, or publish another port`);

/** A port that no program of this machine has: the one that was asked for, or any. Throws when it is taken. */
export const probePort = ({ protocol, hostAddress, hostPort }: PublishedPort): Promise<number> =>
  new Promise((resolve, reject) => {
    const address = hostAddress || '0.0.0.0';
    const refuse = (): void => reject(taken({ hostAddress, hostPort }));
    if (protocol === 'udp') {
      const socket = createSocket(address.includes(':') ? 'udp6' : 'udp4');
      socket.once('error', refuse);
      socket.bind({ port: hostPort || anyPort, address, exclusive: true }, () => {
        const { port } = socket.address();
        socket.close(() => resolve(port));
      });
      return;
    }
    const server = createServer();
    server.once('error', refuse);
    server.listen({ port: hostPort || anyPort, host: address, exclusive: true }, () => {
      const bound = server.address();
      server.close(() => resolve(typeof bound === 'object' && bound ? bound.port : hostPort));
    });
  });
