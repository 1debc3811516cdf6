import assert from 'node:assert/strict';
import { aggregates } from './aggregates.ts';
import { asOf, isPast, sequenceOf } from './as-of.ts';
import { memoryEventStore } from './eventstore/memory.ts';
import { handler } from './handle.ts';
import { contextOf, counterCodec, counterDecider, countedIds } from './testing/counter.ts';

/** A counter that was counted up by one at 10, 20 and 30 ms. */
const counted = async () => {
  let nowMs = 0;
  const store = memoryEventStore(() => nowMs);
  const handle = handler(counterDecider, counterCodec, aggregates(counterDecider, counterCodec), { store, ids: countedIds(), clock: () => nowMs });
  for (nowMs = 10; nowMs <= 30; nowMs += 10) await handle('counter.a', { type: 'Count', by: 1 }, contextOf(`c${nowMs}`));
  return store;
};

const totalAt = async (moment: { asOfSequence?: number; asOfMs?: number }): Promise<number> => {
  const past = await asOf(await counted(), 'counter.*', { asOfSequence: 0, asOfMs: 0, ...moment }, counterDecider, counterCodec);
  return past.get('counter.a').state.total;
};

describe('as of a moment', () => {
  it('now is not past', () => {
    assert.equal(isPast({ asOfSequence: 0, asOfMs: 0 }), false);
    assert.equal(isPast({ asOfSequence: 1, asOfMs: 0 }), true);
    assert.equal(isPast({ asOfSequence: 0, asOfMs: 1 }), true);
  });
  it('aggregates are as the log told up to a sequence', async () => assert.equal(await totalAt({ asOfSequence: 2 }), 2));
  it('aggregates are as they were at a time', async () => assert.equal(await totalAt({ asOfMs: 29 }), 2));
  it('what happened at that very time has happened', async () => assert.equal(await totalAt({ asOfMs: 30 }), 3));
  it('before everything there was nothing', async () => assert.equal(await totalAt({ asOfMs: 9 }), 0));
  it('a sequence goes before a time', async () => assert.equal(await sequenceOf(await counted(), { asOfSequence: 1, asOfMs: 30 }), 1));
});
