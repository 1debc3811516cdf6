/** A node that does not answer for so long removes the data later; who asked is told that it is on its way. */
const goneMaxMs = 10_000;

export type Gone = { /** Must be called when a volume may have gone. */ look: () => void; /** Resolves once `isGone`, or after 10 s. */ wait: (isGone: () => boolean) => Promise<void> };

/** Lets those who remove volumes wait until their node has done it: the name is free then. */
export const openGone = (): Gone => {
  const waiting = new Set<() => void>();
  return {
    look: () => waiting.forEach((look) => look()),
    wait: (isGone) =>
      isGone()
        ? Promise.resolve()
        : new Promise((resolve) => {
            const end = (): void => {
              clearTimeout(timer);
              waiting.delete(look);
              resolve();
            };
            const look = (): void => (isGone() ? end() : undefined);
            const timer = setTimeout(end, goneMaxMs);
            waiting.add(look);
          }),
  };
};
