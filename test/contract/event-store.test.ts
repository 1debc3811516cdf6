import assert from 'node:assert/strict';
import type { NatsConnection } from '@nats-io/transport-node';
import type { EventStore, Stored } from '#kernel/eventstore/event-store.ts';
import { Unavailable } from '#kernel/eventstore/event-store.ts';
import { jetstreamEventStore } from '#kernel/eventstore/jetstream.ts';
import { memoryEventStore } from '#kernel/eventstore/memory.ts';
import { ensureStream } from '#kernel/eventstore/stream.ts';
import { connectTo } from '#kernel/platform.ts';
import { Commit } from '#proto/envelope.ts';
import { until } from '../harness/wait.ts';
import { all, appendNew, commitOn, endedWell, eventStoreContract, fresh } from './event-store.ts';
import { openLogServer, whyNoLogServer, type LogServer } from './event-store-server.ts';

const openJetstream = async () => {
  const server = await openLogServer();
  const connection = await connectTo(server.url, '', 'test');
  await ensureStream(connection, { replicas: 1, bytesMax: 2 ** 28 });
  const store = await jetstreamEventStore(connection);
  const close = async (): Promise<void> => {
    await connection.close();
    await server.close();
  };
  return { server, connection, store, close };
};

eventStoreContract('memory', async () => ({ store: memoryEventStore(), close: async () => {} }));

const why = whyNoLogServer();
if (why !== undefined) describe(`event store contract: JetStream [skipped ${why}]`, () => void it.skip(`keeps the log, which can't be tried ${why}`));
else {
  eventStoreContract('JetStream', openJetstream);

  describe('event store: JetStream when its server dies', function () {
    this.timeout(60_000);
    let server: LogServer;
    let connection: NatsConnection;
    let store: EventStore;
    let close: () => Promise<void>;
    beforeEach(async () => ({ server, connection, store, close } = await openJetstream()));
    afterEach(() => close());

    const crash = async (): Promise<void> => {
      await server.kill();
      await server.restart();
    };

    it('loses and doubles nothing of what is written meanwhile, and readers go on', async () => {
      const seen: Stored[] = [];
      const following = await store.follow(0, (stored) => void seen.push(stored));
      let written = 0;
      let stopped = false;
      const writers = Array.from({ length: 8 }, async () => {
        const aggregate = fresh();
        const outcomes: { commitId: string; outcome: PromiseSettledResult<number> }[] = [];
        let expected = 0;
        while (!stopped) {
          const { commit, bytes } = commitOn(aggregate);
          const [outcome] = await Promise.allSettled([store.append(aggregate, commit, bytes, expected)]);
          outcomes.push({ commitId: commit.commitId, outcome });
          if (outcome.status === 'rejected') break;
          expected = outcome.value;
          written++;
        }
        return outcomes;
      });
      for (let round = 1; round <= 2; round++) {
        const before = written;
        await until('some were written', () => written > before + 100);
        await crash();
      }
      const before = written;
      await until('writers go on', () => written > before + 100, 30_000);
      stopped = true;
      const outcomes = (await Promise.all(writers)).flat();

      assert.ok(outcomes.every(({ outcome }) => endedWell(outcome)), JSON.stringify(outcomes.filter(({ outcome }) => !endedWell(outcome))));
      const kept = await all(store.read('>'));
      const sequencesById = Map.groupBy(kept, ({ bytes }) => Commit.decode(bytes).commitId);
      assert.equal(sequencesById.size, kept.length, 'a commit is in the log twice');
      for (const { commitId, outcome } of outcomes) if (outcome.status === 'fulfilled') assert.equal(sequencesById.get(commitId)?.[0]?.sequence, outcome.value);
      await following.reached(await store.last(), 15_000);
      await following.close();
      assert.deepEqual(seen.map(({ sequence }) => sequence), kept.map(({ sequence }) => sequence));
    });

    it('says that the outcome is not known when it stays away, and takes the same commit later, once', async () => {
      const impatient = await jetstreamEventStore(connection, { appendDeadlineMs: 300, appendTryMs: 200 });
      const aggregate = fresh();
      const first = await appendNew(impatient, aggregate);
      await server.kill();
      const { commit, bytes } = commitOn(aggregate);
      await assert.rejects(impatient.append(aggregate, commit, bytes, first), Unavailable);
      await server.restart();
      const second = await store.append(aggregate, commit, bytes, first);
      assert.ok(second > first);
      assert.equal(await store.append(aggregate, commit, bytes, first), second);
      assert.equal((await all(store.read(aggregate))).length, 2);
    });

    it('tells a refused commit from one whose place could not be looked up', async () => {
      const impatient = await jetstreamEventStore(connection, { appendDeadlineMs: 300, appendTryMs: 200 });
      const aggregate = fresh();
      await appendNew(impatient, aggregate, await appendNew(impatient, aggregate));
      await server.kill();
      await assert.rejects(appendNew(impatient, aggregate, 0), Unavailable);
      await server.restart();
    });

    it('answers a commit of before the crash as the first time', async () => {
      const aggregate = fresh();
      const { commit, bytes } = commitOn(aggregate);
      const first = await store.append(aggregate, commit, bytes, 0);
      await appendNew(store, aggregate, first);
      await crash();
      assert.equal(await store.append(aggregate, commit, bytes, 0), first);
    });

    it('lets a reader that saw nothing for a while go on where it was', async () => {
      const seen: number[] = [];
      await appendNew(store, fresh());
      const following = await store.follow(0, (stored) => void seen.push(stored.sequence));
      for (let round = 2; round <= 4; round++) {
        await crash();
        await following.reached(await appendNew(store, fresh()), 15_000);
        assert.deepEqual(seen, Array.from({ length: round }, (_, place) => place + 1));
      }
      await following.close();
    });

    it('gives all of a history that is being read when it dies, or says that it can not', async () => {
      const aggregate = fresh();
      let expected = 0;
      for (let version = 1; version <= 50; version++) expected = await appendNew(store, aggregate, expected);
      const seen: number[] = [];
      const reading = (async () => {
        for await (const { sequence } of store.read(aggregate)) {
          seen.push(sequence);
          if (seen.length === 1) await crash();
        }
      })();
      const [outcome] = await Promise.allSettled([reading]);
      if (outcome.status === 'fulfilled') assert.deepEqual(seen, Array.from({ length: 50 }, (_, place) => place + 1));
      assert.equal((await all(store.read(aggregate))).length, 50);
    });
  });
}
