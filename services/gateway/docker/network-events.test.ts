import assert from 'node:assert/strict';
import type { ShownEvent } from '../codec/event-registry.ts';
import { openNetworkChanges } from './network-events.ts';

const event = (type: string, ...networkIds: string[]): ShownEvent => ({
  sequence: 1, aggregate: 'container.n1.c1', type: `lading.container.v1.${type}`, at: '', actor: '', reason: '', command_id: '', causation_id: '', correlation_id: '', data: { endpoints: networkIds.map((networkId) => ({ networkId })) },
});

describe('networks of containers, as events', () => {
  it('are told as they come and go', () => {
    const changes = openNetworkChanges();
    const told = (...told: Parameters<typeof event>): string[] => changes(event(...told)).map(({ action, networkId }) => `${action} ${networkId}`);
    assert.deepEqual(told('ContainerCreated'), []);
    assert.deepEqual(told('ContainerStarted', 'a'), ['connect a']);
    assert.deepEqual(told('ContainerEndpointsChanged', 'b'), ['connect b', 'disconnect a']);
    assert.deepEqual(told('ContainerExited'), ['disconnect b']);
    assert.deepEqual(told('ContainerRemoved'), []);
  });
});
