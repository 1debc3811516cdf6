import type { Decider } from '#kernel/decider.ts';
import type { Layer } from './image.ts';

/** What a build step made: a layer, or no change of any file. */
type Filling = { key: string; layer?: Layer | undefined; nodeId: string; name: string; madeAtMs: number; digest: string };

export type CacheEvent = ({ type: 'CacheFilled' } & Filling) | { type: 'CacheDropped' };
export type CacheCommand = ({ type: 'FillCache' } & Filling) | { type: 'DropCache' };
export type CacheEntry = Filling | undefined;

/**
 * What is known under one key. The last one who executed the step is believed: it did so because what was known before
 * was not to be had any more, or because its user wanted it anew.
 */
export const cacheDecider: Decider<CacheEntry, CacheCommand, CacheEvent> = {
  initial: () => undefined,
  decide: (command, entry) => {
    if (command.type === 'DropCache') return entry === undefined ? [] : [{ type: 'CacheDropped' }];
    const isSame = entry !== undefined && entry.layer?.diffId === command.layer?.diffId && entry.layer?.digest === command.layer?.digest && entry.digest === command.digest && entry.nodeId === command.nodeId;
    return isSame ? [] : [{ ...command, type: 'CacheFilled' }];
  },
  evolve: (_entry, event) => {
    if (event.type === 'CacheDropped') return undefined;
    const { type: _, ...filling } = event;
    return filling;
  },
};
