import assert from 'node:assert/strict';
import { memoryEventStore } from '#kernel/eventstore/memory.ts';
import { Commit } from '#proto/envelope.ts';
import { NetworkCreated } from '#proto/network.ts';
import { openEventFeed } from '../app/event-feed.ts';
import { openEventMemories } from './event-memories.ts';

const openLog = async (names: readonly string[]) => {
  const store = memoryEventStore(() => 0);
  let reads = 0;
  const counted = { ...store, read: (...asked: Parameters<typeof store.read>) => (reads++, store.read(...asked)) };
  for (const name of names) {
    const data = NetworkCreated.encode({ ...NetworkCreated.decode(new Uint8Array()), name, driver: 'bridge' });
    const commit: Commit = { commitId: name, aggregate: `network.${name}`, version: 1, previousHash: new Uint8Array(), commandId: '', causationId: '', correlationId: '', actor: '', reason: '', atMs: 0, events: [{ type: NetworkCreated.typeName, data }] };
    await store.append(commit.aggregate, commit, Commit.encode(commit), 0);
  }
  return { at: openEventMemories(openEventFeed({ store: counted, fromLog: () => {} }, { since: () => [], listen: () => () => {} })), reads: () => reads };
};

describe('what is remembered of the log', () => {
  it('is what was told up to a place, and no more', async () => {
    const { at } = await openLog(['a', 'b', 'c']);
    const [two, three, one] = await Promise.all([at(2), at(3), at(1)]);
    assert.deepEqual([two.network('b').name, two.network('c').name, three.network('c').name, one.network('a').name, one.network('b').name], ['b', '', 'c', 'a', '']);
  });
  it('is read once for all who follow from now on, and each goes on by itself', async () => {
    const { at, reads } = await openLog(['a', 'b']);
    const many = await Promise.all(Array.from({ length: 100 }, () => at(2)));
    assert.equal(reads(), 1);
    assert.equal(new Set(many).size, 100);
  });
});
