import { DeliverPolicy, type JetStreamClient, type JetStreamManager } from '@nats-io/jetstream';
import type { Following, Stored } from './event-store.ts';
import { streamName } from './stream.ts';

/** With the client's defaults a lost consumer is noticed after 30 s only. */
const heartbeat = { expires: 2_000, idle_heartbeat: 500 };
const catchUpMaxMs = 120_000;

/** Follows the whole stream by one ordered consumer, which recreates itself where it left off. */
export const followStream = async (client: JetStreamClient, manager: JetStreamManager, after: number, onStored: (stored: Stored) => void): Promise<Following> => {
  let position = after;
  const waiting = new Set<{ sequence: number; wake: () => void }>();
  const consumer = await client.consumers.get(streamName, { filter_subjects: 'evt.>', deliver_policy: DeliverPolicy.StartSequence, opt_start_seq: after + 1 });
  const messages = await consumer.consume({
    ...heartbeat,
    max_messages: 5_000,
    callback: (message) => {
      if (message.seq <= position) return;
      onStored({ sequence: message.seq, aggregate: message.subject.slice('evt.'.length), bytes: message.data, storedAtMs: Number(message.timestampNanos / 1_000_000n) });
      position = message.seq;
      for (const one of waiting) if (one.sequence <= position) one.wake();
    },
  });

  const reached = (sequence: number, timeoutMs: number): Promise<void> => {
    if (sequence <= position) return Promise.resolve();
    return new Promise((resolve, reject) => {
      const one = { sequence, wake: () => (clearTimeout(timer), waiting.delete(one), resolve()) };
      const timer = setTimeout(() => (waiting.delete(one), reject(new Error(`the log's sequence ${sequence} was not seen within ${timeoutMs} ms (at ${position})`))), timeoutMs);
      waiting.add(one);
    });
  };

  await reached((await manager.streams.info(streamName)).state.last_seq, catchUpMaxMs);
  return { position: () => position, reached, close: async () => void (await messages.close()) };
};
