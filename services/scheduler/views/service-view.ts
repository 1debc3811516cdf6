import type { Folded } from '#kernel/aggregates.ts';
import type * as pb from '#proto/scheduler.ts';
import type { Service } from '../domain/service.ts';

/** A service as the log tells it; nothing once it is removed. Slots that wait for a node come with the reason. */
export const serviceView = ({ state, sequence }: Folded<Service>): pb.Service | undefined => {
  if (state.phase === 'absent') return undefined;
  const { serviceId, name, project, template, replicas, removing, createdAtMs, slots, troubles } = state;
  const waiting = [...troubles].flatMap(([slot, trouble]) => (slots.has(slot) || slot > replicas ? [] : [{ slot, containerId: '', nodeId: '', templateVersion: 0, because: '', trouble }]));
  return {
    serviceId,
    name,
    project,
    template: template as pb.ServiceTemplate,
    replicas,
    replicasPlaced: [...[...slots.values()].map((slot) => ({ ...slot, trouble: troubles.get(slot.slot) ?? '' })), ...waiting].sort((a, b) => a.slot - b.slot),
    state: removing ? 'removing' : 'active',
    createdAtMs,
    sequence,
  };
};
