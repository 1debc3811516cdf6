import { closeSync, lstatSync, readdirSync, readlinkSync, type Stats } from 'node:fs';
import { posix } from 'node:path';
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
 * looks into no folder that is one. A pattern may find nothing; a path throws SourceMissing then, as the part of a pattern does that has no wildcards.
 */
export const findSources = (root: string, { pattern, deep }: Sought): FoundSource[] => {
  if (deep === undefined) return [required(root, pattern === '.' ? '' : pattern)];
  const folders = pattern.split('/').slice(0, -1);
  const first = folders.findIndex((name) => /[*?[\\]/.test(name));
  const plain = folders.slice(0, first < 0 ? folders.length : first).join('/');
  const { at, stats } = required(root, plain);
  return stats.isDirectory() ? matching({ root, glob: compileGlob(pattern, { deep }) }, at, plain) : [];
};

const required = (root: string, path: string): FoundSource => {
  const found = lookUp(root, path);
  if (!found) throw new SourceMissing(`file not found in build context or excluded by .dockerignore: stat ${path}: file does not exist`);
  return found;
};

type Matching = { root: string; glob: Glob };

const matching = (on: Matching, at: Buffer, folder: string): FoundSource[] =>
  readdirSync(at, 'utf8').sort().flatMap((name) => {
    const path = posix.join(folder, name);
    // What is copied whole need not be looked through.
    if (on.glob.matches(path)) return lookUp(on.root, path) ?? [];
    const below = Buffer.concat([at, Buffer.from(`/${name}`)]);
    return on.glob.mayMatchBelow(path) && lstatSync(below).isDirectory() ? matching(on, below, path) : [];
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
