import { openBoundSocket } from './bound-socket.ts';
import { openForwarder } from './forwarder.ts';
import { hostAddressOf, type HostAddress } from './host-address.ts';
import type { PublishedPort } from './port.ts';
import { isSystemError } from '../system-error.ts';
import { close } from './system-calls.ts';

/**
 * Holds the host's side of published ports, so that no other program can take them and one that has them is noticed. IPv4 packets
 * never come here: the kernel has sent them to a container before. IPv6 connections are carried by netd itself.
 */
export type HostPorts = {
  /** Holds these and lets go of all others. Gives those that the kernel has to lead to containers, and an error for each that is not held. */
  hold: (published: readonly PublishedPort[]) => { held: readonly PublishedPort[]; errors: readonly Error[] };
};

type Held = { lead: (backends: PublishedPort['backends']) => void; release: () => void };

const ANY_IPV4 = '0.0.0.0';
const ANY_IPV6 = '::';

const addressText = (host: HostAddress): string => (host.kind === 'all' ? ANY_IPV4 : host.kind === 'ipv6' ? `[${host.address}]` : host.address);

const keyOf = (host: HostAddress, { protocol, hostPort }: PublishedPort): string => `${addressText(host)}:${hostPort}/${protocol}`;

const holdIpv4 = (protocol: 'tcp' | 'udp', address: string, port: number): Held => {
  const fd = openBoundSocket({ transport: protocol, address, port });
  if (protocol === 'udp') return { lead: () => {}, release: () => close(fd) };
  // Who gets through to it asked for a port that has no container now.
  const forwarder = openForwarder(fd);
  return { lead: () => {}, release: forwarder.close };
};

const holdIpv6 = (protocol: 'tcp' | 'udp', address: string, port: number): Held => {
  if (protocol === 'udp') throw new Error('UDP is published on IPv4 only: give an IPv4 address of the node');
  const forwarder = openForwarder(openBoundSocket({ transport: protocol, address, port }));
  return { lead: forwarder.lead, release: forwarder.close };
};

const holdAll = (protocol: 'tcp' | 'udp', port: number): Held => {
  const ipv4 = holdIpv4(protocol, ANY_IPV4, port);
  if (protocol === 'udp') return ipv4;
  try {
    const ipv6 = holdIpv6(protocol, ANY_IPV6, port);
    return {
      lead: ipv6.lead,
      release: () => {
        ipv4.release();
        ipv6.release();
      },
    };
  } catch {
    // A node without IPv6, or a program that has the port on IPv6 alone: neither is in the way of IPv4.
    return ipv4;
  }
};

const take = (host: HostAddress, { protocol, hostPort }: PublishedPort): Held => {
  switch (host.kind) {
    case 'all':
      return holdAll(protocol, hostPort);
    case 'ipv4':
      return holdIpv4(protocol, host.address, hostPort);
    case 'ipv6':
      return holdIpv6(protocol, host.address, hostPort);
  }
};

const refusal = (port: string, error: unknown): Error => {
  if (isSystemError(error, 'EADDRINUSE')) return new Error(`host port ${port} is in use by another program: stop that program, or publish another port`, { cause: error });
  if (isSystemError(error, 'EADDRNOTAVAIL')) return new Error(`host address of ${port} is not one of this node: publish on an address that the node has`, { cause: error });
  return new Error(`host port ${port} can't be held: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
};

/** As the packet filter wants it: no address for every address of the node. */
const normalised = ({ protocol, hostPort, backends }: PublishedPort, host: HostAddress): PublishedPort[] =>
  host.kind === 'ipv6' ? [] : [{ protocol, hostPort, backends, ...(host.kind === 'ipv4' ? { hostAddress: host.address } : {}) }];

export const openHostPorts = (): HostPorts => {
  const ports = new Map<string, Held>();
  const keep = (port: PublishedPort): PublishedPort[] => {
    const host = hostAddressOf(port.hostAddress);
    const key = keyOf(host, port);
    const holder = ports.get(key) ?? take(host, port);
    ports.set(key, holder);
    holder.lead(port.backends);
    return normalised(port, host);
  };
  return {
    hold: (published) => {
      const wanted = new Set<string>();
      const errors: Error[] = [];
      const known = published.filter((port) => {
        try {
          wanted.add(keyOf(hostAddressOf(port.hostAddress), port));
          return true;
        } catch (error) {
          errors.push(refusal(`${port.hostAddress}:${port.hostPort}/${port.protocol}`, error));
          return false;
        }
      });
      // First those that go: one that comes may want the same port on another address.
      for (const [key, { release }] of ports) {
        if (wanted.has(key)) continue;
        release();
        ports.delete(key);
      }
      const held = known.flatMap((port) => {
        try {
          return keep(port);
        } catch (error) {
          errors.push(refusal(keyOf(hostAddressOf(port.hostAddress), port), error));
          return [];
        }
      });
      return { held, errors };
    },
  };
};
