import * as endpoints from '#endpoints/image.ts';
import type { Platform } from '#kernel/platform.ts';
import type { Holdings } from './holdings.ts';

/** Who holds a blob, for services and nodes; what nodes report of it. */
export const serveHoldings = ({ bus, applied, position }: Platform, holdings: Holdings): void => {
  bus.serve(endpoints.findBlob, async ({ digest }, { minSequence }) => {
    await applied(minSequence);
    return { message: holdings.find(digest), sequence: position() };
  });
  bus.serveNode(endpoints.askBlob, async ({ digest }, { minSequence }) => {
    await applied(minSequence);
    return { message: holdings.find(digest), sequence: position() };
  });
  bus.serveNode(endpoints.reportBlobs, async (told, { nodeId, context }) => {
    const { sequence } = await holdings.report(nodeId, told, context);
    return { message: {}, sequence };
  });
};
