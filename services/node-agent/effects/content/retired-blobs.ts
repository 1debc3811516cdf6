import { existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { BlobChanges } from './blob-changes.ts';
import type { Layout } from './layout.ts';

/** Blobs that the platform has no use for. They are not here any more, but come back at once when one turns out to be wanted after all. */
export type RetiredBlobs = {
  retire: (digests: readonly string[]) => void;
  list: () => readonly { digest: string; retiredAtMs: number }[];
  /** Gives those that are here again. */
  restore: (digests: readonly string[]) => readonly string[];
  free: (digests: readonly string[]) => void;
};

export const retiredBlobs = (layout: Layout, changes: BlobChanges): RetiredBlobs => ({
  retire: (digests) => {
    const here = digests.filter((digest) => existsSync(layout.blob(digest)));
    for (const digest of here) renameSync(layout.blob(digest), layout.retiredBlob(digest));
    changes.dropped(here);
  },
  // Renaming sets the time of the last change.
  list: () => readdirSync(layout.retired).map((name) => ({ digest: `sha256:${name}`, retiredAtMs: statSync(join(layout.retired, name)).ctimeMs })),
  restore: (digests) =>
    digests.filter((digest) => {
      if (!existsSync(layout.retiredBlob(digest))) return false;
      renameSync(layout.retiredBlob(digest), layout.blob(digest));
      changes.stored({ digest, sizeBytes: statSync(layout.blob(digest)).size });
      return true;
    }),
  free: (digests) => {
    for (const digest of digests) rmSync(layout.retiredBlob(digest), { force: true });
  },
});
