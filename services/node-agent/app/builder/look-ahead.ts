import { stepKey } from '../../build-cache/step-key.ts';
import type { Operation, Step } from '../../build-graph/operation.ts';
import type { Read, Reads } from './reads.ts';
import { hashOf, type Hit, type StepCache } from './step-cache.ts';

type Work = Exclude<Operation, { op: 'from' | 'configure' }>;

/** What stands for the step at `place` on these layers, what it reads, and what it made before where that is known. */
export type LookedUp = { key: string; read: Read; hit: Hit | undefined };

export type LookAhead = (place: number, operation: Work, layers: readonly string[]) => Promise<LookedUp>;

/** Finds what steps of a stage made before. With one it asks for those after it, as far as this node remembers what they stand on. */
export const openLookAhead = ({ steps, cache, reads, epochSeconds }: { steps: readonly Step[]; cache: StepCache; reads: Reads; epochSeconds: number | undefined }): LookAhead => {
  const asked = new Map<string, Hit | undefined>();

  const keyed = async (operation: Work, lowers: readonly string[]): Promise<{ key: string; read: Read }> => {
    const read = await reads.of(operation);
    return { read, key: stepKey(hashOf, { lowers, operation, contents: read.digests, epochSeconds }) };
  };

  const keysAfter = async (place: number, key: string, layers: readonly string[]): Promise<string[]> => {
    const keys: string[] = [];
    let [below, last] = [layers, key];
    for (const { operation, ignoreCache } of steps.slice(place + 1)) {
      if (operation.op === 'from' || operation.op === 'configure') continue;
      const made = cache.remembered(last);
      if (made === undefined || ignoreCache || !isAtHand(operation)) break;
      below = made === '' ? below : [...below, made];
      // What is wrong with a step is told when its turn comes.
      const next = await keyed(operation, below).catch(() => undefined);
      if (!next) break;
      keys.push((last = next.key));
    }
    return keys;
  };

  return async (place, operation, layers) => {
    const { key, read } = await keyed(operation, layers);
    if (steps[place]?.ignoreCache) return { key, read, hit: undefined };
    if (!asked.has(key)) {
      const keys = [key, ...(await keysAfter(place, key, layers))];
      const hits = await cache.find(keys);
      for (const one of keys) asked.set(one, hits.get(one));
    }
    return { key, read, hit: asked.get(key) };
  };
};

/** Whether what it reads is here already: nothing is waited for or fetched before its turn. */
const isAtHand = (operation: Work): boolean => {
  switch (operation.op) {
    case 'run':
      return operation.mounts.every((mount) => mount.type !== 'bind' || mount.from.kind === 'context');
    case 'copy':
    case 'add':
      return operation.from.kind === 'context' && operation.sources.every(({ kind }) => kind === 'path' || kind === 'text');
    case 'workdir':
      return true;
  }
};
