import { aggregates, type Aggregates } from '#kernel/aggregates.ts';
import { commitIn } from '#kernel/decoded.ts';
import { handler, type Handle } from '#kernel/handle.ts';
import { keptMap } from '#kernel/snapshot/kept.ts';
import type { Platform } from '#kernel/platform.ts';
import type { Build as BuildView } from '#proto/image.ts';
import { buildCodec, cacheCodec } from '../codec/events.ts';
import { buildDecider, type Build, type BuildCommand, type BuildEvent } from '../domain/build.ts';
import { cacheDecider, type CacheCommand, type CacheEntry, type CacheEvent } from '../domain/cache.ts';

type Author = { actor: string; reason: string };

export type Builds = {
  builds: Aggregates<Build, BuildEvent>;
  cache: Aggregates<CacheEntry, CacheEvent>;
  handleBuild: Handle<Build, BuildCommand>;
  handleCache: Handle<CacheEntry, CacheCommand>;
  authorOf: (buildId: string) => Author;
};

const buildPrefix = 'image.build.';
const cachePrefix = 'image.cache.';

export const buildAggregate = (buildId: string): string => `${buildPrefix}${buildId}`;
export const cacheAggregate = (key: string): string => `${cachePrefix}${key}`;

export const openBuilds = (platform: Platform): Builds => {
  const builds = aggregates(buildDecider, buildCodec);
  const cache = aggregates(cacheDecider, cacheCodec);
  const authors = new Map<string, Author>();
  platform.fromLog(
    (stored) => {
      if (stored.aggregate.startsWith(cachePrefix)) return void cache.apply(stored);
      if (!stored.aggregate.startsWith(buildPrefix)) return;
      builds.apply(stored);
      if (authors.has(stored.aggregate)) return;
      const { actor, reason } = commitIn(stored.bytes);
      authors.set(stored.aggregate, { actor, reason });
    },
    { imageBuilds: builds.kept, imageCache: cache.kept, imageBuildAuthors: keptMap(authors) },
  );
  return {
    builds,
    cache,
    handleBuild: handler(buildDecider, buildCodec, builds, platform),
    handleCache: handler(cacheDecider, cacheCodec, cache, platform),
    authorOf: (buildId) => authors.get(buildAggregate(buildId)) ?? { actor: '', reason: '' },
  };
};

export const runningOn = ({ builds }: Builds, nodeId: string): string[] =>
  [...builds.entries()].flatMap(([, { state }]) => (state.phase === 'running' && state.nodeId === nodeId ? [state.buildId] : []));

/** Newest first; of one build where an id, or the unique beginning of one, is given. */
export const buildViews = (known: Builds, asked: string, most: number): BuildView[] =>
  [...known.builds.entries()]
    .flatMap(([, { state }]) => (state.phase !== 'absent' && state.buildId.startsWith(asked) ? [viewOf(state, known.authorOf(state.buildId))] : []))
    .toSorted((one, other) => other.begunAtMs - one.begunAtMs)
    .slice(0, most);

const viewOf = ({ phase, outcome, argumentNames: _, platform: __, project: ___, ...build }: Exclude<Build, { phase: 'absent' }>, author: Author): BuildView => ({ ...build, ...author, state: phase === 'running' ? 'running' : outcome });
