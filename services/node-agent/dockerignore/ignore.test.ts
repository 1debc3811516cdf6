import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Rejection } from '#kernel/rejection.ts';
import { cleanPath } from './clean-path.ts';
import { compileGlob } from './glob.ts';
import { ignoreFilesOf, ignorePatterns, parseIgnoreFile } from './ignore.ts';

const ignore = (text: string) => parseIgnoreFile(text, '.dockerignore');
const left = (text: string, paths: readonly string[]): readonly string[] => paths.filter((path) => ignore(text).ignores(path));

describe('.dockerignore', () => {
  const cases: readonly (readonly [string, string, readonly string[], readonly string[]])[] = [
    ['leaves a file out', 'a.txt', ['a.txt'], ['b/a.txt', 'a.txt.gz']],
    ['leaves out what is in a folder that is left out', 'docs', ['docs', 'docs/a', 'docs/a/b'], ['docs2', 'a/docs']],
    ['takes slashes at the beginning and the end for nothing', '/docs/', ['docs', 'docs/a'], ['a/docs']],
    ['cleans its paths', './a//b/../c', ['a/c'], ['a/b']],
    ['takes a star for one part of a path', '*/temp*', ['a/temp', 'a/temporary.txt', 'a/temp/b'], ['temp', 'a/b/temp']],
    ['takes two stars for any number of parts', '**/*.go', ['a.go', 'a/b.go', 'a/b/c.go'], ['a.got']],
    ['takes two stars at the end for what is inside', 'a/**', ['a/b', 'a/b/c'], ['a', 'ab']],
    ['takes two stars in the middle for none, too', 'a/**/b', ['a/b', 'a/x/b', 'a/x/y/b', 'a/b/c'], ['b', 'ab']],
    ['takes two stars and a name for all that ends so', '**file', ['file', 'afile', 'a/afile'], ['file2']],
    ['takes two stars, slash and name for whole names', '**/.foo', ['.foo', 'a/.foo'], ['bar.foo']],
    ['leaves everything out', '*', ['a', 'a/b'], ['.']],
    ['leaves everything out by two stars', '**', ['a', 'a/b'], ['.']],
    ['takes in again by !', '*.md\n!README.md', ['a.md'], ['README.md']],
    ['lets the last line decide', '*.md\n!README*.md\nREADME-secret.md', ['a.md', 'README-secret.md'], ['README.md']],
    ['lets the last line decide, though it comes to the same', '*.md\nREADME-secret.md\n!README*.md', ['a.md'], ['README-secret.md']],
    ['takes in again inside of a folder that is left out', 'docs\n!docs/README.md', ['docs', 'docs/a'], ['docs/README.md']],
    ['takes a folder in again with all that is in it', '*\n!src', ['a', 'b/src'], ['src', 'src/a/b']],
    ['takes nothing in again by a folder that nothing leaves out', '*.log\n**/*.log\n!keep', ['a.log', 'keep/a.log'], ['keep', 'keep/a']],
    ['leaves a part of that out', '*\n!src\nsrc/*.log', ['src/a.log'], ['src/a.js']],
    ['takes in again with spaces and slash after the !', '*\n! /src ', ['a'], ['src']],
    ['ignores spaces around a line, and empty lines', '  a  \n\n\t\n b', ['a', 'b'], []],
    ['has comments, at the beginning of a line only', '#a\n #b', ['#b'], ['a', '#a', 'b']],
    ['may begin with a byte order mark and have Windows lines', '\uFEFFa\r\nb\r\n', ['a', 'b'], []],
    ['leaves nothing out by a dot', '.', [], ['a', '.a', '.']],
    ['leaves nothing out by the root', '/', [], ['a']],
    ['leaves nothing out that is above the root', '../a', [], ['a']],
    ['takes an escaped letter as it is', 'a\\*b', ['a*b'], ['aXb']],
    ['takes letters of other languages', 'ä?', ['ä☺'], ['a☺']],
  ];
  for (const [what, text, yes, no] of cases) it(what, () => assert.deepEqual(left(text, [...yes, ...no]), yes));

  it('is refused with all its lines that are no patterns', () => {
    const attempt = (): unknown => ignore('a\n[b\n!\nc\\');
    assert.throws(attempt, (error) => error instanceof Rejection && error.code === 'DOCKERIGNORE_INVALID');
    assert.throws(attempt, {
      message: `\
.dockerignore:2: "[b" is no pattern: close its brackets, put something into them, and write \\ before a letter that stands for itself
.dockerignore:3: "!" takes nothing in again: write a pattern after it
.dockerignore:4: "c\\" is no pattern: close its brackets, put something into them, and write \\ before a letter that stands for itself`,
    });
  });

  it('tells which folders need not be looked through', () => {
    const { mayTakeBelow, hasExceptions } = ignore('node_modules\ndocs\n!docs/*/keep.md\n!**/always/x');
    assert.deepEqual(['src', 'docs', 'docs/a'].map(mayTakeBelow), [true, true, true]);
    assert.ok(hasExceptions);
    const simple = ignore('node_modules\ndocs\n!docs/*/keep.md');
    assert.deepEqual(['src', 'docs', 'docs/a', 'docs/a/b', 'node_modules', 'node_modules/x'].map(simple.mayTakeBelow), [true, true, true, false, false, false]);
  });

  it('may stand beside the Dockerfile', () => assert.deepEqual(ignoreFilesOf('docker/web.Dockerfile'), ['docker/web.Dockerfile.dockerignore', '.dockerignore']));

  it('has the same rules for --exclude', () => {
    const { ignores } = ignorePatterns(['*.txt', '!a.txt', '/sub/*.md']);
    assert.deepEqual(['a.txt', 'b.txt', 'sub/a.md', 'a.md'].map(ignores), [false, true, true, false]);
  });

  describe('for any patterns', () => {
    const part = fc.constantFrom('a', 'b', '*', '?', '**', 'a*');
    const line = fc.tuple(fc.boolean(), fc.array(part, { minLength: 1, maxLength: 3 })).map(([isException, parts]) => `${isException ? '!' : ''}${parts.join('/')}`);
    const path = fc.array(fc.constantFrom('a', 'b', 'ab'), { minLength: 1, maxLength: 4 }).map((parts) => parts.join('/'));
    const parents = (name: string): readonly string[] => name.split('/').map((_, index, parts) => parts.slice(0, index + 1).join('/'));

    it('goes down from the root, and remembers of each line whether it matched on the way', () =>
      fc.assert(
        fc.property(fc.array(line, { maxLength: 5 }), path, (lines, name) => {
          const globs = lines.map((one) => compileGlob(cleanPath(one.replace('!', '')), { deep: true }));
          const remembered = new Set<number>();
          let isIgnored = false;
          for (const parent of parents(name)) {
            isIgnored = false;
            for (const [index, one] of lines.entries()) {
              if (!remembered.has(index) && one.startsWith('!') === isIgnored && globs[index]?.matches(parent) === true) remembered.add(index);
              if (remembered.has(index)) isIgnored = !one.startsWith('!');
            }
          }
          assert.equal(ignore(lines.join('\n')).ignores(name), isIgnored);
        }),
        { numRuns: 2_000 },
      ));
    it('says the same without exceptions as one pattern after the other', () =>
      fc.assert(
        fc.property(fc.array(line.map((one) => one.replace('!', '')), { maxLength: 5 }), path, (lines, name) => {
          assert.equal(ignore(lines.join('\n')).ignores(name), lines.some((one) => compileGlob(one, { deep: true }).matchesOrParent(name)));
        }),
      ));
    it('takes nothing below a folder of which it says so', () =>
      fc.assert(
        fc.property(fc.array(line, { maxLength: 5 }), path, (lines, name) => {
          const { ignores, mayTakeBelow } = ignore(lines.join('\n'));
          if (!ignores(name)) assert.ok(parents(name).slice(0, -1).every(mayTakeBelow));
        }),
        { numRuns: 2_000 },
      ));
    it('is read or refused, whatever it is', () =>
      fc.assert(
        fc.property(fc.string({ unit: 'binary' }), fc.string(), (text, name) => {
          try {
            ignore(text).ignores(name);
          } catch (error) {
            assert.ok(error instanceof Rejection, String(error));
          }
        }),
      ));
  });
});

describe('a clean path', () => {
  for (const [path, expected] of [
    ['', '.'], ['.', '.'], ['a/', 'a'], ['a//b', 'a/b'], ['./a/./b', 'a/b'], ['a/../b', 'b'], ['a/..', '.'], ['../a', '../a'], ['a/../../b', '../b'], ['/', '/'], ['/..', '/'], ['/../a/', '/a'], ['//a', '/a'],
  ] as const)
    it(`of "${path}" is "${expected}"`, () => assert.equal(cleanPath(path), expected));
});
