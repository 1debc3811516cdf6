import type { Decider } from '#kernel/decider.ts';

export type TagEvent = { type: 'TagMoved'; reference: string; imageId: string } | { type: 'TagRemoved'; reference: string };
export type TagCommand = { type: 'MoveTag'; reference: string; imageId: string } | { type: 'RemoveTag'; reference: string };
export type Tag = { reference: string; imageId: string } | undefined;

/** What a reference points at. */
export const tagDecider: Decider<Tag, TagCommand, TagEvent> = {
  initial: () => undefined,
  decide: (command, tag) => {
    if (command.type === 'RemoveTag') return tag === undefined ? [] : [{ type: 'TagRemoved', reference: command.reference }];
    return tag?.imageId === command.imageId ? [] : [{ type: 'TagMoved', reference: command.reference, imageId: command.imageId }];
  },
  evolve: (_tag, event) => (event.type === 'TagMoved' ? { reference: event.reference, imageId: event.imageId } : undefined),
};
