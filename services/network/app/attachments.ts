import { commitIn, eventIn } from '#kernel/decoded.ts';
import { keptMap } from '#kernel/snapshot/kept.ts';
import type { Platform } from '#kernel/platform.ts';
import * as container from '#proto/container.ts';
import type { Event } from '#proto/envelope.ts';
import { NodeJoined } from '#proto/node.ts';
import { evolveAttached, type Attached, type Fact } from '../views/attached.ts';
import type { KnownNode } from '../views/node-networks.ts';

export type Attachments = { all: () => Attached[]; nodes: () => KnownNode[]; onChange: (listener: () => void) => void };

const nodeRemoved = 'lading.node.v1.NodeRemoved';

/** Who is on which network, read off the containers' log: nobody else has to be told, and nothing can disagree. */
export const followAttachments = (platform: Platform): Attachments => {
  const known = new Map<string, Attached>();
  const nodes = new Map<string, KnownNode>();
  const listeners: (() => void)[] = [];

  platform.fromLog(({ aggregate, bytes }) => {
    const isContainer = aggregate.startsWith('container.') && !aggregate.startsWith('container.name.');
    if (!isContainer && !aggregate.startsWith('node.')) return;
    for (const event of commitIn(bytes).events) {
      if (!isContainer) noteNode(nodes, aggregate.slice('node.'.length), event);
      else {
        const fact = factOf(event);
        const after = fact && evolveAttached(known.get(aggregate), fact);
        if (after) known.set(aggregate, after);
        if (after?.removed) known.delete(aggregate);
      }
    }
    listeners.forEach((listener) => listener());
  }, { attached: keptMap(known), networkNodes: keptMap(nodes) });
  return { all: () => [...known.values()], nodes: () => [...nodes.values()], onChange: (listener) => void listeners.push(listener) };
};

const noteNode = (nodes: Map<string, KnownNode>, nodeId: string, { type, data }: Event): void => {
  if (type === NodeJoined.typeName) {
    const { address, dataUrl } = eventIn(NodeJoined, data);
    nodes.set(nodeId, { nodeId, address, dataUrl });
  } else if (type === nodeRemoved) nodes.delete(nodeId);
};

const factOf = ({ type, data }: Event): Fact | undefined => {
  switch (type) {
    case container.ContainerCreated.typeName: {
      const { containerId, nodeId, name, spec } = eventIn(container.ContainerCreated, data);
      return spec && { type: 'created', containerId, nodeId, name, spec };
    }
    case container.ContainerStarted.typeName:
      return { type: 'started', ...eventIn(container.ContainerStarted, data) };
    case container.ContainerEndpointsChanged.typeName:
      return { type: 'moved', endpoints: eventIn(container.ContainerEndpointsChanged, data).endpoints };
    case container.ContainerHealthChanged.typeName:
      return { type: 'health', health: eventIn(container.ContainerHealthChanged, data).health };
    case container.ContainerRenamed.typeName:
      return { type: 'renamed', name: eventIn(container.ContainerRenamed, data).name };
    case container.ContainerExited.typeName:
    case container.ContainerStartFailed.typeName:
      return { type: 'over' };
    case container.ContainerRemoved.typeName:
    case container.ContainerAbandoned.typeName:
      return { type: 'gone' };
    default:
      return undefined;
  }
};
