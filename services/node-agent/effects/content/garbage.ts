import { readFileSync, readdirSync, rmSync } from 'node:fs';
import { discard } from './durable.ts';
import type { ImageRecords } from './image-records.ts';
import { isDigest, type Layout } from './layout.ts';

/** Blobs by digest and layers by diff id that may have lost their last user, or never got one. */
export type Loose = { blobs: Set<string>; layers: Set<string> };

export type Garbage = {
  /** Work that brings in what has no user yet. What it noted in `loose` and nobody uses in the end goes, whether it went well or not. */
  whileArriving: <Result>(work: (loose: Loose) => Promise<Result>) => Promise<Result>;
  /** Frees what nobody uses; while something arrives, that waits for its end. */
  free: (loose: { blobs?: Iterable<string>; layers?: Iterable<string> }) => Promise<void>;
};

export const garbageOf = (layout: Layout, records: ImageRecords): Garbage => {
  const waiting: Loose = { blobs: new Set(), layers: new Set() };
  let arriving = 0;

  const free: Garbage['free'] = async ({ blobs = [], layers = [] }) => {
    for (const digest of blobs) waiting.blobs.add(digest);
    for (const diffId of layers) waiting.layers.add(diffId);
    if (arriving > 0) return;
    const images = records.all();
    for (const digest of unused(waiting.blobs, images.flatMap((image) => [image.imageId, image.manifestDigest ?? '', ...image.layers.map((layer) => layer.digest)]))) rmSync(layout.blob(digest), { force: true });
    const looseLayers = unused(waiting.layers, images.flatMap((image) => image.layers.map(({ diffId }) => diffId)));
    waiting.blobs.clear();
    waiting.layers.clear();
    // Containers are asked only for what no image holds: there may be thousands of them.
    const inContainers = looseLayers.length > 0 ? layersOfContainers(layout) : [];
    if (inContainers !== 'unknown') await Promise.all(unused(looseLayers, inContainers).map((diffId) => discard(layout, layout.layer(diffId))));
  };

  return {
    free,
    whileArriving: async (work) => {
      const loose: Loose = { blobs: new Set(), layers: new Set() };
      arriving++;
      try {
        return await work(loose);
      } finally {
        arriving--;
        await free(loose);
      }
    },
  };
};

/** Everything that lies here, used or not. */
export const everything = (layout: Layout): Loose => ({ blobs: digestsIn(layout.blobs), layers: digestsIn(layout.layers) });

const digestsIn = (folder: string): Set<string> => new Set(readdirSync(folder).map((name) => `sha256:${name}`).filter(isDigest));

const unused = (loose: Iterable<string>, used: readonly string[]): string[] => {
  const set = new Set(used);
  return [...loose].filter((one) => !set.has(one));
};

const layersOfContainers = (layout: Layout): string[] | 'unknown' => {
  try {
    return readdirSync(layout.rootfs).flatMap((containerId) => JSON.parse(readFileSync(layout.containerLayers(containerId), 'utf8')) as string[]);
  } catch {
    // A power cut may tear the file. Better a layer too many than a container without its files.
    return 'unknown';
  }
};
