import { createSocket } from 'node:dgram';
import { createServer } from 'node:net';
import type { BoundPort, PublishedPort } from '#proto/container.ts';

/** Where Docker looks for a free port, too: the kernel's own range of ephemeral ports. */
const anyPort = 0;

/**
 * Chooses the host ports of a container that is about to start. Port 0 becomes a free one.
 * Throws an error that names address and port when one is taken by another program.
 * `held` are ports that this node answers already for other replicas of the same service.
 */
export const choosePorts = async (ports: readonly PublishedPort[], held: (port: PublishedPort) => boolean): Promise<BoundPort[]> => {
  const chosen: BoundPort[] = [];
  for (const port of ports) {
    const hostPort = held(port) ? port.hostPort : await probe(port);
    chosen.push({ protocol: port.protocol || 'tcp', containerPort: port.containerPort, hostPort, hostAddress: port.hostAddress });
  }
  return chosen;
};

const probe = ({ protocol, hostAddress, hostPort }: PublishedPort): Promise<number> =>
  new Promise((resolve, reject) => {
    const address = hostAddress || '0.0.0.0';
    const taken = (): void => reject(new Error(`driver failed programming external connectivity: Bind for ${address}:${hostPort} failed: port is already allocated: stop what listens there, or publish another port`));
    if (protocol === 'udp') {
      const socket = createSocket('udp4');
      socket.once('error', taken);
      socket.bind({ port: hostPort || anyPort, address, exclusive: true }, () => {
        const { port } = socket.address();
        socket.close(() => resolve(port));
      });
      return;
    }
    const server = createServer();
    server.once('error', taken);
    server.listen({ port: hostPort || anyPort, host: address, exclusive: true }, () => {
      const bound = server.address();
      server.close(() => resolve(typeof bound === 'object' && bound ? bound.port : hostPort));
    });
  });
