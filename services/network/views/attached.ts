import type { BoundPort, ContainerSpec, Endpoint } from '#proto/container.ts';

/** A container as networks see it. */
export type Attached = {
  containerId: string;
  nodeId: string;
  name: string;
  spec: ContainerSpec;
  running: boolean;
  removed: boolean;
  endpoints: readonly Endpoint[];
  ports: readonly BoundPort[];
  unhealthy: boolean;
};

export type Fact =
  | { type: 'created'; containerId: string; nodeId: string; name: string; spec: ContainerSpec }
  | { type: 'started'; endpoints: readonly Endpoint[]; ports: readonly BoundPort[] }
  | { type: 'moved'; endpoints: readonly Endpoint[] }
  | { type: 'health'; health: string }
  | { type: 'renamed'; name: string }
  | { type: 'over' }
  | { type: 'gone' };

/** What a fact makes of it; nothing before it was created. */
export const evolveAttached = (before: Attached | undefined, fact: Fact): Attached | undefined => {
  if (fact.type === 'created') return { ...fact, running: false, removed: false, endpoints: [], ports: [], unhealthy: false };
  if (!before) return undefined;
  switch (fact.type) {
    case 'started':
      return { ...before, running: true, endpoints: fact.endpoints, ports: fact.ports, unhealthy: false };
    case 'moved':
      return { ...before, endpoints: fact.endpoints };
    case 'health':
      return { ...before, unhealthy: fact.health === 'unhealthy' };
    case 'renamed':
      return { ...before, name: fact.name, endpoints: before.endpoints.map((endpoint) => ({ ...endpoint, names: endpoint.names.filter((name) => name !== before.name || isAlias(before, endpoint, name)) })) };
    case 'over':
      return { ...before, running: false, endpoints: [], ports: [], unhealthy: false };
    case 'gone':
      return { ...before, running: false, removed: true, endpoints: [], ports: [] };
  }
};

const isAlias = ({ spec }: Attached, { networkId }: Endpoint, name: string): boolean => spec.networks.some(({ network, aliases }) => network === networkId && aliases.includes(name));

/** Every name it answers to on one network. */
export const namesOn = ({ name, containerId, spec }: Attached, { names }: Endpoint): string[] => [
  ...new Set([name, containerId.slice(0, 12), ...names, ...(spec.replicaOf ? [spec.replicaOf.serviceName] : [])]),
];
