/** Something that was opened and wants to be closed. */
export type Closable = { close: () => Promise<void> | void };

/** Hands over what must be closed when the service stops, last opened first. */
export type Keep = <Thing extends Closable>(thing: Thing) => Thing;

/** A stop that takes longer than this is cut short: what it leaves is put right at the next start. */
const stopMaxMs = 10_000;

/** Starts a service and closes what it kept, once, when it is asked to stop or fails to start. */
export const open = async (start: (keep: Keep) => Promise<void>): Promise<Closable> => {
  const opened: Closable[] = [];
  let closing: Promise<void> | undefined;
  const close = (): Promise<void> =>
    (closing ??= closeAll(opened));
  try {
    await start((thing) => (opened.push(thing), thing));
  } catch (error) {
    await close();
    throw error;
  }
  return { close };
};

/** What does not close well keeps nothing else open. */
const closeAll = async (opened: Closable[]): Promise<void> => {
  const failures: unknown[] = [];
  while (opened.length > 0)
    try {
      await opened.pop()?.close();
    } catch (error) {
      failures.push(error);
    }
  if (failures.length > 0) throw failures[0];
};

/** Runs a service as a process of its own until SIGTERM or SIGINT. */
export const run = async (start: (keep: Keep) => Promise<void>): Promise<void> => {
  const service = await open(start);
  const stop = (): void => {
    setTimeout(() => process.exit(1), stopMaxMs).unref();
    Promise.resolve(service.close()).then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
};
