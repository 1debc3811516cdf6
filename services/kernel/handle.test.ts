import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Commit } from '#proto/envelope.ts';
import { aggregates } from './aggregates.ts';
import { Conflict, type EventStore } from './eventstore/event-store.ts';
import { memoryEventStore } from './eventstore/memory.ts';
import { handler } from './handle.ts';
import { Rejection } from './rejection.ts';
import { contextOf, counterCodec, counterDecider, countedIds } from './testing/counter.ts';

const id = 'counter.a';

/** One process that decides; several share a log. */
const open = (store: EventStore = memoryEventStore(() => 1), name = 'id') => {
  const known = aggregates(counterDecider, counterCodec);
  const handle = handler(counterDecider, counterCodec, known, { store, ids: countedIds(name), clock: () => 7 });
  const count = (by: number, commandId: string) => handle(id, { type: 'Count', by }, contextOf(commandId));
  return { store, known, handle, count };
};

const commitsOf = async (store: EventStore): Promise<Commit[]> => (await Array.fromAsync(store.read('>'))).map(({ bytes }) => Commit.decode(bytes));
const totalOf = ({ known }: ReturnType<typeof open>): number => known.get(id).state.total;

describe('a command', () => {
  it('is recorded with who gave it, and answered with the new state', async () => {
    const { store, handle } = open();
    const context = { commandId: 'c1', actor: 'uid:0', reason: 'to see', causationId: 'cause', correlationId: 'whole', traceparent: '' };
    assert.deepEqual(await handle(id, { type: 'Count', by: 2 }, context), { changed: true, state: { total: 2, closed: false }, sequence: 1 });
    const [commit] = await commitsOf(store);
    assert.ok(commit);
    const { events, previousHash, ...rest } = commit;
    assert.deepEqual(rest, { commitId: 'id-1', aggregate: id, version: 1, commandId: 'c1', actor: 'uid:0', reason: 'to see', causationId: 'cause', correlationId: 'whole', atMs: 7 });
    assert.equal(previousHash.length, 0);
    assert.deepEqual(events.map(counterCodec.decode), [{ type: 'Counted', by: 2 }]);
  });

  it('that finds it already so records nothing', async () => {
    const { store, count } = open();
    await count(1, 'c1');
    assert.deepEqual(await count(0, 'c2'), { changed: false, state: { total: 1, closed: false }, sequence: 1 });
    assert.equal(await store.last(), 1);
  });

  it('that is not allowed records nothing', async () => {
    const { store, handle, count } = open();
    await handle(id, { type: 'Close' }, contextOf('c1'));
    await assert.rejects(count(1, 'c2'), (error) => error instanceof Rejection && error.code === 'CLOSED');
    assert.equal(await store.last(), 1);
  });

  it('that is sent again is answered as the first time, also by another process', async () => {
    const one = open();
    const first = await one.count(1, 'c1');
    await one.count(1, 'c2');
    assert.equal((await one.count(1, 'c1')).sequence, first.sequence);
    const other = open(one.store, 'other');
    assert.deepEqual(await other.count(1, 'c1'), { ...first, state: { total: 2, closed: false } });
    assert.equal(await one.store.last(), 2);
  });

  it('sent twice at once is decided once', async () => {
    const one = open();
    const [first, second] = await Promise.all([one.count(5, 'c1'), one.count(5, 'c1')]);
    assert.deepEqual(first, second);
    assert.equal(totalOf(one), 5);
  });

  it('that lost a race is decided again on what came first', async () => {
    const one = open();
    const other = open(one.store, 'other');
    await other.handle(id, { type: 'Close' }, contextOf('c1'));
    await assert.rejects(one.count(1, 'c2'), (error) => error instanceof Rejection && error.code === 'CLOSED');
  });

  it('is not found already so, and not refused, by what others have changed since', async () => {
    const one = open();
    const closing = open(one.store, 'other');
    const late = open(one.store, 'late');
    await one.count(1, 'c1');
    for await (const stored of one.store.read('>')) late.known.apply(stored);
    await closing.handle(id, { type: 'Close' }, contextOf('c2'));
    // `late` has not heard of the closing: counting by nothing would have been nothing to it.
    await assert.rejects(late.count(0, 'c3'), (error) => error instanceof Rejection && error.code === 'CLOSED');
  });

  it('gives up with a remedy when it loses every race', async () => {
    const store = memoryEventStore(() => 1);
    const { count } = open({ ...store, append: () => Promise.reject(new Conflict('always')) });
    await assert.rejects(count(1, 'c1'), (error) => error instanceof Rejection && error.code === 'BUSY' && error.message.endsWith('try again'));
  });

  it('that could not be recorded says why, and the next one is decided', async () => {
    const store = memoryEventStore(() => 1);
    let broken = true;
    const one = open({ ...store, append: (...given) => (broken ? Promise.reject(new Error('the disk is full')) : store.append(...given)) });
    await assert.rejects(one.count(1, 'c1'), /the disk is full/);
    broken = false;
    assert.equal((await one.count(1, 'c2')).sequence, 1);
  });

  it('is neither lost nor doubled however many processes decide at once', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.record({ process: fc.nat({ max: 2 }), by: fc.integer({ min: 1, max: 9 }), command: fc.nat({ max: 5 }) }), { maxLength: 10 }), async (steps) => {
        const store = memoryEventStore(() => 1);
        const processes = [open(store, 'one'), open(store, 'two'), open(store, 'three')] as const;
        // What a command says hangs on its id alone, as it does for a client that asks again.
        const byOf = new Map(steps.map(({ command, by }) => [command, by]));
        await Promise.all(steps.map(({ process, command }) => processes[process]?.count(byOf.get(command) ?? 0, `c${command}`)));
        const reader = open(store);
        for await (const stored of store.read('>')) reader.known.apply(stored);
        assert.equal(totalOf(reader), [...byOf.values()].reduce((total, by) => total + by, 0));
      }),
      { numRuns: 60 },
    );
  });
});
