import { macOf } from '../../services/node-agent/effects/network/names.ts';
import type { Attach, Endpoint, NetworkView, NodeNetwork } from '../../services/node-agent/effects/network/port.ts';

/** Node N has the underlay address 10.99.0.N, the addresses 10.30.N.* of the network `app` and 10.31.N.* of the network `back`. */
export const underlayOf = (node: number): string => `10.99.0.${node}`;

const MTU = 1_400;
const PREFIX = 16;

export const appNetwork = (node: number, change: Partial<NodeNetwork> = {}): NodeNetwork => ({
  id: 'app-network',
  name: 'app',
  subnet: '10.30.0.0/16',
  gateway: '10.30.0.1',
  nodeAddress: `10.30.${node}.1`,
  vni: 4_001,
  mtu: MTU,
  internal: false,
  overlay: true,
  ...change,
});

export const backNetwork = (node: number, change: Partial<NodeNetwork> = {}): NodeNetwork =>
  appNetwork(node, { id: 'back-network', name: 'back', subnet: '10.31.0.0/16', gateway: '10.31.0.1', nodeAddress: `10.31.${node}.1`, vni: 4_002, ...change });

const networkIdOf = (address: string): string => (address.startsWith('10.30.') ? 'app-network' : 'back-network');

export const endpoint = (containerId: string, node: number, address: string, names: readonly string[] = [containerId], reachable = true): Endpoint => ({
  networkId: networkIdOf(address),
  containerId,
  address,
  mac: macOf(address),
  nodeId: `node-${node}`,
  nodeUnderlay: underlayOf(node),
  names,
  reachable,
});

/** What a node is told; `app` is its only network unless said otherwise, and it has one other node as peer. */
export const viewOf = ({ node, networks = [appNetwork(node)], endpoints = [], published = [] }: { node: number } & Partial<NetworkView>): NetworkView => {
  const other = 3 - node;
  return {
    nodeId: `node-${node}`,
    underlay: underlayOf(node),
    networks,
    endpoints,
    peers: networks.map(({ id, nodeAddress }) => {
      const address = nodeAddress.replace(/\.\d+\.1$/, `.${other}.1`);
      return { networkId: id, nodeUnderlay: underlayOf(other), nodeAddress: address, mac: macOf(address) };
    }),
    published,
  };
};

/** Interfaces eth0, eth1… in the order of the addresses. */
export const attachment = (containerId: string, interfaces: readonly { address: string; gateway?: string }[]): Attach => ({
  containerId,
  hostname: `host-of-${containerId}`,
  interfaces: interfaces.map(({ address, gateway }, slot) => ({
    networkId: networkIdOf(address),
    ifname: `eth${slot}`,
    address,
    prefix: PREFIX,
    mac: macOf(address),
    mtu: MTU,
    ...(gateway === undefined ? {} : { gateway }),
  })),
});
