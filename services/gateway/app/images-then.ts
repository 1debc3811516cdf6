import { canonical, parseReference } from '#kernel/reference.ts';
import type { Image } from '#proto/image.ts';

const hex = /^(?:sha256:)?([0-9a-f]{4,64})$/;

/** The image that an id, a unique prefix of one, or a name means among `images`. */
export const imageBy = (images: readonly Image[], reference: string): Image | undefined => {
  const named = byName(images, reference);
  if (named !== undefined) return named;
  const [, digits] = hex.exec(reference) ?? [];
  const found = digits === undefined ? [] : images.filter(({ imageId }) => imageId.startsWith(`sha256:${digits}`));
  return found.length === 1 ? found[0] : undefined;
};

const byName = (images: readonly Image[], reference: string): Image | undefined => {
  try {
    const name = canonical(parseReference(reference));
    return images.find(({ references }) => references.includes(name));
  } catch {
    // No name at all.
    return undefined;
  }
};

/** Ids of an image and of those that were built on it: their layers and history begin with its own. */
export const withDescendants = (image: Image | undefined, images: readonly Image[]): string[] => {
  if (!image) return [];
  const own = pastOf(image);
  return [image.imageId, ...images.filter((other) => other.imageId !== image.imageId && beginsWith(pastOf(other), own)).map(({ imageId }) => imageId)];
};

const beginsWith = (whole: readonly string[][], start: readonly string[][]): boolean => start.every((list, place) => list.every((entry, at) => whole[place]?.[at] === entry)) && whole.flat().length > start.flat().length;

const pastOf = ({ layers, configJson }: Image): string[][] => [
  layers.map(({ diffId }) => diffId),
  ((JSON.parse(configJson) as { history?: unknown[] }).history ?? []).map((one) => JSON.stringify(one)),
];
