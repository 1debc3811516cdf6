import { expand } from './expand.ts';

/** `<<EOF`, `<<-EOF`, `<<"EOF"`, `3<<EOF`. */
export type HeredocMark = {
  /** What ends it, and what the file is called: quotes and escapes taken away. */
  name: string;
  /** As it was written, for who looks for its place. */
  word: string;
  /** Variables are put in: nothing of the name was quoted. */
  expands: boolean;
  /** `<<-`: tabs at the beginning of lines go. */
  stripsTabs: boolean;
};

export type Heredoc = HeredocMark & { /** Its lines as they stand, tabs already stripped. */ content: string };

const markRule = /^\d*<<(-?)([^<]+)$/;

/** What a word marks, if it marks a heredoc. */
export const heredocMark = (word: string): HeredocMark | undefined => {
  const [, dash = '', rest = ''] = markRule.exec(word) ?? [];
  if (rest === '') return undefined;
  const [name, ...more] = shellWords(rest, false);
  if (name === undefined || more.length > 0) return undefined;
  return { name, word, expands: !/['"]/.test(rest), stripsTabs: dash === '-' };
};

/** The heredocs that an instruction begins, in their order. In a line with quotes left open there are none: the shell will tell. */
export const heredocMarks = (line: string): readonly HeredocMark[] => {
  if (!line.includes('<<')) return [];
  try {
    return shellWords(line, true).flatMap((word) => heredocMark(word) ?? []);
  } catch {
    return [];
  }
};

/** A letter for private use: a `$` has no meaning here, the words are wanted as they were written. */
const dollar = '\uE000';

const shellWords = (text: string, keep: boolean): readonly string[] => {
  const { words } = expand(text.replaceAll('$', dollar), () => undefined, { escape: '\\', keepQuotes: keep, keepEscapes: keep });
  return words.map((word) => word.replaceAll(dollar, '$'));
};

export const withoutTabs = (content: string): string => content.replace(/^\t+/gm, '');
