/** Runs work at most so many at a time; the rest waits in order. */
export const sideBySide = (max: number): (<Result>(work: () => Promise<Result>) => Promise<Result>) => {
  let free = max;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (free > 0) free--;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await work();
    } finally {
      // The place is handed over, so that nobody who comes just now takes it first.
      const next = waiting.shift();
      if (next) next();
      else free++;
    }
  };
};
