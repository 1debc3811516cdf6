import { createHash } from 'node:crypto';
import { askImage, reportImage } from '#endpoints/image.ts';
import type { Bus } from '#kernel/bus/bus.ts';
import type { Context } from '#kernel/context.ts';
import type { Image } from '#proto/image.ts';
import type { ContentStore, LayerDescriptor } from '../effects/content/port.ts';
import { putText } from '../effects/content/blobs.ts';
import { TornBlob } from '../effects/content/quarantine.ts';
import type { BlobSources, Wanted } from './blob-sources.ts';

/** Images on this node: fetched from the nodes that hold them, blob by blob, each verified. */
export type Images = {
  /** The image's layers, here and unpacked. Throws when no node that is reachable holds a blob. */
  ensure: (imageId: string) => Promise<readonly LayerDescriptor[]>;
  /** It was taken away from this node. */
  forget: (imageId: string) => void;
};

type Parts = { nodeId: string; bus: Bus; content: ContentStore; sources: BlobSources; context: () => Context };

/** A blob that is found torn on this disk is fetched again; a disk that goes on like that is no use. */
const triesMax = 2;

export const openImages = ({ nodeId, bus, content, sources, context }: Parts): Images => {
  const ready = new Map<string, Promise<readonly LayerDescriptor[]>>();

  const bring = async (imageId: string): Promise<readonly LayerDescriptor[]> => {
    const { message: image } = await bus.callAsNode(nodeId, askImage, { image: imageId }, context());
    const layers = image.layers.map(layerOf);
    if (await content.hasImage(imageId)) return layers;
    const lease = content.lease();
    lease.keep({ blobs: layers.map(({ digest }) => digest), layers: layers.map(({ diffId }) => diffId) });
    try {
      const brought = await Promise.allSettled(layers.map((layer) => bringLayer(layer, { holders: image.nodeIds, references: image.references })));
      const failed = brought.find((result) => result.status === 'rejected');
      if (failed) throw failed.reason;
      // Small, and known from the log: whoever pulls from the platform finds them on every node that has the image.
      const texts = [image.configJson, image.manifestJson].filter((text) => [imageId, image.manifestDigest].includes(digestOf(text)));
      for (const text of texts) await putText(content, text, lease);
      await content.recordImage({ imageId, layers, configJson: image.configJson, ...(image.manifestDigest === '' ? {} : { manifestDigest: image.manifestDigest }) });
    } finally {
      lease.end();
    }
    await bus.callAsNode(nodeId, reportImage, { imageId, stored: true }, context());
    return layers;
  };

  const bringLayer = async (layer: LayerDescriptor, wanted: Wanted): Promise<void> => {
    for (let tries = 1; ; tries++)
      try {
        if (!(await content.hasBlob(layer.digest))) await sources.fetch(layer, wanted);
        return await content.unpack([layer]);
      } catch (error) {
        if (!(error instanceof TornBlob) || tries === triesMax) throw error;
      }
  };

  return {
    ensure: (imageId) => {
      const before = ready.get(imageId);
      if (before) return before;
      const now = bring(imageId);
      ready.set(imageId, now);
      // What failed is tried again by the next container that needs it.
      now.catch(() => ready.delete(imageId));
      return now;
    },
    forget: (imageId) => void ready.delete(imageId),
  };
};

const digestOf = (text: string): string => `sha256:${createHash('sha256').update(text).digest('hex')}`;

/** A layer as the platform tells of it. */
export const layerOf = ({ digest, diffId, sizeBytes, compression }: Image['layers'][number]): LayerDescriptor => ({
  digest,
  diffId,
  sizeBytes,
  compression: compression === 'gzip' || compression === 'zstd' ? compression : 'tar',
});
