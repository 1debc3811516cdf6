import { ensureBridges, prepareNode, removeOtherBridges, type NetworkLinks } from './bridges.ts';
import type { NetworkConfig } from './config.ts';
import { openContainers, type Containers } from './containers.ts';
import { nameIndex } from './dns/name-index.ts';
import { openHostPorts } from './host-ports.ts';
import { interfaceNames } from './names.ts';
import { openNetlink } from './netlink/socket.ts';
import { openOverlay } from './overlay.ts';
import { openPacketFilter } from './packet-filter.ts';
import type { NetworkView } from './port.ts';
import { openResolvers } from './resolvers.ts';

/** The node's network, as the process does it that owns it. Every call is synchronous, so none overlaps another. */
export type NodeNetworking = Omit<Containers, 'resume'> & { apply: (view: NetworkView) => void };

export const openNodeNetworking = (config: NetworkConfig): NodeNetworking => {
  const names = interfaceNames(config.bridgePrefix);
  const netlink = openNetlink();
  const filter = openPacketFilter(config.tableName);
  const overlay = openOverlay(netlink);
  const hostPorts = openHostPorts();
  const resolvers = openResolvers();
  let links = new Map<string, NetworkLinks>();
  const bridgeOf = (networkId: string): number => {
    const bridge = links.get(networkId)?.bridge;
    if (bridge === undefined) throw new Error(`network ${networkId} is not on this node: apply a view that has it first`);
    return bridge;
  };
  const containers = openContainers(config, names, netlink, resolvers, bridgeOf);
  prepareNode();
  containers.resume();
  return {
    ...containers,
    apply: (view) => {
      // First, and never in the way of the rest: a name has to be right as soon as its container can be reached.
      resolvers.useNames(nameIndex(view.networks, view.endpoints));
      const made = ensureBridges(netlink, names, view);
      links = made.links;
      overlay.apply(view, links);
      const { held, errors } = hostPorts.hold(view.published);
      filter.apply({
        bridges: view.networks.map(({ id, nodeAddress, internal }) => ({ name: names.bridge(id), nodeAddress, internal })),
        published: held,
      });
      removeOtherBridges(netlink, names, view.networks);
      const failures = [...made.errors, ...errors];
      if (failures.length > 0) throw new Error(failures.map(({ message }) => message).join('; '), { cause: failures[0] });
    },
  };
};
