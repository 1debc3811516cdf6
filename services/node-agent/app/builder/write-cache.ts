import { Readable } from 'node:stream';
import { canonical, parseReference } from '#kernel/reference.ts';
import type { CacheTarget } from '../../build-cache/cache-place.ts';
import { entriesField, entriesWith, type CacheEntry } from '../../build-cache/entries.ts';
import type { ContentStore, LayerDescriptor, Lease } from '../../effects/content/port.ts';
import { layersMax } from '../../effects/registry/manifest.ts';
import { machinePlatform } from '../../effects/registry/platform-choice.ts';
import { digestOf } from '../../effects/registry/source.ts';
import { parseTarget } from '../../effects/registry/target.ts';
import type { HeldLayer, Images } from '../images.ts';
import { compressed } from '../transfers/push.ts';
import type { Transfers } from '../transfers/transfers.ts';
import { LayersGone } from './bringing.ts';
import type { BuildOrder } from './order.ts';
import type { StepCache } from './step-cache.ts';
import type { Tell } from './told.ts';

/** What steps of a build made, and where it is, those included that were known before. */
export type Recorded = { entries: Map<string, CacheEntry>; layers: Map<string, HeldLayer> };

export const newRecord = (): Recorded => ({ entries: new Map(), layers: new Map() });

/** The same cache, which notes what passes. */
export const recording = (cache: StepCache, { entries, layers }: Recorded, nodeId: string): StepCache => ({
  ...cache,
  find: async (keys) => {
    const hits = await cache.find(keys);
    for (const [key, { layer, madeAtMs, digest, nodeIds }] of hits) {
      entries.set(key, { key, diffId: layer?.diffId ?? '', madeAtMs, digest });
      if (layer) layers.set(layer.diffId, { layer, nodeIds });
    }
    return hits;
  },
  fill: (key, made) => {
    entries.set(key, { key, diffId: made.layer?.diffId ?? '', madeAtMs: made.madeAtMs, digest: made.digest ?? '' });
    if (made.layer) layers.set(made.layer.diffId, { layer: made.layer, nodeIds: [nodeId] });
    cache.fill(key, made);
  },
});

type Writing = { content: ContentStore; reach: Transfers['reach']; order: BuildOrder; bring: Images['bring']; lease: Lease; tell: Tell; signal: AbortSignal };
type ToRegistry = Extract<CacheTarget, { type: 'registry' }>;

/** Writes what was recorded to a registry, as an image whose configuration has the entries and whose layers are theirs. Throws where it can't. */
export const writeCache = async (on: Writing, target: ToRegistry, recorded: Recorded, ofImage: readonly HeldLayer[]): Promise<void> => {
  try {
    await write(on, target, recorded, ofImage);
  } catch (error) {
    if (error instanceof LayersGone) throw error;
    const message = `the cache could not be written to ${target.reference}: ${error instanceof Error ? error.message : String(error)}`;
    if (on.signal.aborted || !target.ignoreError) throw new Error(message, { cause: error });
    on.tell({ type: 'warning', message, rule: 'CacheNotWritten', file: '', line: 0 });
  }
};

const write = async (on: Writing, { reference, mode }: ToRegistry, { entries, layers: known }: Recorded, ofImage: readonly HeldLayer[]): Promise<void> => {
  const parsed = parseTarget(canonical(parseReference(reference)));
  const { destination } = on.reach(canonical(parseReference(reference)), on.order.logins[parsed.domain], on.signal);
  // Those of the image first: of more than an image may have, they are the ones that count.
  const stepped = new Set([...entries.values()].map(({ diffId }) => diffId));
  const wanted = new Map([...ofImage.map((held) => [held.layer.diffId, held] as const), ...(mode === 'max' ? known : [])].filter(([diffId]) => stepped.has(diffId)).slice(0, layersMax));
  await on.bring([...wanted.values()]);
  const layers: (LayerDescriptor & { mediaType: string })[] = [];
  for (const { layer } of wanted.values()) layers.push(await compressed(on.content, layer, on.lease, on.signal));
  const config = Buffer.from(JSON.stringify({ ...machinePlatform, config: {}, rootfs: { type: 'layers', diff_ids: layers.map(({ diffId }) => diffId) }, [entriesField]: entriesWith(entries.values(), new Set(wanted.keys())) }));
  for (const { digest, sizeBytes } of layers) await destination.blob({ digest, sizeBytes, open: async () => (await on.content.openBlob(digest)).stream }, []);
  const configDigest = digestOf(config);
  await destination.blob({ digest: configDigest, sizeBytes: config.length, open: () => Readable.from([config]) }, []);
  const manifest = {
    schemaVersion: 2, mediaType: manifestType, artifactType: 'application/vnd.lading.build-cache.v1',
    config: { mediaType: 'application/vnd.oci.image.config.v1+json', digest: configDigest, size: config.length },
    layers: layers.map(({ mediaType, digest, sizeBytes }) => ({ mediaType, digest, size: sizeBytes })),
  };
  await destination.manifest(parsed.tag, manifestType, Buffer.from(JSON.stringify(manifest)));
};

const manifestType = 'application/vnd.oci.image.manifest.v1+json';
