import assert from 'node:assert/strict';
import fc from 'fast-check';
import { backOffMs, retryAfterMs, triesMax } from './back-off.ts';

describe('backing off', () => {
  it('doubles with each failure', () => assert.deepEqual([1, 2, 3, 4].map((failures) => backOffMs(failures, 1)), [250, 500, 1_000, 2_000]));
  it('spreads clients that failed together', () => assert.deepEqual([0, 0.5, 1].map((chance) => backOffMs(1, chance)), [125, 188, 250]));
  it('is over within seconds', () => assert.ok(Array.from({ length: triesMax - 1 }, (_, place) => backOffMs(place + 1, 1)).reduce((sum, ms) => sum + ms, 0) < 10_000));
});

describe('Retry-After', () => {
  const nowMs = Date.parse('2026-11-24T10:00:00Z');
  for (const [header, expected] of [
    [undefined, undefined],
    ['7', 7_000],
    [' 0 ', 0],
    ['Tue, 24 Nov 2026 10:00:30 GMT', 30_000],
    ['Tue, 24 Nov 2026 09:00:00 GMT', 0],
    ['soon', undefined],
    ['-5x', undefined],
  ] as const)
    it(`"${header}" asks for ${expected} ms`, () => assert.equal(retryAfterMs(header, nowMs), expected));
  it('never gives anything but a wait', () => fc.assert(fc.property(fc.string(), (header) => assert.ok((retryAfterMs(header, nowMs) ?? 0) >= 0))));
});
