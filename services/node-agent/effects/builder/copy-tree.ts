import { chmodSync, constants, copyFileSync, lchownSync, linkSync, lstatSync, lutimesSync, mkdirSync, readlinkSync, symlinkSync, unlinkSync, utimesSync, type Stats } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { attributesOf } from '../content/attributes.ts';
import { lookUp } from './find-sources.ts';
import { inSlices } from './in-slices.ts';
import type { LateLinks } from './late-links.ts';
import type { ModeChange } from './mode.ts';
import { makeNode, setAttribute } from './syscalls.ts';
import { joined, treeEntries, type Selection, type TreeEntry } from './tree.ts';

export type Owner = { uid: number; gid: number };

export type CopyOptions = {
  /** Whose everything is; undefined keeps the owners. */
  owner?: Owner | undefined;
  /** What the permissions become; undefined keeps them. */
  mode?: ModeChange | undefined;
  /** What of it is copied; undefined for all. */
  selection?: Selection | undefined;
  /** The folder itself keeps the owner, the mode and the time that it has; only its content is copied. */
  contentOnly?: boolean;
  /**
   * The root that the target lies below: where a link that leads to a folder, inside of that root, lies in the place of a folder, go on in
   * there, as when an archive is unpacked. Without it that is an error.
   */
  followLinksBelow?: string;
  /** Where it goes into a root of a build, from what is changed by nobody: files that stay as they are need no copy. */
  late?: LateLinks | undefined;
  signal?: AbortSignal | undefined;
};

const permissions = 0o7777;
/** Larger ones are copied off the main thread. */
const smallBytes = 256 * 1_024;

/**
 * Copies a file or a tree to a place: kinds, permissions, owners, times, extended attributes and hard links within. Files and links that
 * are in the way are replaced; a folder is not replaced by anything else, nor the other way round. No link of the target is followed
 * below `to`. Nobody else may change either tree meanwhile.
 */
export const copyTree = async (from: Buffer, to: Buffer, options: CopyOptions): Promise<void> => {
  const dressing: { at: Buffer; entry: TreeEntry }[] = [];
  const linked = new Map<string, Buffer>();
  /** Where the content of a folder goes, by its path. */
  const folders = new Map<string, Buffer>();
  const placeOf = ({ path }: TreeEntry): Buffer => {
    const slash = path.lastIndexOf('/');
    const folder = folders.get(path.toString('latin1', 0, Math.max(slash, 0)));
    return path.length === 0 || folder === undefined ? to : joined(folder, path.subarray(slash + 1));
  };
  await inSlices(
    treeEntries(from, options.selection),
    (entry) => {
      const at = placeOf(entry);
      if (!entry.stats.isDirectory()) return place(entry, at, linked, options);
      const { inside, isOwn } = makeFolder(at, entry, options.followLinksBelow);
      folders.set(entry.path.toString('latin1'), inside);
      if (isOwn && !(options.contentOnly && entry.path.length === 0)) dressing.push({ at, entry });
      return undefined;
    },
    options.signal,
  );
  // What is put into a folder changes its time, so folders come last, the inner ones before the outer ones.
  await inSlices(
    dressing.toReversed(),
    ({ at, entry }) => {
      dress(at, entry, options);
      options.late?.times(at, entry.stats);
    },
    options.signal,
  );
};

// What lies behind a link stays as it is; its content goes there.
const makeFolder = (at: Buffer, { path }: TreeEntry, root: string | undefined): { inside: Buffer; isOwn: boolean } => {
  const found = lstatSync(at, { throwIfNoEntry: false });
  if (found === undefined) mkdirSync(at, 0o700);
  if (found === undefined || found.isDirectory()) return { inside: at, isOwn: true };
  const behind = root !== undefined && found.isSymbolicLink() ? lookUp(root, at.toString('utf8').slice(root.length + 1)) : undefined;
  if (behind?.stats.isDirectory()) return { inside: behind.at, isOwn: false };
  throw new Error(`cannot copy to non-directory: ${path.toString('utf8') || '.'} is a folder here and something else there; remove that first`);
};

const place = (entry: TreeEntry, at: Buffer, linked: Map<string, Buffer>, options: CopyOptions): Promise<void> | void => {
  const { stats } = entry;
  if (stats.isSocket()) return undefined;
  makeRoom(at, entry.path);
  if (options.late && stats.isFile() && staysAsItIs(stats, options)) return options.late.link(entry.at, at);
  const inode = `${stats.dev}:${stats.ino}`;
  const first = stats.nlink > 1 ? linked.get(inode) : undefined;
  if (first) return linkSync(first, at);
  if (stats.nlink > 1) linked.set(inode, at);
  if (stats.isFile() && stats.size > smallBytes) return copyFile(entry.at, at, constants.COPYFILE_EXCL).then(() => dress(at, entry, options));
  make(entry, at);
  return dress(at, entry, options);
};

const staysAsItIs = ({ uid, gid }: Stats, { owner, mode }: CopyOptions): boolean => mode === undefined && (owner === undefined || (owner.uid === uid && owner.gid === gid));

const makeRoom = (at: Buffer, path: Buffer): void => {
  const found = lstatSync(at, { throwIfNoEntry: false });
  if (found?.isDirectory()) throw new Error(`cannot copy to directory: ${path.toString('utf8') || at.toString('utf8', at.lastIndexOf('/') + 1)} is no folder here, and one there; remove that first`);
  if (found) unlinkSync(at);
};

const make = ({ at: from, stats }: TreeEntry, at: Buffer): void => {
  if (stats.isFile()) copyFileSync(from, at, constants.COPYFILE_EXCL);
  else if (stats.isSymbolicLink()) symlinkSync(readlinkSync(from, { encoding: 'buffer' }), at);
  else makeNode(at, stats.mode, stats.rdev);
};

// The owner first: a change of owner takes set-user bits and capabilities away.
export const dress = (at: Buffer, { at: from, stats }: Pick<TreeEntry, 'at' | 'stats'>, { owner, mode }: CopyOptions): void => {
  lchownSync(at, owner?.uid ?? stats.uid, owner?.gid ?? stats.gid);
  for (const { name, value } of attributesOf(from)) if (name === 'security.capability' || name.startsWith('user.')) setAttribute(at, name, value);
  if (stats.isSymbolicLink()) return lutimesSync(at, stats.atimeMs / 1_000, stats.mtimeMs / 1_000);
  chmodSync(at, modeOf(stats, mode));
  return utimesSync(at, stats.atimeMs / 1_000, stats.mtimeMs / 1_000);
};

const modeOf = (stats: Stats, change: ModeChange | undefined): number => (change ? change(stats.mode & permissions, stats.isDirectory()) : stats.mode & permissions);
