import { tokensOf, type Token } from './glob-tokens.ts';

/** Paths are relative, with slashes between their parts and none at either end. */
export type Glob = {
  matches: (path: string) => boolean;
  /** The path itself, or a folder that it is in. */
  matchesOrParent: (path: string) => boolean;
  /** Whether anything below this folder could match: for who looks through folders. */
  mayMatchBelow: (folder: string) => boolean;
};

/** Whether it is a pattern, and not the name of one file. A name with a backslash is a pattern, too: the backslash is no part of it. */
export const hasWildcards = (text: string): boolean => /[*?[\\]/.test(text);

/**
 * Compiles a pattern. Matching takes time as the product of the lengths of pattern and path, whatever they are: all ways to match are
 * followed at once. Throws Misuse for what is no pattern.
 */
export const compileGlob = (pattern: string, { deep }: { deep: boolean }): Glob => {
  if (!hasWildcards(pattern)) return literal(pattern);
  const tokens = tokensOf(pattern, deep);
  return {
    matches: (path) => walk(tokens, path).whole,
    matchesOrParent: (path) => walk(tokens, path, true).whole,
    mayMatchBelow: (folder) => walk(tokens, `${folder}/`).isAlive,
  };
};

const literal = (name: string): Glob => ({
  matches: (path) => path === name,
  matchesOrParent: (path) => path.startsWith(name) && (path.length === name.length || path[name.length] === '/'),
  mayMatchBelow: (folder) => name.startsWith(`${folder}/`),
});

/**
 * Follows all places in the pattern where the path read so far may stand. Place 2n is before token n, place 2n+1 inside of it, which only
 * `folders` needs: it ends after a slash, and not before.
 */
const walk = (tokens: readonly Token[], path: string, parents = false): { whole: boolean; isAlive: boolean } => {
  const end = tokens.length * 2;
  let now = places(end);
  let next = places(end);
  enter(tokens, now, 0);
  for (const letter of path) {
    if (parents && letter === '/' && now.has[end]) return { whole: true, isAlive: true };
    const code = letter.codePointAt(0) ?? 0;
    for (const place of now.list) step(tokens, next, place, letter, code);
    clear(now);
    [now, next] = [next, now];
    if (now.list.length === 0) return { whole: false, isAlive: false };
  }
  return { whole: now.has[end] === 1, isAlive: true };
};

/** A set that is listed and emptied without a look at what is not in it. */
type Places = { has: Uint8Array; list: number[] };

const places = (end: number): Places => ({ has: new Uint8Array(end + 1), list: [] });

const clear = (set: Places): void => {
  for (const place of set.list) set.has[place] = 0;
  set.list.length = 0;
};

const add = (set: Places, place: number): void => {
  if (set.has[place] === 1) return;
  set.has[place] = 1;
  set.list.push(place);
};

/** Tokens that may stand for nothing are passed at once. */
const enter = (tokens: readonly Token[], set: Places, place: number): void => {
  for (let at = place; set.has[at] !== 1; at += 2) {
    add(set, at);
    const kind = tokens[at / 2]?.kind;
    if (kind !== 'many' && kind !== 'rest' && kind !== 'folders') return;
  }
};

const step = (tokens: readonly Token[], next: Places, place: number, letter: string, code: number): void => {
  const token = tokens[place >> 1];
  const isSlash = letter === '/';
  switch (token?.kind) {
    case 'letter':
      if (token.letter === letter) enter(tokens, next, place + 2);
      return;
    case 'one':
      if (!isSlash) enter(tokens, next, place + 2);
      return;
    case 'many':
      if (!isSlash) enter(tokens, next, place);
      return;
    case 'rest':
      enter(tokens, next, place);
      return;
    case 'class':
      if (token.ranges.some(([low, high]) => low <= code && code <= high) !== token.isNegated) enter(tokens, next, place + 2);
      return;
    case 'folders':
      add(next, place | 1);
      if (isSlash) enter(tokens, next, (place & ~1) + 2);
      return;
    case undefined:
  }
};
