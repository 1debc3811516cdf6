/** What a node holds of it. */
export type Held = { readonly digest: string; readonly sizeBytes: number; readonly storedAtMs: number };

export type Grace = {
  /** So long a blob stays that nobody refers to: it may have come ahead of what will refer to it. */
  graceMs: number;
  /** Free at once what had an owner before and lost it; whoever wants the room has said so. */
  now: boolean;
};

/** Blobs of a node that may go: nobody refers to them, nor did for as long as the grace period. */
export const unreferenced = (held: readonly Held[], referenced: ReadonlySet<string>, lostAtMs: ReadonlyMap<string, number>, atMs: number, { graceMs, now }: Grace): Held[] =>
  held.filter(({ digest, storedAtMs }) => {
    if (referenced.has(digest)) return false;
    const lost = lostAtMs.get(digest);
    // Brought again after its owner went, it may be on the way to a new one.
    const isLost = lost !== undefined && lost >= storedAtMs;
    return (now && isLost) || atMs - Math.max(storedAtMs, lost ?? 0) >= graceMs;
  });
