import { readdirSync, statSync } from 'node:fs';
import { isDigest, type Layout } from './layout.ts';
import type { Blob, BlobChange } from './port.ts';

/** Which blobs are here, and news of it. What work in flight may take along again is told of when the work has ended. */
export type BlobChanges = {
  here: () => readonly Blob[];
  watch: (hear: (change: BlobChange) => void) => () => void;
  stored: (blob: Blob) => void;
  dropped: (digests: readonly string[]) => void;
  /** Blobs that are put into the set are not told of until the end. */
  arriving: () => { blobs: Set<string>; end: () => void };
};

export const blobChanges = (layout: Layout): BlobChanges => {
  const listeners = new Set<(change: BlobChange) => void>();
  const underway = new Set<ReadonlySet<string>>();
  const isTold = (digest: string): boolean => ![...underway].some((blobs) => blobs.has(digest));

  const tell = (stored: readonly Blob[], dropped: readonly string[]): void => {
    const change = { stored: stored.filter(({ digest }) => isTold(digest)), dropped: dropped.filter(isTold) };
    if (change.stored.length > 0 || change.dropped.length > 0) for (const hear of listeners) hear(change);
  };

  return {
    here: () => blobsAt(layout, readdirSync(layout.blobs).map((name) => `sha256:${name}`).filter((digest) => isDigest(digest) && isTold(digest))),
    watch: (hear) => {
      listeners.add(hear);
      return () => void listeners.delete(hear);
    },
    stored: (blob) => tell([blob], []),
    dropped: (digests) => tell([], digests),
    arriving: () => {
      const blobs = new Set<string>();
      underway.add(blobs);
      return {
        blobs,
        end: () => {
          underway.delete(blobs);
          tell(blobsAt(layout, [...blobs]), []);
        },
      };
    },
  };
};

const blobsAt = (layout: Layout, digests: readonly string[]): Blob[] =>
  digests.flatMap((digest) => {
    const stats = statSync(layout.blob(digest), { throwIfNoEntry: false });
    return stats ? [{ digest, sizeBytes: stats.size }] : [];
  });
