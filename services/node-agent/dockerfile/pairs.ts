import { splitOnce } from './directives.ts';
import type { Escape } from './expand.ts';
import type { Arg, Pair, Pairs } from './instruction.ts';
import { Misuse } from './problem.ts';
import { quotedWords, splitFirst } from './words.ts';

/** ENV and LABEL: `a=1 b="2 3"`, or as in old files `a the rest`. Throws Misuse. */
export const readPairs = (kind: 'env' | 'label', rest: string, escape: Escape): Pairs => {
  const keyword = kind.toUpperCase();
  const words = quotedWords(rest, escape);
  const [firstWord] = words;
  if (firstWord === undefined) throw new Misuse(`${keyword} needs a name and a value: write ${keyword} NAME=value`);
  if (!firstWord.includes('=')) {
    const { first, rest: value } = splitFirst(rest);
    if (value === '') throw new Misuse(`${keyword} ${first} has no value: write ${keyword} ${first}=value`, first);
    return { kind, pairs: [{ name: first, value }], isLegacy: true };
  }
  return { kind, pairs: words.map((word) => pairOf(keyword, word)), isLegacy: false };
};

const pairOf = (keyword: string, word: string): Pair => {
  const [name, value] = splitOnce(word, '=');
  if (value === undefined) throw new Misuse(`"${word}" has no =: write ${keyword} name=value, and a value with spaces in double quotes`, word);
  if (name === '') throw new Misuse(`"${word}" has no name before its =`, word);
  return { name, value };
};

/** `ARG a b=1 c="2 3"`. Throws Misuse. */
export const readArg = (rest: string, escape: Escape): Arg => {
  const words = quotedWords(rest, escape);
  if (words.length === 0) throw new Misuse('ARG needs a name: write ARG NAME or ARG NAME=default');
  return {
    kind: 'arg',
    arguments: words.map((word) => {
      const [name, value] = splitOnce(word, '=');
      if (name === '') throw new Misuse(`"${word}" has no name before its =`, word);
      return { name, value };
    }),
  };
};
