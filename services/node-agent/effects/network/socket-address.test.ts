import assert from 'node:assert/strict';
import { ipv6Bytes, socketAddress } from './socket-address.ts';

describe('a socket address', () => {
  it('of IPv4 has family, port and address', () => assert.equal(socketAddress('10.0.0.2', 8080).bytes.toString('hex'), '02001f900a0000020000000000000000'));

  it('of IPv6 has all its groups', () => {
    assert.equal(ipv6Bytes('::').toString('hex'), '0'.repeat(32));
    assert.equal(ipv6Bytes('::1').toString('hex'), `${'0'.repeat(31)}1`);
    assert.equal(ipv6Bytes('fd00:1::2:3').toString('hex'), 'fd000001000000000000000000020003');
    assert.equal(ipv6Bytes('1:2:3:4:5:6:7:8').toString('hex'), '00010002000300040005000600070008');
    assert.equal(ipv6Bytes('::ffff:10.0.0.2').toString('hex'), '00000000000000000000ffff0a000002');
  });

  it('is not made of what is none', () => assert.throws(() => socketAddress('localhost', 1), /is no IP address/));
});
