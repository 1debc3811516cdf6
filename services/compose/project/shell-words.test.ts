import assert from 'node:assert/strict';
import fc from 'fast-check';
import { shellWords } from './shell-words.ts';

const words = (line: string): string[] | undefined => shellWords(line)?.words;

describe('shellWords', () => {
  it('splits at blanks of any kind', () => {
    assert.deepEqual(words('  node\tserver.js \n --port  80 '), ['node', 'server.js', '--port', '80']);
    assert.deepEqual(words(''), []);
  });
  it('keeps quoted words together, also inside of a word, also empty ones', () => {
    assert.deepEqual(words(`sh -c "echo 'a  b'" x'y z'w '' ""`), ['sh', '-c', `echo 'a  b'`, 'xy zw', '', '']);
  });
  it('takes what follows a backslash as it is outside of single quotes, and makes lines and tabs of n and t', () => {
    assert.deepEqual(words(String.raw`a\ b \"c\" "d\"e\n" 'f\n' \t`), ['a b', '"c"', 'd"e\n', String.raw`f\n`, '\t']);
  });
  it('ends where the operators of a shell begin, and tells where', () => {
    assert.deepEqual(shellWords('serve --all && rm x'), { words: ['serve', '--all'], end: 12 });
    assert.deepEqual(shellWords('serve 2>/dev/null'), { words: ['serve'], end: 7 });
    assert.deepEqual(shellWords('serve "a;b" c\\|d'), { words: ['serve', 'a;b', 'c|d'], end: undefined });
  });
  it('has nothing for a quote or backslash that is left open', () => {
    for (const line of ['"a', "a 'b", 'a\\']) assert.equal(shellWords(line), undefined, line);
  });
  it('gives any words back that were put in single quotes', () => {
    fc.assert(fc.property(fc.array(fc.string().filter((text) => !text.includes("'"))), (all) => assert.deepEqual(words(all.map((text) => `'${text}'`).join(' ')), all)));
  });
});
