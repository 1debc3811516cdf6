import type { Decider } from '#kernel/decider.ts';
import { Rejection } from '#kernel/rejection.ts';
import { familiar, parseReference } from '#kernel/reference.ts';

/** What a name points at: a manifest or index, and the image that it is for the platform's machines; either may be empty. */
export type Target = { readonly imageId: string; readonly manifestDigest: string };

export type TagEvent = ({ type: 'TagMoved'; reference: string } & Target) | { type: 'TagRemoved'; reference: string };

/** `immutable`: whether its repository lets tags be set once only. */
export type TagCommand = ({ type: 'MoveTag'; reference: string; immutable: boolean } & Target) | { type: 'RemoveTag'; reference: string };

/** One that was removed is remembered with where it pointed: in an immutable repository it may be set to that again, and to nothing else. */
export type Tag = { phase: 'absent' } | ({ phase: 'present' | 'removed'; reference: string } & Target);

const isSame = (tag: Target, { imageId, manifestDigest }: Target): boolean => tag.imageId === imageId && tag.manifestDigest === manifestDigest;

/** What a reference points at. */
export const tagDecider: Decider<Tag, TagCommand, TagEvent> = {
  initial: () => ({ phase: 'absent' }),
  decide: (command, tag) => {
    if (command.type === 'RemoveTag') return tag.phase === 'present' ? [{ type: 'TagRemoved', reference: command.reference }] : [];
    const { reference, imageId, manifestDigest } = command;
    if (tag.phase === 'present' && isSame(tag, command)) return [];
    refuseSecond(command, tag);
    return [{ type: 'TagMoved', reference, imageId, manifestDigest }];
  },
  evolve: (tag, event) => {
    if (event.type === 'TagMoved') return { phase: 'present', reference: event.reference, imageId: event.imageId, manifestDigest: event.manifestDigest };
    return tag.phase === 'present' ? { ...tag, phase: 'removed' } : tag;
  },
};

/** Throws TAG_IMMUTABLE when the tag may not be set to this. */
export const refuseSecond = ({ reference, immutable, ...target }: { reference: string; immutable: boolean } & Target, tag: Tag): void => {
  if (!immutable || tag.phase === 'absent' || isSame(tag, target)) return;
  const { domain, path } = parseReference(reference);
  const repository = familiar({ domain, path, tag: '', digest: '' });
  throw new Rejection('TAG_IMMUTABLE', `${familiar(parseReference(reference))} was set before, and tags of ${repository} are set once: use another tag, or allow it by "lading image immutable ${repository} --off"`);
};
