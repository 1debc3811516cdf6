import assert from 'node:assert/strict';
import { memoryEventStore } from '#kernel/eventstore/memory.ts';
import type { Stored } from '#kernel/eventstore/event-store.ts';
import { Commit, type Occurrence } from '#proto/envelope.ts';
import { isStored, openEventFeed } from './event-feed.ts';

const nothing = { since: () => [], listen: () => () => {} };
const occurrence = (action: string, atMs: number): Occurrence => ({ kind: 'container', id: 'c', action, attributes: {}, atMs });

const openLog = async (commits: number, occurrences: Parameters<typeof openEventFeed>[1] = nothing) => {
  let timeMs = 0;
  const store = memoryEventStore(() => (timeMs += 10));
  const feed = openEventFeed({ store, fromLog: (apply) => void store.follow(0, apply) }, occurrences);
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

  it('puts what is not in the log where its time says', async () => {
    const { feed } = await openLog(3, { ...nothing, since: (ms) => [occurrence('early', 5), occurrence('between', 15), occurrence('last', 99)].filter(({ atMs }) => atMs >= ms) });
    const told = await Array.fromAsync(feed.withOccurrences(0, 10, { follow: false, gone: () => false }));
    assert.deepEqual(told.map((item) => (isStored(item) ? item.sequence : item.action)), [1, 'between', 2, 3, 'last']);
  });

  it('gives nothing to who has gone', async () => {
    const { feed } = await openLog(3);
    assert.deepEqual(await sequencesOf(feed.from(0, { follow: true, gone: () => true })), []);
  });
});
