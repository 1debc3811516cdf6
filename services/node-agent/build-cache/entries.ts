/** What a step made, as it is known under its key: a layer by its diff id, or no change of files (empty). */
export type CacheEntry = { key: string; diffId: string; madeAtMs: number; /** What it read, where that is known by another key. */ digest: string };

/** The field of an image's configuration in which they lie. */
export const entriesField = 'lading.buildcache.v1';

const keyRule = /^[0-9a-f]{64}$/;
const digestRule = /^(?:sha256:[0-9a-f]{64})?$/;
const textMaxLength = 128;

/** Of a configuration that anybody may have written: what is no entry is left out. */
export const entriesIn = (config: unknown): readonly CacheEntry[] => {
  if (typeof config !== 'object' || config === null) return [];
  const list = (config as Readonly<Record<string, unknown>>)[entriesField];
  return Array.isArray(list) ? list.filter(isEntry).map(({ key, diffId, madeAtMs, digest }) => ({ key, diffId, madeAtMs, digest })) : [];
};

const isEntry = (value: unknown): value is CacheEntry => {
  const { key, diffId, madeAtMs, digest } = (value ?? {}) as Partial<Record<keyof CacheEntry, unknown>>;
  return typeof key === 'string' && keyRule.test(key) && typeof diffId === 'string' && digestRule.test(diffId) && typeof digest === 'string' && digest.length <= textMaxLength && Number.isSafeInteger(madeAtMs);
};

/** Those that say something with these layers, in an order that does not depend on when they were found. */
export const entriesWith = (entries: Iterable<CacheEntry>, diffIds: ReadonlySet<string>): readonly CacheEntry[] =>
  [...entries].filter(({ diffId }) => diffId === '' || diffIds.has(diffId)).toSorted((one, other) => (one.key < other.key ? -1 : 1));
