import { insideNamespace } from './namespace.ts';
import { AF_INET6, socketAddress } from './socket-address.ts';
import { bind, close, listen, moveAbove, setSocketOption, socket } from './system-calls.ts';

const SOCK_STREAM = 1;
const SOCK_DGRAM = 2;
const SOCK_CLOEXEC = 0x80000;
const SOCK_NONBLOCK = 0x800;
const SOL_SOCKET = 1;
const SO_REUSEADDR = 2;
const IPPROTO_IPV6 = 41;
const IPV6_V6ONLY = 26;
const BACKLOG = 511;
/** The numbers below are left to libnftables, which can't use others. */
const DESCRIPTOR_LEAST = 1100;

export type SocketPlace = { transport: 'tcp' | 'udp'; address: string; port: number };

/**
 * A bound socket, listening when it is TCP, for `net.Server.listen({ fd })` or `dgram.Socket.bind({ fd })`. One of IPv6 is
 * for IPv6 alone.
 */
export const openBoundSocket = ({ transport, address, port }: SocketPlace): number => {
  const { family, bytes } = socketAddress(address, port);
  const type = transport === 'tcp' ? SOCK_STREAM : SOCK_DGRAM;
  const fd = moveAbove(socket(family, type | SOCK_CLOEXEC | SOCK_NONBLOCK, 0), DESCRIPTOR_LEAST);
  try {
    if (family === AF_INET6) setSocketOption(fd, IPPROTO_IPV6, IPV6_V6ONLY, 1);
    if (transport === 'tcp') setSocketOption(fd, SOL_SOCKET, SO_REUSEADDR, 1);
    bind(fd, bytes);
    if (transport === 'tcp') listen(fd, BACKLOG);
    return fd;
  } catch (error) {
    close(fd);
    throw error;
  }
};

/** The same in a container's namespace: Node's own calls would open it in the node's. */
export const openSocketInside = (namespace: string, place: SocketPlace): number => insideNamespace(namespace, () => openBoundSocket(place));
