import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isIpv4, isIpv4Block, isIpv6 } from './addresses.ts';

describe('addresses', () => {
  it('knows IPv4 addresses', () => {
    fc.assert(fc.property(fc.ipV4(), isIpv4));
    for (const text of ['', '1.2.3', '1.2.3.4.5', '256.1.1.1', '1.2.3.x', ' 1.2.3.4']) assert.equal(isIpv4(text), false, text);
  });
  it('knows IPv6 addresses', () => {
    for (const text of ['::', '::1', 'fe80::1', '2001:db8:0:0:0:0:0:1', '1::']) assert.equal(isIpv6(text), true, text);
    for (const text of ['', '1', ':1', '1:2:3', '1::2::3', 'g::1', '12345::', '1:2:3:4:5:6:7:8:9']) assert.equal(isIpv6(text), false, text);
  });
  it('knows blocks of IPv4 addresses', () => {
    for (const text of ['10.0.0.0/8', '172.20.0.0/16', '1.2.3.4/32']) assert.equal(isIpv4Block(text), true, text);
    for (const text of ['10.0.0.0', '10.0.0.0/33', '10.0.0.0/', '10.0.0/8', '10.0.0.0/8/8', 'fd00::/64']) assert.equal(isIpv4Block(text), false, text);
  });
});
