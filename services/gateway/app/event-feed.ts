import type { Platform } from '#kernel/platform.ts';
import type { Stored } from '#kernel/eventstore/event-store.ts';
import type { Occurrence } from '#proto/envelope.ts';
import type { Occurrences } from './occurrences.ts';

/** A client that does not read is let go at this backlog: it can come back with the last id it saw. */
const backlogMax = 10_000;

/** `gone`: nobody reads any more. `over`: what comes from now on is not asked for; what the log holds already is given all the same. */
export type FeedOptions = { follow: boolean; gone: () => boolean; over?: () => boolean };

/** Gives commits to any number of clients: the past from the log, the present from this process's one reader of it. */
export type EventFeed = {
  from: (after: number, options: FeedOptions) => AsyncIterable<Stored>;
  /** The same with what happened since a moment and is not in the log, where its time puts it. */
  withOccurrences: (after: number, sinceMs: number, options: FeedOptions) => AsyncIterable<Stored | Occurrence>;
  /** How many follow just now. */
  followers: () => number;
};

export const isStored = (item: Stored | Occurrence): item is Stored => 'sequence' in item;

const wakeMs = 1_000;

export const openEventFeed = (platform: Pick<Platform, 'fromLog' | 'store'>, occurrences: Pick<Occurrences, 'since' | 'listen'>): EventFeed => {
  const listeners = new Set<(stored: Stored) => void>();
  platform.fromLog((stored) => listeners.forEach((listener) => listener(stored)), {});

  async function* both(after: number, sinceMs: number, { follow, gone, over = () => false }: FeedOptions): AsyncIterable<Stored | Occurrence> {
    const backlog: (Stored | Occurrence)[] = [];
    let wake = (): void => {};
    // Listening begins before the past is read, so that nothing falls between.
    const listener = (item: Stored | Occurrence): void => {
      if (backlog.length < backlogMax) backlog.push(item);
      else listeners.delete(listener);
      wake();
    };
    const before = sinceMs === Infinity ? [] : [...occurrences.since(sinceMs)];
    const deafen = follow && sinceMs !== Infinity ? occurrences.listen(listener) : (): void => {};
    if (follow) listeners.add(listener);
    try {
      let last = after;
      for await (const stored of platform.store.read('>', { after })) {
        if (gone()) return;
        last = stored.sequence;
        while (before[0] !== undefined && before[0].atMs < stored.storedAtMs) yield* before.splice(0, 1);
        yield stored;
      }
      yield* before;
      while (follow && !gone()) {
        const next = backlog.shift();
        if (next) {
          if (!isStored(next) || next.sequence > last) yield next;
        } else {
          if (!listeners.has(listener) || over()) return;
          await Promise.race([new Promise<void>((resolve) => (wake = resolve)), new Promise((resolve) => setTimeout(resolve, wakeMs))]);
        }
      }
    } finally {
      listeners.delete(listener);
      deafen();
    }
  }
  async function* from(after: number, options: FeedOptions): AsyncIterable<Stored> {
    for await (const item of both(after, Infinity, options)) if (isStored(item)) yield item;
  }
  return { from, withOccurrences: both, followers: () => listeners.size };
};
