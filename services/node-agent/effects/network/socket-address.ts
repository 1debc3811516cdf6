import { isIPv4, isIPv6 } from 'node:net';

export const AF_INET = 2;
export const AF_INET6 = 10;

const groups = (text: string): number[] => (text === '' ? [] : text.split(':').map((group) => Number.parseInt(group, 16)));

/** The 16 bytes of an IPv6 address without a zone. */
export const ipv6Bytes = (address: string): Buffer => {
  const dotted = /^(.*:)(\d+)\.(\d+)\.(\d+)\.(\d+)$/.exec(address);
  const plain = dotted === null ? address : `${dotted[1]}${((Number(dotted[2]) << 8) | Number(dotted[3])).toString(16)}:${((Number(dotted[4]) << 8) | Number(dotted[5])).toString(16)}`;
  const [head = '', tail] = plain.split('::');
  const before = groups(head);
  const after = groups(tail ?? '');
  const bytes = Buffer.alloc(16);
  [...before, ...Array.from({ length: 8 - before.length - after.length }, () => 0), ...after].forEach((group, slot) => bytes.writeUInt16BE(group, slot * 2));
  return bytes;
};

/** A `struct sockaddr_in` or `sockaddr_in6`. */
export const socketAddress = (address: string, port: number): { family: number; bytes: Buffer } => {
  if (isIPv4(address)) {
    const bytes = Buffer.alloc(16);
    bytes.writeUInt16LE(AF_INET, 0);
    bytes.writeUInt16BE(port, 2);
    Buffer.from(address.split('.').map(Number)).copy(bytes, 4);
    return { family: AF_INET, bytes };
  }
  if (!isIPv6(address) || address.includes('%')) throw new Error(`"${address}" is no IP address that a socket can be bound to`);
  const bytes = Buffer.alloc(28);
  bytes.writeUInt16LE(AF_INET6, 0);
  bytes.writeUInt16BE(port, 2);
  ipv6Bytes(address).copy(bytes, 8);
  return { family: AF_INET6, bytes };
};
