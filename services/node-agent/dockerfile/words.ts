import type { Escape } from './expand.ts';

/** What separates words of an instruction. A line has no line feed left. */
const spaces = /[\t\v\f\r ]+/;

/** The instruction's name, and what follows it. */
export const splitKeyword = (text: string): { keyword: string; rest: string } => {
  const trimmed = text.trim();
  const at = trimmed.search(spaces);
  return at < 0 ? { keyword: trimmed, rest: '' } : { keyword: trimmed.slice(0, at), rest: trimmed.slice(at).trimStart() };
};

/** Words between spaces. Quotes are letters like others. */
export const spacedWords = (text: string): readonly string[] => {
  const trimmed = text.trim();
  return trimmed === '' ? [] : trimmed.split(spaces);
};

/** The first word, and what follows it as it stands. */
export const splitFirst = (text: string): { first: string; rest: string } => {
  const { keyword, rest } = splitKeyword(text);
  return { first: keyword, rest };
};

/** Words between spaces that are neither quoted nor escaped. Quotes and escapes stay in them. */
export const quotedWords = (text: string, escape: Escape): readonly string[] => {
  const words: string[] = [];
  let from = -1;
  let quote = '';
  for (let at = 0; at < text.length; at++) {
    const letter = text[at] ?? '';
    if (quote === '' && /\s/.test(letter)) {
      if (from >= 0) words.push(text.slice(from, at));
      from = -1;
      continue;
    }
    if (from < 0) from = at;
    if (letter === escape && quote !== "'") at++;
    else if (letter === quote) quote = '';
    else if (quote === '' && (letter === '"' || letter === "'")) quote = letter;
  }
  if (from >= 0) words.push(text.slice(from));
  // An escape at the very end escapes nothing.
  return words.map((word) => (endsOpen(word, escape) ? word.slice(0, -1) : word)).filter((word) => word !== '');
};

const endsOpen = (word: string, escape: Escape): boolean => {
  let escapes = 0;
  while (word[word.length - 1 - escapes] === escape) escapes++;
  return escapes % 2 === 1;
};
