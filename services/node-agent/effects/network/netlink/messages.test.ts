import assert from 'node:assert/strict';
import { forgetForward, forwardTo, linkUp, neighbour, newAddress, newVxlan } from './messages.ts';
import { addressOf, forwardOf, linkOf, neighbourOf } from './tables.ts';

describe('netlink messages', () => {
  it('say of an address what a table of addresses says', () => {
    assert.deepEqual(addressOf(newAddress(7, '10.20.1.1', 16).body), { index: 7, address: '10.20.1.1', prefix: 16 });
  });

  it('give an address its broadcast address, unless it is alone', () => {
    assert.ok(newAddress(7, '10.20.1.1', 16).body.includes(Buffer.from([10, 20, 255, 255])));
    assert.equal(newAddress(7, '10.20.0.1', 32).body.length, 8 + 8 + 8);
  });

  it('put a MAC behind a node for the bridge and the vxlan at once, for good', () => {
    const message = forwardTo(9, '02:42:0a:14:02:02', '10.99.0.2');
    assert.deepEqual(forwardOf(message.body), { index: 9, mac: '02:42:0a:14:02:02', node: '10.99.0.2' });
    assert.equal(message.body[10], 0x06);
    assert.equal(message.body.readUInt16LE(8), 0x42);
  });

  it('take a MAC from the bridge and from the vxlan one by one', () => {
    assert.deepEqual(forgetForward(9, '02:42:0a:14:02:02').map(({ body }) => body[10]), [0x02, 0x04]);
  });

  it('make neighbours that stay', () => {
    assert.deepEqual(neighbourOf(neighbour(4, '10.20.2.2', '02:42:0a:14:02:02').body), { index: 4, address: '10.20.2.2', mac: '02:42:0a:14:02:02' });
  });

  it('ask for a vxlan that learns nothing', () => {
    const link = linkOf(newVxlan({ name: 'ldx1', vni: 77, local: '10.99.0.1', bridge: 3, mtu: 1450 }).body);
    assert.deepEqual(link, { index: 0, up: true, name: 'ldx1', mac: '00:00:00:00:00:00', mtu: 1450, master: 3, vni: 77, local: '10.99.0.1' });
  });

  it('bring a link up and change nothing else', () => {
    assert.equal(linkUp(5).body.toString('hex'), '00000000050000000100000001000000');
  });
});
