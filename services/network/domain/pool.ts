import type { Decider } from '#kernel/decider.ts';
import { Rejection } from '#kernel/rejection.ts';
import { formatBlock, freeSubnet, overlaps, parseBlock } from '../addressing/subnets.ts';

export type PoolEvent = { type: 'SubnetClaimed'; networkId: string; subnet: string; vni: number } | { type: 'SubnetReleased'; networkId: string };
export type PoolCommand = { type: 'ClaimSubnet'; networkId: string; name: string; subnet: string } | { type: 'ReleaseSubnet'; networkId: string };
export type Pool = ReadonlyMap<string, { subnet: string; vni: number }>;

/** Below are identifiers that other tools like to take. */
const firstVni = 4_097;

/** All subnets in use, in one place: two networks never get the same, whoever asks at the same time. */
export const poolDecider: Decider<Pool, PoolCommand, PoolEvent> = {
  initial: () => new Map(),
  decide: (command, pool) => {
    if (command.type === 'ReleaseSubnet') return pool.has(command.networkId) ? [{ type: 'SubnetReleased', networkId: command.networkId }] : [];
    if (pool.has(command.networkId)) return [];
    const taken = [...pool].map(([networkId, { subnet }]) => ({ networkId, block: parseBlock(subnet) }));
    const asked = command.subnet === '' ? freeSubnet(taken.map(({ block }) => block)) : parseBlock(command.subnet);
    if (!asked) throw new Rejection('SUBNET_EXHAUSTED', 'all predefined address pools have been fully subnetted: remove networks or name a subnet');
    const clash = taken.find(({ block }) => overlaps(block, asked));
    if (clash) throw new Rejection('SUBNET_TAKEN', `invalid pool request: Pool overlaps with other one on this address space: ${formatBlock(asked)} is in use by network ${clash.networkId.slice(0, 12)}`);
    const vnis = new Set([...pool.values()].map(({ vni }) => vni));
    let vni = firstVni;
    while (vnis.has(vni)) vni++;
    return [{ type: 'SubnetClaimed', networkId: command.networkId, subnet: formatBlock(asked), vni }];
  },
  evolve: (pool, event) => {
    const next = new Map(pool);
    if (event.type === 'SubnetClaimed') next.set(event.networkId, { subnet: event.subnet, vni: event.vni });
    else next.delete(event.networkId);
    return next;
  },
};
