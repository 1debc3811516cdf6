import * as endpoints from '#endpoints/image.ts';
import { asOf, isPast, type Moment } from '#kernel/as-of.ts';
import { following, type Context } from '#kernel/context.ts';
import type { Platform } from '#kernel/platform.ts';
import { Rejection } from '#kernel/rejection.ts';
import type { RemoveImage, RemoveImageReply } from '#proto/image.ts';
import { imageCodec, tagCodec } from '../codec/events.ts';
import { imageDecider } from '../domain/image.ts';
import { tagDecider } from '../domain/tag.ts';
import { canonical, familiar, parseReference } from '../reference/reference.ts';
import { imageAggregate, listViews, resolve, tagAggregate, type Images, type Known } from './images.ts';

export const serve = (platform: Platform, images: Images, usersOf: (imageId: string) => string[]): void => {
  const { bus } = platform;
  bus.serve(endpoints.registerImage, async ({ references, ...content }, { context }) => {
    const { changed, sequence } = await images.handleImage(imageAggregate(content.imageId), { type: 'RegisterImage', ...content }, context);
    const moves = await Promise.all(references.map((reference) => move(images, reference, content, context)));
    return { message: { imageId: content.imageId, changed: changed || moves.some((one) => one.changed) }, sequence: Math.max(sequence, ...moves.map((one) => one.sequence)) };
  });
  bus.serve(endpoints.tagImage, async ({ image, reference }, { context }) => {
    const { imageId, manifestDigest } = resolve(images, image);
    const { changed, sequence } = await move(images, reference, { imageId, manifestDigest }, context);
    return { message: { imageId, changed }, sequence };
  });
  bus.serve(endpoints.removeImage, async (request, { context }) => ({ message: await remove(images, usersOf, request, context), sequence: platform.position() }));
  bus.serve(endpoints.listImages, async (request, { minSequence }) => {
    await platform.applied(minSequence);
    return { message: { images: listViews(isPast(request) ? await past(platform, request) : images) }, sequence: platform.position() };
  });
  bus.serve(endpoints.resolveImage, async ({ image }, { minSequence }) => {
    await platform.applied(minSequence);
    return { message: resolve(images, image), sequence: platform.position() };
  });
  bus.serveNode(endpoints.askImage, async ({ image }) => ({ message: resolve(images, image) }));
  bus.serveNode(endpoints.reportImage, async ({ imageId, stored }, { nodeId, context }) => {
    const { sequence } = await images.handleImage(imageAggregate(imageId), { type: 'ReportStored', nodeId, stored }, context);
    return { message: {}, sequence };
  });
};

const past = async ({ store }: Platform, moment: Moment): Promise<Known> => ({
  images: await asOf(store, 'image.*', moment, imageDecider, imageCodec),
  tags: await asOf(store, 'image.tag.*', moment, tagDecider, tagCodec),
});

const move = (images: Images, text: string, { imageId, manifestDigest }: { imageId: string; manifestDigest: string }, context: Context) => {
  const parsed = parseReference(text);
  if (parsed.digest !== '') throw new Rejection('INVALID', `refusing to create a tag with a digest reference: ${text}`);
  const reference = canonical(parsed);
  return images.handleTag(tagAggregate(reference), { type: 'MoveTag', reference, imageId, manifestDigest }, following({ id: context.commandId, ...context }, `${context.commandId}/${reference}`, context.actor, context.reason));
};

// By reference: that reference goes, and the image with the last of them. By id: all of it.
const remove = async (images: Images, usersOf: (imageId: string) => string[], { image, force }: RemoveImage, context: Context): Promise<RemoveImageReply> => {
  const { imageId, references } = resolve(images, image);
  const byReference = references.find((reference) => reference === tryCanonical(image));
  if (byReference === undefined && references.length > 1 && !force)
    throw new Rejection('IMAGE_IN_USE', `conflict: unable to delete ${imageId.slice(7, 19)} (must be forced) - image is referenced in multiple repositories`);
  const untagged = byReference === undefined ? references : [byReference];
  const last = untagged.length === references.length;
  const users = usersOf(imageId);
  if (last && users.length > 0 && !(force && byReference !== undefined))
    throw new Rejection('IMAGE_IN_USE', `conflict: unable to remove repository reference "${image}" (must force) - container ${users[0]?.slice(0, 12)} is using its referenced image ${imageId.slice(7, 19)}`);
  for (const reference of untagged) await images.handleTag(tagAggregate(reference), { type: 'RemoveTag', reference }, following({ id: context.commandId, ...context }, `${context.commandId}/${reference}`, context.actor));
  const goes = last && users.length === 0;
  if (goes) await images.handleImage(imageAggregate(imageId), { type: 'RemoveImage', users }, context);
  return { untagged: untagged.map((reference) => familiar(parseReference(reference))), deleted: goes ? [imageId] : [] };
};

const tryCanonical = (text: string): string | undefined => {
  try {
    return canonical(parseReference(text));
  } catch {
    return undefined;
  }
};
