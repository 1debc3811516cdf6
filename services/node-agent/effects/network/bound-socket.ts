import { insideNamespace } from './namespace.ts';
import { bind, close, listen, moveAbove, setSocketOption, socket } from './system-calls.ts';

const AF_INET = 2;
const SOCK_STREAM = 1;
const SOCK_DGRAM = 2;
const SOCK_CLOEXEC = 0x80000;
const SOCK_NONBLOCK = 0x800;
const SOL_SOCKET = 1;
const SO_REUSEADDR = 2;
const BACKLOG = 511;
/** The numbers below are left to libnftables, which can't use others. */
const DESCRIPTOR_LEAST = 1100;

export type SocketAddress = { transport: 'tcp' | 'udp'; address: string; port: number };

const socketAddress = ({ address, port }: SocketAddress): Buffer => {
  const bytes = Buffer.alloc(16);
  bytes.writeUInt16LE(AF_INET, 0);
  bytes.writeUInt16BE(port, 2);
  Buffer.from(address.split('.').map(Number)).copy(bytes, 4);
  return bytes;
};

/** A bound socket, listening when it is TCP, for `net.Server.listen({ fd })` or `dgram.Socket.bind({ fd })`. */
export const openBoundSocket = (at: SocketAddress): number => {
  const fd = moveAbove(socket(AF_INET, (at.transport === 'tcp' ? SOCK_STREAM : SOCK_DGRAM) | SOCK_CLOEXEC | SOCK_NONBLOCK, 0), DESCRIPTOR_LEAST);
  try {
    if (at.transport === 'tcp') setSocketOption(fd, SOL_SOCKET, SO_REUSEADDR, 1);
    bind(fd, socketAddress(at));
    if (at.transport === 'tcp') listen(fd, BACKLOG);
    return fd;
  } catch (error) {
    close(fd);
    throw error;
  }
};

/** The same in a container's namespace: Node's own calls would open it in the node's. */
export const openSocketInside = (namespace: string, at: SocketAddress): number => insideNamespace(namespace, () => openBoundSocket(at));
