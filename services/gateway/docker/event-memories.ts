import type { EventFeed } from '../app/event-feed.ts';
import { shownEvents } from '../codec/event-registry.ts';
import { dockerEvents } from './docker-events.ts';
import { openEventMemory, type EventMemory } from './event-memory.ts';

/** What is to be remembered at a place of the log. The furthest that was asked for is kept: who follows from now on costs a copy of it, not the log. */
export const openEventMemories = (feed: Pick<EventFeed, 'from'>): ((sequence: number) => Promise<EventMemory>) => {
  let kept = { sequence: 0, memory: openEventMemory() };
  let turn: Promise<unknown> = Promise.resolve();

  const learn = async (memory: EventMemory, after: number, upTo: number): Promise<EventMemory> => {
    if (upTo <= after) return memory;
    for await (const stored of feed.from(after, { follow: false, gone: () => false })) {
      if (stored.sequence > upTo) break;
      for (const event of shownEvents(stored)) dockerEvents(memory, event);
    }
    return memory;
  };
  const at = async (sequence: number): Promise<EventMemory> => {
    if (sequence < kept.sequence) return learn(openEventMemory(), 0, sequence);
    const { memory, sequence: before } = kept;
    // Should the log not be read to there, the half of it is not kept.
    kept = { sequence: 0, memory: openEventMemory() };
    kept = { sequence, memory: await learn(memory, before, sequence) };
    return memory.copy();
  };
  return (sequence) => {
    const mine = turn.then(() => at(sequence));
    turn = mine.catch(() => undefined);
    return mine;
  };
};
