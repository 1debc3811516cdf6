import type { Decider } from '#kernel/decider.ts';
import { Rejection, unreachable } from '#kernel/rejection.ts';

/** What the scheduler reads of a template; the container's whole specification rides along. */
export type Template = { readonly hash: string; readonly version: number; readonly containerName: string; readonly spec?: object | undefined; readonly placement?: object | undefined };

export type Slot = { readonly slot: number; readonly containerId: string; readonly nodeId: string; readonly templateVersion: number; readonly because: string };

export type ServiceEvent =
  | { type: 'ServiceCreated'; serviceId: string; name: string; project: string; template?: Template | undefined; replicas: number }
  | { type: 'ServiceTemplateChanged'; template?: Template | undefined }
  | { type: 'ServiceScaled'; replicas: number }
  | ({ type: 'ReplicaPlaced' } & Slot)
  | { type: 'ReplicaReleased'; slot: number; containerId: string; because: string }
  | { type: 'ReplicaNotPlaced'; slot: number; because: string }
  | { type: 'ServiceRemoveRequested' }
  | { type: 'ServiceRemoved' };

export type ServiceCommand =
  | { type: 'ApplyService'; serviceId: string; name: string; project: string; template: Template; replicas: number }
  | { type: 'ScaleService'; replicas: number }
  | { type: 'PlaceReplica'; slot: number; containerId: string; nodeId: string; templateVersion: number; because: string }
  | { type: 'ReleaseReplica'; slot: number; containerId: string; because: string }
  | { type: 'ReportNotPlaced'; slot: number; because: string }
  | { type: 'RemoveService' }
  | { type: 'FinishRemoval' };

export type Service =
  | { phase: 'absent' }
  | {
      phase: 'present'; serviceId: string; name: string; project: string; template: Template; replicas: number; removing: boolean; createdAtMs: number;
      slots: ReadonlyMap<number, Slot>;
      /** Why a slot has no container, as last told. */
      troubles: ReadonlyMap<number, string>;
    };

type Present = Extract<Service, { phase: 'present' }>;

const noTemplate: Template = { hash: '', version: 0, containerName: '' };

/** A template and a number of replicas; which container realises which slot. */
export const serviceDecider: Decider<Service, ServiceCommand, ServiceEvent> = {
  initial: () => ({ phase: 'absent' }),
  decide: (command, service) => {
    if (command.type === 'ApplyService') return apply(command, service);
    if (command.type === 'RemoveService') return service.phase === 'absent' || service.removing ? [] : [{ type: 'ServiceRemoveRequested' }];
    if (service.phase === 'absent') {
      if (command.type === 'ScaleService') throw new Rejection('SERVICE_NOT_FOUND', 'no such service: see "lading project ls"');
      return [];
    }
    switch (command.type) {
      case 'ScaleService':
        refuseRemoving(service);
        return service.replicas === command.replicas ? [] : [{ type: 'ServiceScaled', replicas: command.replicas }];
      case 'PlaceReplica':
        // Two leaders may decide at the same time: the slot is taken once.
        return service.slots.has(command.slot) || command.slot > service.replicas || service.removing ? [] : [{ ...command, type: 'ReplicaPlaced' }];
      case 'ReleaseReplica':
        return service.slots.get(command.slot)?.containerId === command.containerId ? [{ ...command, type: 'ReplicaReleased' }] : [];
      case 'ReportNotPlaced':
        return service.troubles.get(command.slot) === command.because ? [] : [{ ...command, type: 'ReplicaNotPlaced' }];
      case 'FinishRemoval':
        return service.removing && service.slots.size === 0 ? [{ type: 'ServiceRemoved' }] : [];
      default:
        return unreachable(command);
    }
  },
  evolve: (service, event, atMs) => {
    if (event.type === 'ServiceCreated') {
      const { serviceId, name, project, template = noTemplate, replicas } = event;
      return { phase: 'present', serviceId, name, project, template, replicas, removing: false, createdAtMs: atMs, slots: new Map(), troubles: new Map() };
    }
    return service.phase === 'absent' ? service : change(service, event);
  },
};

const refuseRemoving = ({ name, removing }: Present): void => {
  if (removing) throw new Rejection('SERVICE_REMOVING', `service ${name} is being removed: try again when it is gone`);
};

const apply = ({ type: _, template, ...facts }: Extract<ServiceCommand, { type: 'ApplyService' }>, service: Service): readonly ServiceEvent[] => {
  if (service.phase === 'absent') return [{ type: 'ServiceCreated', ...facts, template: { ...template, version: 1 } }];
  refuseRemoving(service);
  const changed: readonly ServiceEvent[] = service.template.hash === template.hash ? [] : [{ type: 'ServiceTemplateChanged', template: { ...template, version: service.template.version + 1 } }];
  return service.replicas === facts.replicas ? changed : [...changed, { type: 'ServiceScaled', replicas: facts.replicas }];
};

const change = (service: Present, event: Exclude<ServiceEvent, { type: 'ServiceCreated' }>): Service => {
  switch (event.type) {
    case 'ServiceTemplateChanged':
      return { ...service, template: event.template ?? noTemplate, troubles: new Map() };
    case 'ServiceScaled':
      return { ...service, replicas: event.replicas };
    case 'ReplicaPlaced': {
      const { type: _, ...slot } = event;
      return { ...service, slots: new Map(service.slots).set(event.slot, slot), troubles: without(service.troubles, event.slot) };
    }
    case 'ReplicaReleased':
      return { ...service, slots: without(service.slots, event.slot) };
    case 'ReplicaNotPlaced':
      return { ...service, troubles: new Map(service.troubles).set(event.slot, event.because) };
    case 'ServiceRemoveRequested':
      return { ...service, removing: true };
    case 'ServiceRemoved':
      return { phase: 'absent' };
  }
};

const without = <Value>(map: ReadonlyMap<number, Value>, key: number): ReadonlyMap<number, Value> => {
  const rest = new Map(map);
  rest.delete(key);
  return rest;
};
