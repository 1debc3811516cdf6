/**
 * Lets many look at once for the price of two: whoever asks gets a look that was begun after they asked, together with all who asked
 * meanwhile. Twenty services that come up are waited for by twenty; each change would have each of them look at all of the project.
 */
export const sharedLook = <Seen>(look: () => Promise<Seen>): (() => Promise<Seen>) => {
  let running: Promise<unknown> = Promise.resolve();
  let next: Promise<Seen> | undefined;
  const begin = (): Promise<Seen> => {
    next = undefined;
    const now = look();
    running = now.catch(() => undefined);
    return now;
  };
  return () => (next ??= running.then(begin));
};
