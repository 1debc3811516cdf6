import * as endpoints from '#endpoints/image.ts';
import type { Platform } from '#kernel/platform.ts';
import type { Holdings } from './holdings.ts';

/** Who holds a blob, for services and nodes; what nodes report of it. */
export const serveHoldings = ({ bus, store, applied, position }: Platform, holdings: Holdings): void => {
  const find = async (digest: string, minSequence: number) => {
    await applied(minSequence);
    // A node may have told another process of it, a moment ago.
    if (holdings.find(digest).nodeIds.length === 0) await applied(await store.last());
    return { message: holdings.find(digest), sequence: position() };
  };
  bus.serve(endpoints.findBlob, ({ digest }, { minSequence }) => find(digest, minSequence));
  bus.serveNode(endpoints.askBlob, ({ digest }, { minSequence }) => find(digest, minSequence));
  bus.serveNode(endpoints.reportBlobs, async (told, { nodeId, context }) => {
    const { sequence } = await holdings.report(nodeId, told, context);
    return { message: {}, sequence };
  });
};
