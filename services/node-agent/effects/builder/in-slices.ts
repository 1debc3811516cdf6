/** As long as the process does nothing else at a stretch. */
const sliceMs = 8;

/**
 * Goes through many small things one by one, and lets the rest of the process have its turn now and then. A system call on a file takes
 * microseconds, and waiting for a thread to do it many times that.
 */
export const inSlices = async <Item>(items: Iterable<Item>, work: (item: Item) => Promise<void> | void, signal?: AbortSignal): Promise<void> => {
  let begunAtMs = performance.now();
  for (const item of items) {
    const longer = work(item);
    if (longer) await longer;
    if (performance.now() - begunAtMs < sliceMs) continue;
    await new Promise((resolve) => setImmediate(resolve));
    signal?.throwIfAborted();
    begunAtMs = performance.now();
  }
};
