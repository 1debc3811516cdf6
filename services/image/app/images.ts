import { aggregates, type Aggregates } from '#kernel/aggregates.ts';
import { handler, type Handle } from '#kernel/handle.ts';
import type { Platform } from '#kernel/platform.ts';
import { Rejection } from '#kernel/rejection.ts';
import type { Image as ImageView } from '#proto/image.ts';
import { imageCodec, tagCodec } from '../codec/events.ts';
import { imageDecider, type Image, type ImageCommand, type ImageEvent } from '../domain/image.ts';
import { tagDecider, type Tag, type TagCommand, type TagEvent } from '../domain/tag.ts';
import { canonical, parseReference } from '../reference/reference.ts';

export type Known = { images: Aggregates<Image, ImageEvent>; tags: Aggregates<Tag, TagEvent> };

export type Images = Known & { handleImage: Handle<Image, ImageCommand>; handleTag: Handle<Tag, TagCommand> };

export const openImages = (platform: Platform): Images => {
  const images = aggregates(imageDecider, imageCodec);
  const tags = aggregates(tagDecider, tagCodec);
  platform.fromLog((stored) => {
    if (stored.aggregate.startsWith('image.tag.')) tags.apply(stored);
    else if (isImage(stored.aggregate)) images.apply(stored);
  }, { images: images.kept, imageTags: tags.kept });
  return { images, tags, handleImage: handler(imageDecider, imageCodec, images, platform), handleTag: handler(tagDecider, tagCodec, tags, platform) };
};

const isImage = (aggregate: string): boolean => /^image\.[0-9a-f]+$/.test(aggregate);

export const imageAggregate = (imageId: string): string => `image.${imageId.replace(/^sha256:/, '')}`;
export const tagAggregate = (reference: string): string => `image.tag.${Buffer.from(reference).toString('base64url')}`;

/** Finds an image by reference, id or unique prefix of its id, in Docker's order. Throws IMAGE_NOT_FOUND. */
export const resolve = ({ images, tags }: Known, asked: string): ImageView => {
  const byTag = tags.get(tagAggregate(referenceOf(asked))).state?.imageId;
  const byId = byTag ?? idOf(images, asked);
  const view = byId === undefined ? undefined : viewOf({ images, tags }, byId);
  if (!view) throw new Rejection('IMAGE_NOT_FOUND', `No such image: ${asked}`);
  return view;
};

const referenceOf = (asked: string): string => {
  try {
    return canonical(parseReference(asked));
  } catch {
    return '';
  }
};

const idOf = (images: Known['images'], asked: string): string | undefined => {
  const hex = asked.replace(/^sha256:/, '');
  if (!/^[0-9a-f]{1,64}$/.test(hex)) return undefined;
  const found = [...images.entries()].flatMap(([, { state }]) => (state.phase === 'present' && state.imageId.slice(7).startsWith(hex) ? [state.imageId] : []));
  if (found.length > 1) throw new Rejection('AMBIGUOUS', `Multiple IDs found with provided prefix: ${asked}`);
  return found[0];
};

export const viewOf = ({ images, tags }: Known, imageId: string): ImageView | undefined => {
  const { state } = images.get(imageAggregate(imageId));
  if (state.phase === 'absent') return undefined;
  const names = [...tags.entries()].flatMap(([, { state: tag }]) => (tag?.imageId === imageId ? [tag] : []));
  return {
    imageId,
    references: names.map(({ reference }) => reference),
    referenceDigests: names.map(({ manifestDigest }) => manifestDigest),
    configJson: state.configJson,
    layers: state.layers,
    manifestDigest: state.manifestDigest,
    manifestJson: state.manifestJson,
    createdAtMs: Date.parse((JSON.parse(state.configJson) as { created?: string }).created ?? '') || 0,
    sizeBytes: state.layers.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0),
    nodeIds: state.nodeIds,
  };
};

export const listViews = (known: Known): ImageView[] =>
  [...known.images.entries()].flatMap(([, { state }]) => (state.phase === 'present' ? [viewOf(known, state.imageId)] : [])).filter((view) => view !== undefined);
