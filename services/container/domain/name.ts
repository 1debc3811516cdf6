import { Rejection } from '#kernel/rejection.ts';
import type { Decider } from '#kernel/decider.ts';

/** Who holds a name. */
export type NameHolder = { containerId: string; nodeId: string; sinceMs: number } | undefined;

export type NameEvent =
  | { type: 'ContainerNameClaimed'; name: string; containerId: string; nodeId: string }
  | { type: 'ContainerNameReleased'; name: string; containerId: string };

export type NameCommand =
  /** `holderGone`: the container that holds the name is no more, so its claim is void. */
  | { type: 'ClaimName'; name: string; containerId: string; nodeId: string; holderGone: (holder: NonNullable<NameHolder>) => boolean }
  | { type: 'ReleaseName'; name: string; containerId: string };

export const nameDecider: Decider<NameHolder, NameCommand, NameEvent> = {
  initial: () => undefined,
  decide: (command, holder) => {
    if (command.type === 'ReleaseName') return holder?.containerId === command.containerId ? [{ ...command, type: 'ContainerNameReleased' }] : [];
    if (holder?.containerId === command.containerId) return [];
    if (holder && !command.holderGone(holder))
      throw new Rejection(
        'NAME_TAKEN',
        `Conflict. The container name "/${command.name}" is already in use by container "${holder.containerId}". You have to remove (or rename) that container to be able to reuse that name.`,
      );
    return [{ type: 'ContainerNameClaimed', name: command.name, containerId: command.containerId, nodeId: command.nodeId }];
  },
  evolve: (holder, event, atMs) => {
    if (event.type === 'ContainerNameClaimed') return { containerId: event.containerId, nodeId: event.nodeId, sinceMs: atMs };
    return holder?.containerId === event.containerId ? undefined : holder;
  },
};
