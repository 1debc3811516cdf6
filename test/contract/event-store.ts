import assert from 'node:assert/strict';
import { Conflict, Unavailable, type EventStore, type Stored } from '#kernel/eventstore/event-store.ts';
import { randomIds } from '#kernel/ids.ts';
import { Commit } from '#proto/envelope.ts';
import { until } from '../harness/wait.ts';

export type LogFixture = { store: EventStore; close: () => Promise<void> };

const reachMaxMs = 5_000;

export const commitOn = (aggregate: string, reason = ''): { commit: Commit; bytes: Uint8Array } => {
  const commit: Commit = {
    commitId: randomIds.uuid(), aggregate, version: 1, previousHash: new Uint8Array(), commandId: '', causationId: '', correlationId: '', actor: 'test', reason, atMs: 0, events: [],
  };
  return { commit, bytes: Commit.encode(commit) };
};

/** An aggregate that no other test writes to. */
export const fresh = (): string => `counter.${randomIds.hex64().slice(0, 12)}`;

export const appendNew = (store: EventStore, aggregate: string, expected = 0, reason = ''): Promise<number> => {
  const { commit, bytes } = commitOn(aggregate, reason);
  return store.append(aggregate, commit, bytes, expected);
};

export const all = async (commits: AsyncIterable<Stored>): Promise<Stored[]> => Array.fromAsync(commits);

const reasonsOf = (commits: readonly Stored[]): string[] => commits.map(({ bytes }) => Commit.decode(bytes).reason);
const sequencesOf = (commits: readonly Stored[]): number[] => commits.map(({ sequence }) => sequence);

