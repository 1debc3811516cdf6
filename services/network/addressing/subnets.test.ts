import assert from 'node:assert/strict';
import fc from 'fast-check';
import { formatBlock, freeNodeBlock, freeSubnet, overlaps, ownAddress, parseBlock, formatAddress, type Block } from './subnets.ts';

describe('subnets', () => {
  it('come from Docker\'s pools, the first that is free', () => {
    assert.equal(formatBlock(freeSubnet([])!), '172.18.0.0/16');
    assert.equal(formatBlock(freeSubnet([parseBlock('172.18.3.0/24')])!), '172.19.0.0/16');
  });
  it('are refused when they are none', () => assert.throws(() => parseBlock('10.0.0.0'), /write it like/));
  it('never overlap, however many there are', () => {
    const taken: Block[] = [];
    for (let count = 0; count < 60; count++) {
      const next = freeSubnet(taken)!;
      assert.ok(!taken.some((other) => overlaps(next, other)));
      taken.push(next);
    }
  });
});

describe("nodes' blocks", () => {
  it('leave room for 256 nodes in a /16', () => assert.equal(formatBlock(freeNodeBlock(parseBlock('172.18.0.0/16'), [])!), '172.18.0.0/24'));
  it('run out rather than overlap', () => {
    const subnet = parseBlock('10.9.0.0/28');
    assert.equal(freeNodeBlock(subnet, [parseBlock('10.9.0.0/29'), parseBlock('10.9.0.8/29')]), undefined);
  });
  it('hold an own address that is neither the network\'s nor the gateway\'s', () => {
    const subnet = parseBlock('172.18.0.0/16');
    assert.equal(formatAddress(ownAddress(parseBlock('172.18.0.0/24'), subnet, parseBlock('172.18.0.1/32').first)), '172.18.0.2');
    assert.equal(formatAddress(ownAddress(parseBlock('172.18.1.0/24'), subnet, parseBlock('172.18.0.1/32').first)), '172.18.1.0');
  });
  it('stay apart through any joins and leaves', () =>
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.boolean(), fc.nat(7)), { maxLength: 40 }), (history) => {
        const subnet = parseBlock('10.9.0.0/26');
        const blocks = new Map<number, Block>();
        for (const [joins, node] of history) {
          if (!joins) blocks.delete(node);
          else if (!blocks.has(node)) {
            const block = freeNodeBlock(subnet, [...blocks.values()]);
            if (block) blocks.set(node, block);
          }
          const all = [...blocks.values()];
          assert.ok(all.every((a, i) => all.every((b, j) => i === j || !overlaps(a, b))));
        }
      }),
    ));
});
