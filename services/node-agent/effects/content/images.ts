import { existsSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { discard, writeDurably } from './durable.ts';
import type { Layout } from './layout.ts';
import type { ContentStore, LayerDescriptor } from './port.ts';

type ImageRecord = { imageId: string; layers: readonly LayerDescriptor[] };
type ImageStore = Pick<ContentStore, 'hasImage' | 'listImages' | 'recordImage' | 'removeImage'>;

/** Which images are whole on this machine. */
export const imageStore = (layout: Layout): ImageStore => {
  const records = (): ImageRecord[] =>
    readdirSync(layout.images)
      .filter((file) => file.endsWith('.json'))
      .map((file) => JSON.parse(readFileSync(`${layout.images}/${file}`, 'utf8')) as ImageRecord);
  const isWhole = ({ layers }: ImageRecord): boolean => layers.every(({ diffId }) => existsSync(layout.layer(diffId)));
  return {
    hasImage: async (imageId) => {
      const path = layout.image(imageId);
      return existsSync(path) && isWhole(JSON.parse(readFileSync(path, 'utf8')) as ImageRecord);
    },
    listImages: async () => records().filter(isWhole).map(({ imageId }) => imageId),
    recordImage: async ({ imageId, layers, configJson }) => {
      await writeDurably(layout, layout.image(imageId), JSON.stringify({ imageId, layers, configJson }));
    },
    removeImage: async (imageId) => {
      const all = records();
      const gone = all.find((record) => record.imageId === imageId);
      rmSync(layout.image(imageId), { force: true });
      const others = all.filter((record) => record.imageId !== imageId).flatMap(({ layers }) => layers);
      for (const { digest, diffId } of gone?.layers ?? []) {
        if (!others.some((layer) => layer.diffId === diffId)) await discard(layout, layout.layer(diffId));
        if (!others.some((layer) => layer.digest === digest)) rmSync(layout.blob(digest), { force: true });
      }
      rmSync(layout.blob(imageId), { force: true });
    },
  };
};
