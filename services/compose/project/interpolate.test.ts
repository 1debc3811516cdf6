import assert from 'node:assert/strict';
import fc from 'fast-check';
import { interpolate } from './interpolate.ts';

const values = new Map([['SET', 'yes'], ['EMPTY', ''], ['OTHER', 'else']]);

const outcome = (text: string): { value: string; unset: string[] } => {
  const unset: string[] = [];
  return { value: interpolate(text, (name) => values.get(name), (name) => void unset.push(name)), unset };
};

const value = (text: string): string => outcome(text).value;

describe('interpolate', () => {
  it('puts a variable in, with braces and without', () => {
    assert.equal(value('a-$SET-${SET}b'), 'a-yes-yesb');
  });
  it('takes an empty text for what is not set, and tells', () => {
    assert.deepEqual(outcome('[$NONE][${NONE}]'), { value: '[][]', unset: ['NONE', 'NONE'] });
  });
  it('takes the default for what is not set, and with a colon for what is empty', () => {
    assert.equal(value('${NONE-d} ${NONE:-d} ${EMPTY-d} ${EMPTY:-d} ${SET-d} ${SET:-d}'), 'd d  d yes yes');
    assert.deepEqual(outcome('${NONE:-d}').unset, []);
  });
  it('takes the other text for what is set, and with a colon for what is not empty', () => {
    assert.equal(value('${NONE+o} ${NONE:+o} ${EMPTY+o} ${EMPTY:+o} ${SET+o} ${SET:+o}'), '  o  o o');
  });
  it('refuses what is required and not there, in the words of the file', () => {
    assert.throws(() => value('${NONE?give one}'), { message: 'variable NONE is required: give one; set it in the shell or in .env' });
    assert.throws(() => value('${EMPTY:?}'), { message: 'variable EMPTY is required; set it in the shell or in .env' });
    assert.equal(value('${EMPTY?no}${SET:?no}'), 'yes');
  });
  it('unfolds expressions inside of defaults', () => {
    assert.equal(value('${NONE:-${EMPTY:-${OTHER}}} ${NONE:-a$SET-b}'), 'else ayes-b');
  });
  it('keeps operators that belong to the default', () => {
    assert.equal(value('${NONE:-http://host:80/?a=b} ${NONE-a:?b}'), 'http://host:80/?a=b a:?b');
  });
  it('makes one dollar sign of two', () => {
    assert.equal(value('$$SET $${SET} $$$SET'), '$SET ${SET} $yes');
  });
  it('refuses a dollar sign without a name, an open brace and what is no expression', () => {
    for (const text of ['$', 'a $ b', '$1', '${', '${SET', '${}', '${1}', '${SET!}', '${SET:x}']) assert.throws(() => value(text), { name: 'InterpolationError' }, text);
  });
  it('leaves text without dollar signs as it is, and gives any text back whose dollar signs are doubled', () => {
    fc.assert(fc.property(fc.string(), (text) => value(text.replaceAll('$', '$$$$')) === text));
  });
});
