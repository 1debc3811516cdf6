import assert from 'node:assert/strict';
import fc from 'fast-check';
import { replaced, withoutPrefix, withoutSuffix } from './pattern.ts';

const letter = fc.constantFrom('a', 'b');
const value = fc.string({ unit: letter, maxLength: 8 });
const pattern = fc.string({ unit: fc.constantFrom('a', 'b', '*', '?'), maxLength: 5 });

/** The same by the book: every beginning of the value, compared as a whole. */
const isMatch = (text: string, glob: string): boolean => new RegExp(`^${glob.replaceAll('*', '[^]*').replaceAll('?', '[^]')}$`).test(text);
const ends = (text: string, glob: string): number[] => Array.from({ length: text.length + 1 }, (_, end) => end).filter((end) => isMatch(text.slice(0, end), glob));
const reversed = (text: string): string => [...text].reverse().join('');

describe('patterns of expansion', () => {
  it('take the shortest and the longest beginning away that match', () =>
    fc.assert(
      fc.property(value, pattern, (text, glob) => {
        const all = ends(text, glob);
        assert.equal(withoutPrefix(text, glob, false), text.slice(all[0] ?? 0));
        assert.equal(withoutPrefix(text, glob, true), text.slice(all.at(-1) ?? 0));
      }),
      { numRuns: 1_000 },
    ));
  it('take an end away as they take a beginning of the mirrored text', () =>
    fc.assert(
      fc.property(value, pattern, fc.boolean(), (text, glob, longest) => {
        assert.equal(withoutSuffix(text, glob, longest), reversed(withoutPrefix(reversed(text), reversed(glob), longest)));
      }),
    ));
  it('replace as a greedy regular expression does', () =>
    fc.assert(
      fc.property(value, pattern.filter((glob) => /[ab?]/.test(glob)), (text, glob) => {
        const rule = glob.replaceAll('*', '[^]*').replaceAll('?', '[^]');
        assert.equal(replaced(text, glob, '-', false, 1_000), text.replace(new RegExp(rule), '-'));
        assert.equal(replaced(text, glob, '-', true, 1_000), text.replace(new RegExp(rule, 'g'), '-'));
      }),
      { numRuns: 1_000 },
    ));
  it('see letters, not halves of them', () => assert.equal(withoutPrefix('😀a', '?', false), 'a'));
});
