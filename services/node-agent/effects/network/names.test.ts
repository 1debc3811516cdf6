import assert from 'node:assert/strict';
import fc from 'fast-check';
import { INTERFACE_NAME_MAX, interfaceNames, macOf } from './names.ts';

describe('interface names', () => {
  const names = interfaceNames('ldng');

  it('fit into what the kernel allows, whatever the id', () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(), (id, inode) => {
        for (const name of [names.bridge(id), names.vxlan(id), names.veth(inode, id)]) assert.ok(name.length <= INTERFACE_NAME_MAX, name);
      }),
    );
  });

  it('show the start of a hexadecimal id', () => {
    assert.equal(interfaceNames('ld').bridge('0123456789abcdef'.repeat(4)), 'ldb0123456789');
  });

  it('differ for two ids that are not hexadecimal', () => {
    assert.notEqual(names.bridge('web-network-of-one'), names.bridge('web-network-of-two'));
  });

  it('tell their kind, and say nothing of what others made', () => {
    assert.equal(names.kindOf(names.bridge('a')), 'bridge');
    assert.equal(names.kindOf(names.vxlan('a')), 'vxlan');
    assert.equal(names.kindOf(names.veth(1, 'eth0')), 'veth');
    for (const other of ['eth0', 'docker0', 'br-0123456789ab', 'ldng', `${names.bridge('a')}0`, interfaceNames('ld').bridge('a')]) assert.equal(names.kindOf(other), undefined);
  });

  it('refuse a prefix that leaves no room', () => {
    assert.throws(() => interfaceNames('lading'), /use 1 to 4 characters/);
    assert.throws(() => interfaceNames(''), /use 1 to 4 characters/);
  });
});

describe('the MAC of an address', () => {
  it('holds the address', () => assert.equal(macOf('10.20.1.255'), '02:42:0a:14:01:ff'));
});
