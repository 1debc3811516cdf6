export type Pace = {
  /** Settles when so many bytes may be taken on. */
  take: (bytes: number) => Promise<void>;
};

/** What was not used for a while is not saved up beyond this. */
const burstMs = 100;
/** A timer ends no sooner. */
const waitMinMs = 2;

/** Keeps all that share it below so many bytes a second; 0 is as fast as it goes. */
export const paceOf = (bytesPerSecond: number, clock: () => number): Pace => {
  if (bytesPerSecond === 0) return { take: () => Promise.resolve() };
  let freeAtMs = 0;
  return {
    take: async (bytes) => {
      const now = clock();
      freeAtMs = Math.max(freeAtMs, now - burstMs) + (bytes / bytesPerSecond) * 1_000;
      const waitMs = freeAtMs - now;
      if (waitMs > waitMinMs) await new Promise((resolve) => setTimeout(resolve, waitMs));
    },
  };
};
