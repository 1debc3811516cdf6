import type { Placement, ServiceTemplate } from '#proto/scheduler.ts';
import type { Service } from '../domain/service.ts';
import type { Candidate, Task } from '../placement/place.ts';
import type { ServiceView, World } from '../replicas/reconcile.ts';
import type { Facts } from './facts.ts';
import type { States } from './states.ts';

type Present = Extract<Service, { phase: 'present' }>;

/** Everything that decides where replicas go, as this process knows it now. */
export const worldOf = ({ services, nodes }: States, facts: Facts): World => ({
  services: [...services.entries()].flatMap(([, { state }]) => (state.phase === 'present' ? [viewOf(state, facts)] : [])),
  containers: facts.containers(),
  nodes: [...nodes.entries()].flatMap(([, { state }]) => (state.phase === 'present' ? [candidate(state, facts)] : [])),
});

/** The template as it came: the domain reads only a part of it. */
export const templateOf = ({ template }: Present): ServiceTemplate => template as ServiceTemplate;

const viewOf = (service: Present, facts: Facts): ServiceView => ({
  serviceId: service.serviceId,
  name: service.name,
  project: service.project,
  templateVersion: service.template.version,
  replicas: service.replicas,
  removing: service.removing,
  slots: [...service.slots.values()],
  task: taskOf(templateOf(service), facts),
});

const nowhere: Placement = { constraints: [], replicasPerNodeMax: 0 };

const taskOf = ({ spec, placement }: ServiceTemplate, facts: Facts): Task => ({
  ...(placement ?? nowhere),
  memoryReservationBytes: spec?.resources?.memoryReservationBytes ?? 0,
  volumeNodes: (spec?.mounts ?? []).flatMap(({ type, source }) => {
    const nodeId = type === 'volume' ? facts.volumes().get(source) : undefined;
    return nodeId === undefined ? [] : [{ volume: source, nodeId }];
  }),
});

const candidate = (node: { nodeId: string; name: string; lost: boolean; drained: boolean; labels: Record<string, string>; memoryBytes: number; cpus: number }, facts: Facts): Candidate => {
  let containers = 0;
  let memoryReservedBytes = 0;
  for (const container of facts.containers().values()) {
    if (container.gone || container.nodeId !== node.nodeId) continue;
    containers++;
    memoryReservedBytes += container.memoryReservationBytes;
  }
  const { nodeId, name, lost, drained, labels, memoryBytes, cpus } = node;
  return { nodeId, name, ready: !lost, drained, labels, memoryBytes, cpus, containers, memoryReservedBytes, replicasOfService: 0 };
};
