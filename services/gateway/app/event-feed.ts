import type { Platform } from '#kernel/platform.ts';
import type { Stored } from '#kernel/eventstore/event-store.ts';

/** A client that does not read is let go at this backlog: it can come back with the last id it saw. */
const backlogMax = 10_000;

/** `gone`: nobody reads any more. `over`: what comes from now on is not asked for; what the log holds already is given all the same. */
export type FeedOptions = { follow: boolean; gone: () => boolean; over?: () => boolean };

/** Gives commits to any number of clients: the past from the log, the present from this process's one reader of it. */
export type EventFeed = { from: (after: number, options: FeedOptions) => AsyncIterable<Stored>; /** How many follow just now. */ followers: () => number };

export const openEventFeed = (platform: Pick<Platform, 'fromLog' | 'store'>): EventFeed => {
  const listeners = new Set<(stored: Stored) => void>();
  platform.fromLog((stored) => listeners.forEach((listener) => listener(stored)), {});

  async function* from(after: number, { follow, gone, over = () => false }: FeedOptions): AsyncIterable<Stored> {
    const backlog: Stored[] = [];
    let wake = (): void => {};
    // Listening begins before the past is read, so that nothing falls between.
    const listener = (stored: Stored): void => {
      if (backlog.length < backlogMax) backlog.push(stored);
      else listeners.delete(listener);
      wake();
    };
    if (follow) listeners.add(listener);
    try {
      let last = after;
      for await (const stored of platform.store.read('>', { after })) {
        if (gone()) return;
        last = stored.sequence;
        yield stored;
      }
      while (follow && !gone()) {
        const next = backlog.shift();
        if (next) {
          if (next.sequence > last) yield next;
        } else {
          if (!listeners.has(listener) || over()) return;
          await Promise.race([new Promise<void>((resolve) => (wake = resolve)), new Promise((resolve) => setTimeout(resolve, 1_000))]);
        }
      }
    } finally {
      listeners.delete(listener);
    }
  }
  return { from, followers: () => listeners.size };
};
