import { createHash } from 'node:crypto';
import { askImage, reportImage } from '#endpoints/image.ts';
import type { Bus } from '#kernel/bus/bus.ts';
import type { Context } from '#kernel/context.ts';
import type { Image } from '#proto/image.ts';
import type { ContentStore, LayerDescriptor } from '../effects/content/port.ts';
import { putText } from '../effects/content/blobs.ts';
import { TornBlob } from '../effects/content/quarantine.ts';
import type { BlobSources } from './blob-sources.ts';

/** Images on this node: fetched from the nodes that hold them, blob by blob, each verified. */
export type Images = {
  /** The image's layers, here and unpacked. Throws when no node that is reachable holds a blob. */
  ensure: (imageId: string) => Promise<readonly LayerDescriptor[]>;
  /** Layers of no particular image, here and unpacked. Whoever needs them holds a lease on them. */
  bring: (layers: readonly HeldLayer[]) => Promise<void>;
  /** It was taken away from this node. */
  forget: (imageId: string) => void;
};

/** A layer and where it may be had: nodes that hold it, else a registry that has an image of that name. */
export type HeldLayer = { layer: LayerDescriptor; nodeIds: readonly string[]; references?: readonly string[] };

type Parts = { nodeId: string; bus: Bus; content: ContentStore; sources: BlobSources; context: () => Context };

/** A blob that is found torn on this disk is fetched again; a disk that goes on like that is no use. */
const triesMax = 2;

export const openImages = ({ nodeId, bus, content, sources, context }: Parts): Images => {
  const ready = new Map<string, Promise<readonly LayerDescriptor[]>>();

  const bringLayer = async ({ layer, nodeIds, references }: HeldLayer): Promise<void> => {
    for (let tries = 1; ; tries++)
      try {
        if (!(await content.hasBlob(layer.digest))) await sources.fetch(layer, { holders: nodeIds, references: references ?? [] });
        return await content.unpack([layer]);
      } catch (error) {
        if (!(error instanceof TornBlob) || tries === triesMax) throw error;
      }
  };

  // Each is seen to its end: nobody lets go of the lease while one still comes.
  const bringLayers: Images['bring'] = async (layers) => {
    const brought = await Promise.allSettled(layers.map(bringLayer));
    const failed = brought.find((result) => result.status === 'rejected');
    if (failed) throw failed.reason;
  };

  const bring = async (imageId: string): Promise<readonly LayerDescriptor[]> => {
    const { message: image } = await bus.callAsNode(nodeId, askImage, { image: imageId }, context());
    const layers = image.layers.map(layerOf);
    if (await content.hasImage(imageId)) return layers;
    const lease = content.lease();
    lease.keep({ blobs: layers.map(({ digest }) => digest), layers: layers.map(({ diffId }) => diffId) });
    try {
      await bringLayers(layers.map((layer) => ({ layer, nodeIds: image.nodeIds, references: image.references })));
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
    bring: bringLayers,
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
