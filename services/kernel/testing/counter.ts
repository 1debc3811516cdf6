import type { Codec } from '#codec';
import type { Context } from '../context.ts';
import type { Decider } from '../decider.ts';
import { eventCodec } from '../event-codec.ts';
import { Rejection } from '../rejection.ts';

/** The smallest domain that can change, be already so, and refuse: for tests of what knows no domain. */
export type CounterEvent = { type: 'Counted'; by: number } | { type: 'Closed' };
export type CounterCommand = { type: 'Count'; by: number } | { type: 'Close' };
export type Counter = { total: number; closed: boolean };

export const counterDecider: Decider<Counter, CounterCommand, CounterEvent> = {
  initial: () => ({ total: 0, closed: false }),
  decide: (command, { closed }) => {
    if (command.type === 'Close') return closed ? [] : [{ type: 'Closed' }];
    if (closed) throw new Rejection('CLOSED', 'the counter is closed: open another');
    return command.by === 0 ? [] : [{ type: 'Counted', by: command.by }];
  },
  evolve: (counter, event) => (event.type === 'Closed' ? { ...counter, closed: true } : { ...counter, total: counter.total + event.by }),
};

const jsonCodec = <Message>(typeName: string): Codec<Message> => ({
  typeName,
  encode: (message) => new TextEncoder().encode(JSON.stringify(message)),
  decode: (bytes) => JSON.parse(new TextDecoder().decode(bytes)) as Message,
});

export const counterCodec = eventCodec<CounterEvent>({ Counted: jsonCodec('test.Counted'), Closed: jsonCodec('test.Closed') });

export const contextOf = (commandId: string): Context => ({ commandId, actor: 'test', reason: '', causationId: '', correlationId: commandId, traceparent: '' });

/** Ids that count: `id-1`, `id-2`… Processes that share a log need different prefixes. */
export const countedIds = (prefix = 'id'): { uuid: () => string; hex64: () => string } => {
  let last = 0;
  const next = (): string => `${prefix}-${++last}`;
  return { uuid: next, hex64: () => next().padStart(64, '0') };
};
