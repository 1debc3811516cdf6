import { closeSync, linkSync, lutimesSync } from 'node:fs';
import { posix } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { extract } from 'tar-stream';
import { decompressed } from './compression.ts';
import { openBelow, openMadeDir, pathOf, placeOnly } from './inside-root.ts';
import { makeRoom, timeOf, writeFile, writeFolder, writeLink, type Owner, type WrittenEntry } from './path-entries.ts';
import { pathError, PathError } from './path-error.ts';
import type { RootFiles } from './port.ts';

type Target = { root: string; base: string; owner: Owner | undefined };

/**
 * No system's tar: it would follow the links that are there already, with this machine's root for theirs. Each entry's folder is opened
 * below the root, and the entry made in it by a name that is no path.
 */
export const writePath: RootFiles['writePath'] = async (root, path, tar, owner) => {
  const base = posix.normalize(`/${path}`);
  try {
    closeSync(openBelow(root, base, placeOnly));
  } catch (error) {
    throw pathError(path, error);
  }
  const { whole, steps } = await decompressed(tar);
  const archive = extract();
  const [read, unpacked] = await Promise.allSettled([pipeline(whole, ...steps, archive), unpack(archive, { root, base, owner })]);
  if (unpacked.status === 'rejected') throw unpacked.reason;
  if (read.status === 'rejected') throw read.reason;
};

const unpack = async (archive: AsyncIterable<WrittenEntry>, target: Target): Promise<void> => {
  const folders: { path: string; mtime: Date }[] = [];
  let failure: Error | undefined;
  // To its end whatever is in it: a reader that leaves early would look like a cut connection.
  for await (const entry of archive) {
    if (!failure) failure = await write(target, entry);
    if (entry.header.type === 'directory') folders.push({ path: entry.header.name, mtime: timeOf(entry.header) });
    entry.resume();
  }
  if (failure) throw failure;
  // What is put into a folder changes its time, so that comes last.
  for (const { path, mtime } of folders) inFolder(target, nameIn(path), (at) => lutimesSync(at, mtime, mtime));
};

const write = async (target: Target, entry: WrittenEntry): Promise<Error | undefined> => {
  try {
    const path = nameIn(entry.header.name);
    await place(target, path, entry);
    return undefined;
  } catch (error) {
    return pathError(posix.join(target.base, entry.header.name), error);
  }
};

const nameIn = (name: string): string => {
  const parts = name.split('/').filter((part) => part !== '' && part !== '.');
  if (parts.includes('..') || name.includes('\0')) throw new PathError('unfit', `entry ${name} of the archive leads out of it: pack it again from inside the folder`);
  return parts.join('/');
};

const place = async (target: Target, path: string, entry: WrittenEntry): Promise<void> => {
  const { type, name, linkname } = entry.header;
  const parent = openParent(target, path);
  try {
    const at = pathOf(parent, posix.basename(path) || '.');
    if (type === 'directory') return await writeFolder(at, path, entry.header, target.owner);
    makeRoom(at, path);
    if (type === 'symlink') writeLink(at, entry.header, target.owner);
    else if (type === 'link') inFolder(target, nameIn(linkname ?? ''), (from) => linkSync(from, at));
    else if (type === 'file' || type === 'contiguous-file') await writeFile(at, entry, target.owner);
    else throw new PathError('unfit', `entry ${name} of the archive is a ${type ?? 'nameless kind'}: only files, folders and links are copied`);
  } finally {
    closeSync(parent);
  }
};

const openParent = ({ root, base, owner }: Target, path: string): number => openMadeDir(root, posix.join(base, posix.dirname(`/${path}`)), owner?.uid ?? 0, owner?.gid ?? 0);

const inFolder = (target: Target, path: string, work: (at: string) => void): void => {
  const parent = openParent(target, path);
  try {
    work(pathOf(parent, posix.basename(path) || '.'));
  } finally {
    closeSync(parent);
  }
};
