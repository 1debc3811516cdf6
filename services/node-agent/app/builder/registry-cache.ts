import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { canonical, parseReference } from '#kernel/reference.ts';
import { parseCacheSource } from '../../build-cache/cache-place.ts';
import { entriesIn, type CacheEntry } from '../../build-cache/entries.ts';
import type { ContentStore, LayerDescriptor } from '../../effects/content/port.ts';
import { diffIdsIn, type Descriptor } from '../../effects/registry/manifest.ts';
import { machinePlatform } from '../../effects/registry/platform-choice.ts';
import { resolveImage } from '../../effects/registry/resolve.ts';
import type { Source } from '../../effects/registry/source.ts';
import { parseTarget } from '../../effects/registry/target.ts';
import { bringBlob } from '../transfers/bring-blob.ts';
import type { HeldLayer, Images } from '../images.ts';
import type { Transfers } from '../transfers/transfers.ts';
import type { KnownImage } from './base-images.ts';
import type { BuildOrder } from './order.ts';
import type { Hit, StepCache } from './step-cache.ts';
import type { Tell } from './told.ts';

/** Caches that images at registries carry: what their steps made, and where its layers are. */
export type RegistryCache = {
  /** Finds there what `cache` does not know, and tells `cache` of it. */
  over: (cache: StepCache, distrusted: ReadonlySet<string>) => StepCache;
  /** Brings layers of theirs from their registries, and others as before. */
  bringing: (bring: Images['bring']) => Images['bring'];
};

type Parts = { content: ContentStore; known: KnownImage; reach: Transfers['reach']; order: BuildOrder; tell: Tell; signal: AbortSignal };
type Imported = { entries: ReadonlyMap<string, CacheEntry>; layers: ReadonlyMap<string, HeldLayer>; blobs: ReadonlyMap<string, { source: Source; descriptor: Descriptor }> };

/** Reads the caches that a build may use. One that can't be had is told of, and the build goes on without it. Throws for what names none. */
export const openRegistryCache = async (on: Parts): Promise<RegistryCache> => {
  const references = on.order.cacheFrom.map((text) => canonical(parseReference(parseCacheSource(text).reference)));
  const read = await Promise.all(references.map((reference) => readOf(on, reference)));
  const entries = new Map(read.flatMap((one) => [...one.entries]));
  const layers = new Map(read.flatMap((one) => [...one.layers]));
  const blobs = new Map(read.flatMap((one) => [...one.blobs]));

  const hitOf = (key: string, distrusted: ReadonlySet<string>): Hit | undefined => {
    const entry = entries.get(key);
    const held = entry && layers.get(entry.diffId);
    if (!entry || distrusted.has(entry.diffId) || (entry.diffId !== '' && !held)) return undefined;
    return { layer: held?.layer, madeAtMs: entry.madeAtMs, nodeIds: held?.nodeIds ?? [], digest: entry.digest };
  };

  return {
    over: (cache, distrusted) => ({
      ...cache,
      find: async (keys) => {
        const hits = new Map(await cache.find(keys));
        for (const key of keys) {
          const hit = hits.has(key) ? undefined : hitOf(key, distrusted);
          if (!hit) continue;
          hits.set(key, hit);
          // Once a node has the layer, other builds find it without the registry.
          cache.fill(key, { ...hit, name: 'of a cache at a registry' });
        }
        return hits;
      },
      remembered: (key) => cache.remembered(key) ?? hitOf(key, distrusted)?.layer?.diffId,
    }),
    bringing: (bring) => async (wanted) => {
      for (const { layer } of wanted) {
        const there = blobs.get(layer.digest);
        if (there && !(await on.content.hasBlob(layer.digest))) await bringBlob({ content: on.content, source: there.source, signal: on.signal }, there.descriptor);
      }
      return bring(wanted);
    },
  };
};

const nothing: Imported = { entries: new Map(), layers: new Map(), blobs: new Map() };

const readOf = async (on: Parts, reference: string): Promise<Imported> => {
  try {
    const here = on.order.cacheFromHere ? await on.known(reference) : undefined;
    if (!here) return await importOf(on, reference);
    const entries = entriesIn(JSON.parse(here.configJson));
    return { entries: new Map(entries.map((entry) => [entry.key, entry])), layers: new Map(here.layers.map((held) => [held.layer.diffId, held])), blobs: new Map() };
  } catch (error) {
    if (on.signal.aborted) throw error;
    on.tell({ type: 'warning', message: `--cache-from ${reference}: ${error instanceof Error ? error.message : String(error)}`, rule: 'CacheUnavailable', file: '', line: 0 });
    return nothing;
  }
};

const importOf = async ({ reach, order, signal, tell }: Parts, reference: string): Promise<Imported> => {
  const target = parseTarget(reference);
  const { source } = reach(reference, order.logins[target.domain], signal);
  const { image } = await resolveImage(source, target, machinePlatform);
  const text = await buffer(source.blob(image.config));
  if (`sha256:${createHash('sha256').update(text).digest('hex')}` !== image.config.digest) throw new Error('its configuration is not what its digest says: have it pushed again');
  const config: unknown = JSON.parse(text.toString('utf8'));
  const found = entriesIn(config);
  if (found.length === 0) {
    tell({ type: 'warning', message: `--cache-from ${reference}: it carries no cache of this builder: build it with --cache-to type=inline, or name an image that --cache-to wrote`, rule: 'CacheUnavailable', file: '', line: 0 });
    return nothing;
  }
  const diffIds = diffIdsIn(text.toString('utf8'), image.layers.length);
  return {
    entries: new Map(found.map((entry) => [entry.key, entry])),
    layers: new Map(image.layers.map((descriptor, place) => [diffIds[place] ?? '', { layer: layerOf(descriptor, diffIds[place] ?? ''), nodeIds: [] }])),
    blobs: new Map(image.layers.map((descriptor) => [descriptor.digest, { source, descriptor }])),
  };
};

const layerOf = ({ digest, sizeBytes, mediaType }: Descriptor, diffId: string): LayerDescriptor => ({ digest, sizeBytes, diffId, compression: mediaType.endsWith('gzip') ? 'gzip' : mediaType.endsWith('zstd') ? 'zstd' : 'tar' });
