import type { Decider } from '#kernel/decider.ts';
import { Rejection, unreachable } from '#kernel/rejection.ts';

export type Layer = { readonly digest: string; readonly diffId: string; readonly sizeBytes: number; readonly compression: string };

export type ImageEvent =
  | { type: 'ImageRegistered'; imageId: string; configJson: string; layers: readonly Layer[]; manifestDigest: string; manifestJson: string }
  | { type: 'ImageStored'; nodeId: string }
  | { type: 'ImageDropped'; nodeId: string }
  | { type: 'ImageRemoved' };

export type ImageCommand =
  | { type: 'RegisterImage'; imageId: string; configJson: string; layers: readonly Layer[]; manifestDigest: string; manifestJson: string; nodeId: string }
  | { type: 'ReportStored'; nodeId: string; stored: boolean }
  | { type: 'RemoveImage'; users: readonly string[] };

export type Image =
  | { phase: 'absent' }
  | { phase: 'present'; imageId: string; configJson: string; layers: readonly Layer[]; manifestDigest: string; manifestJson: string; nodeIds: readonly string[]; registeredAtMs: number };

const without = (nodeIds: readonly string[], nodeId: string): readonly string[] => nodeIds.filter((one) => one !== nodeId);

/** An image by its content: what it is, and which nodes hold all of it. */
export const imageDecider: Decider<Image, ImageCommand, ImageEvent> = {
  initial: () => ({ phase: 'absent' }),
  decide: (command, image) => {
    switch (command.type) {
      case 'RegisterImage': {
        const { nodeId, ...content } = command;
        const registered: readonly ImageEvent[] = image.phase === 'present' ? [] : [{ ...content, type: 'ImageRegistered' }];
        const known = image.phase === 'present' && image.nodeIds.includes(nodeId);
        return nodeId === '' || known ? registered : [...registered, { type: 'ImageStored', nodeId }];
      }
      case 'ReportStored':
        if (image.phase === 'absent' || image.nodeIds.includes(command.nodeId) === command.stored) return [];
        return [{ type: command.stored ? 'ImageStored' : 'ImageDropped', nodeId: command.nodeId }];
      case 'RemoveImage':
        if (image.phase === 'absent') return [];
        if (command.users.length > 0)
          throw new Rejection('IMAGE_IN_USE', `conflict: unable to delete ${image.imageId.slice(7, 19)} (cannot be forced) - image is being used by container ${command.users[0]?.slice(0, 12)}`);
        return [{ type: 'ImageRemoved' }];
      default:
        return unreachable(command);
    }
  },
  evolve: (image, event, atMs) => {
    if (event.type === 'ImageRegistered') {
      const { type: _, ...content } = event;
      return { phase: 'present', ...content, nodeIds: [], registeredAtMs: atMs };
    }
    if (image.phase === 'absent') return image;
    if (event.type === 'ImageRemoved') return { phase: 'absent' };
    return { ...image, nodeIds: event.type === 'ImageStored' ? [...without(image.nodeIds, event.nodeId), event.nodeId] : without(image.nodeIds, event.nodeId) };
  },
};
