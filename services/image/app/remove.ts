import { following, type Context } from '#kernel/context.ts';
import { Rejection } from '#kernel/rejection.ts';
import type { RemoveImage, RemoveImageReply, RemoveManifest } from '#proto/image.ts';
import { entriesOf, valueOf } from '../domain/by-digest.ts';
import { familiar, parseReference } from '#kernel/reference.ts';
import type { Manifest } from '../manifests/read.ts';
import type { Images } from './images.ts';
import { manifestOf, reachable } from './manifests.ts';
import { imageAggregate, isTag, manifestAggregate, repositoryAggregate, repositoryIn, repositoryOf, tagAggregate, tagIn, tryCanonical } from './names.ts';
import { meant } from './resolve.ts';
import { namesIn, targetOf } from './views.ts';

/** By reference: that reference goes, and the image with the last of them. By id: all of it. What no tag leads to any more leaves the repositories, too. */
export const removeImage = async (images: Images, usersOf: (imageId: string) => string[], { image, force }: RemoveImage, context: Context): Promise<RemoveImageReply> => {
  const { imageId } = meant(images, image);
  const asked = tryCanonical(image);
  const names = namesIn(images).filter((name) => (imageId === '' ? name.reference === asked : name.imageId === imageId));
  const byReference = names.find(({ reference }) => reference === asked);
  if (byReference === undefined && names.length > 1 && !force)
    throw new Rejection('IMAGE_IN_USE', `conflict: unable to delete ${imageId.slice(7, 19)} (must be forced) - image is referenced in multiple repositories`);
  const untagged = byReference === undefined ? names : [byReference];
  const last = imageId !== '' && untagged.length === names.length;
  const users = imageId === '' ? [] : usersOf(imageId);
  if (last && users.length > 0 && !(force && byReference !== undefined))
    throw new Rejection('IMAGE_IN_USE', `conflict: unable to remove repository reference "${image}" (must force) - container ${users[0]?.slice(0, 12)} is using its referenced image ${imageId.slice(7, 19)}`);
  for (const { reference } of untagged) await images.handleTag(tagAggregate(reference), { type: 'RemoveTag', reference }, step(context, reference));
  const goes = last && users.length === 0;
  for (const [repository, roots] of Map.groupBy(untagged, ({ reference }) => repositoryIn(reference))) await unlist(images, repository, roots.map((root) => root.manifestDigest), step(context, `untag ${repository}`));
  if (goes) {
    for (const [, { state }] of [...images.repositories.entries()]) await unlist(images, state.name, leadingTo(images, state.name, imageId), step(context, `remove ${state.name}`));
    await images.handleImage(imageAggregate(imageId), { type: 'RemoveImage', users }, context);
  }
  return { untagged: untagged.map(({ reference }) => familiar(parseReference(reference))), deleted: goes ? [imageId] : [] };
};

/** As a registry's client asks: a tag goes alone, a manifest with the tags that point at it. Throws MANIFEST_UNKNOWN. */
export const removeManifest = async (images: Images, { repository: name, reference }: RemoveManifest, context: Context): Promise<{ sequence: number }> => {
  const repository = repositoryOf(name);
  const unknown = new Rejection('MANIFEST_UNKNOWN', `manifest unknown: ${name} has no ${reference}`);
  const remove = (tag: string) => images.handleTag(tagAggregate(tag), { type: 'RemoveTag', reference: tag }, step(context, tag));
  if (isTag(reference)) {
    const removed = await remove(tagIn(repository, reference));
    if (!removed.changed) throw unknown;
    return removed;
  }
  if (valueOf(images.repositories.get(repositoryAggregate(repository)).state.manifests, reference) === undefined) throw unknown;
  // Tags first: who is cut off in between and asks again finds the manifest and goes on.
  for (const tag of tagsIn(images, repository)) if (targetOf(images, tag)?.manifestDigest === reference) await remove(tag);
  return images.handleRepository(repositoryAggregate(repository), { type: 'RemoveManifests', digests: [reference] }, context);
};

/** Takes manifests out of a repository with what only they lead to, and what is about them; what a tag leads to stays. */
const unlist = async (images: Images, repository: string, roots: readonly string[], context: Context): Promise<void> => {
  const { manifests } = images.repositories.get(repositoryAggregate(repository)).state;
  const below = (digests: readonly string[]): Set<string> => new Set(digests.flatMap((digest) => reachable(images, digest).map((listed) => listed.digest)));
  const tagged = below(tagsIn(images, repository).map((tag) => targetOf(images, tag)?.manifestDigest ?? ''));
  const candidates = below(roots);
  const others = below(entriesOf(manifests).map(([digest]) => digest).filter((digest) => !candidates.has(digest)));
  const goes = new Set([...candidates].filter((digest) => valueOf(manifests, digest) && !tagged.has(digest) && !others.has(digest)));
  for (const [digest, { subject }] of entriesOf(manifests)) if (goes.has(subject) && !tagged.has(digest)) goes.add(digest);
  if (goes.size > 0) await images.handleRepository(repositoryAggregate(repository), { type: 'RemoveManifests', digests: [...goes] }, context);
};

/** Manifests of an image that a repository lists, and indexes that lead to them. */
const leadingTo = (images: Images, repository: string, imageId: string): string[] => {
  const listed = entriesOf(images.repositories.get(repositoryAggregate(repository)).state.manifests).map(([digest]) => ({ digest, text: images.manifests.get(manifestAggregate(digest)).state?.text ?? '' }));
  // Looked for as text first: a repository may list thousands, of which few are to be read.
  const own = listed.filter(({ digest, text }) => text.includes(imageId) && isOf(manifestOf(images, digest), imageId)).map(({ digest }) => digest);
  return [...own, ...listed.filter(({ text }) => own.some((digest) => text.includes(digest))).map(({ digest }) => digest)];
};

const isOf = (manifest: Manifest | undefined, imageId: string): boolean => manifest?.kind === 'image' && manifest.config.digest === imageId;

const tagsIn = (images: Images, repository: string): string[] => namesIn(images).flatMap(({ reference }) => (reference.startsWith(`${repository}:`) ? [reference] : []));

const step = (context: Context, name: string): Context => following({ id: context.commandId, ...context }, `${context.commandId}/${name}`, context.actor, context.reason);
