import { aggregates, type Aggregates } from './aggregates.ts';
import type { Decider } from './decider.ts';
import type { EventCodec, Tagged } from './event-codec.ts';
import type { EventStore } from './eventstore/event-store.ts';

/** A moment: a sequence of the log, or a time; zeros mean now. */
export type Moment = { asOfSequence: number; asOfMs: number };

export const isPast = ({ asOfSequence, asOfMs }: Moment): boolean => asOfSequence > 0 || asOfMs > 0;

/** The log's last sequence at that moment. */
export const sequenceOf = (store: EventStore, { asOfSequence, asOfMs }: Moment): Promise<number> | number =>
  asOfSequence > 0 ? asOfSequence : store.sequenceAt(asOfMs);

/** Aggregates as they were at a moment, folded anew from the log: what was true then, not what is known of it now. */
export const asOf = async <State, Command, Event extends Tagged>(
  store: EventStore,
  pattern: string,
  moment: Moment,
  decider: Decider<State, Command, Event>,
  codec: EventCodec<Event>,
): Promise<Aggregates<State, Event>> => {
  const past = aggregates(decider, codec);
  const upTo = await sequenceOf(store, moment);
  if (upTo > 0) for await (const stored of store.read(pattern, { upTo })) past.apply(stored);
  return past;
};
