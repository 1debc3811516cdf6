import { existsSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import type { BlobChanges } from './blob-changes.ts';
import { discard } from './durable.ts';
import type { ImageRecords } from './image-records.ts';
import { isDigest, type Layout } from './layout.ts';
import type { Lease } from './port.ts';
import type { RetiredBlobs } from './retired-blobs.ts';

/** Blobs by digest, layers by diff id. */
export type Content = { blobs: Set<string>; layers: Set<string> };

export type Garbage = {
  lease: () => Lease;
  /** Work whose own new content goes at its end where nobody came to use it, whether it went well or not. */
  whileArriving: <Result>(work: (lease: Lease) => Promise<Result>) => Promise<Result>;
  /** Retires blobs that no image and no work in flight here uses; gives them. */
  retireBlobs: (digests: readonly string[]) => Promise<readonly string[]>;
  /** Frees layers that nothing here uses. One whose blob is here stays beside it: what the platform refers to may be wanted unpacked again. */
  freeLayers: (diffIds: Iterable<string>) => Promise<void>;
  /** From which blob a layer was unpacked. */
  unpackedFrom: (layer: { digest: string; diffId: string }) => void;
};

export const garbageOf = (layout: Layout, { records, changes, retired }: { records: ImageRecords; changes: BlobChanges; retired: RetiredBlobs }): Garbage => {
  const leases = new Set<Content>();
  const blobsOf = new Map<string, Set<string>>();

  const unpackedFrom: Garbage['unpackedFrom'] = ({ digest, diffId }) => void blobsOf.set(diffId, (blobsOf.get(diffId) ?? new Set()).add(digest));
  for (const { layers } of records.all()) layers.forEach(unpackedFrom);

  const lease: Garbage['lease'] = () => {
    const held: Content = { blobs: new Set(), layers: new Set() };
    leases.add(held);
    return {
      keep: ({ blobs = [], layers = [] }) => {
        for (const digest of blobs) held.blobs.add(digest);
        for (const diffId of layers) held.layers.add(diffId);
      },
      end: () => void leases.delete(held),
    };
  };

  const unusedBlobs = (digests: Iterable<string>): string[] => {
    const used = new Set([...records.all().flatMap(blobsOfImage), ...[...leases].flatMap(({ blobs }) => [...blobs])]);
    return [...digests].filter((digest) => !used.has(digest));
  };

  const freeLayersOf = (digests: readonly string[]): Promise<void> => {
    const gone = new Set(digests);
    return freeLayers([...blobsOf].flatMap(([diffId, from]) => ([...from].some((digest) => gone.has(digest)) ? [diffId] : [])));
  };

  const freeLayers: Garbage['freeLayers'] = async (diffIds) => {
    const used = new Set([...records.all().flatMap(({ layers }) => layers.map(({ diffId }) => diffId)), ...[...leases].flatMap(({ layers }) => [...layers])]);
    const loose = [...diffIds].filter((diffId) => !used.has(diffId) && ![...(blobsOf.get(diffId) ?? [])].some((digest) => existsSync(layout.blob(digest))));
    // Containers are asked only for what nothing else holds: there may be thousands of them.
    const inContainers = loose.length > 0 ? layersOfContainers(layout) : new Set<string>();
    if (inContainers === 'unknown') return;
    const freed = loose.filter((diffId) => !inContainers.has(diffId));
    for (const diffId of freed) blobsOf.delete(diffId);
    await Promise.all(freed.map((diffId) => discard(layout, layout.layer(diffId))));
  };

  return {
    lease,
    retireBlobs: async (digests) => {
      const unused = unusedBlobs(digests);
      retired.retire(unused);
      await freeLayersOf(unused);
      return unused;
    },
    freeLayers,
    unpackedFrom,
    whileArriving: async (work) => {
      const own = lease();
      const arriving = changes.arriving();
      const keep: Lease['keep'] = (what) => {
        for (const digest of what.blobs ?? []) if (!existsSync(layout.blob(digest))) arriving.blobs.add(digest);
        own.keep(what);
      };
      try {
        return await work({ ...own, keep });
      } finally {
        own.end();
        const unused = unusedBlobs(arriving.blobs);
        for (const digest of unused) rmSync(layout.blob(digest), { force: true });
        await freeLayersOf(unused);
        arriving.end();
      }
    },
  };
};

const blobsOfImage = ({ imageId, manifestDigest, layers }: { imageId: string; manifestDigest?: string; layers: readonly { digest: string }[] }): string[] => [imageId, ...(manifestDigest === undefined ? [] : [manifestDigest]), ...layers.map(({ digest }) => digest)];

/** Layers that lie here, used or not. */
export const layersHere = (layout: Layout): string[] => readdirSync(layout.layers).map((name) => `sha256:${name}`).filter(isDigest);

const layersOfContainers = (layout: Layout): Set<string> | 'unknown' => {
  try {
    return new Set(readdirSync(layout.rootfs).flatMap((containerId) => JSON.parse(readFileSync(layout.containerLayers(containerId), 'utf8')) as string[]));
  } catch {
    // A power cut may tear the file. Better a layer too many than a container without its files.
    return 'unknown';
  }
};
