import type { Decider } from '#kernel/decider.ts';
import { Rejection } from '#kernel/rejection.ts';

export type PortEvent = { type: 'PortClaimed'; serviceId: string; service: string } | { type: 'PortReleased'; serviceId: string };
export type PortCommand = { type: 'ClaimPort'; port: string; serviceId: string; service: string } | { type: 'ReleasePort'; serviceId: string };
export type PortHolder = { serviceId: string; service: string } | undefined;

/** Which service answers a port on every node. */
export const portDecider: Decider<PortHolder, PortCommand, PortEvent> = {
  initial: () => undefined,
  decide: (command, holder) => {
    if (command.type === 'ReleasePort') return holder?.serviceId === command.serviceId ? [{ type: 'PortReleased', serviceId: command.serviceId }] : [];
    if (holder?.serviceId === command.serviceId) return [];
    if (holder) throw new Rejection('PORT_TAKEN', `port ${command.port} of service ${command.service} is published by service ${holder.service} already: choose another, or take that one down`);
    return [{ type: 'PortClaimed', serviceId: command.serviceId, service: command.service }];
  },
  evolve: (holder, event) => {
    if (event.type === 'PortClaimed') return { serviceId: event.serviceId, service: event.service };
    return holder?.serviceId === event.serviceId ? undefined : holder;
  },
};
