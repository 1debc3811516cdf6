import { suggest } from '#kernel/suggest.ts';
import { Misuse } from './problem.ts';

/** The flags before the arguments, quotes and backslashes taken away, and the arguments as they stand. `--` ends the flags. */
export const splitFlags = (text: string): { flags: readonly string[]; rest: string } => {
  const flags: string[] = [];
  let at = 0;
  for (;;) {
    while (/\s/.test(text[at] ?? '')) at++;
    if (!text.startsWith('--', at)) return { flags, rest: text.slice(at) };
    const { word, end } = readWord(text, at);
    at = end;
    if (word === '--') return { flags, rest: text.slice(at).trimStart() };
    flags.push(word);
  }
};

const readWord = (text: string, from: number): { word: string; end: number } => {
  let word = '';
  let quote = '';
  let at = from;
  for (; at < text.length && (quote !== '' || !/\s/.test(text[at] ?? '')); at++) {
    const letter = text[at] ?? '';
    if (letter === '\\') word += text[++at] ?? '';
    else if (letter === quote) quote = '';
    else if (quote === '' && (letter === '"' || letter === "'")) quote = letter;
    else word += letter;
  }
  return { word, end: at };
};

/** What a flag takes: nothing (or true or false), a value, or a value each time it is given. */
export type FlagKind = 'switch' | 'value' | 'values';

export type Flags = {
  /** Empty when it was not given. */
  value: (name: string) => string;
  values: (name: string) => readonly string[];
  /** Undefined when it was not given. */
  flag: (name: string) => boolean | undefined;
};

/** Reads the flags of an instruction. Throws Misuse for one that it does not have, for one given twice and for one without its value. */
export const readFlags = (keyword: string, words: readonly string[], kinds: Readonly<Record<string, FlagKind>>): Flags => {
  const given = new Map<string, string[]>();
  for (const word of words) {
    const [, name = '', sign = '', value = ''] = /^--([^=]*)(=?)([\s\S]*)$/.exec(word) ?? [];
    const kind = Object.hasOwn(kinds, name) ? kinds[name] : undefined;
    if (kind === undefined) throw new Misuse(unknown(keyword, name, Object.keys(kinds)), `--${name}`);
    if (kind !== 'values' && given.has(name)) throw new Misuse(`--${name} is there twice: remove one`, `--${name}`);
    if (sign === '' ? kind !== 'switch' : value === '' && kind === 'switch') throw new Misuse(`--${name} has no value: write --${name}=${kind === 'switch' ? 'true or =false' : '…'}`, `--${name}`);
    if (kind === 'switch' && !/^(?:true|false)?$/i.test(value)) throw new Misuse(`--${name} is true or false, not "${value}"`, word);
    const values = given.get(name);
    if (values) values.push(value);
    else given.set(name, [value]);
  }
  const values = (name: string): readonly string[] => given.get(name) ?? [];
  return {
    values,
    value: (name) => values(name)[0] ?? '',
    flag: (name) => (given.has(name) ? values(name)[0]?.toLowerCase() !== 'false' : undefined),
  };
};

/** Instructions whose words are likely meant for a command. */
const runsWords = new Set(['CMD', 'ENTRYPOINT', 'RUN']);

const unknown = (keyword: string, name: string, known: readonly string[]): string => {
  const near = suggest(name, known);
  if (near !== undefined) return `${keyword} has no flag --${name}; did you mean "--${near}"?`;
  if (keyword === 'ADD' && name === 'from') return 'ADD has no flag --from: use COPY --from';
  const has = known.length === 0 ? 'no flags' : known.map((one) => `--${one}`).join(' ');
  return `${keyword} has no flag --${name}: it has ${has}${runsWords.has(keyword) ? `; if it is part of the command, write ${keyword} ["--${name}", …]` : ''}`;
};
