import type { Stored } from './event-store.ts';

/** One reader's way through the log: each commit once, in order, no further than what it could take. */
export type Reading = {
  position: () => number;
  reached: (sequence: number, timeoutMs: number) => Promise<void>;
  /** One that was given before is passed over, and so is everything once the reader has failed. */
  give: (stored: Stored) => void;
  failed: () => boolean;
};

export const openReading = (after: number, onStored: (stored: Stored) => void): Reading => {
  let position = after;
  let failure: { cause: unknown } | undefined;
  const waiting = new Set<{ sequence: number; look: () => void }>();

  const give = (stored: Stored): void => {
    if (failure || stored.sequence <= position) return;
    try {
      onStored(stored);
      position = stored.sequence;
    } catch (cause) {
      // What comes after would be applied to a state that lacks this one: who waits is told why instead.
      failure = { cause };
    }
    for (const one of waiting) if (failure || one.sequence <= position) one.look();
  };

  const reached = (sequence: number, timeoutMs: number): Promise<void> => {
    if (sequence <= position) return Promise.resolve();
    if (failure) return Promise.reject(failure.cause);
    return new Promise((resolve, reject) => {
      const one = {
        sequence,
        look: () => {
          clearTimeout(timer);
          waiting.delete(one);
          if (sequence <= position) resolve();
          else reject(failure?.cause);
        },
      };
      const timer = setTimeout(() => (waiting.delete(one), reject(new Error(`the log's sequence ${sequence} was not seen within ${timeoutMs} ms (at ${position})`))), timeoutMs);
      waiting.add(one);
    });
  };

  return { position: () => position, reached, give, failed: () => failure !== undefined };
};
