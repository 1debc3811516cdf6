import type { Decider } from '#kernel/decider.ts';
import { Rejection, unreachable } from '#kernel/rejection.ts';
import { formatAddress, formatBlock, freeNodeBlock, ownAddress, parseAddress, parseBlock } from '../addressing/subnets.ts';

type Facts = {
  readonly networkId: string; readonly name: string; readonly driver: string; readonly subnet: string; readonly gateway: string; readonly ipRange: string; readonly internal: boolean; readonly attachable: boolean;
  readonly labels: Record<string, string>; readonly options: Record<string, string>; readonly vni: number; readonly mtu: number; readonly predefined: boolean;
};

export type NodeBlock = { readonly nodeId: string; readonly block: string; readonly nodeAddress: string };

export type NetworkEvent = ({ type: 'NetworkCreated' } & Facts) | ({ type: 'BlockAssigned' } & NodeBlock) | { type: 'BlockReturned'; nodeId: string } | { type: 'NetworkRemoved' };

export type NetworkCommand =
  | ({ type: 'CreateNetwork' } & Facts)
  /** `fullBlocks`: how many it has, and wants one more. */
  | { type: 'JoinNetwork'; nodeId: string; fullBlocks: number }
  | { type: 'LeaveNetwork'; nodeId: string }
  /** `users`: containers that are on it, in words. */
  | { type: 'RemoveNetwork'; users: readonly string[] };

export type Network = { phase: 'absent' } | ({ phase: 'present'; createdAtMs: number; blocks: readonly NodeBlock[] } & Facts) | { phase: 'removed'; name: string };

/** A network, and the blocks of its addresses that each node gives out by itself. */
export const networkDecider: Decider<Network, NetworkCommand, NetworkEvent> = {
  initial: () => ({ phase: 'absent' }),
  decide: (command, network) => {
    switch (command.type) {
      case 'CreateNetwork':
        return network.phase === 'absent' ? [{ ...command, type: 'NetworkCreated' }] : [];
      case 'JoinNetwork':
        return join(present(network), command);
      case 'LeaveNetwork':
        return network.phase === 'present' && network.blocks.some(({ nodeId }) => nodeId === command.nodeId) ? [{ type: 'BlockReturned', nodeId: command.nodeId }] : [];
      case 'RemoveNetwork':
        return remove(present(network), command.users);
      default:
        return unreachable(command);
    }
  },
  evolve: (network, event, atMs) => {
    if (event.type === 'NetworkCreated') {
      const { type: _, ...facts } = event;
      return { phase: 'present', ...facts, createdAtMs: atMs, blocks: [] };
    }
    if (network.phase !== 'present') return network;
    if (event.type === 'NetworkRemoved') return { phase: 'removed', name: network.name };
    if (event.type === 'BlockReturned') return { ...network, blocks: network.blocks.filter(({ nodeId }) => nodeId !== event.nodeId) };
    const { type: _, ...block } = event;
    return { ...network, blocks: [...network.blocks.filter((one) => one.block !== block.block), block] };
  },
};

type Present = Extract<Network, { phase: 'present' }>;

const present = (network: Network): Present => {
  if (network.phase === 'present') return network;
  throw new Rejection('NETWORK_NOT_FOUND', `network ${network.phase === 'removed' ? network.name : ''} not found`);
};

const join = ({ name, driver, subnet, gateway, ipRange, blocks }: Present, { nodeId, fullBlocks }: { nodeId: string; fullBlocks: number }): readonly NetworkEvent[] => {
  const own = blocks.filter((block) => block.nodeId === nodeId);
  if (driver !== 'bridge' || own.length > fullBlocks) return [];
  const whole = parseBlock(subnet);
  const block = freeNodeBlock(ipRange ? parseBlock(ipRange) : whole, blocks.map((other) => parseBlock(other.block)));
  if (!block) throw new Rejection('SUBNET_EXHAUSTED', `network ${name} (${subnet}) has no addresses left for node ${nodeId}: make one with a larger subnet`);
  // Its own address in the network is of its first block, and stays.
  return [{ type: 'BlockAssigned', nodeId, block: formatBlock(block), nodeAddress: own[0]?.nodeAddress ?? formatAddress(ownAddress(block, whole, parseAddress(gateway))) }];
};

const remove = ({ name, predefined }: Present, users: readonly string[]): readonly NetworkEvent[] => {
  if (predefined) throw new Rejection('NETWORK_PREDEFINED', `${name} is a pre-defined network and cannot be removed`);
  if (users.length > 0) throw new Rejection('NETWORK_IN_USE', `error while removing network: network ${name} has active endpoints (${users.join(', ')})`);
  return [{ type: 'NetworkRemoved' }];
};
