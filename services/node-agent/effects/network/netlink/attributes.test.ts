import assert from 'node:assert/strict';
import fc from 'fast-check';
import { addressBytes, addressText, attribute, attributesOf, macBytes, macText, nested, number32, text, textOf } from './attributes.ts';

describe('netlink attributes', () => {
  it('are padded to four bytes, and say their length without it', () => {
    assert.equal(attribute(3, Buffer.from('abcde')).toString('hex'), '090003006162636465000000');
  });

  it('are read as they were written', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.tuple(fc.integer({ min: 1, max: 1000 }), fc.uint8Array({ maxLength: 40 })), { selector: ([type]) => type }), (pairs) => {
        const bytes = Buffer.concat(pairs.map(([type, value]) => attribute(type, Buffer.from(value))));
        assert.deepEqual([...attributesOf(bytes)].map(([type, value]) => [type, [...value]]), pairs.map(([type, value]) => [type, [...value]]));
      }),
    );
  });

  it('nest', () => {
    const inner = attributesOf(attributesOf(nested(18, attribute(1, text('vxlan')), attribute(2, number32(7)))).get(18) ?? Buffer.alloc(0));
    assert.equal(textOf(inner.get(1) ?? Buffer.alloc(0)), 'vxlan');
    assert.equal(inner.get(2)?.readUInt32LE(), 7);
  });

  it('end at a length that can not be', () => {
    assert.equal(attributesOf(Buffer.from([255, 0, 1, 0, 1])).size, 0);
    assert.equal(attributesOf(Buffer.from([0, 0, 0, 0, 0, 0, 0, 0])).size, 0);
  });

  it('turn addresses and MACs into bytes and back', () => {
    assert.equal(addressText(addressBytes('10.0.255.1')), '10.0.255.1');
    assert.equal(macText(macBytes('02:42:0a:00:ff:01')), '02:42:0a:00:ff:01');
  });
});
