import { isIPv4, isIPv6 } from 'node:net';

const ANY_IPV4 = '0.0.0.0';
const ANY_IPV6 = '::';

/** Where a port is published. `all` is every address of the node, IPv4 and IPv6. */
export type HostAddress = { kind: 'all' } | { kind: 'ipv4'; address: string } | { kind: 'ipv6'; address: string };

/** Docker's clients write every address as nothing, `0.0.0.0` or `::`. */
export const hostAddressOf = (text: string | undefined): HostAddress => {
  if (text === undefined || text === '' || text === ANY_IPV4 || text === ANY_IPV6) return { kind: 'all' };
  if (isIPv4(text)) return { kind: 'ipv4', address: text };
  if (isIPv6(text)) return { kind: 'ipv6', address: text };
  throw new Error(`host address "${text}" is no IP address: write one, or none for all of the node`);
};
