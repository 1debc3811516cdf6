import { Commit } from '#proto/envelope.ts';
import type { Aggregates, Folded } from './aggregates.ts';
import type { Context } from './context.ts';
import type { Decider } from './decider.ts';
import type { EventCodec, Tagged } from './event-codec.ts';
import { Conflict, type EventStore } from './eventstore/event-store.ts';
import type { Ids } from './ids.ts';
import { appendSeconds, conflicts, decided as decidedCount, nounOf, rejected, unchanged } from './kernel-metrics.ts';
import { Rejection } from './rejection.ts';
import { spanned } from './telemetry.ts';

export type Handled<State> = {
  /** False when it was already so. A command sent again is answered as the first time. */
  changed: boolean;
  state: State;
  /** Of the aggregate's last commit. */
  sequence: number;
};

/** Decides one command on one aggregate and records what was decided. */
export type Handle<State, Command> = (aggregate: string, command: Command, context: Context) => Promise<Handled<State>>;

/** After so many lost races the aggregate is too busy to be changed by this command. */
const triesMax = 12;

/** The one place where a decision meets the log: optimistic, decided again when another commit came first. */
export const handler = <State, Command, Event extends Tagged>(
  decider: Decider<State, Command, Event>,
  codec: EventCodec<Event>,
  known: Aggregates<State, Event>,
  { store, ids, clock }: { store: EventStore; ids: Ids; clock: () => number },
): Handle<State, Command> => {
  const inTurn = turns();

  const refresh = async (aggregate: string): Promise<void> => {
    for await (const stored of store.read(aggregate, { after: known.get(aggregate).sequence })) known.apply(stored);
  };

  /** Whether another process has changed the aggregate since this one heard of it. */
  const isOld = async (aggregate: string): Promise<boolean> => (await store.lastOf(aggregate)) > known.get(aggregate).sequence;

  const decideOnce = async (aggregate: string, command: Command, context: Context): Promise<Handled<State>> => {
    const before = known.get(aggregate);
    const earlier = before.answered.find(({ commandId }) => commandId === context.commandId);
    if (earlier) {
      unchanged.add({ noun: nounOf(aggregate) });
      return { changed: true, state: before.state, sequence: earlier.sequence };
    }
    const nowMs = clock();
    const events = await decided(aggregate, () => decider.decide(command, before.state, nowMs));
    if (events.length === 0) {
      unchanged.add({ noun: nounOf(aggregate) });
      return { changed: false, state: before.state, sequence: before.sequence };
    }
    const commit = commitOf(aggregate, before, events.map(codec.encode), context, ids.uuid(), nowMs);
    const bytes = Commit.encode(commit);
    const begunAtMs = performance.now();
    const sequence = await store.append(aggregate, commit, bytes, before.sequence);
    appendSeconds.observe((performance.now() - begunAtMs) / 1_000);
    decidedCount.add({ noun: nounOf(aggregate) });
    known.apply({ sequence, aggregate, bytes, storedAtMs: nowMs });
    return { changed: true, state: known.get(aggregate).state, sequence };
  };

  /** The log checks what is appended to it. A decision that appends nothing must be checked here. */
  const decided = async (aggregate: string, decide: () => readonly Event[]): Promise<readonly Event[]> => {
    let events: readonly Event[] = [];
    let refusal: unknown;
    try {
      events = decide();
      if (events.length > 0) return events;
    } catch (error) {
      refusal = error;
    }
    if (await isOld(aggregate)) throw new Conflict(`${aggregate} was changed by another process`);
    if (refusal !== undefined) throw refusal;
    return events;
  };

  const decide: Handle<State, Command> = async (aggregate, command, context) => {
    for (let tries = 1; ; tries++)
      try {
        return await decideOnce(aggregate, command, context);
      } catch (error) {
        if (error instanceof Rejection) rejected.add({ noun: nounOf(aggregate), code: error.code });
        if (!(error instanceof Conflict)) throw error;
        conflicts.add({ noun: nounOf(aggregate) });
        if (tries === triesMax) throw new Rejection('BUSY', `${aggregate} is being changed by others: try again`);
        await refresh(aggregate);
      }
  };

  return (aggregate, command, context) =>
    spanned(`decide ${nounOf(aggregate)}`, 'internal', context.traceparent, () => inTurn(aggregate, () => decide(aggregate, command, context)), {
      'lading.aggregate': aggregate,
      'lading.command_id': context.commandId,
    });
};

const commitOf = (aggregate: string, before: Folded<unknown>, events: Commit['events'], context: Context, commitId: string, atMs: number): Commit => ({
  commitId,
  aggregate,
  version: before.version + 1,
  previousHash: before.hash,
  commandId: context.commandId,
  causationId: context.causationId,
  correlationId: context.correlationId,
  actor: context.actor,
  reason: context.reason,
  atMs,
  events,
});

/** Runs work on one key in the order it came: commands of this process don't race each other. */
const turns = () => {
  const last = new Map<string, Promise<unknown>>();
  return <Result>(key: string, work: () => Promise<Result>): Promise<Result> => {
    const mine = (last.get(key) ?? Promise.resolve()).then(work, work);
    last.set(key, mine);
    const forget = () => last.get(key) === mine && last.delete(key);
    mine.then(forget, forget);
    return mine;
  };
};
