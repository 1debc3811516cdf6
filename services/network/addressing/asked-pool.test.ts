import assert from 'node:assert/strict';
import { checkPool } from './asked-pool.ts';

const check = (subnet: string, gateway = '', ipRange = ''): void => checkPool({ subnet, gateway, ipRange });

describe('addresses that a network is asked to have', () => {
  it('are any that fit together', () => {
    check('');
    check('10.7.0.0/16', '10.7.0.1', '10.7.4.0/24');
  });
  it('are blocks', () => {
    assert.throws(() => check('bad'), /invalid subnet bad: invalid CIDR block notation/);
    assert.throws(() => check('10.1.1.5/24'), /invalid subnet 10.1.1.5\/24: it should be 10.1.1.0\/24/);
  });
  it('lie in the subnet', () => {
    assert.throws(() => check('10.80.0.0/24', '10.81.0.1'), /parent subnet 10.80.0.0\/24 doesn't contain this address/);
    assert.throws(() => check('10.80.0.0/24', '', '10.81.0.0/28'), /invalid ip-range/);
    assert.throws(() => check('', '10.81.0.1'), /invalid subnet :/);
  });
});
