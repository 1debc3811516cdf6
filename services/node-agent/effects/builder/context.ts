import { closeSync, constants, fstatSync, readSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { ignoreFilesOf, parseIgnoreFile, type Ignore } from '../../dockerignore/ignore.ts';
import { codeOf, openBelow } from '../content/inside-root.ts';
import { inSlices } from './in-slices.ts';
import { treeEntries } from './tree.ts';

/** Larger than any Dockerfile or list of patterns is. */
const textMaxBytes = 16 * 2 ** 20;

/** Text of a file of a context; links are followed inside of it only. Undefined where there is none. */
export const readText = (root: string, path: string): string | undefined => {
  let fd: number;
  try {
    fd = openBelow(root, path, constants.O_RDONLY | constants.O_NONBLOCK);
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'ELOOP') return undefined;
    throw error;
  }
  try {
    const stats = fstatSync(fd);
    if (!stats.isFile()) return undefined;
    if (stats.size > textMaxBytes) throw new Error(`${path} has ${stats.size} bytes: at most ${textMaxBytes} are read`);
    const text = Buffer.alloc(stats.size);
    return text.toString('utf8', 0, readSync(fd, text, 0, stats.size, 0));
  } finally {
    closeSync(fd);
  }
};

/** Takes away what .dockerignore leaves out, where the client has not: nothing of it is copied, nor seen by a command. */
export const applyIgnoreFile = async (root: string, dockerfile: string): Promise<void> => {
  const file = ignoreFilesOf(dockerfile).find((path) => readText(root, path) !== undefined);
  const text = file === undefined ? undefined : readText(root, file);
  if (file === undefined || text === undefined) return;
  await removeIgnored(root, parseIgnoreFile(text, file));
};

const removeIgnored = async (root: string, { ignores, mayTakeBelow }: Ignore): Promise<void> => {
  const gone: Buffer[] = [];
  const entries = treeEntries(Buffer.from(root), {
    keeps: ({ path: bytes, at, stats }) => {
      const path = bytes.toString('utf8');
      if (path === '' || !ignores(path)) return true;
      if (stats.isDirectory() && mayTakeBelow(path)) return true;
      gone.push(at);
      return false;
    },
  });
  await inSlices(entries, () => {});
  for (const at of gone) await rm(at, { recursive: true, force: true });
};
