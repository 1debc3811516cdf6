import assert from 'node:assert/strict';
import { hoursOf, rowsOf } from './processes-by-ps.ts';

describe('what ps tells of a container', () => {
  it('is its own processes, the last column whole', () => {
    const text = 'USER       PID COMMAND\nroot         1 init\nroot        42 sleep  1000\n';
    assert.deepEqual(rowsOf(text, new Set(['42'])), { titles: ['USER', 'PID', 'COMMAND'], processes: [['root', '42', 'sleep 1000']] });
  });
  it('needs the column PID', () => assert.throws(() => rowsOf('COMMAND\nsh\n', new Set()), /Couldn't find PID field/));
  it('has times in hours, minutes and seconds', () => assert.equal(hoursOf(3_723_900), '01:02:03'));
});
