import { place, type Candidate, type Task } from '../placement/place.ts';

export type SlotView = { slot: number; containerId: string; nodeId: string; templateVersion: number };
export type ServiceView = { serviceId: string; name: string; project: string; templateVersion: number; replicas: number; removing: boolean; slots: readonly SlotView[]; task: Task };
/** `gone`: removed or abandoned. `started`: was asked to start at least once. */
export type ContainerView = { containerId: string; nodeId: string; serviceId: string; started: boolean; gone: boolean; stopping: boolean };

export type Operation =
  | { op: 'place'; slot: number; nodeId: string }
  | { op: 'create'; slot: number; containerId: string; nodeId: string }
  | { op: 'start'; slot: number; containerId: string }
  | { op: 'remove'; slot: number; containerId: string }
  | { op: 'abandon'; slot: number; containerId: string }
  | { op: 'release'; slot: number; containerId: string }
  | { op: 'not-placed'; slot: number }
  | { op: 'finish-removal' };

export type Step = { serviceId: string; operation: Operation; because: string };

/** One line a step: `service/shop_web slot 2 place on n1, fewest replicas …`. */
export const format = (steps: readonly Step[]): string => steps.map(({ serviceId, operation, because }) => `service/${serviceId} ${describe(operation)}, ${because}\n`).join('');

const describe = (operation: Operation): string => {
  if (operation.op === 'finish-removal') return operation.op;
  return `slot ${operation.slot} ${operation.op}${operation.op === 'place' ? ` on ${operation.nodeId}` : 'containerId' in operation ? ` ${operation.containerId.slice(0, 12)}` : ''}`;
};

export type World = { services: readonly ServiceView[]; containers: ReadonlyMap<string, ContainerView>; nodes: readonly Candidate[] };

/** What has to change so that each service has its replicas, on nodes that answer. Reads nothing else. */
export const reconcile = ({ services, containers, nodes }: World): Step[] => {
  const steps: Step[] = [];
  // Counts grow with every placement of this turn, or all replicas would go to the same node.
  const counted = nodes.map((node) => ({ ...node }));
  for (const service of services) {
    const add = (operation: Operation, because: string): void => void steps.push({ serviceId: service.serviceId, operation, because });
    keepSlots(service, containers, counted, add);
    if (service.removing) {
      if (service.slots.length === 0) add({ op: 'finish-removal' }, 'no replica is left');
      continue;
    }
    fillSlots(service, counted, add);
  }
  return steps;
};

type Add = (operation: Operation, because: string) => void;

const keepSlots = (service: ServiceView, containers: World['containers'], nodes: readonly Candidate[], add: Add): void => {
  let replacing = service.slots.filter(({ containerId }) => containers.get(containerId)?.stopping).length;
  const replacingMax = Math.max(1, Math.floor(service.replicas / 2));
  for (const { slot, containerId, nodeId, templateVersion } of service.slots.toSorted((a, b) => a.slot - b.slot)) {
    const container = containers.get(containerId);
    const node = nodes.find((one) => one.nodeId === nodeId);
    if (container?.gone) add({ op: 'release', slot, containerId }, 'its container is gone');
    else if (!node?.ready) {
      if (container) add({ op: 'abandon', slot, containerId }, `node ${nodeId} does not answer`);
      else add({ op: 'release', slot, containerId }, `node ${nodeId} does not answer`);
    } else if (container?.stopping) continue;
    else if (service.removing) leave(add, slot, containerId, container, 'the service is removed');
    else if (slot > service.replicas) leave(add, slot, containerId, container, `${service.replicas} replicas are wanted`);
    else if (templateVersion !== service.templateVersion || node.drained) {
      if (replacing >= replacingMax) continue;
      replacing++;
      leave(add, slot, containerId, container, node.drained ? `node ${nodeId} is drained` : 'the service has changed');
    } else if (!container) add({ op: 'create', slot, containerId, nodeId }, 'placed and not made yet');
    else if (!container.started) add({ op: 'start', slot, containerId }, 'made and never started');
  }
};

const leave = (add: Add, slot: number, containerId: string, container: ContainerView | undefined, because: string): void =>
  container ? add({ op: 'remove', slot, containerId }, because) : add({ op: 'release', slot, containerId }, because);

const fillSlots = (service: ServiceView, nodes: Candidate[], add: Add): void => {
  const held = new Set(service.slots.map(({ slot }) => slot));
  const ofService = new Map<string, number>();
  for (const { nodeId } of service.slots) ofService.set(nodeId, (ofService.get(nodeId) ?? 0) + 1);
  for (let slot = 1; slot <= service.replicas; slot++) {
    if (held.has(slot)) continue;
    const chosen = place(service.task, nodes.map((node) => ({ ...node, replicasOfService: ofService.get(node.nodeId) ?? 0 })));
    if (chosen.nodeId === undefined) {
      add({ op: 'not-placed', slot }, chosen.because);
      continue;
    }
    add({ op: 'place', slot, nodeId: chosen.nodeId }, chosen.because);
    ofService.set(chosen.nodeId, (ofService.get(chosen.nodeId) ?? 0) + 1);
    const node = nodes.find(({ nodeId }) => nodeId === chosen.nodeId);
    if (node) {
      node.containers++;
      node.memoryReservedBytes += service.task.memoryReservationBytes;
    }
  }
};
