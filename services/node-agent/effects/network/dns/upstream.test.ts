import assert from 'node:assert/strict';
import { serversOf } from './upstream.ts';

describe('the resolvers of a node', () => {
  it('are the first three IPv4 nameservers of its resolv.conf', () => {
    const text = '# nameserver 1.1.1.1\nsearch example.test\nnameserver 10.0.0.1\nnameserver fe80::1%eth0\n nameserver\t10.0.0.2 \noptions ndots:1\nnameserver 10.0.0.3\nnameserver 10.0.0.4\n';
    assert.deepEqual(serversOf(text), ['10.0.0.1', '10.0.0.2', '10.0.0.3']);
  });

  it('are none where none is named', () => assert.deepEqual(serversOf(''), []));
});
