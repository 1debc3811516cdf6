import assert from 'node:assert/strict';
import { interfaceNames } from './interface-names.ts';

describe('names of interfaces', () => {
  it('count from eth0', () => assert.deepEqual(interfaceNames(['a', 'b'], {}), { a: 'eth0', b: 'eth1' }));
  it('stay when a network before them is left', () => assert.deepEqual(interfaceNames(['b'], { a: 'eth0', b: 'eth1' }), { b: 'eth1' }));
  it('are used again', () => assert.deepEqual(interfaceNames(['b', 'c'], { a: 'eth0', b: 'eth1' }), { b: 'eth1', c: 'eth0' }));
});
