import * as endpoints from '#endpoints/image.ts';
import { following, type Context } from '#kernel/context.ts';
import type { Platform } from '#kernel/platform.ts';
import { Rejection } from '#kernel/rejection.ts';
import type { Image as ImageView, PruneImages, RemoveImageReply } from '#proto/image.ts';
import type { Garbage } from './garbage.ts';
import type { Images } from './images.ts';
import { removeImage } from './remove.ts';
import { listViews } from './views.ts';

type Users = (imageId: string) => string[];

/** Removes images that nobody uses, and has the nodes free at once what nobody refers to any more. */
export const servePrune = ({ bus, applied, position, store }: Platform, images: Images, usersOf: Users, garbage: Garbage): void =>
  bus.serve(endpoints.pruneImages, async (request, { context }) => {
    await applied(await store.last());
    const removed: RemoveImageReply[] = [];
    for (const { imageId } of listViews(images).filter((image) => isAsked(image, request) && usersOf(image.imageId).length === 0)) removed.push(await removedUnlessUsed(images, usersOf, imageId, context));
    const deleted = removed.flatMap((one) => one.deleted);
    // Who refers to what is folded from the log alone.
    await applied(await store.last());
    return { message: { untagged: removed.flatMap((one) => one.untagged), deleted, freedBytes: freeNow({ bus }, images, garbage, deleted) }, sequence: position() };
  });

const isAsked = ({ references, createdAtMs, configJson }: ImageView, { all, untilMs, labels, withoutLabels }: PruneImages): boolean => {
  const own = labelsIn(configJson);
  return (all || references.length === 0) && (untilMs === 0 || createdAtMs < untilMs) && labels.every((label) => hasLabel(own, label)) && !withoutLabels.some((label) => hasLabel(own, label));
};

const labelsIn = (configJson: string): Record<string, string> => (JSON.parse(configJson) as { config?: { Labels?: Record<string, string> | null } }).config?.Labels ?? {};

const hasLabel = (labels: Record<string, string>, asked: string): boolean => {
  const [key = '', ...value] = asked.split('=');
  return key in labels && (value.length === 0 || labels[key] === value.join('='));
};

const removedUnlessUsed = async (images: Images, usersOf: Users, imageId: string, context: Context): Promise<RemoveImageReply> => {
  try {
    return await removeImage(images, usersOf, { image: imageId, force: true }, following({ id: context.commandId, ...context }, `${context.commandId}/${imageId}`, context.actor, context.reason));
  } catch (error) {
    // Somebody came to use it, or removed it, meanwhile.
    if (error instanceof Rejection && (error.code === 'IMAGE_IN_USE' || error.code === 'IMAGE_NOT_FOUND')) return { untagged: [], deleted: [] };
    throw error;
  }
};

/** Tells every node what it may free now; gives how much that is. What is not heard is asked for again after the grace period. */
const freeNow = ({ bus }: Pick<Platform, 'bus'>, { holdings }: Images, garbage: Garbage, deleted: readonly string[]): number => {
  let freedBytes = 0;
  for (const nodeId of holdings.nodeIds()) {
    const blobs = garbage.of(nodeId, true);
    freedBytes += blobs.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
    if (blobs.length > 0 || deleted.length > 0) bus.publish(`work.${nodeId}.${endpoints.contentWork.kind}`, endpoints.contentWork.message, { removeImages: deleted, removeBlobs: blobs.map(({ digest }) => digest), restoreBlobs: [] });
  }
  return freedBytes;
};
