import type { Moment } from '#kernel/as-of.ts';
import type { Platform } from '#kernel/platform.ts';

/** A moment as milliseconds since 1970: of a sequence, when its commit was stored; now when none is asked for. */
export const timeOf = async ({ store }: Pick<Platform, 'store'>, { asOfSequence, asOfMs }: Moment): Promise<number> => {
  if (asOfMs > 0) return asOfMs;
  if (asOfSequence > 0) for await (const { storedAtMs } of store.read('>', { after: asOfSequence - 1, upTo: asOfSequence })) return storedAtMs;
  return Date.now();
};
