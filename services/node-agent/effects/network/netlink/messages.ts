import { addressBytes, attribute, byte, macBytes, nested, number16, number32, text } from './attributes.ts';

/** What is asked of the kernel; the socket adds length and sequence. */
export type Message = { type: number; flags: number; body: Buffer };

const RTM_NEWLINK = 16;
const RTM_DELLINK = 17;
const RTM_GETLINK = 18;
const RTM_SETLINK = 19;
const RTM_NEWADDR = 20;
const RTM_DELADDR = 21;
const RTM_NEWROUTE = 24;
const RTM_NEWNEIGH = 28;
const RTM_DELNEIGH = 29;

const CREATE = 0x400;
const EXCLUSIVE = 0x200;
const REPLACE = 0x100;

const AF_INET = 2;
const AF_BRIDGE = 7;
const UP = 1;

const linkHeader = (index: number, flags = 0, change = 0, family = 0): Buffer => {
  const header = Buffer.alloc(16);
  header[0] = family;
  header.writeInt32LE(index, 4);
  header.writeUInt32LE(flags, 8);
  header.writeUInt32LE(change, 12);
  return header;
};

const create = (attributes: readonly Buffer[]): Message => ({ type: RTM_NEWLINK, flags: CREATE | EXCLUSIVE, body: Buffer.concat([linkHeader(0, UP, UP), ...attributes]) });

const ADDRESS = 1;
const NAME = 3;
const MTU = 4;
const MASTER = 10;
const PROTOCOL_INFO = 12;
const LINK_INFO = 18;
const NAMESPACE_FD = 28;
const KIND = 1;
const DATA = 2;

export const newBridge = (bridge: { name: string; mac: string; mtu: number }): Message =>
  create([attribute(NAME, text(bridge.name)), attribute(MTU, number32(bridge.mtu)), attribute(ADDRESS, macBytes(bridge.mac)), nested(LINK_INFO, attribute(KIND, text('bridge')))]);

export const VXLAN_PORT = 4789;

/** One that learns nothing from what it receives: where a MAC is, is told to it. */
export const newVxlan = (vxlan: { name: string; vni: number; local: string; bridge: number; mtu: number }): Message =>
  create([
    attribute(NAME, text(vxlan.name)),
    attribute(MTU, number32(vxlan.mtu)),
    attribute(MASTER, number32(vxlan.bridge)),
    nested(
      LINK_INFO,
      attribute(KIND, text('vxlan')),
      nested(DATA, attribute(1, number32(vxlan.vni)), attribute(4, addressBytes(vxlan.local)), attribute(7, byte(0)), attribute(15, number16(VXLAN_PORT))),
    ),
  ]);

/** The peer must be brought up afterwards: asking for it here fails with ENOTCONN. */
export const newVeth = (veth: { name: string; bridge: number; mtu: number; peer: string; peerMac: string; peerNamespaceFd: number }): Message =>
  create([
    attribute(NAME, text(veth.name)),
    attribute(MASTER, number32(veth.bridge)),
    attribute(MTU, number32(veth.mtu)),
    nested(
      LINK_INFO,
      attribute(KIND, text('veth')),
      nested(
        DATA,
        nested(
          1,
          linkHeader(0),
          attribute(NAME, text(veth.peer)),
          attribute(NAMESPACE_FD, number32(veth.peerNamespaceFd)),
          attribute(ADDRESS, macBytes(veth.peerMac)),
          attribute(MTU, number32(veth.mtu)),
        ),
      ),
    ),
  ]);

export const linkByName = (name: string): Message => ({ type: RTM_GETLINK, flags: 0, body: Buffer.concat([linkHeader(0), attribute(NAME, text(name))]) });
export const linkUp = (index: number): Message => ({ type: RTM_NEWLINK, flags: 0, body: linkHeader(index, UP, UP) });
export const setMtu = (index: number, mtu: number): Message => ({ type: RTM_NEWLINK, flags: 0, body: Buffer.concat([linkHeader(index), attribute(MTU, number32(mtu))]) });
export const setMac = (index: number, mac: string): Message => ({ type: RTM_NEWLINK, flags: 0, body: Buffer.concat([linkHeader(index), attribute(ADDRESS, macBytes(mac))]) });
export const deleteLink = (index: number): Message => ({ type: RTM_DELLINK, flags: 0, body: linkHeader(index) });

