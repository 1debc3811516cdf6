import assert from 'node:assert/strict';
import type { Network } from '#proto/network.ts';
import { parseFilters } from './filters.ts';
import { isAskedNetwork, networkFilters } from './network-filters.ts';

const network = (over: Partial<Network> = {}): Network => ({
  networkId: 'abc123', name: 'shop_back', driver: 'bridge', subnet: '172.18.0.0/16', gateway: '172.18.0.1', ipRange: '', internal: false, attachable: false, labels: { team: 'a' }, options: {}, vni: 1, mtu: 1_450, predefined: false, createdAtMs: 0, blocks: [],
  attached: [], ...over,
});
const asked = (filters: object, over: Partial<Network> = {}): boolean => isAskedNetwork(network(over), parseFilters(JSON.stringify(filters), networkFilters));

describe('filters of networks', () => {
  it('find by a part of the name and the start of the id', () => {
    assert.equal(asked({ name: ['back'] }), true);
    assert.equal(asked({ id: ['abc'] }), true);
    assert.equal(asked({ id: ['c12'] }), false);
  });
  it('ask for all labels', () => {
    assert.equal(asked({ label: ['team=a'] }), true);
    assert.equal(asked({ label: ['team=a', 'other'] }), false);
  });
  it("tell Docker's own networks from those of people", () => {
    assert.equal(asked({ type: ['custom'] }), true);
    assert.equal(asked({ type: ['custom'] }, { predefined: true }), false);
    assert.equal(asked({ driver: ['null'] }, { driver: 'none', predefined: true }), true);
  });
  it('find those that nobody is on', () => {
    const attached = [{ containerId: 'c', name: 'n', address: '172.18.0.2', mac: '', nodeId: 'n1' }];
    assert.equal(asked({ dangling: ['true'] }), true);
    assert.equal(asked({ dangling: ['true'] }, { attached }), false);
    assert.equal(asked({ dangling: ['false'] }, { attached }), true);
  });
  it('refuse what is no filter', () => {
    assert.throws(() => asked({ bogus: ['x'] }), /invalid filter 'bogus'/);
    assert.throws(() => asked({ type: ['foo'] }), /invalid filter: 'type'='foo'/);
    assert.throws(() => asked({ dangling: ['maybe'] }), /invalid filter 'dangling=\[maybe\]'/);
  });
});
