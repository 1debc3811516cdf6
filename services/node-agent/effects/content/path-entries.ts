import { constants, lchownSync, lstatSync, lutimesSync, mkdirSync, symlinkSync, unlinkSync } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { Readable } from 'node:stream';
import type { Header } from 'tar-stream';
import { PathError } from './path-error.ts';

export type WrittenEntry = AsyncIterable<unknown> & { header: Header; resume: () => unknown };
export type Owner = { uid: number; gid: number };

const permissions = 0o7777;

/** Takes away what lies where something that is no folder is to be. */
export const makeRoom = (at: string, path: string): void => {
  const found = lstatSync(at, { throwIfNoEntry: false });
  if (found?.isDirectory()) throw new PathError('unfit', `cannot overwrite directory ${path} with non-directory: remove it first`);
  if (found) unlinkSync(at);
};

export const writeFolder = async (at: string, path: string, header: Header, owner: Owner | undefined): Promise<void> => {
  const found = lstatSync(at, { throwIfNoEntry: false });
  if (found && !found.isDirectory()) throw new PathError('unfit', `cannot overwrite non-directory ${path} with directory: remove it first`);
  if (!found) mkdirSync(at, 0o700);
  const folder = await open(at, constants.O_RDONLY | constants.O_DIRECTORY | constants.O_NOFOLLOW);
  try {
    await dress(folder, header, owner);
  } finally {
    await folder.close();
  }
};

export const writeFile = async (at: string, entry: WrittenEntry, owner: Owner | undefined): Promise<void> => {
  const file = await open(at, constants.O_CREAT | constants.O_EXCL | constants.O_NOFOLLOW | constants.O_WRONLY, 0o600);
  try {
    await file.writeFile(Readable.from(entry));
    await dress(file, entry.header, owner);
  } finally {
    await file.close();
  }
};

export const writeLink = (at: string, header: Header, owner: Owner | undefined): void => {
  symlinkSync(header.linkname ?? '', at);
  const { uid, gid } = ownerOf(header, owner);
  lchownSync(at, uid, gid);
  lutimesSync(at, timeOf(header), timeOf(header));
};

export const timeOf = ({ mtime }: Header): Date => mtime ?? new Date(0);

// By what is open: a link may be in its place by now. The owner first: a change of owner takes the set-user bit away.
const dress = async (made: FileHandle, header: Header, owner: Owner | undefined): Promise<void> => {
  const { uid, gid } = ownerOf(header, owner);
  await made.chown(uid, gid);
  await made.chmod((header.mode ?? 0o644) & permissions);
  await made.utimes(timeOf(header), timeOf(header));
};

const ownerOf = ({ uid, gid }: Header, owner: Owner | undefined): Owner => owner ?? { uid: uid ?? 0, gid: gid ?? 0 };
