import { getNodeNetworks, joinNetwork, networkWork } from '#endpoints/network.ts';
import type { Bus } from '#kernel/bus/bus.ts';
import type { Context } from '#kernel/context.ts';
import type { Log } from '#kernel/log.ts';
import type { Network as NetworkFacts, NodeNetworks } from '#proto/network.ts';
import { macOf } from '../addressing/allocate.ts';
import type { Network, NetworkView } from '../effects/network/port.ts';

/** What this node knows of the networks, and the machine made so. */
export type Networks = {
  view: () => NodeNetworks;
  /** The network with this node's blocks in it, made on this machine; asks for one when there are no more than `fullBlocks` (none). */
  join: (networkId: string, fullBlocks?: number) => Promise<NetworkFacts>;
  refresh: () => Promise<void>;
  close: () => void;
};

const empty: NodeNetworks = { sequence: 0, networks: [], endpoints: [], published: [], nodes: [] };

export const openNetworks = (nodeId: string, underlay: string, bus: Bus, network: Network, context: () => Context, log: Log): Networks => {
  let view = empty;
  /** Networks that the machine has; the view may be ahead of it. */
  let made: ReadonlySet<string> = new Set();
  let applying: Promise<void> = Promise.resolve();
  let queued = false;

  const apply = (): Promise<void> => {
    // Views that arrive while one is being applied are applied together, as the last of them says.
    if (queued) return applying;
    queued = true;
    applying = applying.then(async () => {
      queued = false;
      const next = networkView(nodeId, underlay, view);
      // Those that go are gone from here on; those that come are there when the call is over.
      made = new Set(next.networks.flatMap(({ id }) => (made.has(id) ? [id] : [])));
      await network.apply(next).catch((error: unknown) => log.error({ err: error }, 'networks could not be made as wanted'));
      made = new Set(next.networks.map(({ id }) => id));
    });
    return applying;
  };

  const hear = (next: NodeNetworks): void => {
    if (next.sequence < view.sequence) return;
    view = next;
    void apply();
  };

  const ask = async (networkId: string, fullBlocks: number): Promise<NetworkFacts> => {
    const { message } = await bus.callAsNode(nodeId, joinNetwork, { networkId, fullBlocks }, context());
    hear(message);
    const joined = joinedIn(message, networkId, nodeId, fullBlocks);
    if (!joined) throw new Error(`network ${networkId} has no addresses left for this node: make one with a larger subnet`);
    return joined;
  };

  const stop = bus.subscribe(`work.${nodeId}.${networkWork.kind}`, networkWork.message, hear);
  return {
    view: () => view,
    join: async (networkId, fullBlocks = 0) => {
      const joined = joinedIn(view, networkId, nodeId, fullBlocks) ?? (await ask(networkId, fullBlocks));
      if (!made.has(networkId)) await applying;
      return joined;
    },
    refresh: async () => hear((await bus.callAsNode(nodeId, getNodeNetworks, {}, context())).message),
    close: stop,
  };
};

const joinedIn = ({ networks }: NodeNetworks, networkId: string, nodeId: string, fullBlocks: number): NetworkFacts | undefined =>
  networks.find((network) => network.networkId === networkId && network.blocks.filter((block) => block.nodeId === nodeId).length > fullBlocks);

/** The view as the machine needs it: addresses of nodes instead of their ids. */
export const networkView = (nodeId: string, underlay: string, { networks, endpoints, published, nodes }: NodeNetworks): NetworkView => {
  const underlayOf = new Map(nodes.map((node) => [node.nodeId, node.address]));
  const mine = networks.filter(({ driver, blocks }) => driver === 'bridge' && blocks.some((block) => block.nodeId === nodeId));
  return {
    nodeId,
    underlay,
    networks: mine.map((network) => ({
      id: network.networkId,
      name: network.name,
      subnet: network.subnet,
      gateway: network.gateway,
      nodeAddress: network.blocks.find((block) => block.nodeId === nodeId)?.nodeAddress ?? network.gateway,
      vni: network.vni,
      mtu: network.mtu,
      internal: network.internal,
      overlay: network.blocks.some((block) => block.nodeId !== nodeId),
    })),
    endpoints: endpoints.map((endpoint) => ({ ...endpoint, nodeUnderlay: underlayOf.get(endpoint.nodeId) ?? '' })),
    peers: mine.flatMap((network) =>
      network.blocks
        // A node has one address of its own, however many blocks.
        .filter((block, place) => block.nodeId !== nodeId && underlayOf.has(block.nodeId) && network.blocks.findIndex((one) => one.nodeId === block.nodeId) === place)
        .map((block) => ({ networkId: network.networkId, nodeUnderlay: underlayOf.get(block.nodeId) ?? '', nodeAddress: block.nodeAddress, mac: macOf(block.nodeAddress) })),
    ),
    published: published.map(({ protocol, hostAddress, hostPort, backends }) => ({
      protocol: protocol === 'udp' ? 'udp' : 'tcp',
      ...(hostAddress === '' ? {} : { hostAddress }),
      hostPort,
      backends: backends.map(({ address, port, nodeId: at }) => ({ address, port, local: at === nodeId })),
    })),
  };
};
