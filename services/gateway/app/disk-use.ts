import { listNodes } from '#endpoints/node.ts';
import type { Context } from '#kernel/context.ts';
import type { Gateway } from './gateway.ts';

/** What one node's agent tells of its disk, in bytes: layers by diff id, containers' own layers, volumes by name. */
export type NodeUse = { nodeId: string; layers: Record<string, number>; containers: Record<string, number>; volumes: Record<string, number> };

/** What every node that answers tells; those that don't are left out. */
export const diskUse = async ({ platform, nodes }: Gateway, context: Context): Promise<NodeUse[]> => {
  const { message } = await platform.bus.call(listNodes, { asOfSequence: 0, asOfMs: 0 }, context);
  const ready = message.nodes.filter(({ state }) => state === 'ready').map(({ nodeId }) => nodeId);
  const told = await Promise.allSettled(ready.map(async (nodeId) => ({ nodeId, ...(await nodes.json<Omit<NodeUse, 'nodeId'>>(nodeId, 'GET', '/v1/disk-use')) })));
  return told.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
};

/** Of layers that lie on several nodes, the size once. */
export const layerSizes = (nodes: readonly NodeUse[]): ReadonlyMap<string, number> => new Map(nodes.flatMap(({ layers }) => Object.entries(layers)));
export const containerSizes = (nodes: readonly NodeUse[]): ReadonlyMap<string, number> => new Map(nodes.flatMap(({ containers }) => Object.entries(containers)));
export const volumeSizes = (nodes: readonly NodeUse[]): ReadonlyMap<string, number> => new Map(nodes.flatMap(({ volumes }) => Object.entries(volumes)));
