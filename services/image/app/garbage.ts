import * as endpoints from '#endpoints/image.ts';
import type { Platform } from '#kernel/platform.ts';
import { entriesOf } from '../domain/by-digest.ts';
import { referenced, type References } from '../garbage/references.ts';
import { unreferenced, type Held } from '../garbage/unreferenced.ts';
import type { Holdings } from './holdings.ts';
import type { Images } from './images.ts';
import { imageAggregate } from './names.ts';

export type GarbageSettings = {
  /** A blob that nobody refers to stays so long on its nodes. */
  graceMs: number;
};

export type Garbage = {
  /** Blobs of a node that may go; with `now` also those that had an owner and lost it a moment ago. */
  of: (nodeId: string, now: boolean) => readonly Held[];
};

export const openGarbage = ({ clock }: Platform, holdings: Holdings, references: References, { graceMs }: GarbageSettings): Garbage => ({
  of: (nodeId, now) => unreferenced(entriesOf(holdings.of(nodeId)).map(([digest, held]) => ({ digest, ...held })), referenced(references), references.lostAtMs, clock(), { graceMs, now }),
});

/** What a node is to free, asked by itself: it alone knows what its own work needs. */
export const serveContentWork = ({ bus, applied }: Platform, { images }: Images, references: References, garbage: Garbage): void =>
  bus.serveNode(endpoints.listContentWork, async ({ imageIds, retired }, { nodeId, minSequence }) => {
    await applied(minSequence);
    const needed = referenced(references);
    return {
      message: {
        removeImages: imageIds.filter((imageId) => images.get(imageAggregate(imageId)).state.phase === 'absent'),
        removeBlobs: garbage.of(nodeId, false).map(({ digest }) => digest),
        restoreBlobs: retired.filter((digest) => needed.has(digest)),
      },
    };
  });
