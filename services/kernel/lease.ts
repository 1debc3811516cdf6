import { jetstream, jetstreamManager, JetStreamApiError, StorageType } from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/transport-node';
import type { Log } from './log.ts';

/** One of several processes does what must not be done twice at a time. Whoever acts checks `held` before each act. */
export type Lease = { held: () => boolean; close: () => Promise<void> };

const stream = 'LEASE';
/** A holder that died is followed by another after at most this and one round. */
const ttlMs = 3_000;
const roundMs = 500;
const wrongLastSequence = 10071;
/** A holder stops believing in its lease this long before anybody else could have it. */
const marginMs = 750;

export type LeaseSettings = { name: string; holder: string; replicas: 1 | 3 };

/** Tries for the lease until it is closed. `onHeld` is told each time it was won. */
export const openLease = async (connection: NatsConnection, { name, holder, replicas }: LeaseSettings, log: Log, onHeld: () => void): Promise<Lease> => {
  const client = jetstream(connection);
  const manager = await jetstreamManager(connection);
  let sequence = 0;
  let heldUntilMs = 0;
  let closed = false;
  const held = (): boolean => !closed && performance.now() < heldUntilMs;

  // In memory with one server: a lease that outlives it would only be in the way of the next holder. With three, servers that start
  // with an empty memory would wait for one that knows more, and find no leader when that one is gone.
  const storage = replicas === 1 ? StorageType.Memory : StorageType.File;
  const ensureStream = () =>
    manager.streams.add({ name: stream, subjects: ['lease.>'], storage, max_msgs_per_subject: 1, max_age: ttlMs * 1e6, num_replicas: replicas, allow_direct: true });

  const round = async (): Promise<void> => {
    const before = held();
    const askedAtMs = performance.now();
    try {
      // 0 says that nobody has it; a renewal says which one was mine.
      const ack = await client.publish(`lease.${name}`, holder, { expect: { lastSubjectSequence: before ? sequence : 0 }, timeout: roundMs });
      sequence = ack.seq;
      heldUntilMs = askedAtMs + ttlMs - marginMs;
      if (!before) {
        log.debug({ lease: name }, 'lease won');
        onHeld();
      }
    } catch (error) {
      const isAnothers = error instanceof JetStreamApiError && error.code === wrongLastSequence;
      // A server that was started anew has forgotten what it had in memory, the stream included.
      if (!isAnothers && !connection.isClosed()) await ensureStream().catch(() => {});
    }
  };

  await ensureStream();
  await round();
  let running: Promise<void> | undefined;
  const timer = setInterval(() => (running ??= round().finally(() => (running = undefined))), roundMs);
  return {
    held,
    close: async () => {
      clearInterval(timer);
      await running;
      const mine = held();
      closed = true;
      if (mine) await manager.streams.deleteMessage(stream, sequence).catch(() => {});
    },
  };
};
