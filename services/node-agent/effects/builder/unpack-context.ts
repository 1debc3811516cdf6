import { createHash, type Hash } from 'node:crypto';
import { chmodSync, closeSync, constants, fchmodSync, futimesSync, linkSync, lutimesSync, mkdirSync, openSync, rmdirSync, symlinkSync, unlinkSync, utimesSync, write, writeSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { HostileArchive } from '../content/hostile-archive.ts';
import { harmlessDevices, layerLimits, type LayerLimits } from '../content/layer-rules.ts';
import { plainTar } from './plain-tar.ts';
import { makeNode, setAttribute } from './syscalls.ts';
import { tarReader, type ReadEntry } from './tar-reader.ts';

/** SHA-256 of files as they were unpacked, by where they lie (latin1). Not of all where there are very many. */
export type KnownDigests = ReadonlyMap<string, Buffer>;

const digestsMax = 200_000;
/** Larger ones are written off the main thread. */
const smallBytes = 1 << 20;
const nameMaxBytes = 255;
const pathMaxBytes = 4_096;

const writeAll = promisify(write);

/**
 * Unpacks the tar of a build context, however it is compressed, into an empty folder that nobody else writes to, and tells what its files came to.
 * Everything is root's. An entry goes into folders that this archive made and through no link, so that nothing leads out; of two with one name
 * the later one stays, as with Docker. Throws HostileArchive for what must not be unpacked; the folder holds a part of it then.
 */
export const unpackContext = async (stream: Readable, directory: string, { signal, limits = layerLimits }: { signal?: AbortSignal; limits?: LayerLimits }): Promise<KnownDigests> => {
  const { whole, steps } = await plainTar(stream);
  const unpacking = openUnpacking(Buffer.from(directory), limits);
  const reader = tarReader(unpacking);
  let taking = Promise.resolve();
  const takeAll = async (pieces: AsyncIterable<Buffer>): Promise<void> => {
    for await (const piece of pieces) await reader.take(piece);
  };
  try {
    await pipeline(whole, ...steps, (pieces: AsyncIterable<Buffer>) => (taking = takeAll(pieces)), signal ? { signal } : {});
    reader.end();
    unpacking.settle();
  } finally {
    // A pipeline that is broken off does not wait for what is being written.
    await taking.catch(() => {});
    unpacking.close();
  }
  return unpacking.digests;
};

type Written = { fd: number; hash: Hash; entry: ReadEntry; at: Buffer; isSmall: boolean };
type Unpacking = { entry: (entry: ReadEntry) => void; content: (piece: Buffer) => Promise<void> | void; settle: () => void; close: () => void; digests: Map<string, Buffer> };

const openUnpacking = (root: Buffer, { entriesMax, contentMaxBytes }: LayerLimits): Unpacking => {
  const digests = new Map<string, Buffer>();
  /** By path (latin1): what this archive made. */
  const made = new Map<string, 'folder' | 'other'>([['', 'folder']]);
  /** Those that the archive names, by path. */
  const folders = new Map<string, ReadEntry>();
  let open: Written | undefined;
  let leftBytes = 0;
  let entries = 0;
  let contentBytes = 0;

  const placeOf = (path: string): Buffer => (path === '' ? root : Buffer.concat([root, Buffer.from(`/${path}`, 'latin1')]));

  const folderFor = (path: string): void => {
    const kind = made.get(path);
    if (kind === 'folder') return;
    if (kind === 'other') throw new HostileArchive(`an entry of the context lies in ${utf8(path)}, which is no folder: pack it again`);
    folderFor(parentOf(path));
    mkdirSync(placeOf(path), 0o755);
    made.set(path, 'folder');
  };

  const makeRoom = (path: string): void => {
    const kind = made.get(path);
    if (kind === undefined) return;
    if (kind === 'other') unlinkSync(placeOf(path));
    else removeFolder(placeOf(path), path);
    made.delete(path);
    folders.delete(path);
    digests.delete(placeOf(path).toString('latin1'));
  };

  const endFile = ({ fd, hash, entry, at }: Written): void => {
    if (digests.size < digestsMax) digests.set(at.toString('latin1'), hash.digest());
    setAttributes(at, entry);
    fchmodSync(fd, entry.mode);
    futimesSync(fd, entry.mtime, entry.mtime);
    closeSync(fd);
    open = undefined;
  };

  const make = (entry: ReadEntry, path: string): void => {
    const at = placeOf(path);
    switch (entry.kind) {
      case 'file':
        open = { fd: openSync(at, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | constants.O_NOFOLLOW, 0o600), hash: createHash('sha256'), entry, at, isSmall: entry.sizeBytes <= smallBytes };
        leftBytes = entry.sizeBytes;
        if (leftBytes === 0) endFile(open);
        return;
      case 'hardlink': {
        const target = cleaned(entry.link);
        if (made.get(target) !== 'other') throw new HostileArchive(`entry ${utf8(path)} is a hard link to ${utf8(target)}, which is no file of the archive before it`);
        linkSync(placeOf(target), at);
        const digest = digests.get(placeOf(target).toString('latin1'));
        if (digest) digests.set(at.toString('latin1'), digest);
        return;
      }
      case 'symlink':
        symlinkSync(entry.link, at);
        return lutimesSync(at, entry.mtime, entry.mtime);
      case 'fifo':
      case 'characterDevice':
      case 'blockDevice':
        return makeSpecial(entry, at, path);
      case 'directory':
        return undefined;
    }
  };

  return {
    digests,
    entry: (entry) => {
      if (++entries > entriesMax) throw new HostileArchive(`the context has more than ${entriesMax} entries: leave some out by .dockerignore`);
      if ((contentBytes += entry.sizeBytes) > contentMaxBytes) throw new HostileArchive(`the context unpacks to more than ${contentMaxBytes} bytes: leave some of it out by .dockerignore`);
      const path = cleaned(entry.name);
      if (entry.kind === 'directory') {
        if (made.get(path) === 'other') makeRoom(path);
        folderFor(path);
        folders.set(path, entry);
        return;
      }
      if (path === '') throw new HostileArchive('the top of the context is no folder: pack it again');
      folderFor(parentOf(path));
      makeRoom(path);
      make(entry, path);
      made.set(path, 'other');
    },
    content: (piece) => {
      if (!open) return undefined;
      const file = open;
      file.hash.update(piece);
      leftBytes -= piece.length;
      if (!file.isSmall) return writeWhole(file.fd, piece).then(() => (leftBytes === 0 ? endFile(file) : undefined));
      for (let at = 0; at < piece.length; ) at += writeSync(file.fd, piece, at);
      return leftBytes === 0 ? endFile(file) : undefined;
    },
    // What is put into a folder changes its time, and it might not let itself be written to.
    settle: () => {
      for (const [path, entry] of folders) {
        const at = placeOf(path);
        setAttributes(at, entry);
        chmodSync(at, entry.mode);
        utimesSync(at, entry.mtime, entry.mtime);
      }
    },
    close: () => open && closeSync(open.fd),
  };
};

const writeWhole = async (fd: number, piece: Buffer): Promise<void> => {
  for (let at = 0; at < piece.length; ) at += (await writeAll(fd, piece, at)).bytesWritten;
};

const removeFolder = (at: Buffer, path: string): void => {
  try {
    rmdirSync(at);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOTEMPTY') throw new HostileArchive(`entry ${utf8(path)} is a folder with something in it, and then something else: pack it again`);
    throw error;
  }
};

const makeSpecial = ({ kind, mode, mtime, device: { major, minor } }: ReadEntry, at: Buffer, path: string): void => {
  const number = `${major}:${minor}`;
  if (kind !== 'fifo' && !(kind === 'characterDevice' && harmlessDevices.has(number))) throw new HostileArchive(`entry ${utf8(path)} is the device ${number}: leave it out by .dockerignore`);
  const type = kind === 'fifo' ? constants.S_IFIFO : constants.S_IFCHR;
  makeNode(at, type | mode, kind === 'fifo' ? 0 : (major << 8) | minor);
  chmodSync(at, mode);
  utimesSync(at, mtime, mtime);
};

const setAttributes = (at: Buffer, { attributes }: ReadEntry): void => {
  for (const [name, value] of attributes) if (name === 'security.capability' || name.startsWith('user.')) setAttribute(at, name, value);
};

const utf8 = (path: string): string => Buffer.from(path, 'latin1').toString('utf8');
const parentOf = (path: string): string => path.slice(0, Math.max(path.lastIndexOf('/'), 0));

/** Without empty parts and dots, as latin1. A leading slash means the top. */
const cleaned = (name: Buffer): string => {
  if (name.length > pathMaxBytes) throw new HostileArchive(`an entry's name is longer than ${pathMaxBytes} bytes: shorten it`);
  const parts = name.toString('latin1').split('/').filter((part) => part !== '' && part !== '.');
  for (const part of parts) {
    if (part === '..' || part.includes('\0')) throw new HostileArchive(`entry ${name.toString('utf8')} leads out of the context: pack it again from inside the folder`);
    if (part.length > nameMaxBytes) throw new HostileArchive(`entry ${name.toString('utf8').slice(0, 100)}… has a name longer than ${nameMaxBytes} bytes: shorten it`);
  }
  return parts.join('/');
};
