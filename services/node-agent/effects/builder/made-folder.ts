import { chownSync, lstatSync, mkdirSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { Owner } from './copy-tree.ts';

/** As many as the kernel follows. */
const linksMax = 40;

/**
 * Makes a folder with all above it that is missing, 0755 and of this owner, and gives its path from the root as it is without links.
 * Links on the way lead inside of the root, and so do those to what is not there yet: that is made. Nobody else may change the tree meanwhile.
 */
export const madeFolder = (root: string, path: string, { uid, gid }: Owner): string => {
  let at = '';
  let links = 0;
  const ahead = partsOf(path);
  for (let part = ahead.shift(); part !== undefined; part = ahead.shift()) {
    if (part === '..') {
      at = at.slice(0, Math.max(0, at.lastIndexOf('/')));
      continue;
    }
    const next = `${at}/${part}`;
    const found = lstatSync(join(root, next), { throwIfNoEntry: false });
    if (found?.isSymbolicLink()) {
      if (++links > linksMax) throw new Error(`${path} goes through more than ${linksMax} links: name the folder itself`);
      const target = readlinkSync(join(root, next), 'utf8');
      if (target.startsWith('/')) at = '';
      ahead.unshift(...partsOf(target));
      continue;
    }
    if (found && !found.isDirectory()) throw new Error(`cannot make the folder ${path}: ${next} is a file; remove it first`);
    if (!found) makeOne(join(root, next), uid, gid);
    at = next;
  }
  return at === '' ? '/' : at;
};

const partsOf = (path: string): string[] => path.split('/').filter((part) => part !== '' && part !== '.');

const makeOne = (at: string, uid: number, gid: number): void => {
  mkdirSync(at, 0o755);
  if (uid !== 0 || gid !== 0) chownSync(at, uid, gid);
};
