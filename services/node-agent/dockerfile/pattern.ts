// Patterns of `${V#p}`, `${V%p}` and `${V/p/r}`: `*` is any text, `?` any one letter, a backslash takes either as it is.
// https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html#tag_19_14, without brackets
import { Misuse } from './problem.ts';

/** What stands between two `*`; undefined is any one letter. */
type Piece = readonly (string | undefined)[];

/** A search compares each letter of the value with each of the pattern in the worst case. */
const workMax = 10_000_000;

const lettersOf = (text: string): readonly string[] => Array.from(text);

const piecesOf = (pattern: string): readonly Piece[] => {
  const pieces: (string | undefined)[][] = [[]];
  const letters = lettersOf(pattern);
  for (let at = 0; at < letters.length; at++) {
    const letter = letters[at] ?? '';
    if (letter === '*') pieces.push([]);
    else if (letter === '?') pieces.at(-1)?.push(undefined);
    else if (letter === '\\') pieces.at(-1)?.push(escaped(letters[++at], pattern));
    else pieces.at(-1)?.push(letter);
  }
  return pieces;
};

const escaped = (letter: string | undefined, pattern: string): string => {
  if (letter === undefined || !'*?\\}/'.includes(letter))
    throw new Misuse(`"\\${letter ?? ''}" is no escape in the pattern "${pattern}": only \\* \\? \\\\ \\} and \\/ are`, pattern);
  return letter;
};

const matchesAt = (value: readonly string[], piece: Piece, at: number): boolean =>
  at + piece.length <= value.length && piece.every((letter, offset) => letter === undefined || letter === value[at + offset]);

const find = (value: readonly string[], piece: Piece, from: number): number => {
  for (let at = from; at + piece.length <= value.length; at++) if (matchesAt(value, piece, at)) return at;
  return -1;
};

const findLast = (value: readonly string[], piece: Piece, from: number): number => {
  for (let at = value.length - piece.length; at >= from; at--) if (matchesAt(value, piece, at)) return at;
  return -1;
};

/** Where a match that begins at `start` ends, or -1. Each piece is taken as early as possible, which leaves most for the ones after it. */
const endOfMatch = (value: readonly string[], pieces: readonly Piece[], start: number, longest: boolean): number => {
  const [first = [], ...rest] = pieces;
  if (!matchesAt(value, first, start)) return -1;
  let end = start + first.length;
  for (const [index, piece] of rest.entries()) {
    const at = longest && index === rest.length - 1 ? findLast(value, piece, end) : find(value, piece, end);
    if (at < 0) return -1;
    end = at + piece.length;
  }
  return end;
};

const check = (value: string, pattern: string): void => {
  if (value.length * pattern.length > workMax) throw new Misuse(`a value of ${value.length} letters is too long for a pattern of ${pattern.length}: shorten either`);
};

/** `${V#p}`, and with `longest` `${V##p}`. */
export const withoutPrefix = (value: string, pattern: string, longest: boolean): string => {
  check(value, pattern);
  const letters = lettersOf(value);
  const end = endOfMatch(letters, piecesOf(pattern), 0, longest);
  return end < 0 ? value : letters.slice(end).join('');
};

/** `${V%p}`, and with `longest` `${V%%p}`. */
export const withoutSuffix = (value: string, pattern: string, longest: boolean): string => {
  check(value, pattern);
  const letters = lettersOf(value).toReversed();
  const pieces = piecesOf(pattern).map((piece) => piece.toReversed()).reverse();
  const end = endOfMatch(letters, pieces, 0, longest);
  return end < 0 ? value : letters.slice(end).reverse().join('');
};

/** `${V/p/r}`, and with `all` `${V//p/r}`: the first match is the leftmost, and of those the longest. `lengthMax` bounds the result. */
export const replaced = (value: string, pattern: string, replacement: string, all: boolean, lengthMax: number): string => {
  check(value, pattern);
  if (pattern === '') return value;
  const letters = lettersOf(value);
  const pieces = piecesOf(pattern);
  const [first = []] = pieces;
  const out: string[] = [];
  let length = value.length;
  let at = 0;
  for (let start = find(letters, first, 0); start >= 0; start = at < letters.length ? find(letters, first, at) : -1) {
    const end = endOfMatch(letters, pieces, start, true);
    // Later beginnings find no more of the other pieces than this one did.
    if (end < 0) break;
    length += replacement.length;
    if (length > lengthMax) throw new Misuse(`a value would get more than ${lengthMax} letters long`);
    out.push(letters.slice(at, start).join(''), replacement);
    at = end;
    if (!all || end === start) break;
  }
  return out.join('') + letters.slice(at).join('');
};
