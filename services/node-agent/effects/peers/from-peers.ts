export type Range = { start: number; /** The last byte. */ end: number };

export type PeersAsked<Peer> = {
  peers: readonly Peer[];
  sizeBytes: number;
  /** What is here already. */
  start: number;
  open: (peer: Peer, range: Range, signal: AbortSignal) => AsyncIterable<Buffer>;
  limits: PeerLimits;
};

export type PeerLimits = {
  /** A peer is asked for so much at a time. */
  segmentBytes: number;
  /** Of one blob so many segments are held in memory until those before them have come. */
  segmentsMax: number;
};

type Segment = Range & { pieces: Buffer[]; heldBytes: number };

/**
 * The bytes of a blob in their order, fetched from several peers at once, each asked for another part. One that fails is asked no more; what
 * it gave stays, the rest of its part is asked of another. Throws when no peer is left.
 */
export const fromPeers = async function* <Peer>({ peers, sizeBytes, start, open, limits }: PeersAsked<Peer>): AsyncGenerator<Buffer> {
  const stop = new AbortController();
  const failures: string[] = [];
  /** In order, not given out yet. */
  const segments: Segment[] = [];
  const left: Segment[] = [];
  let nextStart = start;
  let given = start;
  let working = peers.length;
  let change = Promise.withResolvers<void>();
  const changed = (): void => {
    change.resolve();
    change = Promise.withResolvers();
  };

  const nextSegment = (): Segment | undefined => {
    const before = left.shift();
    if (before || nextStart >= sizeBytes || segments.length >= limits.segmentsMax) return before;
    const segment = { start: nextStart, end: Math.min(nextStart + limits.segmentBytes, sizeBytes) - 1, pieces: [], heldBytes: 0 };
    nextStart = segment.end + 1;
    segments.push(segment);
    return segment;
  };

  const work = async (peer: Peer): Promise<void> => {
    while (!stop.signal.aborted && given < sizeBytes) {
      const segment = nextSegment();
      if (!segment) {
        await change.promise;
        continue;
      }
      try {
        for await (const piece of open(peer, { start: segment.start + segment.heldBytes, end: segment.end }, stop.signal)) {
          segment.pieces.push(piece);
          segment.heldBytes += piece.length;
        }
        changed();
      } catch (error) {
        failures.push(error instanceof Error ? error.message : String(error));
        left.push(segment);
        return;
      }
    }
  };

  const all = peers.map((peer) => work(peer).finally(() => (working--, changed())));
  try {
    while (given < sizeBytes) {
      const [first] = segments;
      if (first && first.heldBytes === first.end - first.start + 1) {
        segments.shift();
        given = first.end + 1;
        changed();
        yield* first.pieces;
      } else if (working === 0) throw new Error(failures.join('; ') || 'there is nobody to ask');
      else await change.promise;
    }
  } finally {
    stop.abort();
    changed();
    await Promise.all(all);
  }
};
