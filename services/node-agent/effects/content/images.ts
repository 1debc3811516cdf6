import { existsSync } from 'node:fs';
import type { ImageRecord, ImageRecords } from './image-records.ts';
import type { Layout } from './layout.ts';
import type { ContentStore } from './port.ts';

type ImageStore = Pick<ContentStore, 'hasImage' | 'listImages' | 'listRecords' | 'recordImage' | 'removeImage'>;

/** Which images are whole on this machine. */
export const imageStore = (layout: Layout, records: ImageRecords): ImageStore => {
  const isWhole = ({ layers }: ImageRecord): boolean => layers.every(({ diffId }) => existsSync(layout.layer(diffId)));
  return {
    hasImage: async (imageId) => {
      const record = records.get(imageId);
      return record !== undefined && isWhole(record);
    },
    listImages: async () => records.all().filter(isWhole).map(({ imageId }) => imageId),
    listRecords: () => records.all().map(({ imageId, recordedAtMs = 0 }) => ({ imageId, recordedAtMs })),
    recordImage: async ({ imageId, layers, configJson, manifestDigest }) => {
      const record = { imageId, layers, configJson, ...(manifestDigest === undefined ? {} : { manifestDigest }) };
      // From its record on nobody frees a layer of it; until then another image that goes may have taken one along.
      if (!isWhole(record)) throw new Error(`image ${imageId} has layers that are not on this node: unpack them first`);
      await records.add(record);
    },
    removeImage: async (imageId) => records.drop(imageId),
  };
};
