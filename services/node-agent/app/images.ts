import { askImage, reportImage } from '#endpoints/image.ts';
import type { Bus } from '#kernel/bus/bus.ts';
import type { Context } from '#kernel/context.ts';
import type { Image } from '#proto/image.ts';
import type { ContentStore, LayerDescriptor } from '../effects/content/port.ts';
import { fetchBlob, type PeerAccess } from '../effects/fetch-blob.ts';

/** Images on this node: fetched from the nodes that hold them, blob by blob, each verified. */
export type Images = {
  /** The image's layers, here and unpacked. Throws when no node that is reachable holds a blob. */
  ensure: (imageId: string) => Promise<readonly LayerDescriptor[]>;
  /** Layers of no particular image, here and unpacked. Whoever needs them holds a lease on them. */
  bring: (layers: readonly HeldLayer[]) => Promise<void>;
  /** It was taken away from this node. */
  forget: (imageId: string) => void;
};

export type HeldLayer = { layer: LayerDescriptor; /** Who has it. */ nodeIds: readonly string[] };

export const openImages = (nodeId: string, bus: Bus, content: ContentStore, peers: () => PeerAccess, context: () => Context): Images => {
  const ready = new Map<string, Promise<readonly LayerDescriptor[]>>();

  const bringLayers: Images['bring'] = async (layers) => {
    for (const { layer, nodeIds } of layers) if (!(await content.hasBlob(layer.digest))) await fetchBlob(layer.digest, nodeIds, peers(), content);
    await content.unpack(layers.map(({ layer }) => layer));
  };

  const bring = async (imageId: string): Promise<readonly LayerDescriptor[]> => {
    const { message: image } = await bus.callAsNode(nodeId, askImage, { image: imageId }, context());
    const layers = image.layers.map(layerOf);
    if (await content.hasImage(imageId)) return layers;
    const lease = content.lease();
    lease.keep({ blobs: layers.map(({ digest }) => digest), layers: layers.map(({ diffId }) => diffId) });
    try {
      await bringLayers(layers.map((layer) => ({ layer, nodeIds: image.nodeIds })));
      await content.recordImage({ imageId, layers, configJson: image.configJson });
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

/** A layer as the store has it. */
export const layerOf = ({ digest, diffId, sizeBytes, compression }: Image['layers'][number]): LayerDescriptor => ({
  digest,
  diffId,
  sizeBytes,
  compression: compression === 'gzip' || compression === 'zstd' ? compression : 'tar',
});
