import assert from 'node:assert/strict';
import { checkAddress } from './address.ts';

const network = { subnet: '10.72.0.0/16', attached: [{ containerId: 'c', address: '10.72.0.7' }] };

describe('a fixed address', () => {
  it('is one of the subnet that nobody has', () => {
    checkAddress('', network);
    checkAddress('10.72.255.1', network);
  });
  it('is refused elsewhere', () => {
    assert.throws(() => checkAddress('10.73.0.1', network), /invalid endpoint settings:\nno configured subnet or ip-range contain the IP address 10.73.0.1$/);
    assert.throws(() => checkAddress('10.72.0.300', network), /invalid IPv4 address: 10.72.0.300/);
    assert.throws(() => checkAddress('10.72.0.1', { subnet: '', attached: [] }), /no configured subnet/);
  });
  it('is refused when it is taken', () => assert.throws(() => checkAddress('10.72.0.7', network), /Address already in use/));
});
