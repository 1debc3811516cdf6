import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';

const writeEveryMs = 1_000;

/**
 * Remembers in a file how far the log has been seen. A log that ends before that has lost its end
 * (a torn or restored store), and its sequences would be given out a second time: refused.
 */
export const refuseShorterLog = (path: string, last: number): void => {
  const mark = existsSync(path) ? Number(readFileSync(path, 'utf8')) : 0;
  if (last < mark)
    throw new Error(`the log ends at ${last} and was seen up to ${mark}: it has lost its end; restore it from a backup, or remove ${path} to go on without what is lost`);
};

export const keepHighWater = (path: string, position: () => number): { close: () => void } => {
  let written = 0;
  const write = (): void => {
    if (position() <= written) return;
    written = position();
    writeFileSync(`${path}.new`, String(written), { mode: 0o600 });
    renameSync(`${path}.new`, path);
  };
  const timer = setInterval(write, writeEveryMs);
  return {
    close: () => {
      clearInterval(timer);
      write();
    },
  };
};
