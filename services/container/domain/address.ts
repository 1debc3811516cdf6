import { Rejection } from '#kernel/rejection.ts';

/** A network as far as a fixed address in it goes. */
export type Addressed = { readonly subnet: string; readonly attached: readonly { readonly containerId: string; readonly address: string }[] };

/** Refuses a fixed address that a network can't give, in the words of Docker's engine. None asked for is always right. */
export const checkAddress = (asked: string, { subnet, attached }: Addressed): void => {
  if (asked === '') return;
  const address = numberOf(asked);
  const outside = `no configured subnet or ip-range contain the IP address ${asked}`;
  if (address === undefined) throw new Rejection('INVALID', `invalid endpoint settings:\n* invalid IPv4 address: ${asked}\n* ${outside}`);
  const [first = '', prefix = '32'] = subnet.split('/');
  const size = 2 ** (32 - Number(prefix));
  if (Math.floor(address / size) !== Math.floor((numberOf(first) ?? -size) / size)) throw new Rejection('INVALID', `invalid endpoint settings:\n${outside}`);
  if (attached.some((one) => one.address === asked)) throw new Rejection('ADDRESS_TAKEN', 'Address already in use');
};

const numberOf = (text: string): number | undefined => {
  const octets = text.split('.').map((octet) => (/^\d{1,3}$/.test(octet) ? Number(octet) : 256));
  return octets.length === 4 && octets.every((octet) => octet < 256) ? octets.reduce((sum, octet) => sum * 256 + octet, 0) : undefined;
};
