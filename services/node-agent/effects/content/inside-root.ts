import { closeSync, constants, fchownSync, fstatSync, mkdirSync, openSync } from 'node:fs';
import { openInRoot } from '../runtime/syscalls.ts';

/** Opens what is there without reading it; Node does not name this flag. */
export const openPathOnly = 0o10000000;
/** A folder, to look for names in. */
export const placeOnly = openPathOnly | constants.O_DIRECTORY;

/** The kernel asks to try again when something was renamed on the way; a container could do that for ever. */
const triesMax = 32;

/** Opens what a path means inside a root filesystem: links in it, absolute ones and `..` too, never lead out. */
export const openBelow = (rootfs: string, path: string, flags: number): number => {
  const root = openSync(rootfs, placeOnly);
  try {
    return retried(() => openInRoot(root, path === '' ? '.' : path, flags));
  } finally {
    closeSync(root);
  }
};

/** A path to an open folder, or to a name in it, that stays true whatever is renamed. It must not be kept longer than the descriptor. */
export const pathOf = (fd: number, name?: string): string => `/proc/self/fd/${fd}${name === undefined ? '' : `/${name}`}`;

/** Makes a folder and those above it that are missing, as `mkdir -p`; only new ones are given to the user. */
export const makeDirInRoot = (rootfs: string, path: string, uid: number, gid: number): void => closeSync(openMadeDir(rootfs, path, uid, gid));

/** The same, open as a place. */
export const openMadeDir = (rootfs: string, path: string, uid: number, gid: number): number => {
  const root = openSync(rootfs, placeOnly);
  try {
    const parts = partsOf(path);
    for (let depth = 1; depth <= parts.length; depth++) makeOne(root, parts.slice(0, depth), uid, gid);
    return retried(() => openInRoot(root, parts.join('/') || '.', placeOnly));
  } catch (error) {
    throw new Error(`folder ${path} can't be made in the container: ${codeOf(error) === 'EEXIST' || codeOf(error) === 'ENOTDIR' ? 'a file or a link to nothing is in the way' : String(error)}`, { cause: error });
  } finally {
    closeSync(root);
  }
};

export const codeOf = (error: unknown): string | undefined => (error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined);

const partsOf = (path: string): string[] => path.split('/').filter((part) => part !== '' && part !== '.');

const makeOne = (root: number, parts: readonly string[], uid: number, gid: number): void => {
  try {
    closeSync(retried(() => openInRoot(root, parts.join('/'), placeOnly)));
    return;
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
  }
  const above = retried(() => openInRoot(root, parts.slice(0, -1).join('/') || '.', placeOnly));
  try {
    // The kernel makes no folder through a link in the last place, so this one is where it was looked for.
    mkdirSync(pathOf(above, parts.at(-1)), 0o755);
    const made = openInRoot(above, parts.at(-1) ?? '.', constants.O_RDONLY | constants.O_DIRECTORY | constants.O_NOFOLLOW);
    try {
      if (fstatSync(made).uid !== uid || fstatSync(made).gid !== gid) fchownSync(made, uid, gid);
    } finally {
      closeSync(made);
    }
  } finally {
    closeSync(above);
  }
};

const retried = <Value>(open: () => Value): Value => {
  for (let left = triesMax; ; left--) {
    try {
      return open();
    } catch (error) {
      if (codeOf(error) !== 'EAGAIN' || left === 1) throw error;
    }
  }
};
