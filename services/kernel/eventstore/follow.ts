import { DeliverPolicy, type ConsumerMessages, type JetStreamClient, type JetStreamManager } from '@nats-io/jetstream';
import type { Following, Stored } from './event-store.ts';
import { openReading } from './reading.ts';
import { streamName } from './stream.ts';

/** With the client's defaults a lost consumer is noticed after 30 s only. */
const heartbeat = { expires: 2_000, idle_heartbeat: 500 };
const catchUpMaxMs = 120_000;
/** How often it is looked whether the log went on without this reader. */
const watchEveryMs = 1_000;
/** Standing still for so many looks while the log goes on means that the consumer is gone. */
const stillLooksMax = 2;

/** Follows the whole stream by an ordered consumer, and opens another where that one left off when it is lost (a server that was started anew). */
export const followStream = async (client: JetStreamClient, manager: JetStreamManager, after: number, onStored: (stored: Stored) => void): Promise<Following> => {
  const { position, reached, give, failed } = openReading(after, onStored);
  let closed = false;
  let messages: ConsumerMessages | undefined;

  const open = async (): Promise<void> => {
    const consumer = await client.consumers.get(streamName, { filter_subjects: 'evt.>', deliver_policy: DeliverPolicy.StartSequence, opt_start_seq: position() + 1 });
    messages = await consumer.consume({
      ...heartbeat,
      max_messages: 5_000,
      callback: (message) => {
        if (!closed) give({ sequence: message.seq, aggregate: message.subject.slice('evt.'.length), bytes: message.data, storedAtMs: Number(message.timestampNanos / 1_000_000n) });
      },
    });
  };

  await open();
  try {
    await reached((await manager.streams.info(streamName)).state.last_seq, catchUpMaxMs);
  } catch (error) {
    await messages?.close();
    throw error;
  }
  const watch = watchProgress({
    position,
    // Who failed is given nothing more, however far the log goes on.
    last: async () => (failed() ? position() : (await manager.streams.info(streamName)).state.last_seq),
    reopen: async () => {
      const lost = messages;
      await open();
      await lost?.close();
    },
  });
  return {
    position,
    reached,
    close: async () => {
      closed = true;
      await watch.close();
      await messages?.close();
    },
  };
};

type Watched = { position: () => number; last: () => Promise<number>; reopen: () => Promise<void> };

const watchProgress = ({ position, last, reopen }: Watched): { close: () => Promise<void> } => {
  let before = position();
  let still = 0;
  let looking: Promise<void> | undefined;
  const look = async (): Promise<void> => {
    try {
      const isBehind = position() === before && (await last()) > before;
      still = isBehind ? still + 1 : 0;
      before = position();
      if (still < stillLooksMax) return;
      await reopen();
      still = 0;
    } catch {
      // The server is away: there is nothing to follow until it is back.
    }
  };
  const timer = setInterval(() => (looking ??= look().finally(() => (looking = undefined))), watchEveryMs);
  return {
    close: async () => {
      clearInterval(timer);
      await looking;
    },
  };
};
