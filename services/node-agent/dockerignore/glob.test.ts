import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Misuse } from '../dockerfile/problem.ts';
import { compileGlob, hasWildcards } from './glob.ts';

const matches = (pattern: string, path: string, deep = false): boolean => compileGlob(pattern, { deep }).matches(path);

describe('patterns of sources', () => {
  const cases: readonly (readonly [string, readonly string[], readonly string[]])[] = [
    ['a', ['a'], ['b', 'aa', 'a/a', '']],
    ['*', ['a', '', '.a'], ['a/b']],
    ['*.txt', ['a.txt', '.txt'], ['a.txt.gz', 'a/b.txt']],
    ['a*c', ['ac', 'abc', 'abcc'], ['a/c', 'acb']],
    ['a*b*c', ['abc', 'aXbYc', 'abbcc'], ['acb', 'ab']],
    ['*/b', ['a/b'], ['b', 'a/c/b']],
    ['**', ['a'], ['a/b']],
    ['?', ['a', '☺'], ['', 'ab', '/']],
    ['a?b', ['a☺b'], ['a/b', 'ab']],
    ['[abc]', ['a', 'b', 'c'], ['d', 'ab']],
    ['[a-c]x', ['bx'], ['dx', '-x']],
    ['[^a-c]x', ['dx'], ['bx']],
    ['[a-ζ]', ['α'], ['A']],
    ['[\\]a]', [']', 'a'], ['\\']],
    ['[\\-x]', ['-', 'x'], ['a']],
    ['[x\\-]', ['-', 'x'], ['z']],
    ['[!a]', ['!', 'a'], ['b']],
    ['[z-a]', [], ['z', 'a', 'm']],
    ['arr[[]0].txt', ['arr[0].txt'], ['arr0.txt']],
    ['a\\*b', ['a*b'], ['ab', 'aXb']],
    ['\\a', ['a'], ['\\a']],
    ['a.|)$(}+{^bc', ['a.|)$(}+{^bc'], ['abc']],
    ['a]', ['a]'], ['a']],
  ];
  for (const [pattern, yes, no] of cases)
    it(`${pattern} matches ${yes.map((path) => `"${path}"`).join(' ') || 'nothing'}, and not ${no.map((path) => `"${path}"`).join(' ')}`, () => {
      assert.deepEqual([...yes, ...no].filter((path) => matches(pattern, path)), yes);
    });

  for (const pattern of ['[', 'a[', '[]', '[]a]', '[^]', '[^bc', '[-]', '[x-]', '[-x]', '[a-b-c]', '\\', 'a\\', '[\\', '*['])
    it(`${pattern} is none`, () => assert.throws(() => matches(pattern, 'a'), Misuse));

  it('are told from names', () => assert.deepEqual(['a.b', 'a*', 'a?', 'a[b]', 'a\\b', 'a]'].map(hasWildcards), [false, true, true, true, true, false]));

  it('tell whether it is worth while to look into a folder', () => {
    const below = (pattern: string, folder: string, deep = false): boolean => compileGlob(pattern, { deep }).mayMatchBelow(folder);
    assert.ok(below('a/*/c', 'a'));
    assert.ok(below('a/*/c', 'a/b'));
    assert.ok(!below('a/*/c', 'b'));
    assert.ok(!below('a/*/c', 'a/b/c'));
    assert.ok(below('a/b', 'a') && !below('a/b', 'a/b'));
    assert.ok(below('**/x', 'any/where', true));
  });

  it('take no long time, however hard they are', () => {
    const hard = compileGlob(`${'*a'.repeat(50)}b`, { deep: false });
    const deep = compileGlob(`${'**/a/'.repeat(50)}b`, { deep: true });
    const start = performance.now();
    assert.ok(!hard.matches('a'.repeat(2_000)));
    assert.ok(!deep.matches('a/'.repeat(2_000)));
    assert.ok(performance.now() - start < 2_000);
  });
});

/** A pattern as a regular expression of JavaScript: short, and slow on some patterns. */
const expression = (pattern: string): RegExp => {
  const rule = pattern
    .replace(/^\*\*(?=[^*?[\]\\]+$)(?!\/)/, '\u0001')
    .replace(/\*\*\/?$/, '\u0001')
    .replace(/\*\*\/?/g, '\u0002')
    .replace(/\*/g, '[^/]*')
    .replace(/\?/g, '[^/]')
    .replace(/\./g, '\\.');
  return new RegExp(`^${rule.replaceAll('\u0001', '[^]*').replaceAll('\u0002', '(?:[^]*/)?')}$`, 'u');
};

describe('deep patterns', () => {
  const part = fc.constantFrom('a', 'b', 'ab', '.a', '*', '?', '**', '*a', 'a*', '[ab]', '[^a]', '**a', 'a**');
  const pattern = fc.array(part, { minLength: 1, maxLength: 5 }).map((parts) => parts.join('/'));
  const path = fc.array(fc.constantFrom('a', 'b', 'ab', 'ba', '.a', 'c'), { minLength: 1, maxLength: 5 }).map((parts) => parts.join('/'));

  it('match what a regular expression does', () =>
    fc.assert(
      fc.property(pattern, path, (glob, name) => assert.equal(matches(glob, name, true), expression(glob).test(name), `${glob} ${name}`)),
      { numRuns: 5_000 },
    ));
  it('match a path by a folder of it as they match the folder', () =>
    fc.assert(
      fc.property(pattern, path, (glob, name) => {
        const parents = name.split('/').map((_, index, parts) => parts.slice(0, index + 1).join('/'));
        const compiled = compileGlob(glob, { deep: true });
        assert.equal(compiled.matchesOrParent(name), parents.some((parent) => compiled.matches(parent)), `${glob} ${name}`);
      }),
      { numRuns: 2_000 },
    ));
  it('say that they may match below each folder of what they match', () =>
    fc.assert(
      fc.property(pattern, path, (glob, name) => {
        const compiled = compileGlob(glob, { deep: true });
        const folders = name.split('/').map((_, index, parts) => parts.slice(0, index).join('/')).slice(1);
        assert.ok(!compiled.matches(name) || folders.every((folder) => compiled.mayMatchBelow(folder)), `${glob} ${name}`);
      }),
    ));
  it('are compiled or refused, whatever they are', () =>
    fc.assert(
      fc.property(fc.array(fc.constantFrom('*', '?', '[', ']', '^', '-', '\\', 'a', '/', '!', '😀', '\n')).map((parts) => parts.join('')), fc.string(), fc.boolean(), (glob, name, deep) => {
        try {
          compileGlob(glob, { deep }).matches(name);
        } catch (error) {
          assert.ok(error instanceof Misuse, String(error));
        }
      }),
      { numRuns: 1_000 },
    ));
});
