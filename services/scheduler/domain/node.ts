import type { Decider } from '#kernel/decider.ts';
import { Rejection, unreachable } from '#kernel/rejection.ts';

export type NodeFacts = {
  readonly nodeId: string; readonly name: string; readonly address: string; readonly dataUrl: string; readonly cpus: number; readonly memoryBytes: number;
  readonly labels: Record<string, string>; readonly version: string; readonly kernel: string; readonly os: string; readonly arch: string;
};

export type NodeEvent = ({ type: 'NodeJoined' } & NodeFacts) | { type: 'NodeLost'; lastSeenMs: number } | { type: 'NodeReturned' } | { type: 'NodeDrained' } | { type: 'NodeActivated' } | { type: 'NodeRemoved' };

export type NodeCommand =
  | ({ type: 'JoinNode' } & NodeFacts)
  | { type: 'ReportLost'; lastSeenMs: number }
  | { type: 'ReportAlive' }
  | { type: 'DrainNode' }
  | { type: 'ActivateNode' }
  | { type: 'RemoveNode'; force: boolean };

export type Node = { phase: 'absent' } | ({ phase: 'present'; lost: boolean; drained: boolean; joinedAtMs: number; lastSeenMs: number } & NodeFacts);

const factsOf = (facts: NodeFacts): string => JSON.stringify([facts.name, facts.address, facts.dataUrl, facts.cpus, facts.memoryBytes, facts.labels, facts.version, facts.kernel, facts.os, facts.arch]);

/** A machine with an agent: what it is, and whether it answers. */
export const nodeDecider: Decider<Node, NodeCommand, NodeEvent> = {
  initial: () => ({ phase: 'absent' }),
  decide: (command, node) => {
    if (command.type === 'JoinNode') {
      const { type: _, ...facts } = command;
      if (node.phase === 'present' && factsOf(node) === factsOf(facts)) return node.lost ? [{ type: 'NodeReturned' }] : [];
      return [{ type: 'NodeJoined', ...facts }];
    }
    if (node.phase === 'absent') {
      if (command.type === 'ReportLost' || command.type === 'ReportAlive') return [];
      throw new Rejection('NODE_NOT_FOUND', 'no such node: see "lading node ls"');
    }
    switch (command.type) {
      case 'ReportLost':
        return node.lost ? [] : [{ type: 'NodeLost', lastSeenMs: command.lastSeenMs }];
      case 'ReportAlive':
        return node.lost ? [{ type: 'NodeReturned' }] : [];
      case 'DrainNode':
        return node.drained ? [] : [{ type: 'NodeDrained' }];
      case 'ActivateNode':
        return node.drained ? [{ type: 'NodeActivated' }] : [];
      case 'RemoveNode':
        if (!node.lost && !command.force) throw new Rejection('NODE_ALIVE', `node ${node.name} answers: stop its agent first, or use force`);
        return [{ type: 'NodeRemoved' }];
      default:
        return unreachable(command);
    }
  },
  evolve: (node, event, atMs) => {
    if (event.type === 'NodeJoined') {
      const { type: _, ...facts } = event;
      return { phase: 'present', ...facts, lost: false, drained: node.phase === 'present' && node.drained, joinedAtMs: node.phase === 'present' ? node.joinedAtMs : atMs, lastSeenMs: atMs };
    }
    if (node.phase === 'absent') return node;
    switch (event.type) {
      case 'NodeLost':
        return { ...node, lost: true, lastSeenMs: event.lastSeenMs };
      case 'NodeReturned':
        return { ...node, lost: false, lastSeenMs: atMs };
      case 'NodeDrained':
        return { ...node, drained: true };
      case 'NodeActivated':
        return { ...node, drained: false };
      case 'NodeRemoved':
        return { phase: 'absent' };
      default:
        return unreachable(event);
    }
  },
};
