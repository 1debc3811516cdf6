import { lstatSync, readdirSync, type Stats } from 'node:fs';

/** Something in a tree of files. Paths are bytes: names need not be UTF-8. */
export type TreeEntry = {
  /** From the top, without a slash at either end; empty for the top itself. */
  path: Buffer;
  /** Where it lies on this machine. */
  at: Buffer;
  stats: Stats;
};

const slash = Buffer.from('/');

export const joined = (folder: Buffer, name: Buffer): Buffer => (folder.length === 0 ? name : Buffer.concat([folder, slash, name]));

/** What of a tree is meant. */
export type Selection = {
  keeps: (entry: TreeEntry) => boolean;
  /** Whether something below a folder that is not kept may be kept: then it comes along all the same. */
  enters?: (folder: TreeEntry) => boolean;
};

const everything: Selection = { keeps: () => true };

/**
 * Everything at a place and below, a folder before what is in it, names in the order of their bytes. No link is followed.
 * Nobody else may change the tree meanwhile.
 */
export const treeEntries = (at: Buffer, selection = everything): Generator<TreeEntry> => from({ path: Buffer.alloc(0), at, stats: lstatSync(at) }, selection, []);

// `held`: folders around the entry that come only with something in them.
const from = function* (entry: TreeEntry, selection: Selection, held: TreeEntry[]): Generator<TreeEntry> {
  const isFolder = entry.stats.isDirectory();
  if (selection.keeps(entry)) {
    yield* held.splice(0);
    yield entry;
  } else if (isFolder && selection.enters?.(entry)) held.push(entry);
  else return;
  if (!isFolder) return;
  for (const name of readdirSync(entry.at, { encoding: 'buffer' }).sort(Buffer.compare)) {
    const at = joined(entry.at, name);
    yield* from({ path: joined(entry.path, name), at, stats: lstatSync(at) }, selection, held);
  }
  if (held.at(-1) === entry) held.pop();
};
