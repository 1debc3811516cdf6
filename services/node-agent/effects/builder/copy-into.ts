import { chmodSync, lchownSync, lstatSync, lutimesSync, readlinkSync, type Stats } from 'node:fs';
import { posix } from 'node:path';
import { copyTree, type CopyOptions, type Owner } from './copy-tree.ts';
import { lookUp, type FoundSource } from './find-sources.ts';
import { madeFolder } from './made-folder.ts';
import { joined } from './tree.ts';

/** A source with what of its path is kept. */
export type PlacedSource = FoundSource & {
  /** The name of a file in a folder that it is copied into. */
  fileName: string;
  /** With `parents`: the part of its path that is kept below the destination, and the folder on this machine that this part begins in. */
  kept?: { path: string; from: string };
};

export type Destination = { path: string; isDirectory: boolean };

export type CopyIntoOptions = Omit<CopyOptions, 'contentOnly'> & { instruction: string };

/** As many as the kernel follows. */
const linksMax = 40;
const root0: Owner = { uid: 0, gid: 0 };

/**
 * Copies sources below a root as COPY does. A folder gives its content, a file goes into the destination where that is a folder, or is to
 * be one, and else becomes it. Folders that are missing are made, 0755 and of the owner that was asked for, else of root. Links on the way
 * to the destination, and in its place, are followed inside of the root only.
 */
export const copyInto = async (root: string, sources: readonly PlacedSource[], destination: Destination, options: CopyIntoOptions): Promise<void> => {
  const isSeveral = sources.length > 1;
  for (const source of sources) {
    if (source.kept) await copyWithParents(root, source.at, source.kept, destination, options);
    else if (source.stats.isDirectory()) await copyTree(source.at, folderAt(root, destination.path, options.owner), { ...options, contentOnly: true });
    else await copyFile(root, source, isSeveral ? directory(destination, options.instruction, root) : destination, options);
  }
};

const directory = (destination: Destination, instruction: string, root: string): Destination => {
  if (destination.isDirectory || lookUp(root, destination.path)?.stats.isDirectory()) return destination;
  throw new Error(`When using ${instruction} with more than one source file, the destination must be a directory and end with a /`);
};

const copyFile = async (root: string, { at, fileName }: PlacedSource, destination: Destination, options: CopyIntoOptions): Promise<void> => {
  const isFolder = destination.isDirectory || lookUp(root, destination.path)?.stats.isDirectory() === true;
  const target = isFolder ? joined(folderAt(root, destination.path, options.owner), Buffer.from(fileName)) : fileTarget(root, destination.path, options.owner);
  await copyTree(at, target, options);
};

// What a link in the last place leads to is written, not the link replaced.
const fileTarget = (root: string, path: string, owner: Owner | undefined): Buffer => {
  let meant = path;
  for (let links = 0; links <= linksMax; links++) {
    const folder = madeFolder(root, posix.dirname(meant), owner ?? root0);
    const target = Buffer.from(posix.join(root, folder, posix.basename(meant)));
    const found = lstatSync(target, { throwIfNoEntry: false });
    if (!found?.isSymbolicLink()) return target;
    meant = posix.resolve(folder, readlinkSync(target, 'utf8'));
  }
  throw new Error(`${path} goes through more than ${linksMax} links: name the file itself`);
};

const folderAt = (root: string, path: string, owner: Owner = root0): Buffer => Buffer.from(posix.join(root, madeFolder(root, path, owner)));

const copyWithParents = async (root: string, source: Buffer, { path, from }: { path: string; from: string }, destination: Destination, options: CopyIntoOptions): Promise<void> => {
  let at = folderAt(root, destination.path, options.owner);
  let below = '';
  for (const part of posix.dirname(`/${path}`).split('/').filter((one) => one !== '')) {
    below = posix.join(below, part);
    at = parentFolder(root, posix.join(destination.path, below), lookUp(from, below)?.stats, options);
  }
  await copyTree(source, path === '' ? at : joined(at, Buffer.from(posix.basename(path))), { ...options, contentOnly: path === '' });
};

// A folder on the way looks as it does where it comes from, unless it was there before.
const parentFolder = (root: string, path: string, original: Stats | undefined, { owner, mode, late }: CopyIntoOptions): Buffer => {
  const isThere = lookUp(root, path) !== undefined;
  const made = folderAt(root, path, owner);
  if (isThere || !original) return made;
  lchownSync(made, owner?.uid ?? original.uid, owner?.gid ?? original.gid);
  chmodSync(made, mode ? mode(original.mode & 0o7777, true) : original.mode & 0o7777);
  lutimesSync(made, original.atime, original.mtime);
  late?.times(made, original);
  return made;
};
