import { createHash } from 'node:crypto';
import { askCache, reportCache } from '#endpoints/image.ts';
import type { Bus } from '#kernel/bus/bus.ts';
import type { Context } from '#kernel/context.ts';
import type { Log } from '#kernel/log.ts';
import type { Hash } from '../../build-cache/step-key.ts';
import type { LayerDescriptor } from '../../effects/content/port.ts';
import { layerOf } from '../images.ts';

/** What a step made: a layer, or no change of any file. */
export type Made = { layer: LayerDescriptor | undefined; madeAtMs: number };

export type Hit = Made & { /** Who has the layer. */ nodeIds: readonly string[]; /** What a step read, where that is known by another key. */ digest: string };

/** What steps made before, on any node, by their keys. */
export type StepCache = {
  find: (keys: readonly string[]) => Promise<ReadonlyMap<string, Hit>>;
  fill: (key: string, made: Made & { name: string; digest?: string }) => void;
  /** Diff id of the layer that this node saw last by a key, '' for none. It tells what to ask for next, nothing more. */
  remembered: (key: string) => string | undefined;
  /** Tells what was filled. What can't be told is only done again another time. */
  settled: () => Promise<void>;
};

/** Of all builds of this node, by key. */
export type StepMemory = Map<string, string>;

const rememberedMost = 10_000;

export const openStepCache = (nodeId: string, { bus, context, log, memory, distrusted }: { bus: Bus; context: () => Context; log: Log; memory: StepMemory; /** Diff ids of layers that are to be made again. */ distrusted: ReadonlySet<string> }): StepCache => {
  const telling = new Set<Promise<void>>();
  const remember = (key: string, { layer }: Made): void => {
    memory.delete(key);
    memory.set(key, layer?.diffId ?? '');
    const [oldest] = memory.keys();
    if (memory.size > rememberedMost && oldest !== undefined) memory.delete(oldest);
  };
  return {
    find: async (keys) => {
      const { message } = await bus.callAsNode(nodeId, askCache, { keys: [...keys] }, context());
      const hits = message.hits.map((hit) => [hit.key, { layer: hit.layer && layerOf(hit.layer), madeAtMs: hit.madeAtMs, nodeIds: hit.nodeIds, digest: hit.digest }] as const).filter(([, { layer }]) => !layer || !distrusted.has(layer.diffId));
      for (const [key, hit] of hits) remember(key, hit);
      return new Map(hits);
    },
    fill: (key, { layer, madeAtMs, name, digest = '' }) => {
      remember(key, { layer, madeAtMs });
      const told = bus.callAsNode(nodeId, reportCache, { key, layer, madeAtMs, name, digest }, context()).then(
        () => {},
        (error: unknown) => log.warn({ err: error, key }, 'what a step made could not be told, and will be made again'),
      );
      telling.add(told);
      void told.finally(() => telling.delete(told));
    },
    remembered: (key) => memory.get(key),
    settled: async () => void (await Promise.all(telling)),
  };
};

export const hashOf: Hash = (text) => createHash('sha256').update(text).digest('hex');

/** Of what files of a stage or an image come to, by their layers. */
export const sourceKey = (layers: readonly string[], what: unknown): string => hashOf(JSON.stringify(['lading.source.v1', layers, what]));
