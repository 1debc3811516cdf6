import type { BoundPort } from '#proto/container.ts';
import type { Network as NetworkView, NodeNetworks, NodeNetworks_Published } from '#proto/network.ts';
import { namesOn, type Attached } from './attached.ts';

export type KnownNode = { nodeId: string; address: string; dataUrl: string };

/** All that one node has to make so: its networks, who is on them anywhere, and the ports it answers. */
export const nodeNetworks = (nodeId: string, sequence: number, networks: readonly NetworkView[], attached: readonly Attached[], nodes: readonly KnownNode[]): NodeNetworks => {
  const mine = new Set(networks.filter(({ blocks }) => blocks.some((block) => block.nodeId === nodeId)).map(({ networkId }) => networkId));
  const running = attached.filter((container) => container.running);
  return {
    sequence,
    networks: networks.filter(({ networkId }) => mine.has(networkId)),
    endpoints: running.flatMap((container) =>
      container.endpoints
        .filter(({ networkId }) => mine.has(networkId))
        .map((endpoint) => ({
          networkId: endpoint.networkId, containerId: container.containerId, address: endpoint.address, mac: endpoint.mac, nodeId: container.nodeId, names: namesOn(container, endpoint), reachable: !container.unhealthy,
        })),
    ),
    published: publishedOn(nodeId, running),
    nodes: nodes.map(({ nodeId: id, address, dataUrl }) => ({ nodeId: id, address, dataUrl })),
  };
};

/** Replicas of a service are answered for on every node; any other container on its own. */
export const isIngress = ({ spec }: Attached, port: BoundPort): boolean =>
  spec.replicaOf !== undefined && spec.ports.some(({ containerPort, hostPort, mode }) => containerPort === port.containerPort && hostPort === port.hostPort && mode !== 'host');

const publishedOn = (nodeId: string, running: readonly Attached[]): NodeNetworks_Published[] => {
  const published = new Map<string, NodeNetworks_Published>();
  // An unhealthy replica gets no traffic, unless there is no other.
  for (const container of [...running.filter(({ unhealthy }) => !unhealthy), ...running.filter(({ unhealthy }) => unhealthy)]) {
    const [endpoint] = container.endpoints;
    if (!endpoint) continue;
    for (const port of container.ports) {
      if (container.nodeId !== nodeId && !isIngress(container, port)) continue;
      const key = `${port.protocol} ${port.hostAddress} ${port.hostPort}`;
      const known = published.get(key);
      if (known && container.unhealthy) continue;
      const backend = { containerId: container.containerId, networkId: endpoint.networkId, address: endpoint.address, port: port.containerPort, nodeId: container.nodeId };
      published.set(key, { protocol: port.protocol, hostAddress: port.hostAddress, hostPort: port.hostPort, backends: [...(known?.backends ?? []), backend] });
    }
  }
  return [...published.values()];
};

/** Networks that a node must be on to answer a port for containers elsewhere. */
export const networksToJoin = (nodeId: string, networks: readonly NetworkView[], attached: readonly Attached[]): string[] => {
  const needed = attached.filter((container) => container.running && container.ports.some((port) => isIngress(container, port))).flatMap(({ endpoints }) => endpoints.slice(0, 1).map(({ networkId }) => networkId));
  return [...new Set(needed)].filter((networkId) => networks.some((network) => network.networkId === networkId && !network.blocks.some((block) => block.nodeId === nodeId)));
};
