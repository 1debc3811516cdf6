import { appendFileSync, createReadStream, existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import type { BuildProgress } from '#endpoints/build-progress.ts';

/** What builds said, readable afterwards. */
export type BuildLogs = {
  open: (buildId: string) => { write: (progress: BuildProgress) => void };
  /** Undefined where it is not kept here (any more). */
  read: (buildId: string) => Readable | undefined;
};

/** Of one build; commands may write for ever. What says how it went is kept all the same. */
const logMaxBytes = 8 * 2 ** 20;
const logsMax = 500;
const totalMaxBytes = 512 * 2 ** 20;
const idRule = /^[A-Za-z0-9][A-Za-z0-9_-]{0,127}$/;

export const buildLogs = (folder: string): BuildLogs => {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const pathOf = (buildId: string): string => {
    if (!idRule.test(buildId)) throw new Error(`"${buildId.slice(0, 100)}" is no id of a build`);
    return join(folder, `${buildId}.ndjson`);
  };
  return {
    open: (buildId) => {
      const path = pathOf(buildId);
      dropOldest(folder);
      const cut = new Set<number>();
      let bytes = 0;
      const append = (progress: BuildProgress): void => {
        const line = `${JSON.stringify(progress)}\n`;
        bytes += line.length;
        appendFileSync(path, line, { mode: 0o600 });
      };
      return {
        write: (progress) => {
          if (progress.type !== 'output' || bytes + progress.text.length <= logMaxBytes) return append(progress);
          if (cut.has(progress.step)) return undefined;
          cut.add(progress.step);
          return append({ type: 'output-cut', step: progress.step });
        },
      };
    },
    read: (buildId) => (existsSync(pathOf(buildId)) ? createReadStream(pathOf(buildId)) : undefined),
  };
};

const dropOldest = (folder: string): void => {
  const newestFirst = readdirSync(folder)
    .map((name) => ({ path: join(folder, name), stats: statSync(join(folder, name)) }))
    .toSorted((one, other) => other.stats.mtimeMs - one.stats.mtimeMs);
  let total = 0;
  for (const [place, { path, stats }] of newestFirst.entries()) if ((total += stats.size) > totalMaxBytes || place >= logsMax) rmSync(path, { force: true });
};
