import { readFileSync, readdirSync, rmSync } from 'node:fs';
import { writeDurably } from './durable.ts';
import type { Layout } from './layout.ts';
import type { LayerDescriptor } from './port.ts';

export type ImageRecord = {
  imageId: string;
  layers: readonly LayerDescriptor[];
  configJson: string;
  /** Of the manifest's blob; absent where the image came from another node, layer by layer. */
  manifestDigest?: string;
  recordedAtMs?: number;
};

/** What is known of each image on this machine. In memory, too: the store has one owner, and every freed layer asks. */
export type ImageRecords = {
  get: (imageId: string) => ImageRecord | undefined;
  all: () => readonly ImageRecord[];
  add: (record: ImageRecord) => Promise<void>;
  drop: (imageId: string) => void;
};

export const imageRecords = (layout: Layout): ImageRecords => {
  const files = readdirSync(layout.images).filter((file) => file.endsWith('.json'));
  const records = new Map(files.map((file) => JSON.parse(readFileSync(`${layout.images}/${file}`, 'utf8')) as ImageRecord).map((record) => [record.imageId, record]));
  return {
    get: (imageId) => records.get(imageId),
    all: () => [...records.values()],
    add: async (record) => {
      const dated = { ...record, recordedAtMs: Date.now() };
      records.set(record.imageId, dated);
      await writeDurably(layout, layout.image(record.imageId), JSON.stringify(dated));
    },
    drop: (imageId) => {
      rmSync(layout.image(imageId), { force: true });
      records.delete(imageId);
    },
  };
};
