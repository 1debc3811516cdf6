import { BlockList, isIP } from 'node:net';

/**
 * How far inside an address lies. A registry may point elsewhere (a redirect, where tokens are given, where to upload), but never further
 * inside than it is itself: else a foreign registry would have this machine ask its own services, or a cloud's metadata.
 */
export type Reach = 'public' | 'private' | 'machine';

const depths: Readonly<Record<Reach, number>> = { public: 0, private: 1, machine: 2 };

export const isWithinReach = (to: Reach, from: Reach): boolean => depths[to] <= depths[from];

const listOf = (ranges: readonly string[]): BlockList => {
  const list = new BlockList();
  for (const range of ranges) {
    const [network = '', bits = ''] = range.split('/');
    list.addSubnet(network, Number(bits), network.includes(':') ? 'ipv6' : 'ipv4');
  }
  return list;
};

const ofThisMachine = listOf(['0.0.0.0/8', '127.0.0.0/8', '169.254.0.0/16', '::/127', 'fe80::/10']);
const privately = listOf(['10.0.0.0/8', '100.64.0.0/10', '172.16.0.0/12', '192.168.0.0/16', 'fc00::/7']);

/** Of an address; an IPv4 one may be written as IPv6. What is no address counts as public. */
export const reachOf = (address: string): Reach => {
  const plain = address.replace(/^\[|\]$/g, '').replace(/^::ffff:(?=\d+\.)/i, '');
  const family = isIP(plain);
  if (family === 0) return 'public';
  const kind = family === 4 ? 'ipv4' : 'ipv6';
  if (ofThisMachine.check(plain, kind)) return 'machine';
  return privately.check(plain, kind) ? 'private' : 'public';
};
