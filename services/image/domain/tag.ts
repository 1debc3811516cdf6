import type { Decider } from '#kernel/decider.ts';

/** What a name points at: a manifest or index, and the image that it is for the platform's machines. */
type Target = { imageId: string; manifestDigest: string };

export type TagEvent = ({ type: 'TagMoved'; reference: string } & Target) | { type: 'TagRemoved'; reference: string };
export type TagCommand = ({ type: 'MoveTag'; reference: string } & Target) | { type: 'RemoveTag'; reference: string };
export type Tag = ({ reference: string } & Target) | undefined;

/** What a reference points at. */
export const tagDecider: Decider<Tag, TagCommand, TagEvent> = {
  initial: () => undefined,
  decide: (command, tag) => {
    if (command.type === 'RemoveTag') return tag === undefined ? [] : [{ type: 'TagRemoved', reference: command.reference }];
    const { reference, imageId, manifestDigest } = command;
    return tag?.imageId === imageId && tag.manifestDigest === manifestDigest ? [] : [{ type: 'TagMoved', reference, imageId, manifestDigest }];
  },
  evolve: (_tag, event) => (event.type === 'TagMoved' ? { reference: event.reference, imageId: event.imageId, manifestDigest: event.manifestDigest } : undefined),
};
