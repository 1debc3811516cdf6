import assert from 'node:assert/strict';
import { signalNumber } from './signals.ts';

describe('a signal', () => {
  it('is found by any of its names', () => {
    assert.deepEqual(['SIGTERM', 'term', '15', 'RTMIN+3', 'SIGRTMAX-1', 'SIGWINCH'].map(signalNumber), [15, 15, 15, 37, 63, 28]);
  });

  it('that does not exist is refused', () => {
    for (const name of ['', 'SIGFOO', '0', '65', '-9', '1.5', 'RTMIN+40']) assert.throws(() => signalNumber(name), /use a name such as TERM/, name);
  });
});