export const setMaster = (index: number, bridge: number): Message => ({ type: RTM_NEWLINK, flags: 0, body: Buffer.concat([linkHeader(index), attribute(MASTER, number32(bridge))]) });

/** Makes a bridge answer ARP for what is beyond this port from its own table, and never send a question out of it. */
export const suppressNeighbours = (index: number): Message => ({
  type: RTM_SETLINK,
  flags: 0,
  body: Buffer.concat([linkHeader(index, 0, 0, AF_BRIDGE), nested(PROTOCOL_INFO, attribute(8, byte(0)), attribute(32, byte(1)))]),
});

const addressHeader = (index: number, prefix: number): Buffer => {
  const header = Buffer.alloc(8);
  header[0] = AF_INET;
  header[1] = prefix;
  header.writeInt32LE(index, 4);
  return header;
};

const broadcastOf = (address: string, prefix: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE((addressBytes(address).readUInt32BE() | (0xffffffff >>> prefix)) >>> 0);
  return bytes;
};

export const newAddress = (index: number, address: string, prefix: number): Message => ({
  type: RTM_NEWADDR,
  flags: CREATE | EXCLUSIVE,
  body: Buffer.concat([
    addressHeader(index, prefix),
    attribute(2, addressBytes(address)),
    attribute(1, addressBytes(address)),
    ...(prefix < 31 ? [attribute(4, broadcastOf(address, prefix))] : []),
  ]),
});

export const deleteAddress = (index: number, address: string, prefix: number): Message => ({
  type: RTM_DELADDR,
  flags: 0,
  body: Buffer.concat([addressHeader(index, prefix), attribute(2, addressBytes(address)), attribute(1, addressBytes(address))]),
});

const TABLE_MAIN = 254;
const PROTOCOL_BOOT = 3;
const UNICAST = 1;

/** Replaces the one that is there. */
export const defaultRoute = (gateway: string): Message => ({
  type: RTM_NEWROUTE,
  flags: CREATE | REPLACE,
  body: Buffer.concat([Buffer.from([AF_INET, 0, 0, 0, TABLE_MAIN, PROTOCOL_BOOT, 0, UNICAST, 0, 0, 0, 0]), attribute(5, addressBytes(gateway))]),
});

const PERMANENT = 0x80;
const NOARP_REACHABLE = 0x42;
// Without MASTER the bridge does not know the MAC, and never answers ARP for it.
const SELF = 0x02;
const MASTER_TOO = 0x04;
const SELF_AND_MASTER = SELF | MASTER_TOO;

const neighbourHeader = (family: number, index: number, state: number, flags: number): Buffer => {
  const header = Buffer.alloc(12);
  header[0] = family;
  header.writeInt32LE(index, 4);
  header.writeUInt16LE(state, 8);
  header[10] = flags;
  return header;
};

/** A MAC is behind another node. */
export const forwardTo = (vxlan: number, mac: string, node: string): Message => ({
  type: RTM_NEWNEIGH,
  flags: CREATE | REPLACE,
  body: Buffer.concat([neighbourHeader(AF_BRIDGE, vxlan, NOARP_REACHABLE, SELF_AND_MASTER), attribute(2, macBytes(mac)), attribute(1, addressBytes(node))]),
});

// One message for both would stop at the bridge's entry when a container that came here took that over.
export const forgetForward = (vxlan: number, mac: string): Message[] =>
  [SELF, MASTER_TOO].map((flags) => ({ type: RTM_DELNEIGH, flags: 0, body: Buffer.concat([neighbourHeader(AF_BRIDGE, vxlan, NOARP_REACHABLE, flags), attribute(2, macBytes(mac))]) }));

/** An address has a MAC, for good. */
export const neighbour = (bridge: number, address: string, mac: string): Message => ({
  type: RTM_NEWNEIGH,
  flags: CREATE | REPLACE,
  body: Buffer.concat([neighbourHeader(AF_INET, bridge, PERMANENT, 0), attribute(1, addressBytes(address)), attribute(2, macBytes(mac))]),
});

export const forgetNeighbour = (bridge: number, address: string): Message => ({
  type: RTM_DELNEIGH,
  flags: 0,
  body: Buffer.concat([neighbourHeader(AF_INET, bridge, PERMANENT, 0), attribute(1, addressBytes(address))]),
});
