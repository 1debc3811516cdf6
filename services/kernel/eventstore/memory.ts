import type { Commit } from '#proto/envelope.ts';
import { Conflict, type EventStore, type Following, type Stored } from './event-store.ts';
import { matches } from './pattern.ts';
import { openReading } from './reading.ts';

/** The log in memory, for tests of what stands on it. */
export const memoryEventStore = (clock: () => number = Date.now): EventStore => {
  const log: (Stored & { commitId: string })[] = [];
  const followers = new Set<(stored: Stored) => void>();

  const lastOf = (aggregate: string): number => log.findLast((stored) => stored.aggregate === aggregate)?.sequence ?? 0;

  const append = async (aggregate: string, commit: Commit, bytes: Uint8Array, expectedSequence: number): Promise<number> => {
    const known = log.find((stored) => stored.commitId === commit.commitId);
    if (known) return known.sequence;
    const last = lastOf(aggregate);
    if (last !== expectedSequence) throw new Conflict(`${aggregate} is at ${last}, not ${expectedSequence}`);
    const stored = { sequence: log.length + 1, aggregate, bytes, storedAtMs: clock(), commitId: commit.commitId };
    log.push(stored);
    followers.forEach((give) => give(stored));
    return stored.sequence;
  };

  async function* read(pattern: string, { after = 0, upTo = Infinity } = {}): AsyncIterable<Stored> {
    for (const stored of log.slice(after)) {
      if (stored.sequence > upTo) return;
      if (matches(pattern, stored.aggregate)) yield stored;
    }
  }

  const follow = async (after: number, onStored: (stored: Stored) => void): Promise<Following> => {
    const { give, position, reached } = openReading(after, onStored);
    for (const stored of log.slice(after)) give(stored);
    await reached(log.length, 0);
    followers.add(give);
    return { position, reached, close: async () => void followers.delete(give) };
  };

  return {
    append,
    read,
    follow,
    lastOf: async (aggregate) => lastOf(aggregate),
    last: async () => log.length,
    sequenceAt: async (timeMs) => log.findLast(({ storedAtMs }) => storedAtMs <= timeMs)?.sequence ?? 0,
  };
};
