import { closeSync, constants, fstatSync, openSync, readSync, read as readCallback, readlinkSync, type Stats } from 'node:fs';
import { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { attributesOf } from './attributes.ts';
import { changedEntries, type ChangedEntry } from './changed-entries.ts';
import { withoutMountPoints } from './mount-points.ts';
import { paddingOf, tarEnd, tarHeader, type WrittenHeader } from './tar-write.ts';
import { opaqueName, whiteoutPrefix } from './whiteout.ts';

export type LayerOptions = {
  /** Seconds since 1970: nothing in the layer is younger. https://reproducible-builds.org/specs/source-date-epoch/ */
  sourceDateEpoch?: number;
  /**
   * Absolute paths where the runtime mounted something. What it made to mount on, an empty file or folder, is no change of the container,
   * nor is a folder that only holds such.
   */
  mountPoints?: readonly string[];
  /** Unpacked layers below the upper folder, top first: what is there already is told from what is new. */
  lowers?: readonly string[];
};

const read = promisify(readCallback);

/** Pieces of a file are read so large, and small things are gathered up to this. */
const pieceBytes = 256 * 1_024;
/** Up to here a file is read at once: a thread costs more than the disk. */
const smallBytes = 64 * 1_024;

/**
 * The changes in an upper folder of overlayfs as the tar of a layer: deletions as whiteouts, in an order and with headers that follow from
 * the content alone. A whiteout has no time. Sockets are left out, as by Docker. A file that is written meanwhile has the length it had
 * when it was looked at. https://github.com/opencontainers/image-spec/blob/main/layer.md
 */
export const layerFromChanges = (upper: string, options: LayerOptions = {}): Readable => streamOf(layerEntries(upper, options));

/** Everything below a folder as a tar, in the same order and with the same headers; names that would mean deletions in a layer are names here. */
export const tarOfTree = (root: string): Readable => streamOf(treeEntries(root));

const streamOf = (pieces: AsyncIterable<Buffer>): Readable => Readable.from(gathered(pieces), { objectMode: false, highWaterMark: 1 });

const layerEntries = async function* (upper: string, { sourceDateEpoch = Infinity, mountPoints = [], lowers = [] }: LayerOptions): AsyncGenerator<Buffer> {
  const firstNames = new Map<string, Buffer>();
  for (const entry of withoutMountPoints(changedEntries(upper), mountPoints, lowers)) {
    refuseReserved(entry.path);
    if (entry.kind === 'gone') yield tarHeader(whiteout(besideOf(entry.path, whiteoutPrefix)));
    else yield* written(entry, headerOf(entry, firstNames, sourceDateEpoch));
    if (entry.kind === 'opaque') yield tarHeader(whiteout(Buffer.concat([entry.path, Buffer.from(`/${opaqueName}`)])));
  }
  yield tarEnd;
};

const treeEntries = async function* (root: string): AsyncGenerator<Buffer> {
  const firstNames = new Map<string, Buffer>();
  for (const entry of changedEntries(root)) yield* written(entry, headerOf(entry, firstNames, Infinity));
  yield tarEnd;
};

const written = async function* ({ at }: ChangedEntry, header: WrittenHeader | undefined): AsyncGenerator<Buffer> {
  if (!header) return;
  if (header.typeflag !== '0') return yield tarHeader(header);
  const fd = openFile(at);
  if (fd === undefined) return;
  try {
    yield tarHeader(header);
    yield* contentOf(fd, header.sizeBytes);
    yield paddingOf(header.sizeBytes);
  } finally {
    closeSync(fd);
  }
};

/** By typeflag of a tar. */
const typeflagOf = (stats: Stats): WrittenHeader['typeflag'] | undefined => {
  if (stats.isFile()) return '0';
  if (stats.isSymbolicLink()) return '2';
  if (stats.isCharacterDevice()) return '3';
  if (stats.isBlockDevice()) return '4';
  if (stats.isDirectory()) return '5';
  return stats.isFIFO() ? '6' : undefined;
};

const headerOf = ({ path, stats, at }: ChangedEntry, firstNames: Map<string, Buffer>, sourceDateEpoch: number): WrittenHeader | undefined => {
  const typeflag = typeflagOf(stats);
  if (typeflag === undefined) return undefined;
  const shared = {
    path, mode: stats.mode & 0o7777, uid: stats.uid, gid: stats.gid, sizeBytes: 0,
    modifiedAtSeconds: Math.min(Math.floor(stats.mtimeMs / 1_000), sourceDateEpoch),
  };
  const inode = `${stats.dev}:${stats.ino}`;
  const first = firstNames.get(inode);
  if (first) return { ...shared, typeflag: '1', linkPath: first };
  if (!stats.isDirectory() && stats.nlink > 1) firstNames.set(inode, path);
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

const whiteout = (path: Buffer): WrittenHeader => ({ typeflag: '0', path, mode: 0o600, uid: 0, gid: 0, modifiedAtSeconds: 0, sizeBytes: 0 });

const besideOf = (path: Buffer, prefix: string): Buffer => {
  const base = path.lastIndexOf('/') + 1;
  return Buffer.concat([path.subarray(0, base), Buffer.from(prefix), path.subarray(base)]);
};

const refuseReserved = (path: Buffer): void => {
  const base = path.toString('utf8', path.lastIndexOf('/') + 1);
  if (base.startsWith(whiteoutPrefix)) throw new Error(`/${path.toString('utf8')} can't be in a layer, where names that begin with ${whiteoutPrefix} mean deletions: rename or remove it`);
};

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

const gathered = async function* (pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let held: Buffer[] = [];
  let heldBytes = 0;
  for await (const piece of pieces) {
    held.push(piece);
    heldBytes += piece.length;
    if (heldBytes < pieceBytes) continue;
    yield Buffer.concat(held);
    held = [];
    heldBytes = 0;
  }
  if (heldBytes > 0) yield Buffer.concat(held);
};
