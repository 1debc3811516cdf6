import { createHash } from 'node:crypto';
import type { Context } from '#kernel/context.ts';
import { Rejection } from '#kernel/rejection.ts';
import type { StoredImage } from '#proto/image.ts';
import { readManifest } from '../manifests/read.ts';
import type { Images } from './images.ts';
import { imageAggregate } from './names.ts';
import { manifestAggregate } from './names.ts';
import { point, refuseMoves, type Pointed } from './point.ts';

export const digestOf = (bytes: Uint8Array): string => `sha256:${createHash('sha256').update(bytes).digest('hex')}`;

/** Bytes of JSON as text. Throws MANIFEST_INVALID for what is no UTF-8. */
export const jsonText = (bytes: Uint8Array): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new Rejection('MANIFEST_INVALID', 'manifest invalid: it is no text in UTF-8');
  }
};

/**
 * Takes in an image that a node has whole (built, imported or pulled): the image, its manifests, who holds its blobs, and names for it.
 * References point at the outermost manifest. Idempotent. Throws TAG_IMMUTABLE before anything is written, MANIFEST_INVALID and DIGEST_INVALID.
 */
export const registerStored = async (images: Images, { imageId, configJson, layers, manifests }: StoredImage, nodeId: string, references: readonly string[], context: Context): Promise<Pointed> => {
  for (const { digest, mediaType, body } of manifests) {
    if (digestOf(body) !== digest) throw new Rejection('DIGEST_INVALID', `the manifest is ${digestOf(body)}, not ${digest} as was said`);
    readManifest(jsonText(body), mediaType);
  }
  const target = { imageId, manifestDigest: manifests.at(-1)?.digest ?? '' };
  refuseMoves(images, references, target);
  // All of it at once, though the node tells of its blobs, too: what is pruned a moment after it came must be known to be there.
  const blobs = [{ digest: imageId, sizeBytes: Buffer.byteLength(configJson) }, ...layers.map(({ digest, sizeBytes }) => ({ digest, sizeBytes })), ...manifests.map(({ digest, body }) => ({ digest, sizeBytes: body.length }))];
  if (nodeId !== '') await images.holdings.report(nodeId, { stored: blobs, dropped: [], all: false }, context);
  await Promise.all(manifests.map((manifest) => images.handleManifest(manifestAggregate(manifest.digest), { type: 'RegisterManifest', ...manifest }, context)));
  const [own] = manifests;
  const registered = await images.handleImage(
    imageAggregate(imageId),
    { type: 'RegisterImage', imageId, configJson, layers, manifestDigest: own?.digest ?? '', manifestJson: own ? jsonText(own.body) : '', nodeId },
    context,
  );
  const done: Pointed[] = [registered];
  for (const reference of references) done.push(await point(images, reference, target, context));
  return { changed: done.some(({ changed }) => changed), sequence: Math.max(...done.map(({ sequence }) => sequence)) };
};
