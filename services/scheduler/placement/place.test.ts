import assert from 'node:assert/strict';
import fc from 'fast-check';
import { place, type Candidate, type Task } from './place.ts';

const node = (nodeId: string, over: Partial<Candidate> = {}): Candidate => ({ nodeId, name: nodeId, ready: true, drained: false, labels: {}, memoryBytes: 1_000, cpus: 2, memoryReservedBytes: 0, containers: 0, replicasOfService: 0, ...over });
const task = (over: Partial<Task> = {}): Task => ({ constraints: [], replicasPerNodeMax: 0, memoryReservationBytes: 0, volumeNodes: [], ...over });

describe('placement', () => {
  it('takes the node with fewest replicas of the service', () => assert.equal(place(task(), [node('a', { replicasOfService: 2 }), node('b', { replicasOfService: 1, containers: 9 })]).nodeId, 'b'));
  it('keeps to where a volume lives', () => assert.equal(place(task({ volumeNodes: [{ volume: 'data', nodeId: 'b' }] }), [node('a'), node('b', { containers: 5 })]).nodeId, 'b'));
  it('obeys constraints', () => {
    assert.equal(place(task({ constraints: ['node.labels.zone==east'] }), [node('a'), node('b', { labels: { zone: 'east' } })]).nodeId, 'b');
    assert.equal(place(task({ constraints: ['node.hostname != a'] }), [node('a'), node('b')]).nodeId, 'b');
  });
  it('says why nothing fits, the most frequent reason first', () =>
    assert.equal(
      place(task({ memoryReservationBytes: 2_000 }), [node('a'), node('b'), node('c', { ready: false })]).because,
      'no suitable node (insufficient memory on 2 nodes; not answering on 1 node)',
    ));
  it('never chooses a node that is lost or drained', () =>
    fc.assert(
      fc.property(fc.array(fc.record({ ready: fc.boolean(), drained: fc.boolean(), replicasOfService: fc.nat(5) }), { maxLength: 8 }), (all) => {
        const nodes = all.map((one, place_) => node(`n${place_}`, one));
        const { nodeId } = place(task(), nodes);
        const chosen = nodes.find((one) => one.nodeId === nodeId);
        assert.ok(chosen ? chosen.ready && !chosen.drained : nodes.every((one) => !one.ready || one.drained));
      }),
    ));
});
