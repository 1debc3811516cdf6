import type { Decider } from '#kernel/decider.ts';
import { Rejection, unreachable } from '#kernel/rejection.ts';

type Facts = { readonly name: string; readonly nodeId: string; readonly driver: string; readonly labels: Record<string, string>; readonly options: Record<string, string>; readonly anonymous: boolean };

export type VolumeEvent = ({ type: 'VolumeCreated' } & Facts) | { type: 'VolumeRemoveRequested' } | { type: 'VolumeRemoved' };

export type VolumeCommand =
  | ({ type: 'CreateVolume' } & Facts)
  /** `users`: containers that mount it. */
  | { type: 'RemoveVolume'; name: string; force: boolean; users: readonly string[] }
  | { type: 'ReportRemoved' };

export type Volume = { phase: 'absent' } | ({ phase: 'present'; createdAtMs: number; removing: boolean } & Facts);

/** A named volume and the node it lives on. A removed one's name may be used again. */
export const volumeDecider: Decider<Volume, VolumeCommand, VolumeEvent> = {
  initial: () => ({ phase: 'absent' }),
  decide: (command, volume) => {
    switch (command.type) {
      case 'CreateVolume':
        if (volume.phase === 'absent') return [{ ...command, type: 'VolumeCreated' }];
        if (volume.removing) throw new Rejection('VOLUME_REMOVING', `volume ${volume.name} is being removed: try again when it is gone`);
        return [];
      case 'RemoveVolume':
        if (volume.phase === 'absent') {
          if (command.force) return [];
          throw new Rejection('VOLUME_NOT_FOUND', `get ${command.name}: no such volume`);
        }
        if (volume.removing) return [];
        if (command.users.length > 0) throw new Rejection('VOLUME_IN_USE', `remove ${volume.name}: volume is in use - [${command.users.join(', ')}]`);
        return [{ type: 'VolumeRemoveRequested' }];
      case 'ReportRemoved':
        return volume.phase === 'present' && volume.removing ? [{ type: 'VolumeRemoved' }] : [];
      default:
        return unreachable(command);
    }
  },
  evolve: (volume, event, atMs) => {
    if (event.type === 'VolumeCreated') {
      const { type: _, ...facts } = event;
      return { phase: 'present', ...facts, createdAtMs: atMs, removing: false };
    }
    if (volume.phase === 'absent') return volume;
    return event.type === 'VolumeRemoved' ? { phase: 'absent' } : { ...volume, removing: true };
  },
};
