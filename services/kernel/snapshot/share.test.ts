import assert from 'node:assert/strict';
import { deserialize, serialize } from 'node:v8';
import fc from 'fast-check';
import { shareParts } from './share.ts';

describe('shared parts', () => {
  it('change nothing of what is read back', () => {
    const anything = fc.array(fc.anything({ withMap: true, withSet: true, withDate: true, withTypedArray: true, maxDepth: 5 }), { maxLength: 6 });
    fc.assert(fc.property(anything, (entries) => assert.deepEqual(deserialize(serialize(shareParts(entries))), deserialize(serialize(entries)))), { numRuns: 100 });
  });
  it('are written once when they are equal', () => {
    const entry = (id: string) => [id, 'hash', { state: { spec: { image: 'redis', command: ['x'.repeat(1_000)] }, slots: new Map([[1, id]]) } }] as const;
    const [one, other] = deserialize(serialize(shareParts([entry('a'), entry('b')]))) as ReturnType<typeof entry>[];
    assert.equal(one?.[2].state.spec, other?.[2].state.spec);
    assert.deepEqual([...(other?.[2].state.slots ?? [])], [[1, 'b']]);
    assert.ok(serialize(shareParts([entry('a'), entry('b')])).length < 1_500);
  });
});
