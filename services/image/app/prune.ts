import * as endpoints from '#endpoints/image.ts';
import { following, type Context } from '#kernel/context.ts';
import type { Platform } from '#kernel/platform.ts';
import { Rejection } from '#kernel/rejection.ts';
import type { Image as ImageView, PruneImages, RemoveImageReply } from '#proto/image.ts';
import type { Builds } from './builds.ts';
import type { Garbage } from './garbage.ts';
import type { Images } from './images.ts';
import { removeImage } from './remove.ts';
import { listViews } from './views.ts';

type Users = (imageId: string) => string[];

/** Removes images that nobody uses, and has the nodes free at once what nobody refers to any more; what steps of builds made as well, where that is asked. */
export const servePrune = ({ bus, applied, position, store }: Platform, images: Images, usersOf: Users, garbage: Garbage, builds: Builds): void =>
  bus.serve(endpoints.pruneImages, async (request, { context }) => {
    await applied(await store.last());
    const removed: RemoveImageReply[] = [];
    for (const { imageId } of request.cacheOnly ? [] : listViews(images).filter((image) => isAsked(image, request) && usersOf(image.imageId).length === 0)) removed.push(await removedUnlessUsed(images, usersOf, imageId, context));
    // Of what is freed already, on its way, an earlier prune has told.
    const freedBefore = request.cacheOnly ? freeable(images, garbage) : new Set<string>();
    if (request.cache || request.cacheOnly) await dropCache(builds, request.untilMs, context);
    const deleted = removed.flatMap((one) => one.deleted);
    // Who refers to what is folded from the log alone.
    await applied(await store.last());
    return { message: { untagged: removed.flatMap((one) => one.untagged), deleted, freedBytes: freeNow({ bus }, images, garbage, deleted, freedBefore) }, sequence: position() };
  });

// Steps are executed again by the next build that needs them. Their layers stay where an image has them.
const dropCache = async ({ cache, handleCache }: Builds, untilMs: number, context: Context): Promise<void> => {
  const old = [...cache.entries()].flatMap(([aggregate, { state }]) => (state && (untilMs === 0 || state.madeAtMs < untilMs) ? [aggregate] : []));
  for (const aggregate of old) await handleCache(aggregate, { type: 'DropCache' }, following({ id: context.commandId, ...context }, `${context.commandId}/${aggregate}`, context.actor, context.reason));
};

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

/** What nodes may free as it is: node and digest. */
const freeable = ({ holdings }: Images, garbage: Garbage): ReadonlySet<string> => new Set(holdings.nodeIds().flatMap((nodeId) => garbage.of(nodeId, true).map(({ digest }) => `${nodeId} ${digest}`)));

/** Tells every node what it may free now; gives how much that is. What is not heard is asked for again after the grace period. */
const freeNow = ({ bus }: Pick<Platform, 'bus'>, { holdings }: Images, garbage: Garbage, deleted: readonly string[], freedBefore: ReadonlySet<string>): number => {
  let freedBytes = 0;
  for (const nodeId of holdings.nodeIds()) {
    const blobs = garbage.of(nodeId, true);
    freedBytes += blobs.reduce((sum, { digest, sizeBytes }) => sum + (freedBefore.has(`${nodeId} ${digest}`) ? 0 : sizeBytes), 0);
    if (blobs.length > 0 || deleted.length > 0) bus.publish(`work.${nodeId}.${endpoints.contentWork.kind}`, endpoints.contentWork.message, { removeImages: deleted, removeBlobs: blobs.map(({ digest }) => digest), restoreBlobs: [] });
  }
  return freedBytes;
};
