import assert from 'node:assert/strict';
import fc from 'fast-check';
import { change, noReferences, referenced, type ReferenceChange } from './references.ts';
import { unreferenced, type Held } from './unreferenced.ts';

const hourMs = 3_600_000;
const grace = { graceMs: hourMs, now: false };
const held = (digest: string, storedAtMs: number): Held => ({ digest, sizeBytes: 1, storedAtMs });
const after = (...told: readonly (readonly [atMs: number, change: ReferenceChange])[]) => {
  const references = noReferences();
  for (const [atMs, one] of told) change(references, one, atMs);
  return (atMs: number, blobs: readonly Held[], asked = grace): string[] => unreferenced(blobs, referenced(references), references.lostAtMs, atMs, asked).map(({ digest }) => digest);
};

describe('a blob on a node', () => {
  const image = { type: 'OwnerNeeds', owner: 'image.1', digests: ['config', 'layer'] } as const;
  const gone = { type: 'OwnerGone', owner: 'image.1' } as const;

  it('stays as long as somebody refers to it', () => assert.deepEqual(after([0, image])(100 * hourMs, [held('layer', 0)]), []));
  it('goes a grace period after its last owner went', () => {
    const garbage = after([0, image], [5 * hourMs, gone]);
    assert.deepEqual(garbage(6 * hourMs - 1, [held('layer', 0), held('config', 0)]), []);
    assert.deepEqual(garbage(6 * hourMs, [held('layer', 0), held('config', 0)]), ['layer', 'config']);
  });
  it('goes at once when room is asked for, but not before anybody ever referred to it', () => {
    const garbage = after([0, image], [10, gone]);
    assert.deepEqual(garbage(11, [held('layer', 0), held('upload', 0)], { ...grace, now: true }), ['layer']);
  });
  it('stays when it was brought again after its owner went', () => assert.deepEqual(after([0, image], [10, gone])(21, [held('layer', 20)], { ...grace, now: true }), []));
  it('stays while a second image has it', () => assert.deepEqual(after([0, image], [1, { ...image, owner: 'image.2' }], [2, gone])(9 * hourMs, [held('layer', 0)]), []));
  it('stays while a manifest leads to it, through an index, in whatever order they came', () => {
    const index = { type: 'OwnerNeeds', owner: 'repository@index', digests: ['index'] } as const;
    const told = [{ type: 'ManifestLists', digest: 'index', digests: ['manifest'] }, { type: 'ManifestLists', digest: 'manifest', digests: ['layer'] }] as const;
    assert.deepEqual(after([0, index], [0, told[1]], [0, told[0]])(9 * hourMs, [held('layer', 0)]), []);
    assert.deepEqual(after([0, told[0]], [0, told[1]], [0, index], [1, { type: 'OwnerGone', owner: index.owner }])(9 * hourMs, [held('layer', 0)]), ['layer']);
  });
  it('that lists itself is no trouble', () => assert.deepEqual(after([0, { type: 'OwnerNeeds', owner: 'o', digests: ['a'] }], [0, { type: 'ManifestLists', digest: 'a', digests: ['a', 'b'] }])(9 * hourMs, [held('b', 0), held('c', 0)]), ['c']));
});

describe('what is freed', () => {
  const name = fc.constantFrom('a', 'b', 'c', 'd', 'e');
  const owner = fc.constantFrom('1', '2', '3');
  const told = fc.oneof(
    fc.record({ type: fc.constant('OwnerNeeds' as const), owner, digests: fc.array(name, { maxLength: 3 }) }),
    fc.record({ type: fc.constant('OwnerGone' as const), owner }),
    fc.record({ type: fc.constant('ManifestLists' as const), digest: name, digests: fc.array(name, { maxLength: 2 }) }),
  );
  const history = fc.array(fc.tuple(fc.nat({ max: 10 }), told), { maxLength: 20 }).map((steps) => {
    let atMs = 0;
    return steps.map(([pause, one]) => [(atMs += pause), one] as const);
  });
  const blobs = fc.array(fc.tuple(name, fc.nat({ max: 100 })).map(([digest, storedAtMs]) => held(digest, storedAtMs)));

  it('is never what somebody refers to, however much time has passed and whoever asks for room', () =>
    fc.assert(
      fc.property(history, blobs, fc.nat(), fc.boolean(), (steps, here, atMs, now) => {
        const references = noReferences();
        for (const [when, one] of steps) change(references, one, when);
        const needed = referenced(references);
        const freed = unreferenced(here, needed, references.lostAtMs, atMs, { graceMs: 5, now });
        assert.ok(freed.every(({ digest }) => !needed.has(digest)));
        assert.ok(freed.every(({ digest, storedAtMs }) => (now && references.lostAtMs.has(digest)) || atMs - storedAtMs >= 5));
      }),
    ));

  it('is everything else, once it is old enough', () =>
    fc.assert(
      fc.property(history, blobs, (steps, here) => {
        const references = noReferences();
        for (const [when, one] of steps) change(references, one, when);
        const needed = referenced(references);
        const freed = new Set(unreferenced(here, needed, references.lostAtMs, 1e9, { graceMs: 5, now: false }));
        assert.ok(here.every((one) => freed.has(one) !== needed.has(one.digest)));
      }),
    ));
});
