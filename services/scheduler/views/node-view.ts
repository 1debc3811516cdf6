import type * as pb from '#proto/node.ts';
import type { Node } from '../domain/node.ts';

/** A node as the log tells it; nothing once it is removed. */
export const nodeView = (node: Node, lastSeenMs: number): pb.Node | undefined => {
  if (node.phase === 'absent') return undefined;
  const { nodeId, name, address, dataUrl, cpus, memoryBytes, labels, version, kernel, os, arch, lost, drained, joinedAtMs } = node;
  return {
    nodeId, name, address, dataUrl, cpus, memoryBytes, labels, version, kernel, os, arch, joinedAtMs,
    state: lost ? 'lost' : 'ready',
    availability: drained ? 'drain' : 'active',
    lastSeenMs: Math.max(lastSeenMs, node.lastSeenMs),
  };
};
