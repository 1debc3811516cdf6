import { isIPv4 } from 'node:net';
import type { NetworkLinks } from './bridges.ts';
import { forgetForward, forgetNeighbour, forwardTo, neighbour } from './netlink/messages.ts';
import type { Netlink } from './netlink/socket.ts';
import type { NetworkView } from './port.ts';

/** What a node is told of the others: which node a MAC is behind, and which MAC an address has. Both by interface. */
type Entries = { forwards: Map<string, Forward>; neighbours: Map<string, Neighbour> };
type Forward = { vxlan: number; mac: string; node: string };
type Neighbour = { bridge: number; address: string; mac: string };

const forwardKey = ({ vxlan, mac }: Forward): string => `${vxlan}/${mac}`;
const neighbourKey = ({ bridge, address }: Neighbour): string => `${bridge}/${address}`;

/** Keeps the kernel's tables of remote containers as the view says. Asks the kernel only once what it has. */
export type Overlay = { apply: (view: NetworkView, links: ReadonlyMap<string, NetworkLinks>) => void };

const wantedEntries = (view: NetworkView, links: ReadonlyMap<string, NetworkLinks>): Entries => {
  const entries: Entries = { forwards: new Map(), neighbours: new Map() };
  const add = (networkId: string, node: string, address: string, mac: string): void => {
    // A node whose address is not known yet can't be reached: it comes with a later view.
    const { bridge, vxlan } = links.get(networkId) ?? {};
    if (bridge === undefined || vxlan === undefined || node === view.underlay || !isIPv4(node)) return;
    const forward = { vxlan, mac, node };
    entries.forwards.set(forwardKey(forward), forward);
    entries.neighbours.set(neighbourKey({ bridge, address, mac }), { bridge, address, mac });
  };
  for (const { networkId, nodeUnderlay, nodeAddress, mac } of view.peers) add(networkId, nodeUnderlay, nodeAddress, mac);
  for (const { networkId, nodeId, nodeUnderlay, address, mac } of view.endpoints) if (nodeId !== view.nodeId) add(networkId, nodeUnderlay, address, mac);
  return entries;
};

const presentEntries = (netlink: Netlink, links: ReadonlyMap<string, NetworkLinks>): Entries => {
  const bridges = new Set([...links.values()].map(({ bridge }) => bridge));
  const vxlans = new Set([...links.values()].map(({ vxlan }) => vxlan));
  const forwards = netlink.forwards().map(({ index, mac, node }) => ({ vxlan: index, mac, node }));
  const neighbours = netlink.neighbours().map(({ index, address, mac }) => ({ bridge: index, address, mac }));
  return {
    forwards: new Map(forwards.filter(({ vxlan }) => vxlans.has(vxlan)).map((each) => [forwardKey(each), each])),
    neighbours: new Map(neighbours.filter(({ bridge }) => bridges.has(bridge)).map((each) => [neighbourKey(each), each])),
  };
};

export const openOverlay = (netlink: Netlink): Overlay => {
  let present: Entries | undefined;
  return {
    apply: (view, links) => {
      const before = present ?? presentEntries(netlink, links);
      const after = wantedEntries(view, links);
      // Until it is done nobody knows what the kernel has: after an error it is asked again.
      present = undefined;
      netlink.request(
        [
          ...[...before.forwards].filter(([key]) => !after.forwards.has(key)).flatMap(([, { vxlan, mac }]) => forgetForward(vxlan, mac)),
          ...[...before.neighbours].filter(([key]) => !after.neighbours.has(key)).map(([, { bridge, address }]) => forgetNeighbour(bridge, address)),
        ],
        // Went with its interface, or was taken over by a container that is here now.
        ['ENOENT', 'ENODEV', 'EINVAL', 'ENXIO'],
      );
      netlink.request([
        ...[...after.forwards].filter(([key, { node }]) => before.forwards.get(key)?.node !== node).map(([, { vxlan, mac, node }]) => forwardTo(vxlan, mac, node)),
        ...[...after.neighbours].filter(([key, { mac }]) => before.neighbours.get(key)?.mac !== mac).map(([, { bridge, address, mac }]) => neighbour(bridge, address, mac)),
      ]);
      present = after;
    },
  };
};
