import * as endpoints from '#endpoints/image.ts';
import type { Platform } from '#kernel/platform.ts';
import { entriesOf } from '../domain/by-digest.ts';
import { referenced, type References } from '../garbage/references.ts';
import type { Holdings } from './holdings.ts';

/** How much of each node's disk goes to blobs, and how much of that nobody refers to. */
export const serveDiskUse = ({ bus, applied, position }: Platform, holdings: Holdings, references: References): void =>
  bus.serve(endpoints.getDiskUse, async (_request, { minSequence }) => {
    await applied(minSequence);
    const needed = referenced(references);
    const nodes = holdings.nodeIds().map((nodeId) => {
      const held = entriesOf(holdings.of(nodeId)).map(([digest, { sizeBytes }]) => ({ digest, sizeBytes }));
      const unused = held.filter(({ digest }) => !needed.has(digest));
      return { nodeId, blobs: held.length, blobBytes: bytesOf(held), unusedBlobs: unused.length, unusedBytes: bytesOf(unused) };
    });
    return { message: { nodes }, sequence: position() };
  });

const bytesOf = (blobs: readonly { sizeBytes: number }[]): number => blobs.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
