import assert from 'node:assert/strict';
import fc from 'fast-check';
import { pageOf } from './page.ts';

const page = (items: readonly string[], query: string) => pageOf(items, new URLSearchParams(query));

describe('a page', () => {
  it('is all without a number', () => assert.deepEqual(page(['a', 'b'], ''), { items: ['a', 'b'] }));
  it('leads on where there is more', () => assert.deepEqual(page(['a', 'b', 'c'], 'n=2'), { items: ['a', 'b'], next: 'n=2&last=b' }));
  it('does not lead on at the end', () => assert.deepEqual(page(['a', 'b', 'c'], 'n=2&last=a'), { items: ['b', 'c'] }));
  it('of none is empty and leads nowhere', () => assert.deepEqual(page(['a'], 'n=0'), { items: [] }));
  it('after one that is not there begins behind its place', () => assert.deepEqual(page(['a', 'c'], 'last=b'), { items: ['c'] }));
  it('after page gives each once, in order', () =>
    fc.assert(
      fc.property(fc.uniqueArray(fc.string({ minLength: 1 })), fc.integer({ min: 1, max: 5 }), (items, n) => {
        const sorted = items.map((item) => item.toWellFormed()).filter((item, place, all) => all.indexOf(item) === place).sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
        const seen: string[] = [];
        for (let query: string | undefined = `n=${n}`; query !== undefined; ) {
          const { items: some, next } = page(sorted, query);
          seen.push(...some);
          query = next;
        }
        assert.deepEqual(seen, sorted);
      }),
      { numRuns: 60 },
    ));
});
