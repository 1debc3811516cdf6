import { following, type Context } from '#kernel/context.ts';
import { refuseSecond, type Target } from '../domain/tag.ts';
import { canonical, parseReference, type Reference } from '#kernel/reference.ts';
import type { Images } from './images.ts';
import { reachable } from './manifests.ts';
import { repositoryAggregate, tagAggregate } from './names.ts';

export type Pointed = { changed: boolean; sequence: number };

/** Throws TAG_IMMUTABLE when one of the references may not be moved there: asked before anything is written for them. */
export const refuseMoves = (images: Images, references: readonly string[], target: Target): void => {
  for (const parsed of references.map(parseReference))
    if (parsed.digest === '') refuseSecond({ ...target, reference: canonical(parsed), immutable: isImmutable(images, parsed) }, images.tags.get(tagAggregate(canonical(parsed))).state);
};

/**
 * Points a reference at an image and its manifest, which can be had from the reference's repository from then on, with what it leads to.
 * A reference by digest is no tag: only its repository changes. Throws TAG_IMMUTABLE.
 */
export const point = async (images: Images, text: string, target: Target, context: Context): Promise<Pointed> => {
  const parsed = parseReference(text);
  const reference = canonical(parsed);
  refuseMoves(images, [reference], target);
  const step = (name: string): Context => following({ id: context.commandId, ...context }, `${context.commandId}/${name}`, context.actor, context.reason);
  const repository = repositoryName(parsed);
  const manifests = target.manifestDigest === '' ? [] : reachable(images, target.manifestDigest);
  const listed = await images.handleRepository(repositoryAggregate(repository), { type: 'AddManifests', repository, manifests }, step(`list ${reference}`));
  if (parsed.digest !== '') return listed;
  const { imageId, manifestDigest } = target;
  const moved = await images.handleTag(tagAggregate(reference), { type: 'MoveTag', reference, imageId, manifestDigest, immutable: isImmutable(images, parsed) }, step(reference));
  return { changed: listed.changed || moved.changed, sequence: Math.max(listed.sequence, moved.sequence) };
};

const repositoryName = ({ domain, path }: Reference): string => `${domain}/${path}`;

const isImmutable = ({ repositories }: Images, reference: Reference): boolean => repositories.get(repositoryAggregate(repositoryName(reference))).state.immutable;
