import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { aggregates, LogBroken } from '../../services/kernel/aggregates.ts';
import type { Decider } from '../../services/kernel/decider.ts';
import type { EventCodec, Tagged } from '../../services/kernel/event-codec.ts';
import type { Stored } from '../../services/kernel/eventstore/event-store.ts';
import { projectCodec } from '../../services/compose/codec/events.ts';
import { changingSteps } from '../../services/compose/codec/stored-json.ts';
import { projectDecider } from '../../services/compose/domain/project.ts';
import { containerCodec } from '../../services/container/codec/events.ts';
import { containerDecider } from '../../services/container/domain/decider.ts';
import { networkCodec, poolCodec } from '../../services/network/codec/events.ts';
import { networkDecider } from '../../services/network/domain/network.ts';
import { poolDecider } from '../../services/network/domain/pool.ts';
import { nodeCodec, serviceCodec } from '../../services/scheduler/codec/events.ts';
import { nodeDecider } from '../../services/scheduler/domain/node.ts';
import { serviceDecider } from '../../services/scheduler/domain/service.ts';

type Recorded = { sequence: number; aggregate: string; storedAtMs: number; bytes: string };

const log: Stored[] = (JSON.parse(readFileSync(join(import.meta.dirname, 'golden/log.json'), 'utf8')) as Recorded[]).map((one) => ({ ...one, bytes: new Uint8Array(Buffer.from(one.bytes, 'base64')) }));
const of = (rule: RegExp): Stored[] => log.filter(({ aggregate }) => rule.test(aggregate));

const folded = <State, Command, Event extends Tagged>(decider: Decider<State, Command, Event>, codec: EventCodec<Event>, commits: readonly Stored[]): State[] => {
  const known = aggregates(decider, codec);
  for (const commit of commits) known.apply(commit);
  assert.equal(known.unknownEvents(), 0);
  return [...known.entries()].map(([, { state }]) => state);
};

const containers = of(/^container\.(?!name\.)/);

describe('a log that was recorded once', () => {
  it('tells of containers that all ended and were removed', () => {
    const states = folded(containerDecider, containerCodec, containers);
    assert.deepEqual(states.map(({ phase }) => phase), Array.from({ length: 5 }, () => 'removed'));
  });
  it('tells of a project that was taken up, scaled and taken down', () => {
    const [project] = folded(projectDecider(changingSteps), projectCodec, of(/^compose\./));
    assert.deepEqual(project?.revisions.map(({ kind, state }) => `${kind} ${state}`), ['up completed', 'scale completed', 'down completed']);
  });
  it('tells of a service that is gone, and of the node that stays', () => {
    assert.deepEqual(folded(serviceDecider, serviceCodec, of(/^scheduler\.[^.]+$/)), [{ phase: 'absent' }]);
    assert.deepEqual(folded(nodeDecider, nodeCodec, of(/^node\.[^.]+$/)).map((node) => node.phase === 'present' && node.nodeId), ['n1']);
  });
  it('tells of the networks that were there from the start, and of one that came and went', () => {
    const states = folded(networkDecider, networkCodec, of(/^network\.[0-9a-f]{64}$/));
    assert.deepEqual(states.map(({ phase }) => phase).toSorted(), ['present', 'present', 'present', 'removed']);
    assert.equal(folded(poolDecider, poolCodec, of(/^network\.pool$/))[0]?.size, 1);
  });
  it('is refused when a commit of it is missing or was altered', () => {
    const [, second] = containers.filter(({ aggregate }) => aggregate === containers[0]?.aggregate);
    assert.ok(second);
    assert.throws(() => folded(containerDecider, containerCodec, containers.filter((commit) => commit !== second)), LogBroken);
    const first = containers[0];
    assert.ok(first);
    const altered = { ...first, bytes: new Uint8Array([...first.bytes, 0x4a, 0x01, 0x78]) };
    assert.throws(() => folded(containerDecider, containerCodec, containers.map((commit) => (commit === first ? altered : commit))), LogBroken);
  });
});
