import assert from 'node:assert/strict';
import { byteRangeOf } from './byte-range.ts';

describe('a range of bytes', () => {
  for (const [header, expected] of [
    ['bytes=0-9', { start: 0, end: 9 }],
    ['bytes=90-', { start: 90, end: 99 }],
    ['bytes=90-1000', { start: 90, end: 99 }],
    ['bytes=-10', { start: 90, end: 99 }],
    ['bytes=-1000', { start: 0, end: 99 }],
    ['bytes=100-', 'unsatisfiable'],
    ['bytes=-0', 'unsatisfiable'],
    ['bytes=9-8', undefined],
    ['bytes=0-1,3-4', undefined],
    ['lines=0-1', undefined],
    ['bytes=-', undefined],
    [undefined, undefined],
  ] as const)
    it(`of 100 that "${header}" asks for`, () => assert.deepEqual(byteRangeOf(header, 100), expected));
  it('of nothing is none', () => assert.equal(byteRangeOf('bytes=0-', 0), 'unsatisfiable'));
});
