import { givenOf } from '#kernel/testing/given.ts';
import { networkDecider, type NetworkEvent } from './network.ts';
import { poolDecider } from './pool.ts';

const created: NetworkEvent = {
  type: 'NetworkCreated', networkId: 'a', name: 'app', driver: 'bridge', subnet: '10.9.0.0/28', gateway: '10.9.0.1', ipRange: '', internal: false, attachable: false, labels: {}, options: {}, vni: 5000, mtu: 1450, predefined: false,
};
const first: NetworkEvent = { type: 'BlockAssigned', nodeId: 'n1', block: '10.9.0.0/29', nodeAddress: '10.9.0.2' };
const second: NetworkEvent = { type: 'BlockAssigned', nodeId: 'n2', block: '10.9.0.8/29', nodeAddress: '10.9.0.8' };
const given = givenOf(networkDecider);

describe('a network', () => {
  it('gives each node a block of its own', () => {
    given(created).when({ type: 'JoinNetwork', nodeId: 'n1', fullBlocks: 0 }).then(first);
    given(created, first).when({ type: 'JoinNetwork', nodeId: 'n2', fullBlocks: 0 }).then(second);
  });
  it('gives a node one more block when its own are full, once, and its address stays', () => {
    const more: NetworkEvent = { type: 'BlockAssigned', nodeId: 'n1', block: '10.9.0.8/29', nodeAddress: '10.9.0.2' };
    given(created, first).when({ type: 'JoinNetwork', nodeId: 'n1', fullBlocks: 1 }).then(more);
    given(created, first, more).when({ type: 'JoinNetwork', nodeId: 'n1', fullBlocks: 1 }).thenNothing();
    given(created, first, more).when({ type: 'JoinNetwork', nodeId: 'n1', fullBlocks: 2 }).thenRejected('SUBNET_EXHAUSTED');
  });
  it('gives a node one block only', () => given(created, first).when({ type: 'JoinNetwork', nodeId: 'n1', fullBlocks: 0 }).thenNothing());
  it('gives blocks out of a part of itself when asked to', () =>
    given({ ...created, subnet: '10.9.0.0/16', ipRange: '10.9.4.0/29' }).when({ type: 'JoinNetwork', nodeId: 'n1', fullBlocks: 0 }).then({ type: 'BlockAssigned', nodeId: 'n1', block: '10.9.4.0/29', nodeAddress: '10.9.4.0' }));
  it('says when it is full', () => given(created, first, second).when({ type: 'JoinNetwork', nodeId: 'n3', fullBlocks: 0 }).thenRejected('SUBNET_EXHAUSTED'));
  it('takes a block back', () => given(created, first, second, { type: 'BlockReturned', nodeId: 'n1' }).when({ type: 'JoinNetwork', nodeId: 'n3', fullBlocks: 0 }).then({ ...first, nodeId: 'n3' }));
  it('stays while containers are on it', () => given(created).when({ type: 'RemoveNetwork', users: ['web'] }).thenRejected('NETWORK_IN_USE'));
  it('that the platform made stays', () => given({ ...created, predefined: true }).when({ type: 'RemoveNetwork', users: [] }).thenRejected('NETWORK_PREDEFINED'));
});

describe('the pool of subnets', () => {
  const claimed = { type: 'SubnetClaimed', networkId: 'a', subnet: '172.18.0.0/16', vni: 4097 } as const;
  it('gives the next free one', () => givenOf(poolDecider)(claimed).when({ type: 'ClaimSubnet', networkId: 'b', name: 'b', subnet: '' }).then({ type: 'SubnetClaimed', networkId: 'b', subnet: '172.19.0.0/16', vni: 4098 }));
  it('refuses one that overlaps', () => givenOf(poolDecider)(claimed).when({ type: 'ClaimSubnet', networkId: 'b', name: 'b', subnet: '172.18.4.0/24' }).thenRejected('SUBNET_TAKEN'));
});
