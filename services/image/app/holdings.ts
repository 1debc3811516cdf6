import { aggregates } from '#kernel/aggregates.ts';
import type { Context } from '#kernel/context.ts';
import { handler } from '#kernel/handle.ts';
import type { Platform } from '#kernel/platform.ts';
import { Rejection } from '#kernel/rejection.ts';
import { holdingsCodec } from '../codec/events.ts';
import { valueOf } from '../domain/by-digest.ts';
import { holdingsDecider, type Blob, type Holdings as Held } from '../domain/holdings.ts';

/** Which node holds which blob. */
export type Holdings = {
  /** Nodes that hold a blob, and how long it is; no nodes when nobody does. */
  find: (digest: string) => { nodeIds: string[]; sizeBytes: number };
  /** Every node that ever held one. */
  nodeIds: () => string[];
  /** What one node holds. */
  of: (nodeId: string) => Held;
  report: (nodeId: string, told: { stored: readonly Blob[]; dropped: readonly string[]; all: boolean }, context: Context) => Promise<{ sequence: number }>;
};

const prefix = 'image.node.';
const digestRule = /^sha256:[0-9a-f]{64}$/;

export const openHoldings = (platform: Platform): Holdings => {
  const nodes = aggregates(holdingsDecider, holdingsCodec);
  platform.fromLog((stored) => void (stored.aggregate.startsWith(prefix) && nodes.apply(stored)), { imageNodes: nodes.kept });
  const handle = handler(holdingsDecider, holdingsCodec, nodes, platform);
  return {
    find: (digest) => {
      const holders = [...nodes.entries()].flatMap(([aggregate, { state }]) => {
        const held = valueOf(state, digest);
        return held ? [{ nodeId: aggregate.slice(prefix.length), sizeBytes: held.sizeBytes }] : [];
      });
      return { nodeIds: holders.map(({ nodeId }) => nodeId), sizeBytes: holders[0]?.sizeBytes ?? 0 };
    },
    nodeIds: () => [...nodes.entries()].map(([aggregate]) => aggregate.slice(prefix.length)),
    of: (nodeId) => nodes.get(`${prefix}${nodeId}`).state,
    report: (nodeId, told, context) => {
      const strange = [...told.stored.map(({ digest }) => digest), ...told.dropped].find((digest) => !digestRule.test(digest));
      if (strange !== undefined) throw new Rejection('INVALID', `node ${nodeId} reports "${strange.slice(0, 100)}": a digest is sha256: and 64 hexadecimal digits`);
      return handle(`${prefix}${nodeId}`, { type: 'ReportBlobs', ...told }, context);
    },
  };
};
