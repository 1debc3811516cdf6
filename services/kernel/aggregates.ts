import { createHash } from 'node:crypto';
import type { Commit } from '#proto/envelope.ts';
import { commitIn } from './decoded.ts';
import type { Decider } from './decider.ts';
import type { EventCodec, Tagged } from './event-codec.ts';
import type { Stored } from './eventstore/event-store.ts';
import type { Kept } from './snapshot/kept.ts';

/** One aggregate as folded from the log. */
export type Folded<State> = {
  state: State;
  /** Of its last commit; 0 when it has none. */
  sequence: number;
  version: number;
  hash: Uint8Array;
  /** The last commands that were decided on it, newest last. */
  answered: readonly { commandId: string; sequence: number }[];
};

/** A message of the log is missing or altered: nothing may be decided on what is left. */
export class LogBroken extends Error {
  override readonly name = 'LogBroken';
}

/** How many decided commands an aggregate remembers, to answer one that is sent again. */
const answeredMax = 32;

export type Aggregates<State, Event extends Tagged> = {
  get: (id: string) => Folded<State>;
  /** Folds one commit. One that was folded before is passed over. Gives the events it holds. */
  apply: (stored: Stored) => { commit: Commit; events: readonly Event[] } | undefined;
  entries: () => IterableIterator<[string, Folded<State>]>;
  /** Events of unknown types that were passed over. */
  unknownEvents: () => number;
  /** For a snapshot of what is known. */
  kept: Kept;
};

/** Every aggregate of one kind, in memory, as the log tells. Refuses a log with a gap. */
export const aggregates = <State, Event extends Tagged>(
  { initial, evolve }: Pick<Decider<State, never, Event>, 'initial' | 'evolve'>,
  codec: EventCodec<Event>,
): Aggregates<State, Event> => {
  const folded = new Map<string, Folded<State>>();
  const none = new Uint8Array();
  let unknown = 0;

  const get = (id: string): Folded<State> => folded.get(id) ?? { state: initial(), sequence: 0, version: 0, hash: none, answered: [] };

  const apply = ({ sequence, aggregate, bytes }: Stored) => {
    const before = get(aggregate);
    if (sequence <= before.sequence) return undefined;
    const commit = commitIn(bytes);
    refuseGap(aggregate, commit, before);
    const events: Event[] = [];
    let state = before.state;
    for (const wire of commit.events) {
      const event = codec.decode(wire);
      if (event === undefined) {
        unknown++;
        continue;
      }
      events.push(event);
      state = evolve(state, event, commit.atMs);
    }
    const answered = [...before.answered.slice(1 - answeredMax), { commandId: commit.commandId, sequence }];
    folded.set(aggregate, { state, sequence, version: commit.version, hash: hashOf(bytes), answered });
    return { commit, events };
  };

  const kept: Kept = {
    save: () => [...folded].map(([id, { hash, ...rest }]): Entry<State> => [id, Buffer.from(hash).toString('latin1'), rest]),
    load: (entries) => {
      folded.clear();
      for (const [id, hash, rest] of entries as readonly Entry<State>[]) folded.set(id, { ...rest, hash: Buffer.from(hash, 'latin1') });
    },
  };

  return { kept, get, apply, entries: () => folded.entries(), unknownEvents: () => unknown };
};

// The hash as text: bytes that are read back would each hold on to the whole piece of the file that they came from.
type Entry<State> = [id: string, hash: string, rest: Omit<Folded<State>, 'hash'>];

/** The hash that the next commit of the aggregate carries. */
export const hashOf = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();

const refuseGap = (aggregate: string, commit: Commit, before: Folded<unknown>): void => {
  if (commit.version !== before.version + 1)
    throw new LogBroken(`${aggregate}: version ${commit.version} follows ${before.version}; the log has lost a message: restore it from a backup`);
  if (before.version > 0 && Buffer.compare(commit.previousHash, before.hash) !== 0)
    throw new LogBroken(`${aggregate}: version ${commit.version} does not follow from the one before it; the log was altered: restore it from a backup`);
};
