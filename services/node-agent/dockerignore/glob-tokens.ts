import { Misuse } from '../dockerfile/problem.ts';

/** One piece of a pattern. */
export type Token =
  | { kind: 'letter'; letter: string }
  /** `?`: one letter that is no slash. */
  | { kind: 'one' }
  /** `*`: any number of them. */
  | { kind: 'many' }
  /** `[a-z]`: one letter, and may be a slash if it says so. */
  | { kind: 'class'; isNegated: boolean; ranges: readonly (readonly [number, number])[] }
  /** `**` before something: nothing, or folders with the slash after them. */
  | { kind: 'folders' }
  /** `**` at the end: all that follows. */
  | { kind: 'rest' };

/**
 * A pattern by the rules of Go's filepath.Match: `*`, `?`, `[a-z]`, `[^a-z]`, a backslash before a letter that stands for itself.
 * With `deep`, `**` goes over slashes, as in .dockerignore. Throws Misuse. https://pkg.go.dev/path/filepath#Match
 */
export const tokensOf = (pattern: string, deep: boolean): readonly Token[] => {
  const letters = Array.from(pattern);
  const tokens: Token[] = [];
  let at = 0;
  while (at < letters.length) {
    const letter = letters[at] ?? '';
    if (letter === '*' && deep && letters[at + 1] === '*') {
      at += letters[at + 2] === '/' ? 3 : 2;
      tokens.push({ kind: deepKind(letters, at, pattern) });
    } else if (letter === '[') {
      const { token, end } = readClass(letters, at + 1, pattern);
      tokens.push(token);
      at = end;
    } else if (letter === '\\') {
      tokens.push({ kind: 'letter', letter: letters[at + 1] ?? refuse(pattern) });
      at += 2;
    } else {
      tokens.push(letter === '*' ? { kind: 'many' } : letter === '?' ? { kind: 'one' } : { kind: 'letter', letter });
      at++;
    }
  }
  return tokens;
};

// moby takes `**name`, with nothing more in it that stands for others, for all that ends so, and not only for whole names.
const deepKind = (letters: readonly string[], after: number, pattern: string): 'folders' | 'rest' => {
  const isAllThatEndsSo = after === 2 && letters[after] !== '/' && !/[*?[\]\\]/.test(pattern.slice(2));
  return after === letters.length || isAllThatEndsSo ? 'rest' : 'folders';
};

const refuse = (pattern: string): never => {
  throw new Misuse(`"${pattern}" is no pattern: close its brackets, put something into them, and write \\ before a letter that stands for itself`, pattern);
};

const readClass = (letters: readonly string[], from: number, pattern: string): { token: Token; end: number } => {
  const isNegated = letters[from] === '^';
  const ranges: (readonly [number, number])[] = [];
  let at = isNegated ? from + 1 : from;
  while (letters[at] !== ']' || ranges.length === 0) {
    const low = readMember(letters, at, pattern);
    const high = letters[low.end] === '-' ? readMember(letters, low.end + 1, pattern) : low;
    ranges.push([low.code, high.code]);
    at = high.end;
  }
  return { token: { kind: 'class', isNegated, ranges }, end: at + 1 };
};

const readMember = (letters: readonly string[], at: number, pattern: string): { code: number; end: number } => {
  const isEscaped = letters[at] === '\\';
  const letter = letters[isEscaped ? at + 1 : at];
  if (letter === undefined || (!isEscaped && (letter === '-' || letter === ']'))) return refuse(pattern);
  return { code: letter.codePointAt(0) ?? 0, end: at + (isEscaped ? 2 : 1) };
};
