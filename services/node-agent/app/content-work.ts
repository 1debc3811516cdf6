import { contentWork, listContentWork, reportImage } from '#endpoints/image.ts';
import type { Bus } from '#kernel/bus/bus.ts';
import type { Context } from '#kernel/context.ts';
import type { Log } from '#kernel/log.ts';
import type { ContentStore } from '../effects/content/port.ts';
import type { Images } from './images.ts';

export type ContentWork = {
  /** Asks what nobody refers to any more, as of a sequence of the log at least, and frees it. */
  refresh: (minSequence: number) => Promise<void>;
  close: () => void;
};

type Parts = {
  nodeId: string;
  bus: Bus;
  content: ContentStore;
  images: Pick<Images, 'forget'>;
  context: () => Context;
  clock: () => number;
  log: Log;
  settings: ContentSettings;
};

export type ContentSettings = {
  /** An image that came in so recently may not be in the log yet: it is not taken for one that is gone. */
  imageSettledMs: number;
  /** A blob stays put away for so long before it is freed. Whoever found it here just before that has referred to it in the log by then. */
  blobRetiredMs: number;
};

/** Some rounds of asking. */
const prunedMoreMs = 30_000;

/** Frees what the platform says that nobody refers to. What work in flight here needs stays, and is told of again. */
export const openContentWork = ({ nodeId, bus, content, images, context, clock, log, settings }: Parts): ContentWork => {
  /** Blobs that may go without a grace period, by digest: until when they are tried. An image that is not settled yet keeps its own for a while. */
  const pruned = new Map<string, number>();

  const settled = (): string[] => content.listRecords().filter(({ recordedAtMs }) => clock() - recordedAtMs >= settings.imageSettledMs).map(({ imageId }) => imageId);

  const removeImages = async (imageIds: readonly string[]): Promise<void> => {
    const mayGo = new Set(settled());
    for (const imageId of imageIds.filter((one) => mayGo.has(one))) {
      await content.removeImage(imageId);
      images.forget(imageId);
      await bus.callAsNode(nodeId, reportImage, { imageId, stored: false }, context());
    }
  };

  const refresh: ContentWork['refresh'] = async (minSequence) => {
    const due = content.listRetired().filter(({ retiredAtMs }) => clock() - retiredAtMs >= settings.blobRetiredMs).map(({ digest }) => digest);
    const { message } = await bus.callAsNode(nodeId, listContentWork, { imageIds: settled(), retired: due }, context(), { minSequence });
    const wanted = new Set(message.restoreBlobs);
    content.restoreBlobs(message.restoreBlobs);
    content.freeRetired(due.filter((digest) => !wanted.has(digest)));
    content.forgetPartial(clock());
    await removeImages(message.removeImages);
    await retire([...message.removeBlobs, ...pruned.keys()]);
    for (const [digest, untilMs] of pruned) if (untilMs < clock()) pruned.delete(digest);
  };

  const retire = async (digests: readonly string[]): Promise<void> => {
    for (const digest of await content.retireBlobs(digests)) pruned.delete(digest);
  };

  const hear = async (work: { removeImages: readonly string[]; removeBlobs: readonly string[] }): Promise<void> => {
    for (const digest of work.removeBlobs) pruned.set(digest, clock() + settings.imageSettledMs + prunedMoreMs);
    await removeImages(work.removeImages);
    await retire(work.removeBlobs);
  };

  const stop = bus.subscribe(`work.${nodeId}.${contentWork.kind}`, contentWork.message, (work) => {
    // It is asked for again in any case.
    hear(work).catch((error: unknown) => log.warn({ err: error }, 'content could not be freed'));
  });
  return { refresh, close: stop };
};
