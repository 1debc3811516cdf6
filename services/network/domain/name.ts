import type { Decider } from '#kernel/decider.ts';
import { Rejection } from '#kernel/rejection.ts';

export type NameEvent = { type: 'NetworkNameClaimed'; name: string; networkId: string } | { type: 'NetworkNameReleased'; name: string; networkId: string };
export type NameCommand =
  | { type: 'ClaimName'; name: string; networkId: string; holderGone: (holder: { networkId: string; sinceMs: number }) => boolean }
  | { type: 'ReleaseName'; name: string; networkId: string };
export type NameHolder = { networkId: string; sinceMs: number } | undefined;

/** Which network a name means. */
export const nameDecider: Decider<NameHolder, NameCommand, NameEvent> = {
  initial: () => undefined,
  decide: (command, holder) => {
    if (command.type === 'ReleaseName') return holder?.networkId === command.networkId ? [{ ...command, type: 'NetworkNameReleased' }] : [];
    if (holder?.networkId === command.networkId) return [];
    if (holder && !command.holderGone(holder)) throw new Rejection('NAME_TAKEN', `network with name ${command.name} already exists`);
    return [{ type: 'NetworkNameClaimed', name: command.name, networkId: command.networkId }];
  },
  evolve: (holder, event, atMs) => {
    if (event.type === 'NetworkNameClaimed') return { networkId: event.networkId, sinceMs: atMs };
    return holder?.networkId === event.networkId ? undefined : holder;
  },
};
