/** What a node offers. */
export type Candidate = {
  nodeId: string; name: string; ready: boolean; drained: boolean; labels: Readonly<Record<string, string>>; memoryBytes: number; cpus: number;
  /** Reserved by containers that are there. */
  memoryReservedBytes: number;
  containers: number;
  replicasOfService: number;
};

/** What a replica needs. */
export type Task = { constraints: readonly string[]; replicasPerNodeMax: number; memoryReservationBytes: number; /** Node of each named volume that exists. */ volumeNodes: readonly { volume: string; nodeId: string }[] };

export type Placed = { nodeId: string; because: string } | { nodeId: undefined; because: string };

type Filter = { fits: (task: Task, node: Candidate) => boolean; explain: (task: Task) => string };

const filters: readonly Filter[] = [
  { fits: (_task, { ready }) => ready, explain: () => 'not answering' },
  { fits: (_task, { drained }) => !drained, explain: () => 'drained' },
  { fits: ({ volumeNodes }, { nodeId }) => volumeNodes.every((one) => one.nodeId === nodeId), explain: ({ volumeNodes }) => `volume ${volumeNodes[0]?.volume} lives elsewhere` },
  { fits: ({ constraints }, node) => constraints.every((constraint) => holds(constraint, node)), explain: ({ constraints }) => `constraints not satisfied: ${constraints.join(', ')}` },
  { fits: (task, node) => node.memoryReservedBytes + task.memoryReservationBytes <= node.memoryBytes, explain: () => 'insufficient memory' },
  { fits: ({ replicasPerNodeMax }, { replicasOfService }) => replicasPerNodeMax === 0 || replicasOfService < replicasPerNodeMax, explain: ({ replicasPerNodeMax }) => `has ${replicasPerNodeMax} replicas, its maximum` },
];

/** The node with fewest replicas of the service, then fewest containers, among those that fit; else why none does, most frequent reason first. */
export const place = (task: Task, nodes: readonly Candidate[]): Placed => {
  const reasons = new Map<string, number>();
  const fitting = nodes.filter((node) => {
    const objection = filters.find(({ fits }) => !fits(task, node));
    if (objection) reasons.set(objection.explain(task), (reasons.get(objection.explain(task)) ?? 0) + 1);
    return !objection;
  });
  const [best] = fitting.toSorted((a, b) => a.replicasOfService - b.replicasOfService || a.containers - b.containers || (a.nodeId < b.nodeId ? -1 : 1));
  if (best) return { nodeId: best.nodeId, because: `fewest replicas (${best.replicasOfService}) and containers (${best.containers}) of ${fitting.length} nodes that fit` };
  if (nodes.length === 0) return { nodeId: undefined, because: 'no suitable node: there is none yet' };
  const told = [...reasons].toSorted(([, a], [, b]) => b - a).map(([reason, count]) => `${reason} on ${count} node${count === 1 ? '' : 's'}`);
  return { nodeId: undefined, because: `no suitable node (${told.join('; ')})` };
};

const holds = (constraint: string, node: Candidate): boolean => {
  const [, key = '', operator, value = ''] = /^\s*([^=!\s]+)\s*(==|!=)\s*(.*?)\s*$/.exec(constraint) ?? [];
  const actual = key === 'node.id' ? node.nodeId : key === 'node.hostname' ? node.name : key === 'node.role' ? 'manager' : key.startsWith('node.labels.') ? node.labels[key.slice('node.labels.'.length)] : undefined;
  return operator === '!=' ? actual !== value : actual === value;
};
