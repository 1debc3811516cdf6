import assert from 'node:assert/strict';
import type { ShownEvent } from '../codec/event-registry.ts';
import { dockerEvents, occurrenceEvent, type DockerEvent } from './docker-events.ts';
import { isAskedEvent } from './event-filters.ts';
import { openEventMemory } from './event-memory.ts';
import { parseFilters } from './filters.ts';

const event = (type: string, data: Record<string, unknown> = {}, atMs = 1_000): ShownEvent => ({
  sequence: 1, aggregate: 'container.n1.c1', type: `lading.container.v1.${type}`, at: new Date(atMs).toISOString(), actor: '', reason: '', command_id: '', causation_id: '', correlation_id: '', data,
});
const created = event('ContainerCreated', { name: 'web', nodeId: 'n1', spec: { image: 'nginx:1', labels: { tier: 'front' }, mounts: [{ type: 'volume', source: 'data', target: '/d', readOnly: true }] } });

const told = (...events: ShownEvent[]): DockerEvent[] => {
  const memory = openEventMemory();
  return [created, ...events].flatMap((one) => dockerEvents(memory, one)).slice(1);
};
const actions = (...events: ShownEvent[]): string[] => told(...events).map(({ Type, Action }) => `${Type} ${Action}`);

describe("events of a container in Docker's words", () => {
  it('volumes are mounted before it starts and given back when it has died', () => {
    assert.deepEqual(actions(event('ContainerStarted'), event('ContainerExited', { exitCode: 0 })), ['volume mount', 'container start', 'container die', 'volume unmount']);
    assert.deepEqual(told(event('ContainerStarted'))[0]?.Actor, { ID: 'data', Attributes: { driver: 'local', container: 'c1', destination: '/d', propagation: '', 'read/write': 'false' } });
  });
  it('a death tells its exit code and how long it ran, and carries name, image and labels', () => {
    const [, , died] = told(event('ContainerStarted', {}, 1_000), event('ContainerExited', { exitCode: 3 }, 4_900));
    assert.deepEqual(died?.Actor, { ID: 'c1', Attributes: { tier: 'front', image: 'nginx:1', name: 'web', 'lading.node': 'n1', execDuration: '3', exitCode: '3' } });
    assert.deepEqual([died?.status, died?.id, died?.from, died?.time, died?.timeNano], ['die', 'c1', 'nginx:1', 4, 4_900_000_000]);
  });
  it('a stop is told of what was asked to stop, a restart of what was asked to start again', () => {
    assert.deepEqual(actions(event('ContainerStarted'), event('ContainerStopRequested', { signal: 'SIGTERM' }), event('ContainerExited', { exitCode: 0 })).slice(2), ['container kill', 'container die', 'container stop', 'volume unmount']);
    assert.deepEqual(actions(event('ContainerStarted'), event('ContainerStopRequested', { signal: 'SIGTERM', thenStart: true }), event('ContainerExited'), event('ContainerStarted')).slice(-3), ['volume mount', 'container start', 'container restart']);
  });
  it('a kill is no stop', () => assert.deepEqual(actions(event('ContainerStarted'), event('ContainerStopRequested', { signal: 'SIGKILL' }), event('ContainerExited')).slice(2), ['container kill', 'container die', 'volume unmount']));
  it('signals are numbers', () => {
    assert.deepEqual(['SIGUSR1', 'SIGKILL', 'SIGRTMIN+3', '12'].map((signal) => told(event('ContainerSignalRequested', { signal }))[0]?.Actor.Attributes.signal), ['10', '9', '37', '12']);
  });
  it('what runs is killed when it is removed by force', () => {
    assert.deepEqual(actions(event('ContainerStarted'), event('ContainerRemoveRequested', { graceful: false })).at(-1), 'container kill');
    assert.deepEqual(actions(event('ContainerRemoveRequested', { graceful: false }), event('ContainerRemoved')), ['container destroy']);
  });
  it('running out of memory, health, a new name and new limits are told', () => {
    assert.deepEqual(actions(event('ContainerExited', { oomKilled: true }), event('ContainerHealthChanged', { health: 'healthy' }), event('ContainerResourcesChanged')), ['container oom', 'container die', 'volume unmount', 'container health_status: healthy', 'container update']);
    assert.deepEqual(told(event('ContainerRenamed', { name: 'b', previousName: 'web' }))[0]?.Actor.Attributes, { tier: 'front', image: 'nginx:1', name: 'b', 'lading.node': 'n1', oldName: '/web' });
  });
});

describe('filters of docker events', () => {
  const memory = openEventMemory();
  dockerEvents(memory, created);
  const exec = occurrenceEvent(memory, { kind: 'container', id: 'c1', action: 'exec_start: sh -c true', attributes: { execID: 'e' }, atMs: 5 });
  const asked = (filters: Record<string, string[]>): boolean => isAskedEvent(exec, parseFilters(JSON.stringify(filters), Object.keys(filters)));
  it('an action is named whole or without what follows its colon', () => assert.deepEqual(['exec_start', 'exec_start: sh -c true', 'exec'].map((name) => asked({ event: [name] })), [true, true, false]));
  it('a container by name or id, an image by name with or without tag', () => {
    assert.deepEqual([asked({ container: ['web'] }), asked({ container: ['c'] }), asked({ container: ['x'] })], [true, true, false]);
    assert.deepEqual([asked({ image: ['nginx'] }), asked({ image: ['nginx:1'] }), asked({ image: ['nginx:2'] })], [true, true, false]);
  });
  it('types, labels, scopes and other kinds of object', () => {
    assert.deepEqual([asked({ type: ['container', 'image'] }), asked({ type: ['network'] }), asked({ label: ['tier=front'] }), asked({ label: ['tier=back'] }), asked({ scope: ['local'] }), asked({ volume: ['data'] })], [true, false, true, false, true, false]);
  });
});
