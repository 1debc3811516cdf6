import assert from 'node:assert/strict';
import fc from 'fast-check';
import { entriesField, entriesIn, entriesWith, type CacheEntry } from './entries.ts';

const entry = (more: Partial<CacheEntry> = {}): CacheEntry => ({ key: 'a'.repeat(64), diffId: `sha256:${'b'.repeat(64)}`, madeAtMs: 1, digest: '', ...more });

describe('what an image says of the steps that made it', () => {
  it('is read as it was written', () => assert.deepEqual(entriesIn(JSON.parse(JSON.stringify({ [entriesField]: [entry(), entry({ diffId: '' })] }))), [entry(), entry({ diffId: '' })]));
  for (const [what, wrong] of [['key', entry({ key: '../x' })], ['layer', entry({ diffId: 'sha256:x' })], ['time', entry({ madeAtMs: Number.NaN })], ['digest', entry({ digest: 'x'.repeat(200) })], ['kind', null]] as const)
    it(`is passed over where a ${what} is none`, () => assert.deepEqual(entriesIn({ [entriesField]: [wrong, entry()] }), [entry()]));
  it('is nothing where it is something else, whatever it is', () => fc.assert(fc.property(fc.jsonValue(), (value) => assert.deepEqual([...entriesIn(value), ...entriesIn({ [entriesField]: value })], []))));
  it('is what its layers stand for, in one order', () => {
    const [first, second, other] = [entry({ key: '1'.repeat(64), diffId: '' }), entry({ key: '2'.repeat(64) }), entry({ key: '3'.repeat(64), diffId: `sha256:${'c'.repeat(64)}` })];
    assert.deepEqual(entriesWith([second, other, first], new Set([entry().diffId])), [first, second]);
  });
});
