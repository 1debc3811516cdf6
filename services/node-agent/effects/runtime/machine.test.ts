import assert from 'node:assert/strict';
import { parseHardLimits } from './machine.ts';
import { parseProcessStat } from './top.ts';

describe('the machine', () => {
  it('has the hard limits that /proc shows, and no entry for what is unlimited', () => {
    const text = [
      'Limit                     Soft Limit           Hard Limit           Units     ',
      'Max cpu time              unlimited            unlimited            seconds   ',
      'Max open files            1024                 20000                files     ',
      'Max nice priority         0                    0                    ',
    ].join('\n');
    assert.deepEqual(parseHardLimits(text), { RLIMIT_NOFILE: 20000, RLIMIT_NICE: 0 });
  });
});

describe('a process', () => {
  it('is read from /proc even when its name holds a parenthesis', () => {
    const fields = ['S', '7', '8', '9', '34817', '0', '0', '0', '0', '0', '0', '12', '3', '0', '0', '20', '0', '1', '0', '500'];
    assert.deepEqual(parseProcessStat(`42 (a) b) ${fields.join(' ')}`), { name: 'a) b', parentPid: 7, tty: 'pts/1', cpuMs: 150, startedAfterBootMs: 5000 });
  });
});
