import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Commit } from '#proto/envelope.ts';
import { aggregates, hashOf, LogBroken } from './aggregates.ts';
import type { Stored } from './eventstore/event-store.ts';
import { counterCodec, counterDecider, type CounterEvent } from './testing/counter.ts';

const open = () => aggregates(counterDecider, counterCodec);
const counted = (by: number): CounterEvent => ({ type: 'Counted', by });

type Written = { aggregate?: string; events?: readonly Commit['events'][number][]; commandId?: string };

/** A log as handlers write it: each commit follows the aggregate's one before. */
const writer = () => {
  const ends = new Map<string, { version: number; hash: Uint8Array }>();
  let sequence = 0;
  return ({ aggregate = 'counter.a', events = [counterCodec.encode(counted(1))], commandId = '' }: Written = {}): Stored => {
    const end = ends.get(aggregate) ?? { version: 0, hash: new Uint8Array() };
    const commit: Commit = {
      commitId: `commit-${sequence}`, aggregate, version: end.version + 1, previousHash: end.hash, commandId, causationId: '', correlationId: '', actor: '', reason: '', atMs: 5, events: [...events],
    };
    const bytes = Commit.encode(commit);
    ends.set(aggregate, { version: commit.version, hash: hashOf(bytes) });
    return { sequence: ++sequence, aggregate, bytes, storedAtMs: 5 };
  };
};

describe('aggregates', () => {
  it('are as they begin until the log tells of them', () => {
    assert.deepEqual(open().get('counter.a'), { state: { total: 0, closed: false }, sequence: 0, version: 0, hash: new Uint8Array(), answered: [] });
  });

  it('fold what the log tells, each commit once, and say what it held', () => {
    const known = open();
    const write = writer();
    const first = write({ events: [counted(2), counted(3)].map(counterCodec.encode), commandId: 'c1' });
    assert.deepEqual(known.apply(first)?.events, [counted(2), counted(3)]);
    assert.equal(known.apply(first), undefined);
    known.apply(write({ commandId: 'c2' }));
    const { state, sequence, version, answered } = known.get('counter.a');
    assert.deepEqual({ state, sequence, version, answered }, {
      state: { total: 6, closed: false }, sequence: 2, version: 2, answered: [{ commandId: 'c1', sequence: 1 }, { commandId: 'c2', sequence: 2 }],
    });
  });

  it('refuse a log that has lost a commit', () => {
    const known = open();
    const write = writer();
    known.apply(write());
    write();
    assert.throws(() => known.apply(write()), (error) => error instanceof LogBroken && /version 3 follows 1/.test(error.message));
    assert.equal(known.get('counter.a').version, 1);
  });

  it('refuse a log whose beginning is lost', () => {
    const write = writer();
    write();
    assert.throws(() => open().apply(write()), LogBroken);
  });

  it('refuse a log in which any byte of a commit was altered', () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 1, max: 255 }), (place, flip) => {
        const known = open();
        const write = writer();
        const altered = write({ commandId: 'c1' });
        const next = write();
        altered.bytes[place % altered.bytes.length]! ^= flip;
        assert.throws(() => (known.apply(altered), known.apply(next)));
      }),
      { numRuns: 60 },
    );
  });

  it('pass over events of types that they do not know, and count them', () => {
    const known = open();
    const write = writer();
    const told = known.apply(write({ events: [{ type: 'test.OfTomorrow', data: new Uint8Array([1]) }, counterCodec.encode(counted(4))] }));
    assert.deepEqual(told?.events, [counted(4)]);
    assert.equal(known.get('counter.a').state.total, 4);
    assert.equal(known.unknownEvents(), 1);
    known.apply(write());
    assert.equal(known.get('counter.a').version, 2);
  });

  it('remember the last 32 commands that were decided', () => {
    const known = open();
    const write = writer();
    for (let place = 1; place <= 40; place++) known.apply(write({ commandId: `c${place}` }));
    const { answered } = known.get('counter.a');
    assert.equal(answered.length, 32);
    assert.deepEqual([answered[0], answered.at(-1)], [{ commandId: 'c9', sequence: 9 }, { commandId: 'c40', sequence: 40 }]);
  });

  it('come out the same however often the log is given and however aggregates are interleaved', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ name: fc.constantFrom('a', 'b', 'c'), by: fc.integer({ min: -9, max: 9 }), again: fc.nat({ max: 2 }) }), { maxLength: 30 }), (steps) => {
        const known = open();
        const write = writer();
        const told: Stored[] = [];
        for (const { name, by, again } of steps) {
          told.push(write({ aggregate: `counter.${name}`, events: [counterCodec.encode(counted(by))] }));
          for (const stored of told.slice(-1 - again)) known.apply(stored);
        }
        const expected = Map.groupBy(steps, ({ name }) => `counter.${name}`);
        assert.deepEqual(
          new Map([...known.entries()].map(([id, { state }]) => [id, state.total])),
          new Map([...expected].map(([id, own]) => [id, own.reduce((total, { by }) => total + by, 0)])),
        );
      }),
      { numRuns: 60 },
    );
  });
});
