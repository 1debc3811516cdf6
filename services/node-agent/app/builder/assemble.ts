import { createHash } from 'node:crypto';
import type { StoredImage } from '#proto/image.ts';
import { entriesField, type CacheEntry } from '../../build-cache/entries.ts';
import { putText } from '../../effects/content/blobs.ts';
import type { ContentStore, LayerDescriptor, Lease } from '../../effects/content/port.ts';
import type { Images } from '../images.ts';
import type { StageResult } from './stages.ts';

const manifestType = 'application/vnd.oci.image.manifest.v1+json';
const configType = 'application/vnd.oci.image.config.v1+json';
const layerTypes: Readonly<Record<LayerDescriptor['compression'], string>> = {
  tar: 'application/vnd.oci.image.layer.v1.tar', gzip: 'application/vnd.oci.image.layer.v1.tar+gzip', zstd: 'application/vnd.oci.image.layer.v1.tar+zstd',
};

/** Makes an image of what the target came to, and keeps it on this node. One that is here is not made again. */
export const assemble = async (content: ContentStore, bring: Images['bring'], lease: Lease, result: StageResult, inline?: readonly CacheEntry[]): Promise<StoredImage> => {
  const layers = result.layers.map(({ layer }) => layer);
  const configJson = configOf(result, inline);
  const imageId = digestOf(configJson);
  const manifestJson = JSON.stringify({
    schemaVersion: 2,
    mediaType: manifestType,
    config: { mediaType: configType, digest: imageId, size: Buffer.byteLength(configJson) },
    layers: layers.map(({ digest, sizeBytes, compression }) => ({ mediaType: layerTypes[compression], digest, size: sizeBytes })),
  });
  const manifestDigest = digestOf(manifestJson);
  if (!(await content.hasImage(imageId))) {
    await bring(result.layers);
    lease.keep({ blobs: [imageId, manifestDigest] });
    await putText(content, configJson);
    await putText(content, manifestJson);
    await content.recordImage({ imageId, layers, configJson, manifestDigest });
  }
  return { imageId, configJson, layers, manifests: [{ digest: manifestDigest, mediaType: manifestType, body: Buffer.from(manifestJson) }] };
};

// Fields in Docker's order: the same image is the same bytes on every machine.
const configOf = ({ image, layers }: StageResult, inline: readonly CacheEntry[] | undefined): string => {
  const { architecture, author, config, created, history, os, variant, ...rest } = image;
  return JSON.stringify({
    architecture, ...(author === undefined ? {} : { author }), config, created: created ?? history.at(-1)?.created ?? new Date(0).toISOString(), history, os, ...rest,
    rootfs: { type: 'layers', diff_ids: layers.map(({ layer }) => layer.diffId) }, ...(variant === undefined ? {} : { variant }), ...(inline === undefined ? {} : { [entriesField]: inline }),
  });
};

const digestOf = (text: string): string => `sha256:${createHash('sha256').update(text).digest('hex')}`;
