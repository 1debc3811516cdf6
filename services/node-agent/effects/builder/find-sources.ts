import { closeSync, lstatSync, readdirSync, readlinkSync, type Stats } from 'node:fs';
import { join, posix } from 'node:path';
import { compileGlob, type Glob } from '../../dockerignore/glob.ts';
import { codeOf, openBelow, openPathOnly, pathOf } from '../content/inside-root.ts';

/** A file or folder that is to be copied. */
export type FoundSource = {
  /** As it is called below the root, without a slash at either end; empty for the root. */
  path: string;
  /** Where it lies on this machine, links followed. */
  at: Buffer;
  stats: Stats;
};

/** Nothing is there by this name. */
export class SourceMissing extends Error {
  override readonly name = 'SourceMissing';
}

/** A plain path, or with `deep` given a pattern, in which `**` stands for any folders where it is true. */
export type Sought = { pattern: string; deep?: boolean };

/**
 * What is meant below a root, in the order of names. Links are followed inside of it only, and where they are named themselves; a pattern
 * looks into no folder that is one. A pattern may find nothing; a path throws SourceMissing then.
 */
export const findSources = (root: string, { pattern, deep }: Sought): FoundSource[] => {
  if (deep !== undefined) return matching(root, '', compileGlob(pattern, { deep }));
  const found = lookUp(root, pattern === '.' ? '' : pattern);
  if (!found) throw new SourceMissing(`file not found in build context or excluded by .dockerignore: stat ${pattern}: file does not exist`);
  return [found];
};

const matching = (root: string, folder: string, glob: Glob): FoundSource[] =>
  readdirSync(join(root, folder), 'utf8').sort().flatMap((name) => {
    const path = posix.join(folder, name);
    // What is copied whole need not be looked through.
    if (glob.matches(path)) return lookUp(root, path) ?? [];
    return glob.mayMatchBelow(path) && lstatSync(join(root, path)).isDirectory() ? matching(root, path, glob) : [];
  });

export const lookUp = (root: string, path: string): FoundSource | undefined => {
  const at = realPath(root, path);
  return at === undefined ? undefined : { path, at, stats: lstatSync(at) };
};

const realPath = (root: string, path: string): Buffer | undefined => {
  try {
    const fd = openBelow(root, path, openPathOnly);
    try {
      return readlinkSync(pathOf(fd), { encoding: 'buffer' });
    } finally {
      closeSync(fd);
    }
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'ELOOP') return undefined;
    throw error;
  }
};
