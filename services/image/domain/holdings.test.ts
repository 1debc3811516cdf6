import assert from 'node:assert/strict';
import fc from 'fast-check';
import { givenOf } from '#kernel/testing/given.ts';
import { entriesOf } from './by-digest.ts';
import { holdingsDecider, type Blob, type HoldingsEvent } from './holdings.ts';

const given = givenOf(holdingsDecider);
const hex = fc.stringMatching(/^[0-9a-f]{1,3}$/);
const blob = (name: string): Blob => ({ digest: `sha256:${name}`, sizeBytes: 7 });
const report = (stored: readonly Blob[], dropped: readonly string[] = [], all = false) => ({ type: 'ReportBlobs', stored, dropped, all }) as const;
const stored = (...names: string[]): HoldingsEvent => ({ type: 'BlobsStored', blobs: names.map(blob) });
const dropped = (...names: string[]): HoldingsEvent => ({ type: 'BlobsDropped', digests: names.map((name) => `sha256:${name}`) });

describe('what a node holds', () => {
  it('grows by what it reports', () => given().when(report([blob('aa1'), blob('aa2')])).then(stored('aa1', 'aa2')));
  it('is told once of each blob', () => given(stored('aa1')).when(report([blob('aa1'), blob('bb1'), blob('bb1')])).then(stored('bb1')));
  it('does not change when it was known', () => given(stored('aa1')).when(report([blob('aa1')], ['sha256:cc1'])).thenNothing());
  it('shrinks by what it dropped', () => given(stored('aa1', 'aa2')).when(report([], ['sha256:aa1'])).then(dropped('aa1')));
  it('keeps what was dropped and stored again in one report', () => given(stored('aa1')).when(report([blob('aa1')], ['sha256:aa1'])).thenNothing());
  it('is no more than what a whole report lists', () => given(stored('aa1', 'aa2', 'bb1')).when(report([blob('aa2'), blob('cc1')], [], true)).then(stored('cc1'), dropped('aa1', 'bb1')));

  it('is what was reported, whatever came before', () =>
    fc.assert(
      fc.property(fc.array(fc.record({ names: fc.array(hex), all: fc.boolean(), gone: fc.array(hex) })), (reports) => {
        let held = holdingsDecider.initial();
        const expected = new Set<string>();
        for (const { names, gone, all } of reports) {
          const command = report(names.map(blob), gone.map((name) => `sha256:${name}`), all);
          if (all) expected.clear();
          else command.dropped.forEach((digest) => expected.delete(digest));
          command.stored.forEach(({ digest }) => expected.add(digest));
          held = holdingsDecider.decide(command, held, 1).reduce((before, event) => holdingsDecider.evolve(before, event, 1), held);
          assert.deepEqual(entriesOf(held).map(([digest]) => digest).sort(), [...expected].sort());
        }
      }),
      { numRuns: 60 },
    ));
});
