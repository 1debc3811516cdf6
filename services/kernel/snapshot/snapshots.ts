import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import type { EventStore, Stored } from '../eventstore/event-store.ts';
import type { Log } from '../log.ts';
import type { Kept, KeptByName } from './kept.ts';
import { readSnapshot, writeSnapshot } from './file.ts';

export type Snapshots = {
  /** Gives readers what they knew, and the sequence up to which they need not read the log. 0: all of it must be read. */
  restore: (readers: readonly (KeptByName | undefined)[]) => Promise<number>;
  /** Remembers where readers are. */
  note: (stored: Stored) => void;
  /** Writes what readers know now; nothing when one of them can't say, or when nothing is new. */
  save: (calledOff?: AbortSignal) => Promise<void>;
  /** Whether so much is new that it should be written. */
  due: () => boolean;
};

export type SnapshotOptions = { path: string; code: () => string; store: Pick<EventStore, 'read' | 'last'>; log: Log; nowMs?: () => number };

const commitsMax = 50_000;
const ageMaxMs = 5 * 60_000;
/** Fewer are read from the log faster than a snapshot is. */
const commitsMin = 2_000;

/** A process's own short cut past the log. The log alone is true: whatever is wrong with a snapshot, it is read instead. */
export const openSnapshots = ({ path, code, store, log, nowMs = () => performance.now() }: SnapshotOptions): Snapshots => {
  let kept: Map<string, Kept> | undefined;
  let position = 0;
  let saved = 0;
  let savedAtMs = nowMs();

  let identity: string | undefined;
  const running = (): string => (identity ??= code());
  const newCommits = (): number => position - saved;

  return {
    restore: async (readers) => {
      kept = keptOf(readers);
      if (!kept) return 0;
      if (!existsSync(path)) {
        // Soon, but not before the process serves: files may be replaced by a newer version while it runs.
        setImmediate(running);
        return 0;
      }
      try {
        const { position: then, witness, entries } = await readSnapshot(path, running());
        if (witness.hash !== (await hashAt(store, witness.sequence))) throw new Error('it is of another log');
        if (!sameNames(kept, entries)) throw new Error('other services wrote it');
        for (const [name, one] of kept) one.load(entries.get(name) ?? []);
        position = saved = then;
        return then;
      } catch (error) {
        for (const one of kept.values()) one.load([]);
        log.warn({ snapshot: path, why: error instanceof Error ? error.message : String(error) }, 'the snapshot is passed over: the log is read from its beginning');
        return 0;
      }
    },
    note: ({ sequence }) => void (position = sequence),
    due: () => newCommits() >= commitsMax || (newCommits() >= commitsMin && nowMs() - savedAtMs >= ageMaxMs),
    save: async (calledOff) => {
      if (!kept || newCommits() < commitsMin) return;
      const then = position;
      const entries = new Map([...kept].map(([name, one]) => [name, one.save()]));
      savedAtMs = nowMs();
      // A reader may know more than was given to it: what this process has appended itself. All that is in the log by now.
      const sequence = await store.last();
      const hash = await hashAt(store, sequence);
      if (hash === undefined) throw new Error(`the log has no commit at ${sequence}: restore it from a backup`);
      await writeSnapshot(path, { code: running(), position: then, witness: { sequence, hash }, entries }, calledOff);
      saved = then;
    },
  };
};

const keptOf = (readers: readonly (KeptByName | undefined)[]): Map<string, Kept> | undefined => {
  const kept = new Map<string, Kept>();
  for (const reader of readers) {
    if (!reader) return undefined;
    for (const [name, one] of Object.entries(reader)) {
      if (kept.has(name)) throw new Error(`two readers of the log keep "${name}": rename one`);
      kept.set(name, one);
    }
  }
  return kept;
};

const sameNames = (kept: ReadonlyMap<string, unknown>, entries: ReadonlyMap<string, unknown>): boolean => kept.size === entries.size && [...kept.keys()].every((name) => entries.has(name));

const hashAt = async (store: Pick<EventStore, 'read' | 'last'>, sequence: number): Promise<string | undefined> => {
  if (sequence > (await store.last())) return undefined;
  for await (const stored of store.read('>', { after: sequence - 1, upTo: sequence })) return createHash('sha256').update(stored.bytes).digest('hex');
  return undefined;
};

