import type { Commit } from '#proto/envelope.ts';

/** A commit as it lies in the log. */
export type Stored = {
  /** Place in the one log of the platform, from 1; later is larger, whatever the aggregate. */
  sequence: number;
  aggregate: string;
  bytes: Uint8Array;
  /** When the log took it, milliseconds since the Unix epoch. */
  storedAtMs: number;
};

export type Following = {
  /** Everything up to this sequence was given to `onStored`. */
  position: () => number;
  /** Settles once everything up to `sequence` was given; rejects after `timeoutMs`, or with what `onStored` threw. */
  reached: (sequence: number, timeoutMs: number) => Promise<void>;
  close: () => Promise<void>;
};

/**
 * The log: commits of aggregates, in one order. An aggregate is named by its subject without `evt.`.
 * Implemented by jetstream.ts and memory.ts under the suite in test/contract/event-store.ts.
 */
export type EventStore = {
  /**
   * Adds a commit after the aggregate's commit at `expectedSequence` (0: it has none yet).
   * Throws `Conflict` when another came first. The same commit appended again gives the sequence of the first time.
   * Throws `Unavailable` when the outcome could not be learned in time.
   */
  append: (aggregate: string, commit: Commit, bytes: Uint8Array, expectedSequence: number) => Promise<number>;
  /** Commits whose aggregate matches (`*` one token, `>` the rest), in order, from `after` (not included) up to `upTo`. */
  read: (pattern: string, range?: { after?: number; upTo?: number }) => AsyncIterable<Stored>;
  /**
   * Gives every commit after `after`, in order, once, for as long as it is open. Resolves when the present end was reached.
   * A commit for which `onStored` throws is the last that it is given.
   */
  follow: (after: number, onStored: (stored: Stored) => void) => Promise<Following>;
  /** Sequence of the last commit of one aggregate; 0 when it has none. Throws `Unavailable` when that could not be learned. */
  lastOf: (aggregate: string) => Promise<number>;
  /** Sequence of the last commit of the whole log; 0 when empty. */
  last: () => Promise<number>;
  /** Sequence of the last commit that the log took at or before this time. */
  sequenceAt: (timeMs: number) => Promise<number>;
};

/** Another commit came first: read again, decide again. */
export class Conflict extends Error {
  override readonly name = 'Conflict';
}

/** The log did not answer in time; whether the commit is in it is not known. Trying again with the same commit is safe. */
export class Unavailable extends Error {
  override readonly name = 'Unavailable';
}