/** What every log must do, whatever it is kept in. */
export const eventStoreContract = (name: string, openLog: () => Promise<LogFixture>): Mocha.Suite =>
  describe(`event store contract: ${name}`, () => {
    let store: EventStore;
    let close: () => Promise<void>;
    before(async () => ({ store, close } = await openLog()));
    after(() => close());

    describe('append', () => {
      it('takes a first commit at sequence 0 and the next one after it', async () => {
        const aggregate = fresh();
        const first = await appendNew(store, aggregate, 0, 'first');
        const second = await appendNew(store, aggregate, first, 'second');
        assert.ok(first > 0 && second > first);
        const kept = await all(store.read(aggregate));
        assert.deepEqual(reasonsOf(kept), ['first', 'second']);
        assert.deepEqual(sequencesOf(kept), [first, second]);
        assert.ok(kept.every((stored) => stored.aggregate === aggregate));
      });

      it('refuses what was decided on an older state, and keeps nothing of it', async () => {
        const aggregate = fresh();
        const first = await appendNew(store, aggregate);
        await appendNew(store, aggregate, first);
        for (const stale of [0, first]) await assert.rejects(appendNew(store, aggregate, stale), Conflict);
        assert.equal((await all(store.read(aggregate))).length, 2);
      });

      it('refuses a sequence that the aggregate has not come to', async () => {
        const aggregate = fresh();
        await assert.rejects(appendNew(store, aggregate, 1_000_000), Conflict);
        assert.equal((await all(store.read(aggregate))).length, 0);
      });

      it('lets exactly one of many who race for a place have it', async () => {
        const aggregate = fresh();
        const tries = await Promise.allSettled(Array.from({ length: 16 }, () => appendNew(store, aggregate)));
        assert.equal(tries.filter(({ status }) => status === 'fulfilled').length, 1);
        assert.ok(tries.every((tried) => tried.status === 'fulfilled' || tried.reason instanceof Conflict));
        assert.equal((await all(store.read(aggregate))).length, 1);
      });

      it('answers a commit that is sent again as the first time', async () => {
        const aggregate = fresh();
        const { commit, bytes } = commitOn(aggregate);
        const first = await store.append(aggregate, commit, bytes, 0);
        assert.equal(await store.append(aggregate, commit, bytes, 0), first);
        assert.equal((await all(store.read(aggregate))).length, 1);
      });

      it('answers a commit that is sent again though others came behind it', async () => {
        const aggregate = fresh();
        const { commit, bytes } = commitOn(aggregate);
        const first = await store.append(aggregate, commit, bytes, 0);
        await appendNew(store, aggregate, await appendNew(store, aggregate, first));
        assert.equal(await store.append(aggregate, commit, bytes, 0), first);
        assert.equal((await all(store.read(aggregate))).length, 3);
      });

      it('is told of by the last sequence of the aggregate', async () => {
        const aggregate = fresh();
        assert.equal(await store.lastOf(aggregate), 0);
        const second = await appendNew(store, aggregate, await appendNew(store, aggregate));
        await appendNew(store, fresh());
        assert.equal(await store.lastOf(aggregate), second);
      });

      it('keeps aggregates apart whose names begin alike', async () => {
        const aggregate = fresh();
        await appendNew(store, aggregate);
        await appendNew(store, `${aggregate}.name`);
        assert.equal((await all(store.read(aggregate))).length, 1);
      });
    });

    describe('read', () => {
      it('gives what comes after a sequence, up to another', async () => {
        const aggregate = fresh();
        const sequences = [0];
        for (let version = 1; version <= 5; version++) sequences.push(await appendNew(store, aggregate, sequences.at(-1)));
        const [, , second, , fourth] = sequences as [number, number, number, number, number, number];
        assert.deepEqual(sequencesOf(await all(store.read(aggregate, { after: second }))), sequences.slice(3));
        assert.deepEqual(sequencesOf(await all(store.read(aggregate, { upTo: fourth }))), sequences.slice(1, 5));
        assert.deepEqual(sequencesOf(await all(store.read(aggregate, { after: second, upTo: fourth }))), sequences.slice(3, 5));
        assert.deepEqual(await all(store.read(aggregate, { after: fourth, upTo: second })), []);
      });

      it('gives nothing of an aggregate that is not there, and ends', async () => {
        assert.deepEqual(await all(store.read(fresh())), []);
        assert.deepEqual(await all(store.read(fresh(), { after: await store.last() })), []);
      });

      it('gives by pattern: one token by a star, the rest by an arrow, in the order of the log', async () => {
        const noun = fresh().split('.')[1] ?? '';
        const names = [`${noun}.a.one`, `${noun}.b.one`, `${noun}.a`, `${noun}.a.two`, `${noun}.a.one.deep`];
        const bySequence = new Map<number, string>();
        for (const aggregate of names) bySequence.set(await appendNew(store, aggregate), aggregate);
        const named = async (pattern: string): Promise<string[]> => (await all(store.read(pattern))).map(({ aggregate }) => aggregate);
        assert.deepEqual(await named(`${noun}.*`), [`${noun}.a`]);
        assert.deepEqual(await named(`${noun}.*.one`), [`${noun}.a.one`, `${noun}.b.one`]);
        assert.deepEqual(await named(`${noun}.a.*`), [`${noun}.a.one`, `${noun}.a.two`]);
        assert.deepEqual(await named(`${noun}.>`), [...bySequence.values()]);
        assert.deepEqual(await named(`${noun}.a.>`), [`${noun}.a.one`, `${noun}.a.two`, `${noun}.a.one.deep`]);
      });

      it('ends at what the log held when it was begun, though others go on writing', async () => {
        const noun = fresh();
        let expected = 0;
        for (let version = 1; version <= 3; version++) expected = await appendNew(store, `${noun}.a`, expected);
        const seen: number[] = [];
        for await (const { sequence } of store.read(`${noun}.>`)) {
          seen.push(sequence);
          await appendNew(store, `${noun}.${seen.length}`);
        }
        assert.equal(seen.length, 3);
      });

      it('may be left early', async () => {
        const aggregate = fresh();
        await appendNew(store, aggregate, await appendNew(store, aggregate));
        for await (const stored of store.read(aggregate)) {
          assert.equal(stored.aggregate, aggregate);
          break;
        }
        assert.equal((await all(store.read(aggregate))).length, 2);
      });
    });

    describe('follow', () => {
      it('gives the history and then what comes, in order, each once', async () => {
        const aggregate = fresh();
        let expected = 0;
        for (let version = 1; version <= 5; version++) expected = await appendNew(store, aggregate, expected);
        const seen: Stored[] = [];
        // Written while it is being caught up with: neither a gap nor a double where history ends.
        const other = Array.from({ length: 20 }, () => appendNew(store, fresh()));
        const following = await store.follow(0, (stored) => void seen.push(stored));
        for (let version = 6; version <= 10; version++) expected = await appendNew(store, aggregate, expected);
        await Promise.all(other);
        const last = await store.last();
        await following.reached(last, reachMaxMs);
        await following.close();
        assert.deepEqual(sequencesOf(seen), Array.from({ length: last }, (_, place) => place + 1));
        assert.deepEqual(seen.filter((stored) => stored.aggregate === aggregate), await all(store.read(aggregate)));
      });

      it('has given the present end when it resolves', async () => {
        const after = await store.last();
        const sequence = await appendNew(store, fresh());
        const seen: number[] = [];
        const following = await store.follow(after, (stored) => void seen.push(stored.sequence));
        assert.deepEqual(seen, [sequence]);
        assert.equal(following.position(), sequence);
        await following.close();
      });

      it('has reached a sequence when it was given, and not before', async () => {
        const given: number[] = [];
        const following = await store.follow(await store.last(), (stored) => void given.push(stored.sequence));
        const next = (await store.last()) + 1;
        const reached = following.reached(next, reachMaxMs).then(() => assert.ok(given.includes(next)));
        assert.equal(await appendNew(store, fresh()), next);
        await reached;
        await following.reached(next, reachMaxMs);
        await following.close();
      });

      it('says that a sequence was not reached in time', async () => {
        const following = await store.follow(await store.last(), () => {});
        await assert.rejects(following.reached((await store.last()) + 1, 20), /was not seen within 20 ms/);
        await following.close();
      });

      it('gives nothing more once it is closed', async () => {
        const seen: number[] = [];
        const following = await store.follow(await store.last(), (stored) => void seen.push(stored.sequence));
        await following.close();
        const witness = await store.follow(await store.last(), () => {});
        await witness.reached(await appendNew(store, fresh()), reachMaxMs);
        await witness.close();
        assert.deepEqual(seen, []);
      });

      it('goes no further than a commit that its reader could not take, and says so to who waits', async () => {
        const seen: number[] = [];
        const taken = await appendNew(store, fresh());
        const following = await store.follow(taken - 1, ({ sequence }) => {
          if (sequence > taken) throw new Error('the log was altered');
          seen.push(sequence);
        });
        const untaken = await appendNew(store, fresh());
        await assert.rejects(following.reached(untaken, reachMaxMs), /the log was altered/);
        await assert.rejects(following.reached(await appendNew(store, fresh()), reachMaxMs), /the log was altered/);
        assert.deepEqual(seen, [taken]);
        assert.equal(following.position(), taken);
        await following.close();
      });

      it('is not begun when its reader could not take the history', async () => {
        await appendNew(store, fresh());
        await assert.rejects(
          store.follow(0, () => {
            throw new Error('the log was altered');
          }),
          /the log was altered/,
        );
      });
    });

    it('tells the last sequence at a time, whatever shares the millisecond', async () => {
      const after = await store.last();
      for (let round = 1; round <= 3; round++) {
        await Promise.all(Array.from({ length: 4 }, () => appendNew(store, fresh())));
        const nowMs = Date.now();
        await until('the clock went on', () => Date.now() > nowMs + 1);
      }
      const kept = await all(store.read('>', { after }));
      assert.equal(kept.length, 12);
      for (const { storedAtMs } of kept) {
        const expected = kept.findLast((stored) => stored.storedAtMs <= storedAtMs)?.sequence;
        assert.equal(await store.sequenceAt(storedAtMs), expected);
      }
      assert.equal(await store.sequenceAt((kept[0]?.storedAtMs ?? 0) - 1), after);
      assert.equal(await store.sequenceAt(Date.now() + 60_000), await store.last());
      assert.equal(await store.sequenceAt(1), 0);
    });

    it('appends nothing twice and loses nothing when many write at once', async () => {
      const after = await store.last();
      const sequences = await Promise.all(
        Array.from({ length: 10 }, async () => {
          const aggregate = fresh();
          const mine: number[] = [];
          for (let version = 1; version <= 10; version++) mine.push(await appendNew(store, aggregate, mine.at(-1) ?? 0));
          return mine;
        }),
      );
      assert.deepEqual(sequences.flat().toSorted((a, b) => a - b), sequencesOf(await all(store.read('>', { after }))));
    });
  });

/** Whether an append ended as it may: stored, or not known. */
export const endedWell = (outcome: PromiseSettledResult<number>): boolean => outcome.status === 'fulfilled' || outcome.reason instanceof Unavailable;
