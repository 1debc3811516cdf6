import assert from 'node:assert/strict';
import { allocate, macOf } from './allocate.ts';

describe('allocate', () => {
  it('gives the first free address of the block', () => assert.equal(allocate('10.1.2.0/24', '10.1.0.0/16', new Set(['10.1.2.0', '10.1.2.1']), ''), '10.1.2.2'));
  it('goes on after the last one, so that an address rests before it is given again', () => assert.equal(allocate('10.1.2.0/24', '10.1.0.0/16', new Set(), '10.1.2.7'), '10.1.2.8'));
  it('comes round at the end', () => assert.equal(allocate('10.1.2.0/30', '10.1.0.0/16', new Set(['10.1.2.3']), '10.1.2.3'), '10.1.2.0'));
  it('never gives the addresses that mean the network and everybody', () => {
    assert.equal(allocate('10.1.0.0/30', '10.1.0.0/30', new Set(['10.1.0.1']), ''), '10.1.0.2');
    assert.equal(allocate('10.1.0.0/30', '10.1.0.0/30', new Set(['10.1.0.1', '10.1.0.2']), ''), undefined);
  });
  it('makes the MAC from the address', () => assert.equal(macOf('172.18.0.10'), '02:42:ac:12:00:0a'));
});
