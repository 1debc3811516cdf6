import assert from 'node:assert/strict';
import { Misuse } from '../dockerfile/problem.ts';
import { isGitSource, readGitSource } from './git-source.ts';

const none = { ref: '', subdirectory: '', checksum: '', keepGitDirectory: undefined, submodules: true };

describe('a git source', () => {
  for (const text of ['git@git.test:a/b.git', 'me@git.test:b', 'ssh://git@git.test/b', 'git://git.test/b', 'https://git.test/b.git', 'https://git.test/b.git#main', 'http://git.test/b.git?ref=x']) it(`is ${text}`, () => assert.ok(isGitSource(text, false)));
  for (const text of ['a.git', './git@x:y', 'https://git.test/b', 'https://git.test/b.git/x', 'https://git.test/b?x=.git', 'a:b', 'github.com/a/b', 'git@x']) it(`is not ${text}`, () => assert.ok(!isGitSource(text, false)));
  it('is any URL of which that is said', () => assert.ok(isGitSource('https://git.test/b', true)));

  for (const [text, expected] of [
    ['https://x/b.git', { ...none, remote: 'https://x/b.git' }],
    ['https://x/b.git#v1', { ...none, remote: 'https://x/b.git', ref: 'v1' }],
    ['https://x/b.git#v1:a/../b/', { ...none, remote: 'https://x/b.git', ref: 'v1', subdirectory: 'b' }],
    ['https://x/b.git#:../../a', { ...none, remote: 'https://x/b.git', subdirectory: 'a' }],
    ['git@x:b#v1', { ...none, remote: 'git@x:b', ref: 'v1' }],
    ['https://x/b.git?tag=v1&subdir=d', { ...none, remote: 'https://x/b.git', ref: 'refs/tags/v1', subdirectory: 'd' }],
    ['https://x/b.git?branch=a%2Fb&submodules=0', { ...none, remote: 'https://x/b.git', ref: 'refs/heads/a/b', submodules: false }],
    ['https://x/b.git?commit=abc&keep-git-dir', { ...none, remote: 'https://x/b.git', ref: 'abc', checksum: 'abc', keepGitDirectory: true }],
  ] as const)
    it(`reads ${text}`, () => assert.deepEqual(readGitSource(text), expected));

  for (const [what, text, message] of [
    ['two of one', 'https://x/b.git?ref=a#b', 'the git source has two of ref, "b" and "a": remove one'],
    ['a question that means nothing', 'https://x/b.git?reff=a', 'the git source has "reff", which means nothing: it has ref, tag, branch, subdir, checksum, commit, keep-git-dir, submodules'],
    ['a question asked twice', 'https://x/b.git?ref=a&ref=b', 'the git source has "ref" twice: remove one'],
    ['a value that is missing', 'https://x/b.git?ref=', '"ref" of the git source has no value that fits'],
    ['what is not encoded', 'https://x/b.git?ref=%zz', '"%zz" is not encoded as a part of a URL is'],
  ] as const)
    it(`refuses ${what}`, () => assert.throws(() => readGitSource(text), (error) => error instanceof Misuse && error.message === message));
});
