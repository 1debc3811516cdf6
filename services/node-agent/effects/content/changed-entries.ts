import { closeSync, constants, lstatSync, openSync, readdirSync, type Stats } from 'node:fs';
import { attributeOf } from './attributes.ts';

/** Something that an upper folder of overlayfs says: this is here, or what lies below by this name is gone. */
export type ChangedEntry = {
  kind: 'present' | 'opaque' | 'gone';
  /** From the top, without a slash at either end; bytes, since names need not be UTF-8. */
  path: Buffer;
  stats: Stats;
  /** Where it can be read, until the walk leaves the folder that it is in. */
  at: Buffer;
};

/** A path that no program of the host can name is not followed further. */
const pathMaxBytes = 4_096;
const slash = Buffer.from('/');
const whiteoutDevice = 0;
const opaqueName = 'trusted.overlay.opaque';

const inside = (fd: number, name: Buffer): Buffer => Buffer.concat([Buffer.from(`/proc/self/fd/${fd}/`), name]);
const folderFlags = constants.O_RDONLY | constants.O_DIRECTORY | constants.O_NOFOLLOW;

/**
 * Everything in an upper folder, a folder before what is in it, names in the order of their bytes. Folders are entered by what is open,
 * never by name: a container that still runs can put a link in place of one. What vanishes meanwhile is left out.
 */
export const changedEntries = function* (upper: string): Generator<ChangedEntry> {
  const top = openSync(upper, folderFlags);
  try {
    yield* below(top, Buffer.alloc(0));
  } finally {
    closeSync(top);
  }
};

const below = function* (folder: number, prefix: Buffer): Generator<ChangedEntry> {
  for (const name of readdirSync(`/proc/self/fd/${folder}`, { encoding: 'buffer' }).sort(Buffer.compare)) {
    const path = prefix.length === 0 ? name : Buffer.concat([prefix, slash, name]);
    if (path.length > pathMaxBytes) throw new Error(`${path.toString('utf8', 0, 100)}… is deeper than ${pathMaxBytes} bytes of path: shorten it`);
    const at = inside(folder, name);
    const stats = lstatSync(at, { throwIfNoEntry: false });
    if (!stats) continue;
    if (stats.isDirectory()) yield* folderEntries(at, path, stats);
    else yield { kind: stats.isCharacterDevice() && stats.rdev === whiteoutDevice ? 'gone' : 'present', path, stats, at };
  }
};

const folderEntries = function* (at: Buffer, path: Buffer, stats: Stats): Generator<ChangedEntry> {
  const opened = openFolder(at);
  if (opened === undefined) return;
  try {
    yield { kind: attributeOf(Buffer.from(`/proc/self/fd/${opened}/.`), opaqueName)?.toString() === 'y' ? 'opaque' : 'present', path, stats, at };
    yield* below(opened, path);
  } finally {
    closeSync(opened);
  }
};

// It may be gone, or something else, by now.
const openFolder = (at: Buffer): number | undefined => {
  try {
    return openSync(at, folderFlags);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'ELOOP') return undefined;
    throw error;
  }
};
