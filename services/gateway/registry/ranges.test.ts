import assert from 'node:assert/strict';
import { chunkStart, spanOf } from './ranges.ts';
import { RegistryError } from './registry-error.ts';

const refused = (status: number) => (error: unknown) => error instanceof RegistryError && error.status === status;

describe('a range of a blob', () => {
  for (const [range, span] of [['bytes=0-0', { start: 0, end: 1 }], ['bytes=3-', { start: 3, end: 10 }], ['bytes=-4', { start: 6, end: 10 }], ['bytes=-40', { start: 0, end: 10 }], ['bytes=9-9', { start: 9, end: 10 }]] as const)
    it(`${range} is a part`, () => assert.deepEqual(spanOf(range, 10), span));
  for (const range of [undefined, '', 'bytes=', 'bytes=-', 'bytes=1-2,4-5', 'items=0-1', 'bytes=2-1', 'bytes=0x1-2']) it(`${range} is all of it`, () => assert.equal(spanOf(range, 10), undefined));
  for (const range of ['bytes=10-', 'bytes=10-20', 'bytes=-0']) it(`${range} is none of ten bytes`, () => assert.throws(() => spanOf(range, 10), refused(416)));
  it('of an empty blob is none', () => assert.throws(() => spanOf('bytes=0-', 0), refused(416)));
});

describe('a chunk of an upload', () => {
  for (const range of ['5-9', 'bytes 5-9', 'bytes 5-9/100', 'bytes 5-9/*']) it(`begins where "${range}" says`, () => assert.equal(chunkStart(range, '5'), 5));
  it('need not say it', () => assert.equal(chunkStart(undefined, '5'), undefined));
  it('need not say how long it is', () => assert.equal(chunkStart('5-9', undefined), 5));
  it('is as long as it says', () => assert.throws(() => chunkStart('5-9', '4'), refused(400)));
  for (const range of ['9-5', '-5', '5-', 'a-b', '5', '-1-5', `0-${'9'.repeat(20)}`]) it(`is nowhere by "${range}"`, () => assert.throws(() => chunkStart(range, '5'), refused(416)));
});
