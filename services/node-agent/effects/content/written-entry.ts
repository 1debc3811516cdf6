import { closeSync, constants, fstatSync, openSync, read as readCallback, readSync, readlinkSync, type Stats } from 'node:fs';
import { promisify } from 'node:util';
import { attributesOf } from './attributes.ts';
import type { ChangedEntry } from './changed-entries.ts';
import { paddingOf, tarHeader, type WrittenHeader } from './tar-write.ts';

const read = promisify(readCallback);

/** Pieces of a file are read so large. */
export const pieceBytes = 256 * 1_024;
/** Up to here a file is read at once: a thread costs more than the disk. */
const smallBytes = 64 * 1_024;

/** What an entry is in a tar: its header and, of a file, its content. `firstNames` remembers which names are one file; nothing is younger than `newestSeconds`. */
export const writtenEntry = async function* (entry: ChangedEntry, firstNames: Map<string, Buffer>, newestSeconds: number): AsyncGenerator<Buffer> {
  const header = headerOf(entry, firstNames, newestSeconds);
  if (!header) return;
  const fd = header.typeflag === '0' ? openFile(entry.at) : undefined;
  if (header.typeflag === '0' && fd === undefined) return;
  try {
    // Only what is written can be linked to.
    if (header.typeflag !== '1' && !entry.stats.isDirectory() && entry.stats.nlink > 1) firstNames.set(inodeOf(entry.stats), entry.path);
    yield tarHeader(header);
    if (fd === undefined) return;
    yield* contentOf(fd, header.sizeBytes);
    yield paddingOf(header.sizeBytes);
  } finally {
    if (fd !== undefined) closeSync(fd);
  }
};

const inodeOf = ({ dev, ino }: Stats): string => `${dev}:${ino}`;

/** By typeflag of a tar. */
const typeflagOf = (stats: Stats): WrittenHeader['typeflag'] | undefined => {
  if (stats.isFile()) return '0';
  if (stats.isSymbolicLink()) return '2';
  if (stats.isCharacterDevice()) return '3';
  if (stats.isBlockDevice()) return '4';
  if (stats.isDirectory()) return '5';
  return stats.isFIFO() ? '6' : undefined;
};

const headerOf = ({ path, stats, at }: ChangedEntry, firstNames: ReadonlyMap<string, Buffer>, newestSeconds: number): WrittenHeader | undefined => {
  const typeflag = typeflagOf(stats);
  if (typeflag === undefined) return undefined;
  const shared = {
    path, mode: stats.mode & 0o7777, uid: stats.uid, gid: stats.gid, sizeBytes: 0,
    modifiedAtSeconds: Math.min(Math.floor(stats.mtimeMs / 1_000), newestSeconds),
  };
  const first = firstNames.get(inodeOf(stats));
  if (first) return { ...shared, typeflag: '1', linkPath: first };
  const attributes = attributesOf(at).filter(({ name }) => isKept(name));
  switch (typeflag) {
    case '0':
      return { ...shared, typeflag, attributes, sizeBytes: stats.size };
    case '2':
      return { ...shared, typeflag, attributes, linkPath: readlinkSync(at, { encoding: 'buffer' }) };
    case '5':
      return { ...shared, typeflag, attributes, path: Buffer.concat([path, Buffer.from('/')]) };
    default:
      return { ...shared, typeflag, attributes, ...(typeflag === '6' ? {} : { device: deviceOf(stats.rdev) }) };
  }
};

/** As they are taken when a layer is unpacked. */
const isKept = (attribute: string): boolean => attribute === 'security.capability' || attribute.startsWith('user.');

// As glibc's major(3) and minor(3), for numbers as the kernel gives them out today.
const deviceOf = (rdev: number): { major: number; minor: number } => ({ major: (rdev >>> 8) & 0xfff, minor: (rdev & 0xff) | ((rdev >>> 12) & 0xfff00) });

// It may be gone, or something else, by now; a fifo in its place must not be waited for.
const openFile = (at: Buffer): number | undefined => {
  let fd: number | undefined;
  try {
    fd = openSync(at, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK | constants.O_NOATIME);
    if (fstatSync(fd).isFile()) return fd;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ENOENT' && code !== 'ELOOP' && code !== 'ENXIO') throw error;
  }
  if (fd !== undefined) closeSync(fd);
  return undefined;
};

const contentOf = async function* (fd: number, sizeBytes: number): AsyncGenerator<Buffer> {
  for (let left = sizeBytes; left > 0; ) {
    const piece = Buffer.allocUnsafe(Math.min(left, pieceBytes));
    const length = sizeBytes <= smallBytes ? readSync(fd, piece) : (await read(fd, piece, 0, piece.length, null)).bytesRead;
    // It was cut meanwhile: zeros stand for the rest, as with GNU tar, so that the archive stays one.
    yield length === 0 ? piece.fill(0) : piece.subarray(0, length);
    left -= length === 0 ? piece.length : length;
  }
};
