import { readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { BlobChanges } from './blob-changes.ts';
import type { Layout } from './layout.ts';

/** A blob on this disk is not what its name says any more: it must be fetched again. */
export class TornBlob extends Error {
  override readonly name = 'TornBlob';
  readonly digest: string;

  constructor(digest: string) {
    super(`blob ${digest} on this node was altered or torn: it was put aside; pull or import the image again where no other node has it`);
    this.digest = digest;
  }
}

export type Quarantine = { layout: Layout; changes: BlobChanges; log: { warn: (fields: object, message: string) => void } };

/** Altered blobs tell of a bad disk. Some are enough to see that. */
const keptMax = 4;

/** Puts what must not be used out of the way, and tells of it. */
export const quarantineOf = ({ layout, changes, log }: Quarantine): { putAside: (digest: string) => TornBlob } => ({
  putAside: (digest) => {
    renameSync(layout.blob(digest), layout.quarantined(digest));
    keepSome(layout.quarantine);
    changes.dropped([digest]);
    log.warn({ digest, path: layout.quarantined(digest) }, 'a blob is not what its name says and was put aside: look for errors of the disk in the kernel\'s log');
    return new TornBlob(digest);
  },
});

const keepSome = (folder: string): void => {
  const files = readdirSync(folder).map((name) => ({ path: join(folder, name), changedAtMs: statSync(join(folder, name)).ctimeMs }));
  for (const { path } of files.toSorted((one, other) => other.changedAtMs - one.changedAtMs).slice(keptMax)) rmSync(path, { force: true });
};
