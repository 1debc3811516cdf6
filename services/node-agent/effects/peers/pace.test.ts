import assert from 'node:assert/strict';
import { paceOf } from './pace.ts';

const clock = (): number => performance.now();

describe('a pace', () => {
  it('holds all that share it below so many bytes a second', async () => {
    const pace = paceOf(100_000, clock);
    const begunAtMs = clock();
    await Promise.all([1, 2, 3].map(async () => {
      for (let piece = 0; piece < 10; piece++) await pace.take(1_000);
    }));
    // 300 ms, of which the first 100 are free.
    assert.ok(clock() - begunAtMs >= 190, `${clock() - begunAtMs} ms`);
  });
  it('of 0 is as fast as it goes', async () => {
    const pace = paceOf(0, clock);
    for (let piece = 0; piece < 1_000; piece++) await pace.take(1e12);
  });
});
