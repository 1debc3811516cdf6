import assert from 'node:assert/strict';
import { parseMode } from './mode.ts';

const file = (text: string, mode: number): string => parseMode(text)(mode, false).toString(8);
const folder = (text: string, mode: number): string => parseMode(text)(mode, true).toString(8);

describe('--chmod', () => {
  it('takes octal digits', () => assert.deepEqual([file('755', 0o600), file('0644', 0o777), file('4755', 0)], ['755', '644', '4755']));
  it('adds, takes away and sets', () => assert.deepEqual([file('u+x', 0o644), file('go-rw', 0o666), file('u=rw,go=r', 0o777), file('a+rx', 0o600), file('+x', 0o644)], ['744', '600', '644', '755', '755']));
  it('does several things in a row', () => assert.equal(file('u=rwx,g=rx-x,o=', 0o777), '740'));
  it('gives X only to folders and what someone may execute', () => assert.deepEqual([file('a+X', 0o644), file('a+X', 0o744), folder('a+X', 0o700)], ['644', '755', '711']));
  it('knows the special bits', () => assert.deepEqual([file('u+s', 0o755), file('g+s', 0o755), file('+t', 0o755), file('u=rwx', 0o4700), folder('g=rx', 0o2770)], ['4755', '2755', '1755', '700', '2750']));
  it('copies from one to another', () => assert.deepEqual([file('g=u', 0o740), file('o=g', 0o750)], ['770', '755']));
  for (const text of ['', '888', '77777', 'u', 'x+u', 'u+q', '0o755']) it(`refuses "${text}"`, () => assert.throws(() => parseMode(text), /is no mode/));
});
