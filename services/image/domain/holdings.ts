import type { Decider } from '#kernel/decider.ts';
import { entriesOf, valueOf, withDigests, withoutDigests, type ByDigest } from './by-digest.ts';

export type Blob = { readonly digest: string; readonly sizeBytes: number };

export type HoldingsEvent = { type: 'BlobsStored'; blobs: readonly Blob[] } | { type: 'BlobsDropped'; digests: readonly string[] };

/** `all`: the node holds nothing but `stored`. */
export type HoldingsCommand = { type: 'ReportBlobs'; stored: readonly Blob[]; dropped: readonly string[]; all: boolean };

export type Holdings = ByDigest<{ readonly sizeBytes: number; readonly storedAtMs: number }>;

/** Which blobs one node holds, as its agent reports. A report tells what is so: it is never refused. */
export const holdingsDecider: Decider<Holdings, HoldingsCommand, HoldingsEvent> = {
  initial: () => ({}),
  decide: ({ stored, dropped, all }, held) => {
    const told = new Map(stored.map((blob) => [blob.digest, blob]));
    const blobs = [...told.values()].filter(({ digest }) => valueOf(held, digest) === undefined);
    const gone = all ? entriesOf(held).map(([digest]) => digest) : dropped;
    const digests = gone.filter((digest) => !told.has(digest) && valueOf(held, digest) !== undefined);
    return [...(blobs.length > 0 ? [{ type: 'BlobsStored', blobs } as const] : []), ...(digests.length > 0 ? [{ type: 'BlobsDropped', digests } as const] : [])];
  },
  evolve: (held, event, atMs) =>
    event.type === 'BlobsStored'
      ? withDigests(held, event.blobs.map(({ digest, sizeBytes }) => [digest, { sizeBytes, storedAtMs: atMs }]))
      : withoutDigests(held, event.digests),
};
