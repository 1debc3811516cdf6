import type { ShownEvent } from '../codec/event-registry.ts';

type Endpoint = { networkId: string };
/** A container comes to a network, or leaves it. */
export type NetworkChange = { action: 'connect' | 'disconnect'; networkId: string; containerId: string };

const shortName = (type: string): string => type.slice(type.lastIndexOf('.') + 1);
const ending = new Set(['ContainerExited', 'ContainerRemoved', 'ContainerAbandoned']);

/** Follows on which networks containers are, and tells each change once: Docker has events of it, the log has the interfaces of each run. */
export const openNetworkChanges =
  (here = new Map<string, ReadonlySet<string>>()) =>
  (event: ShownEvent): NetworkChange[] => {
    const type = shortName(event.type);
    const containerId = event.aggregate.slice(event.aggregate.lastIndexOf('.') + 1);
    const isOver = ending.has(type);
    if (!isOver && type !== 'ContainerStarted' && type !== 'ContainerEndpointsChanged') return [];
    const before = here.get(containerId) ?? new Set<string>();
    const after = new Set(isOver ? [] : ((event.data.endpoints ?? []) as Endpoint[]).map(({ networkId }) => networkId));
    if (isOver) here.delete(containerId);
    else here.set(containerId, after);
    const change = (action: NetworkChange['action']) => (networkId: string): NetworkChange => ({ action, networkId, containerId });
    return [...[...after].filter((id) => !before.has(id)).map(change('connect')), ...[...before].filter((id) => !after.has(id)).map(change('disconnect'))];
  };
