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
  find: (key: string) => Promise<Hit | undefined>;
  fill: (key: string, made: Made & { name: string; digest?: string }) => void;
  /** Tells what was filled. What can't be told is only done again another time. */
  settled: () => Promise<void>;
};

export const openStepCache = (nodeId: string, bus: Bus, context: () => Context, log: Log): StepCache => {
  const telling = new Set<Promise<void>>();
  return {
    find: async (key) => {
      const { message } = await bus.callAsNode(nodeId, askCache, { keys: [key] }, context());
      const hit = message.hits.find((one) => one.key === key);
      return hit && { layer: hit.layer && layerOf(hit.layer), madeAtMs: hit.madeAtMs, nodeIds: hit.nodeIds, digest: hit.digest };
    },
    fill: (key, { layer, madeAtMs, name, digest = '' }) => {
      const told = bus.callAsNode(nodeId, reportCache, { key, layer, madeAtMs, name, digest }, context()).then(
        () => {},
        (error: unknown) => log.warn({ err: error, key }, 'what a step made could not be told, and will be made again'),
      );
      telling.add(told);
      void told.finally(() => telling.delete(told));
    },
    settled: async () => void (await Promise.all(telling)),
  };
};

export const hashOf: Hash = (text) => createHash('sha256').update(text).digest('hex');

/** Of what files of a stage or an image come to, by their layers. */
export const sourceKey = (layers: readonly string[], what: unknown): string => hashOf(JSON.stringify(['lading.source.v1', layers, what]));
