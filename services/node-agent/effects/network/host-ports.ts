import { createServer } from 'node:net';
import { openBoundSocket } from './bound-socket.ts';
import type { PublishedPort } from './port.ts';
import { close, isSystemError } from './system-calls.ts';

/**
 * Holds the host's side of published ports, so that no other program can take them and one that has them is noticed. The
 * packets never come here: the kernel has sent them to a container before.
 */
export type HostPorts = {
  /** Holds these and lets go of all others. Gives those that are held, and an error for each that is not. */
  hold: (published: readonly PublishedPort[]) => { held: readonly PublishedPort[]; errors: readonly Error[] };
};

type Held = { release: () => void };

const ANY = '0.0.0.0';

const keyOf = ({ protocol, hostAddress = ANY, hostPort }: PublishedPort): string => `${protocol} ${hostAddress}:${hostPort}`;

const take = ({ protocol, hostAddress = ANY, hostPort }: PublishedPort): Held => {
  const fd = openBoundSocket({ transport: protocol, address: hostAddress, port: hostPort });
  if (protocol === 'udp') return { release: () => close(fd) };
  // Who gets here asked for a port that has no container behind it now.
  const server = createServer((connection) => connection.resetAndDestroy());
  server.on('error', () => {});
  server.listen({ fd, exclusive: true });
  return { release: () => server.close() };
};

const refusal = ({ protocol, hostAddress = ANY, hostPort }: PublishedPort, error: unknown): Error => {
  const port = `${hostAddress}:${hostPort}`;
  if (isSystemError(error, 'EADDRINUSE')) return new Error(`host port ${port}/${protocol} is in use by another program: stop that program, or publish another port`, { cause: error });
  if (isSystemError(error, 'EADDRNOTAVAIL')) return new Error(`host address of ${port}/${protocol} is not one of this node: publish on an address that the node has`, { cause: error });
  return new Error(`host port ${port}/${protocol} can't be held: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
};

export const openHostPorts = (): HostPorts => {
  const ports = new Map<string, Held>();
  return {
    hold: (published) => {
      const wanted = new Set(published.map(keyOf));
      for (const [key, { release }] of ports) {
        if (wanted.has(key)) continue;
        release();
        ports.delete(key);
      }
      const held: PublishedPort[] = [];
      const errors: Error[] = [];
      for (const port of published) {
        const key = keyOf(port);
        try {
          if (!ports.has(key)) ports.set(key, take(port));
          held.push(port);
        } catch (error) {
          errors.push(refusal(port, error));
        }
      }
      return { held, errors };
    },
  };
};
