// Lifecycle events over NATS, as protobuf: node deploy/examples/subscribe/over-nats.ts [SEQUENCE|TIME|now] [COUNT]
import { DeliverPolicy, jetstream, type OrderedConsumerOptions } from '@nats-io/jetstream';
import { ContainerStarted } from '#proto/container.ts';
import { Commit } from '#proto/envelope.ts';
import { connectAsClient } from './connect.ts';

const [from = 'now', count = 'Infinity'] = process.argv.slice(2);

const beginning = (): Partial<OrderedConsumerOptions> => {
  if (from === 'now') return { deliver_policy: DeliverPolicy.New };
  // A sequence is a place in the log: keep the last one you have seen, and go on behind it after a restart.
  if (/^\d+$/.test(from)) return { deliver_policy: DeliverPolicy.StartSequence, opt_start_seq: Number(from) };
  return { deliver_policy: DeliverPolicy.StartTime, opt_start_time: new Date(from).toISOString() };
};

const connection = await connectAsClient();
const consumer = await jetstream(connection).consumers.get('EVT', { filter_subjects: 'evt.container.>', ...beginning() });
console.error('ready');
let seen = 0;
for await (const message of await consumer.consume()) {
  const { actor, events } = Commit.decode(message.data);
  for (const { type, data } of events) {
    const detail = type === ContainerStarted.typeName ? ` pid ${ContainerStarted.decode(data).pid}` : '';
    console.log(`${message.seq} ${message.subject} ${type}${detail} by ${actor}`);
  }
  if (++seen >= Number(count)) break;
}
await connection.close();
