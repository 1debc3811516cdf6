import assert from 'node:assert/strict';
import { memoryEventStore } from '#kernel/eventstore/memory.ts';
import type { Stored } from '#kernel/eventstore/event-store.ts';
import { Commit } from '#proto/envelope.ts';
import { openEventFeed } from './event-feed.ts';

const openLog = async (commits: number) => {
  const store = memoryEventStore(() => 0);
  const feed = openEventFeed({ store, fromLog: (apply) => void store.follow(0, apply) });
  const write = async (): Promise<void> => {
    const at = await store.last();
    const commit: Commit = { commitId: `c${at}`, aggregate: 'a.b', version: at + 1, previousHash: new Uint8Array(), commandId: '', causationId: '', correlationId: '', actor: '', reason: '', atMs: 0, events: [] };
    await store.append('a.b', commit, Commit.encode(commit), at);
  };
  for (let written = 0; written < commits; written++) await write();
  return { feed, write };
};

const sequencesOf = async (commits: AsyncIterable<Stored>): Promise<number[]> => (await Array.fromAsync(commits)).map(({ sequence }) => sequence);

describe('the feed of events', () => {
  it('gives the past and ends, when nothing more is asked for', async () => {
    const { feed } = await openLog(3);
    assert.deepEqual(await sequencesOf(feed.from(1, { follow: false, gone: () => false })), [2, 3]);
  });

  it('gives all of the past to who asks until a moment that is over by then', async () => {
    const { feed } = await openLog(3);
    assert.deepEqual(await sequencesOf(feed.from(0, { follow: true, gone: () => false, over: () => true })), [1, 2, 3]);
  });

  it('gives what comes, each once', async () => {
    const { feed, write } = await openLog(2);
    const seen: number[] = [];
    for await (const { sequence } of feed.from(0, { follow: true, gone: () => false, over: () => seen.length === 4 })) {
      seen.push(sequence);
      if (seen.length <= 2) await write();
    }
    assert.deepEqual(seen, [1, 2, 3, 4]);
  });

  it('gives nothing to who has gone', async () => {
    const { feed } = await openLog(3);
    assert.deepEqual(await sequencesOf(feed.from(0, { follow: true, gone: () => true })), []);
  });
});
