import type { Stats } from 'node:fs';
import type { ChangedEntry } from './changed-entries.ts';
import { statBelow } from './lower-layers.ts';

/**
 * Leaves out what a runtime made to mount something on, and folders that are only there because it did: they are below already and were
 * copied up, or hold nothing else.
 */
export const withoutMountPoints = function* (entries: Iterable<ChangedEntry>, mountPoints: readonly string[], lowers: readonly string[]): Generator<ChangedEntry> {
  const targets = new Set(mountPoints.map(plain));
  const above = new Set([...targets].flatMap(parentsOf));
  /** Folders on the way to a mount point, from the top, that nothing was found in yet. */
  const held: ChangedEntry[] = [];

  for (const entry of entries) {
    const path = entry.path.toString('utf8');
    while (held.length > 0 && !path.startsWith(`${held.at(-1)?.path.toString('utf8')}/`)) held.pop();
    const isPlace = targets.has(path);
    if (entry.kind === 'present' && isPlace && (isEmptyFile(entry.stats) || entry.stats.isDirectory()) && !isBelow(entry, lowers)) {
      // A folder that was mounted on may have been filled before or after: then it is a change after all.
      if (entry.stats.isDirectory()) held.push(entry);
      continue;
    }
    if (entry.kind === 'present' && entry.stats.isDirectory() && (above.has(path) || isPlace) && isOnlyTouched(entry, lowers)) {
      held.push(entry);
      continue;
    }
    yield* held.splice(0);
    yield entry;
  }
};

const plain = (path: string): string => path.split('/').filter((part) => part !== '').join('/');

const parentsOf = (path: string): string[] => path.split('/').map((_, depth, parts) => parts.slice(0, depth).join('/')).slice(1);

const isEmptyFile = (stats: Stats): boolean => stats.isFile() && stats.size === 0;

const isBelow = ({ path }: ChangedEntry, lowers: readonly string[]): boolean => statBelow(lowers, path) !== undefined;

/** A folder that is new, or differs from the one below by its time alone. */
const isOnlyTouched = ({ path, stats }: ChangedEntry, lowers: readonly string[]): boolean => {
  const before = statBelow(lowers, path);
  return before === undefined || (before.isDirectory() && before.mode === stats.mode && before.uid === stats.uid && before.gid === stats.gid);
};
