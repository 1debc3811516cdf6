import { isIPv4 } from 'node:net';
import type { InterfaceNames } from './names.ts';
import { macOf } from './names.ts';
import { deleteAddress, deleteLink, linkUp, newAddress, newBridge, newVxlan, setMac, setMaster, setMtu, suppressNeighbours, type Message } from './netlink/messages.ts';
import type { Netlink } from './netlink/socket.ts';
import type { Link } from './netlink/tables.ts';
import type { NetworkView, NodeNetwork } from './port.ts';
import { setSysctl } from './sysctl.ts';

/** The interfaces of one network on this node. */
export type NetworkLinks = { bridge: number; vxlan?: number };

const ADDRESS_ALONE = 32;

const prefixOf = ({ subnet }: NodeNetwork): number => Number(subnet.split('/')[1]);

/** The node's own settings, without which nothing is forwarded. Written once a start. */
export const prepareNode = (): void => {
  setSysctl('ipv4/ip_forward', '1');
  // Otherwise traffic inside one bridge passes the forward chain, and a container can't reach itself through its published port.
  setSysctl('bridge/bridge-nf-call-iptables', '0');
  setSysctl('bridge/bridge-nf-call-ip6tables', '0');
};

const prepareBridge = (name: string): void => {
  // Lets 127.0.0.1:<published port> lead to a container; a rule in the table keeps everybody else from 127.0.0.0/8.
  setSysctl(`ipv4/conf/${name}/route_localnet`, '1');
  setSysctl(`ipv6/conf/${name}/disable_ipv6`, '1');
};

const found = (netlink: Netlink, name: string): Link => {
  const link = netlink.link(name);
  if (link === undefined) throw new Error(`interface ${name} went away while it was made: apply the view again`);
  return link;
};

const ensureBridge = (netlink: Netlink, name: string, network: NodeNetwork): Link => {
  const mac = macOf(network.nodeAddress);
  if (netlink.link(name) === undefined) {
    netlink.request([newBridge({ name, mac, mtu: network.mtu })]);
    prepareBridge(name);
  }
  const link = found(netlink, name);
  const mends: Message[] = [
    ...(link.mac === mac ? [] : [setMac(link.index, mac)]),
    ...(link.mtu === network.mtu ? [] : [setMtu(link.index, network.mtu)]),
    ...(link.up ? [] : [linkUp(link.index)]),
  ];
  if (mends.length > 0) netlink.request(mends);
  return link;
};

// The node's own address first and with the prefix: the kernel then takes it for what the node itself sends into the network.
// The gateway's is every node's, so nobody may ever answer to it from another node.
const wantedAddresses = (network: NodeNetwork): { address: string; prefix: number }[] => [
  { address: network.nodeAddress, prefix: prefixOf(network) },
  ...(network.gateway === network.nodeAddress ? [] : [{ address: network.gateway, prefix: ADDRESS_ALONE }]),
];

const ensureAddresses = (netlink: Netlink, bridge: Link, network: NodeNetwork): void => {
  const wanted = wantedAddresses(network);
  const present = netlink.addresses().filter(({ index }) => index === bridge.index);
  const same = (a: { address: string; prefix: number }, b: { address: string; prefix: number }): boolean => a.address === b.address && a.prefix === b.prefix;
  const changes = [
    ...present.filter((each) => !wanted.some((other) => same(each, other))).map(({ address, prefix }) => deleteAddress(bridge.index, address, prefix)),
    ...wanted.filter((each) => !present.some((other) => same(each, other))).map(({ address, prefix }) => newAddress(bridge.index, address, prefix)),
  ];
  if (changes.length > 0) netlink.request(changes);
};

const ensureVxlan = (netlink: Netlink, name: string, { vni, mtu }: NodeNetwork, bridge: number, local: string): Link => {
  const present = netlink.link(name);
  const usable = present !== undefined && present.vni === vni && present.local === local;
  if (present !== undefined && !usable) netlink.request([deleteLink(present.index)]);
  if (!usable) {
    netlink.request([newVxlan({ name, vni, local, bridge, mtu })]);
    setSysctl(`ipv6/conf/${name}/disable_ipv6`, '1');
    netlink.request([suppressNeighbours(found(netlink, name).index)]);
  }
  const link = found(netlink, name);
  if (link.mtu !== mtu) netlink.request([setMtu(link.index, mtu)]);
  if (link.master !== bridge) netlink.request([setMaster(link.index, bridge), suppressNeighbours(link.index)]);
  return link;
};

const ensureNetwork = (netlink: Netlink, names: InterfaceNames, network: NodeNetwork, underlay: string): NetworkLinks => {
  const bridge = ensureBridge(netlink, names.bridge(network.id), network);
  ensureAddresses(netlink, bridge, network);
  if (!network.overlay) return { bridge: bridge.index };
  if (!isIPv4(underlay)) throw new Error(`this node has no IPv4 address ("${underlay}") that others could send to: configure one`);
  return { bridge: bridge.index, vxlan: ensureVxlan(netlink, names.vxlan(network.id), network, bridge.index, underlay).index };
};

/** Makes the bridges and vxlans of a view. One that can't be made keeps none of the others from it. */
export const ensureBridges = (netlink: Netlink, names: InterfaceNames, view: NetworkView): { links: Map<string, NetworkLinks>; errors: Error[] } => {
  const links = new Map<string, NetworkLinks>();
  const errors: Error[] = [];
  for (const network of view.networks) {
    try {
      links.set(network.id, ensureNetwork(netlink, names, network, view.underlay));
    } catch (error) {
      errors.push(new Error(`network ${network.name} can't be made on this node: ${error instanceof Error ? error.message : String(error)}`, { cause: error }));
    }
  }
  return { links, errors };
};

/** Deletes the bridges and vxlans of networks that are not among `kept`. */
export const removeOtherBridges = (netlink: Netlink, names: InterfaceNames, kept: readonly NodeNetwork[]): void => {
  const wanted = new Set(kept.flatMap(({ id, overlay }) => [names.bridge(id), ...(overlay ? [names.vxlan(id)] : [])]));
  const gone = netlink.links().filter(({ name }) => !wanted.has(name) && (names.kindOf(name) === 'bridge' || names.kindOf(name) === 'vxlan'));
  if (gone.length > 0) netlink.request(gone.map(({ index }) => deleteLink(index)), ['ENODEV']);
};
