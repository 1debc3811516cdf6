import { Rejection } from '#kernel/rejection.ts';
import type { Image as ImageView } from '#proto/image.ts';
import { valueOf } from '../domain/by-digest.ts';
import type { Target } from '../domain/tag.ts';
import { parseReference } from '#kernel/reference.ts';
import type { Images } from './images.ts';
import { imageAggregate, repositoryAggregate, repositoryIn, tryCanonical } from './names.ts';
import { imageOf } from './manifests.ts';
import { targetOf, viewOf } from './views.ts';

/** Finds an image by reference, id or unique prefix of its id, in Docker's order. Throws IMAGE_NOT_FOUND. */
export const resolve = (images: Images, asked: string): ImageView => {
  const { imageId } = meant(images, asked);
  if (imageId === '') throw new Rejection('IMAGE_NOT_FOUND', `${asked} is no image for ${images.platformName}: pull or push one for this platform`);
  const view = viewOf(images, imageId);
  if (!view) throw notFound(asked);
  return view;
};

/** What a reference, id or unique prefix of an id means; its `imageId` is empty for what is no image of this platform. Throws IMAGE_NOT_FOUND. */
export const meant = (images: Images, asked: string): Target => {
  const reference = tryCanonical(asked);
  const found = (reference === undefined ? undefined : (targetOf(images, reference) ?? byDigest(images, reference))) ?? byId(images, asked);
  if (!found) throw notFound(asked);
  return found;
};

// Docker says which tag it looked for.
const notFound = (asked: string): Rejection => {
  const isWhole = tryCanonical(asked) === undefined || /@|^sha256:|:[^/]*$/.test(asked);
  return new Rejection('IMAGE_NOT_FOUND', `No such image: ${isWhole ? asked : `${asked}:latest`}`);
};

const byDigest = (images: Images, reference: string): Target | undefined => {
  const { digest } = parseReference(reference);
  if (digest === '') return undefined;
  const { state } = images.repositories.get(repositoryAggregate(repositoryIn(reference)));
  return valueOf(state.manifests, digest) && { imageId: imageOf(images, digest), manifestDigest: digest };
};

const byId = ({ images }: Images, asked: string): Target | undefined => {
  const hex = asked.replace(/^sha256:/, '');
  if (!/^[0-9a-f]{1,64}$/.test(hex)) return undefined;
  const whole = hex.length === 64 ? images.get(imageAggregate(hex)).state : undefined;
  if (whole?.phase === 'present') return whole;
  const found = [...images.entries()].flatMap(([, { state }]) => (state.phase === 'present' && state.imageId.slice(7).startsWith(hex) ? [state] : []));
  if (found.length > 1) throw new Rejection('AMBIGUOUS', `Multiple IDs found with provided prefix: ${asked}`);
  return found[0];
};
