import { closeSync, openSync } from 'node:fs';
import type { InterfaceNames } from './names.ts';
import { insideNamespace, namespaceInode } from './namespace.ts';
import { defaultRoute, deleteLink, linkUp, newAddress, newVeth, setMaster } from './netlink/messages.ts';
import { openNetlink, type Netlink } from './netlink/socket.ts';
import { openNft } from './nft/libnftables.ts';
import { resolverTable } from './nft/ruleset.ts';
import type { Interface } from './port.ts';
import { RESOLVER_ADDRESS, RESOLVER_PORT } from './resolvers.ts';
import { setSysctl } from './sysctl.ts';
import { isSystemError } from '../system-error.ts';

const LOOPBACK = 1;

/** What a namespace needs once, before anything is plugged in. The settings are those that Docker's containers have. */
export const prepareNamespace = (netns: string, table: string): void =>
  insideNamespace(netns, () => {
    setSysctl('ipv4/ip_unprivileged_port_start', '0');
    setSysctl('ipv4/ping_group_range', '0 2147483647');
    // Networks are IPv4; an address of the link alone would only be asked for names that nobody has.
    setSysctl('ipv6/conf/default/disable_ipv6', '1');
    const netlink = openNetlink();
    try {
      netlink.request([linkUp(LOOPBACK)]);
    } finally {
      netlink.close();
    }
    const nft = openNft();
    try {
      nft.run(resolverTable(table, RESOLVER_ADDRESS, RESOLVER_PORT));
    } finally {
      nft.close();
    }
  });

const plug = (node: Netlink, name: string, bridge: number, wanted: Interface, netns: string): void => {
  const fd = openSync(netns, 'r');
  try {
    const veth = newVeth({ name, bridge, mtu: wanted.mtu, peer: wanted.ifname, peerMac: wanted.mac, peerNamespaceFd: fd });
    try {
      node.request([veth]);
    } catch (error) {
      if (!isSystemError(error, 'EEXIST')) throw error;
      // Left of a namespace that the kernel has not finished removing.
      const left = node.link(name);
      if (left !== undefined) node.request([deleteLink(left.index)], ['ENODEV']);
      node.request([veth]);
    }
    setSysctl(`ipv6/conf/${name}/disable_ipv6`, '1');
  } finally {
    closeSync(fd);
  }
};

const remains = (inside: Netlink, wanted: readonly Interface[]): Set<string> => {
  const addresses = inside.addresses();
  const kept = new Set<string>();
  for (const { index, name, mac } of inside.links()) {
    if (index === LOOPBACK) continue;
    const match = wanted.find((each) => each.ifname === name && each.mac === mac);
    if (match !== undefined && addresses.some((each) => each.index === index && each.address === match.address)) kept.add(name);
    // Tunnel devices that a kernel makes in every namespace can't be deleted.
    else inside.request([deleteLink(index)], ['EOPNOTSUPP', 'EPERM', 'ENODEV']);
  }
  return kept;
};

const settle = (inside: Netlink, interfaces: readonly Interface[], fresh: readonly Interface[]): void => {
  for (const { ifname, address, prefix } of fresh) {
    const link = inside.link(ifname);
    if (link === undefined) throw new Error(`interface ${ifname} went away while it was made: attach the container again`);
    inside.request([linkUp(link.index), newAddress(link.index, address, prefix)]);
  }
  const gateway = interfaces.find((each) => each.gateway !== undefined)?.gateway;
  if (gateway !== undefined) inside.request([defaultRoute(gateway)]);
};

/** Makes the interfaces of a namespace the ones that are wanted; what is right already is not touched. */
export const ensureInterfaces = (node: Netlink, names: InterfaceNames, netns: string, interfaces: readonly Interface[], bridgeOf: (networkId: string) => number): void => {
  const inside = insideNamespace(netns, openNetlink);
  try {
    const inode = namespaceInode(netns);
    const kept = remains(inside, interfaces);
    const fresh = interfaces.filter(({ ifname }) => !kept.has(ifname));
    for (const wanted of interfaces) {
      const name = names.veth(inode, wanted.ifname);
      const bridge = bridgeOf(wanted.networkId);
      const port = kept.has(wanted.ifname) ? node.link(name) : undefined;
      if (port === undefined) plug(node, name, bridge, wanted, netns);
      else if (port.master !== bridge) node.request([setMaster(port.index, bridge), linkUp(port.index)]);
    }
    settle(inside, interfaces, fresh);
  } finally {
    inside.close();
  }
};
