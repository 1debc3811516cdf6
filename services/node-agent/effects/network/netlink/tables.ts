import { addressText, attributesOf, macText, textOf } from './attributes.ts';

/** What the kernel tells of itself, one row a message body. */

export type Link = { index: number; name: string; mac: string; mtu: number; up: boolean; /** Index of the bridge that it is a port of; 0 when of none. */ master: number; vni?: number; local?: string };
export type LinkAddress = { index: number; address: string; prefix: number };
export type Forward = { index: number; mac: string; node: string };
export type Neighbour = { index: number; address: string; mac: string };

export const DUMP_LINKS = { type: 18, header: Buffer.alloc(16) };
export const DUMP_ADDRESSES = { type: 22, header: Buffer.from([2, 0, 0, 0, 0, 0, 0, 0]) };
export const DUMP_FORWARDS = { type: 30, header: Buffer.from([7, ...Buffer.alloc(15)]) };
export const DUMP_NEIGHBOURS = { type: 30, header: Buffer.from([2, ...Buffer.alloc(11)]) };

const PERMANENT = 0x80;
const NOARP = 0x40;
const SELF = 0x02;

export const linkOf = (body: Buffer): Link => {
  const attributes = attributesOf(body.subarray(16));
  const data = attributesOf(attributesOf(attributes.get(18) ?? Buffer.alloc(0)).get(2) ?? Buffer.alloc(0));
  const kind = textOf(attributesOf(attributes.get(18) ?? Buffer.alloc(0)).get(1) ?? Buffer.alloc(0));
  const local = data.get(4);
  return {
    index: body.readInt32LE(4),
    up: (body.readUInt32LE(8) & 1) === 1,
    name: textOf(attributes.get(3) ?? Buffer.alloc(0)),
    mac: macText(attributes.get(1) ?? Buffer.alloc(6)),
    mtu: attributes.get(4)?.readUInt32LE() ?? 0,
    master: attributes.get(10)?.readUInt32LE() ?? 0,
    ...(kind === 'vxlan' ? { vni: data.get(1)?.readUInt32LE() ?? 0 } : {}),
    ...(kind === 'vxlan' && local !== undefined ? { local: addressText(local) } : {}),
  };
};

export const addressOf = (body: Buffer): LinkAddress => {
  const attributes = attributesOf(body.subarray(8));
  return { index: body.readInt32LE(4), prefix: body[1] ?? 0, address: addressText(attributes.get(2) ?? attributes.get(1) ?? Buffer.alloc(4)) };
};

/** Only entries that say which node a MAC is behind. */
export const forwardOf = (body: Buffer): Forward | undefined => {
  const attributes = attributesOf(body.subarray(12));
  const node = attributes.get(1);
  const mac = attributes.get(2);
  if (node?.length !== 4 || mac === undefined || ((body[10] ?? 0) & SELF) === 0 || (body.readUInt16LE(8) & NOARP) === 0) return undefined;
  return { index: body.readInt32LE(4), mac: macText(mac), node: addressText(node) };
};

/** Only entries made for good: the others are the kernel's own. */
export const neighbourOf = (body: Buffer): Neighbour | undefined => {
  const attributes = attributesOf(body.subarray(12));
  const address = attributes.get(1);
  const mac = attributes.get(2);
  if (address?.length !== 4 || mac === undefined || (body.readUInt16LE(8) & PERMANENT) === 0) return undefined;
  return { index: body.readInt32LE(4), address: addressText(address), mac: macText(mac) };
};
