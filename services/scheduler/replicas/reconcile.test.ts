import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Candidate } from '../placement/place.ts';
import { format, reconcile, type ContainerView, type ServiceView, type SlotView, type Step, type World } from './reconcile.ts';

const node = (nodeId: string, over: Partial<Candidate> = {}): Candidate => ({ nodeId, name: nodeId, ready: true, drained: false, labels: {}, memoryBytes: 1_000, cpus: 2, memoryReservedBytes: 0, containers: 0, replicasOfService: 0, ...over });
const service = (over: Partial<ServiceView> = {}): ServiceView => ({
  serviceId: 'shop_web', name: 'web', project: 'shop', templateVersion: 1, replicas: 2, removing: false, slots: [], task: { constraints: [], replicasPerNodeMax: 0, memoryReservationBytes: 0, volumeNodes: [] }, ...over,
});
const slot = (number: number, nodeId: string, over: Partial<SlotView> = {}): SlotView => ({ slot: number, containerId: `c${number}`, nodeId, templateVersion: 1, ...over });
const container = (containerId: string, nodeId: string, over: Partial<ContainerView> = {}): ContainerView => ({ containerId, nodeId, serviceId: 'shop_web', started: true, gone: false, stopping: false, ...over });
const plan = (one: ServiceView, containers: ContainerView[], nodes: Candidate[]) => format(reconcile({ services: [one], containers: new Map(containers.map((c) => [c.containerId, c])), nodes }));

describe('the scheduler', () => {
  it('spreads replicas over nodes', () =>
    assert.equal(
      plan(service(), [], [node('n1'), node('n2')]),
      `\
service/shop_web slot 1 place on n1, fewest replicas (0) and containers (0) of 2 nodes that fit
service/shop_web slot 2 place on n2, fewest replicas (0) and containers (0) of 2 nodes that fit
`,
    ));
  it('makes and starts what was placed', () => {
    const slots = [slot(1, 'n1'), slot(2, 'n1')];
    assert.equal(plan(service({ slots }), [container('c2', 'n1', { started: false })], [node('n1')]), 'service/shop_web slot 1 create c1, placed and not made yet\nservice/shop_web slot 2 start c2, made and never started\n');
  });
  it('has nothing to do when all is as wanted', () => assert.equal(plan(service({ slots: [slot(1, 'n1'), slot(2, 'n1')] }), [container('c1', 'n1'), container('c2', 'n1')], [node('n1')]), ''));
  it('abandons what is on a lost node, and replaces it once that is known', () => {
    const slots = [slot(1, 'n1'), slot(2, 'n2')];
    const nodes = [node('n1'), node('n2', { ready: false })];
    assert.equal(plan(service({ slots }), [container('c1', 'n1'), container('c2', 'n2')], nodes), 'service/shop_web slot 2 abandon c2, node n2 does not answer\n');
    assert.equal(plan(service({ slots }), [container('c1', 'n1'), container('c2', 'n2', { gone: true })], nodes), 'service/shop_web slot 2 release c2, its container is gone\n');
  });
  it('removes slots above the number wanted', () =>
    assert.equal(plan(service({ replicas: 1, slots: [slot(1, 'n1'), slot(2, 'n1')] }), [container('c1', 'n1'), container('c2', 'n1')], [node('n1')]), 'service/shop_web slot 2 remove c2, 1 replicas are wanted\n'));
  it('replaces half of the replicas at a time when the service has changed', () =>
    assert.equal(
      plan(service({ templateVersion: 2, slots: [slot(1, 'n1'), slot(2, 'n1')] }), [container('c1', 'n1'), container('c2', 'n1')], [node('n1')]),
      'service/shop_web slot 1 remove c1, the service has changed\n',
    ));
  it('says once that a service is gone', () => assert.equal(plan(service({ removing: true }), [], [node('n1')]), 'service/shop_web finish-removal, no replica is left\n'));

  it('settles, with each slot filled once, whatever nodes there are', () =>
    fc.assert(
      fc.property(fc.nat(6), fc.array(fc.boolean(), { minLength: 1, maxLength: 4 }), (replicas, ready) => {
        const nodes = ready.map((isReady, place) => node(`n${place}`, { ready: isReady }));
        let world: World = { services: [service({ replicas })], containers: new Map(), nodes };
        for (let turn = 0; turn < 12; turn++) world = carryOut(world, reconcile(world));
        const slots = world.services[0]?.slots ?? [];
        assert.equal(slots.length, ready.includes(true) ? replicas : 0);
        assert.equal(new Set(slots.map((one) => one.slot)).size, slots.length);
        assert.ok(reconcile(world).every(({ operation }) => operation.op === 'not-placed'));
      }),
    ));
});

/** What the platform makes of steps, without the platform. */
const carryOut = (world: World, steps: readonly Step[]): World => {
  const containers = new Map(world.containers);
  const [one] = world.services;
  let slots = [...(one?.slots ?? [])];
  for (const { operation } of steps) {
    if (operation.op === 'place') slots.push({ slot: operation.slot, containerId: `c${operation.slot}-${containers.size}`, nodeId: operation.nodeId, templateVersion: one?.templateVersion ?? 1 });
    if (operation.op === 'create') containers.set(operation.containerId, container(operation.containerId, operation.nodeId, { started: false }));
    if (operation.op === 'start') containers.set(operation.containerId, { ...containers.get(operation.containerId)!, started: true });
    if (operation.op === 'remove' || operation.op === 'abandon') containers.set(operation.containerId, { ...containers.get(operation.containerId)!, gone: true });
    if (operation.op === 'release') slots = slots.filter(({ slot: number }) => number !== operation.slot);
  }
  return { ...world, services: [{ ...one!, slots }], containers };
};
