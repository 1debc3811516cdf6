import type { Platform } from '#kernel/platform.ts';
import { Occurrence } from '#proto/envelope.ts';

/** Kept by each gateway for clients that ask for what was lately: the oldest go. dockerd keeps 256 of everything. */
const keptMax = 1_024;

/** What happened and is not in the log, told by any gateway and heard by all. */
export type Occurrences = {
  tell: (occurrence: Omit<Occurrence, 'atMs'>) => void;
  /** Those kept since a moment, oldest first. */
  since: (ms: number) => readonly Occurrence[];
  /** Gives a function that ends it. */
  listen: (on: (occurrence: Occurrence) => void) => () => void;
};

export const openOccurrences = ({ bus, clock }: Pick<Platform, 'bus' | 'clock'>): Occurrences => {
  const kept: Occurrence[] = [];
  const listeners = new Set<(occurrence: Occurrence) => void>();
  bus.subscribe('told.*', Occurrence, (occurrence) => {
    if (kept.push(occurrence) > keptMax) kept.shift();
    for (const listener of listeners) listener(occurrence);
  });
  return {
    tell: (occurrence) => bus.publish(`told.${occurrence.kind}`, Occurrence, { ...occurrence, atMs: clock() }),
    since: (ms) => kept.filter(({ atMs }) => atMs >= ms),
    listen: (on) => {
      listeners.add(on);
      return () => void listeners.delete(on);
    },
  };
};
