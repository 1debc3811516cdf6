import { isIpv4, isIpv6 } from './addresses.ts';
import type { At, Reader } from './reader.ts';

/** `NAME:ADDRESS` or `NAME=ADDRESS` lines or a mapping, as `NAME:ADDRESS`. */
export const readExtraHosts = (reader: Reader, at: At): string[] => {
  if (at.tree?.kind === 'mapping') return reader.entries(at).flatMap(([name, value]) => reader.oneOrMore(value).map((one) => line(reader, one, name, reader.text(one))));
  return reader.items(at).map((item) => {
    const [, name = '', address = ''] = /^([^=:]*)[=:](.*)$/.exec(reader.text(item)) ?? [];
    return line(reader, item, name, address);
  });
};

const line = (reader: Reader, at: At, name: string, written: string): string => {
  const address = written.replace(/^\[(.*)\]$/, '$1');
  if (name === '' || (address !== 'host-gateway' && !isIpv4(address) && !isIpv6(address))) reader.problem(at, `"${reader.text(at)}" names no host and address: write NAME:ADDRESS, or NAME:host-gateway`);
  return `${name}:${address}`;
};
