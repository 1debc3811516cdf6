/** `end` is where an operator of a shell (`;`, `&`, `|`, `<`, `>`) stands: Compose leaves out the rest of the line from there. */
export type ShellWords = { words: string[]; end: number | undefined };

const operators = ';&|<>';
const letters: ReadonlyMap<string, string> = new Map([['n', '\n'], ['t', '\t']]);

/**
 * A command line as words, split as Compose does it: single and double quotes; a backslash outside of single quotes takes the next letter
 * as it is, and `\n` and `\t` are a new line and a tab. Undefined when a quote or a backslash is left open.
 */
export const shellWords = (line: string): ShellWords | undefined => {
  const words: string[] = [];
  let word: string | undefined;
  let quote = '';
  let end: number | undefined;
  for (let at = 0; at < line.length && end === undefined; at++) {
    const letter = line[at] ?? '';
    if (letter === '\\' && quote !== "'") {
      const next = line[++at];
      if (next === undefined) return undefined;
      word = (word ?? '') + (letters.get(next) ?? next);
    } else if (quote !== '') {
      if (letter === quote) quote = '';
      else word += letter;
    } else if (letter === '"' || letter === "'") {
      quote = letter;
      word ??= '';
    } else if (/\s/.test(letter)) {
      if (word !== undefined) words.push(word);
      word = undefined;
    } else if (operators.includes(letter)) {
      end = at;
      // `2>` is one operator.
      if (letter === '>' && /^\d+$/.test(word ?? '')) word = undefined;
    } else word = (word ?? '') + letter;
  }
  if (quote !== '') return undefined;
  return { words: word === undefined ? words : [...words, word], end };
};
