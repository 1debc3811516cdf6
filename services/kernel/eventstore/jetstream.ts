import { jetstream, jetstreamManager, JetStreamApiError, DeliverPolicy, type JetStreamClient, type JetStreamManager } from '@nats-io/jetstream';
import { headers, type NatsConnection } from '@nats-io/transport-node';
import { Commit } from '#proto/envelope.ts';
import { Conflict, Unavailable, type EventStore, type Stored } from './event-store.ts';
import { followStream } from './follow.ts';
import { streamName } from './stream.ts';

const subjectOf = (aggregate: string): string => `evt.${aggregate}`;

/** A leader change of a replicated log takes 4 to 8 s: an append waits it out before it gives up. */
const patience = { appendDeadlineMs: 12_000, appendTryMs: 2_000 };
const pauseBetweenTriesMs = 100;
const wrongLastSequence = 10071;

export type Patience = typeof patience;

/** The log in JetStream. The stream must exist: see stream.ts. */
export const jetstreamEventStore = async (connection: NatsConnection, { appendDeadlineMs, appendTryMs }: Patience = patience): Promise<EventStore> => {
  const client = jetstream(connection);
  const manager = await jetstreamManager(connection);
  return {
    append: (aggregate, commit, bytes, expected) => append(client, manager, { aggregate, commit, bytes, expected }, { appendDeadlineMs, appendTryMs }),
    read: (pattern, range = {}) => read(client, manager, pattern, range),
    follow: (after, onStored) => followStream(client, manager, after, onStored),
    lastOf: (aggregate) => lastOf(manager, aggregate, appendDeadlineMs),
    last: () => last(manager),
    sequenceAt: (timeMs) => sequenceAt(client, manager, timeMs),
  };
};

type Appending = { aggregate: string; commit: Commit; bytes: Uint8Array; expected: number };

const append = (client: JetStreamClient, manager: JetStreamManager, appending: Appending, { appendDeadlineMs, appendTryMs }: Patience): Promise<number> =>
  patiently(appendDeadlineMs, `the log did not take a commit of ${appending.aggregate} within ${appendDeadlineMs} ms: see that nats-server runs and has room`, async () => {
    const sequence = await appendOnce(client, manager, appending, appendTryMs);
    if (sequence === undefined) throw new Conflict(`${appending.aggregate} is not at ${appending.expected}`);
    return sequence;
  });

/** Tries until the deadline. Anything but a conflict may be a server that is away, or a log that has no leader just now. */
const patiently = async <Result>(deadlineMs: number, failed: string, work: () => Promise<Result>): Promise<Result> => {
  const giveUpAt = performance.now() + deadlineMs;
  for (;;)
    try {
      return await work();
    } catch (error) {
      if (error instanceof Conflict) throw error;
      if (performance.now() > giveUpAt) throw new Unavailable(failed, { cause: error });
      await new Promise((resolve) => setTimeout(resolve, pauseBetweenTriesMs));
    }
};

/** Where the commit is in the log, or nothing when its place is taken. Throws when that could not be learned. */
const appendOnce = async (client: JetStreamClient, manager: JetStreamManager, { aggregate, commit, bytes, expected }: Appending, timeout: number): Promise<number | undefined> => {
  const subject = subjectOf(aggregate);
  const head = headers();
  head.set('Lading-Commit', commit.commitId);
  try {
    const ack = await client.publish(subject, bytes, { headers: head, timeout, msgID: `${subject}@${expected}`, expect: { lastSubjectSequence: expected } });
    // The message id names a place in the aggregate, not a commit: a duplicate may be somebody else's commit at that place.
    return !ack.duplicate || (await commitIdAt(manager, ack.seq)) === commit.commitId ? ack.seq : undefined;
  } catch (error) {
    if (!(error instanceof JetStreamApiError) || error.code !== wrongLastSequence) throw error;
    return findCommit(manager, subject, commit.commitId, expected);
  }
};

// An append that timed out may have been stored: then the retry meets its own commit, perhaps with others behind it.
// A follower may answer that does not have it yet: who decides anew finds its command answered once it has read on.
const findCommit = async (manager: JetStreamManager, subject: string, commitId: string, after: number): Promise<number | undefined> => {
  const next = await manager.direct.getMessage(streamName, { next_by_subj: subject, seq: after + 1 });
  if (!next || Commit.decode(next.data).commitId === commitId) return next?.seq;
  return findCommit(manager, subject, commitId, next.seq);
};

const commitIdAt = async (manager: JetStreamManager, seq: number): Promise<string | undefined> => {
  // The leader's read, not a direct get: a follower may not have it yet.
  const message = await manager.streams.getMessage(streamName, { seq });
  return message ? Commit.decode(message.data).commitId : undefined;
};

async function* read(client: JetStreamClient, manager: JetStreamManager, pattern: string, { after = 0, upTo }: { after?: number; upTo?: number }): AsyncIterable<Stored> {
  const end = Math.min(upTo ?? Infinity, await last(manager));
  if (end <= after) return;
  const consumer = await client.consumers.get(streamName, { filter_subjects: subjectOf(pattern), deliver_policy: DeliverPolicy.StartSequence, opt_start_seq: after + 1 });
  const { num_pending: pending } = await consumer.info();
  if (pending === 0) {
    await consumer.delete();
    return;
  }
  const messages = await consumer.consume({ max_messages: 2_000, expires: 2_000, idle_heartbeat: 500 });
  try {
    for await (const message of messages) {
      if (message.seq > end) return;
      yield { sequence: message.seq, aggregate: message.subject.slice('evt.'.length), bytes: message.data, storedAtMs: Number(message.timestampNanos / 1_000_000n) };
      if (message.info.pending === 0) return;
    }
  } finally {
    await messages.close();
    await consumer.delete();
  }
}

const lastOf = (manager: JetStreamManager, aggregate: string, deadlineMs: number): Promise<number> =>
  patiently(deadlineMs, `the log did not tell where ${aggregate} is within ${deadlineMs} ms: see that nats-server runs`, async () => (await manager.streams.getMessage(streamName, { last_by_subj: subjectOf(aggregate) }))?.seq ?? 0);

const last = async (manager: JetStreamManager): Promise<number> => (await manager.streams.info(streamName)).state.last_seq;

// Delivery by time starts at the first message at or after the time; many commits can share a millisecond.
const sequenceAt = async (client: JetStreamClient, manager: JetStreamManager, timeMs: number): Promise<number> => {
  const consumer = await client.consumers.get(streamName, { deliver_policy: DeliverPolicy.StartTime, opt_start_time: new Date(timeMs + 1).toISOString() });
  const { num_pending: pending } = await consumer.info();
  if (pending === 0) {
    await consumer.delete();
    return last(manager);
  }
  const first = await consumer.next({ expires: 5_000 });
  await consumer.delete();
  return first ? first.seq - 1 : last(manager);
};
