import { replaced, withoutPrefix, withoutSuffix } from './pattern.ts';
import { Misuse } from './problem.ts';

/** The value of a variable; undefined when it is not set. */
export type Lookup = (name: string) => string | undefined;

/** What takes the next letter as it is: a backslash, or what `# escape=` says. */
export type Escape = '\\' | '`';

/** How much text expansions may still make: shared by all of a stage, so that values made of values do not grow without end. */
export type Allowance = { left: number };

export type ExpandOptions = {
  escape: Escape;
  allowance?: Allowance;
  /** Quotes stay where they are, and still keep what is in them together. */
  keepQuotes?: boolean;
  /** Escapes stay, together with what they escape. */
  keepEscapes?: boolean;
  /** Quotes are letters like others: text of a heredoc. */
  ignoreQuotes?: boolean;
};

export type Expansion = {
  text: string;
  /** The text split at spaces that are neither quoted nor escaped. Spaces of values split, too. */
  words: readonly string[];
  /** Names that were used, set, and not set although nothing was said for that case. */
  used: ReadonlySet<string>;
  unset: ReadonlySet<string>;
};

const expandedMaxLength = 1024 * 1024;
const nestingMax = 100;

/** `idle` is above 0 inside of a word that is not taken: it is read, and nothing in it counts. */
type Scan = ExpandOptions & { source: string; at: number; lookup: Lookup; depth: number; idle: number; allowance: Allowance; used: Set<string>; unset: Set<string> };

/**
 * Puts variables in and takes quotes and escapes away, as BuildKit does: `$V`, `${V}`, `${V:-w}`, `${V-w}`, `${V:+w}`, `${V+w}`, `${V:?w}`, `${V?w}`,
 * `${V#p}`, `${V##p}`, `${V%p}`, `${V%%p}`, `${V/p/r}`, `${V//p/r}`. What is not set is empty. Throws Misuse.
 * https://docs.docker.com/reference/dockerfile/#environment-replacement
 */
export const expand = (word: string, lookup: Lookup, options: ExpandOptions): Expansion => {
  const scan: Scan = { allowance: { left: expandedMaxLength }, ...options, source: word, at: 0, lookup, depth: 0, idle: 0, used: new Set(), unset: new Set() };
  const words = collectWords();
  const text = readUntil(scan, '', options.keepEscapes ?? false, words);
  return { text, words: words.end(), used: scan.used, unset: scan.unset };
};

type Words = { add: (text: string) => void; addWhole: (text: string) => void; end: () => readonly string[] };

const collectWords = (): Words => {
  const words: string[] = [];
  let word = '';
  const close = (): void => {
    if (word !== '') words.push(word);
    word = '';
  };
  const add = (text: string): void => {
    const [first = '', ...rest] = text.split(/\s+/u);
    word += first;
    for (const part of rest) {
      close();
      word = part;
    }
  };
  return { add, addWhole: (text) => void (word += text), end: () => (close(), words) };
};

/** Reads to `stop` and over it; an empty one means the end of the text. */
const readUntil = (scan: Scan, stop: string, keepEscapes: boolean, words?: Words): string => {
  let out = '';
  const { source } = scan;
  while (scan.at < source.length) {
    const letter = source[scan.at] ?? '';
    if (letter === stop) {
      scan.at++;
      return out;
    }
    if (letter === '$') {
      const value = readDollar(scan);
      out += value;
      words?.add(value);
    } else if ((letter === "'" || letter === '"') && scan.ignoreQuotes !== true) {
      const quoted = letter === "'" ? readSingleQuoted(scan) : readDoubleQuoted(scan, keepEscapes);
      out += quoted;
      words?.addWhole(quoted);
    } else if (letter === scan.escape) {
      const escaped = readEscape(scan, keepEscapes);
      out += escaped;
      words?.addWhole(escaped);
    } else {
      const plain = readPlain(scan, stop);
      out += plain;
      words?.add(plain);
    }
  }
  if (stop !== '') throw new Misuse(`"${shown(source)}" has no "${stop}" for its "\${": ${stop === '/' ? 'write ${NAME/pattern/replacement}' : 'close it'}`);
  return out;
};

const readPlain = (scan: Scan, stop: string): string => {
  const from = scan.at;
  while (scan.at < scan.source.length && !`$'"${scan.escape}${stop}`.includes(scan.source[scan.at] ?? '')) scan.at++;
  // A quote that is a letter like others ends here, too.
  if (scan.at === from) scan.at++;
  return scan.source.slice(from, scan.at);
};

// An escape at the end escapes nothing, and is left out.
const readEscape = (scan: Scan, keep: boolean): string => {
  const from = scan.at;
  const next = letterAt(scan.source, from + 1);
  scan.at += 1 + next.length;
  return keep ? scan.source.slice(from, scan.at) : next;
};

const letterAt = (text: string, at: number): string => {
  const code = text.codePointAt(at);
  return code === undefined ? '' : String.fromCodePoint(code);
};

const readSingleQuoted = (scan: Scan): string => {
  const close = scan.source.indexOf("'", scan.at + 1);
  if (close < 0) throw new Misuse(`"${shown(scan.source)}" has a ' without an end: close it, or write ${scan.escape}' for the letter`);
  const inside = scan.source.slice(scan.at + 1, close);
  scan.at = close + 1;
  return scan.keepQuotes === true ? `'${inside}'` : inside;
};

const readDoubleQuoted = (scan: Scan, keepEscapes: boolean): string => {
  const { source } = scan;
  let out = '';
  scan.at++;
  while (scan.at < source.length) {
    const letter = source[scan.at] ?? '';
    if (letter === '"') {
      scan.at++;
      return scan.keepQuotes === true ? `"${out}"` : out;
    }
    if (letter === '$') out += readDollar(scan);
    else if (letter === scan.escape && `"$${scan.escape}`.includes(source[scan.at + 1] ?? '\n')) out += readEscape(scan, keepEscapes);
    else {
      out += letter;
      scan.at++;
    }
  }
  throw new Misuse(`"${shown(source)}" has a " without an end: close it, or write ${scan.escape}" for the letter`);
};

const nameRule = /\p{Nd}+|[-@*#?$!]|[\p{L}_][\p{L}\p{Nd}_]*/uy;

const readName = (scan: Scan): string => {
  nameRule.lastIndex = scan.at;
  const name = nameRule.exec(scan.source)?.[0] ?? '';
  scan.at += name.length;
  return name;
};

const valueOf = (scan: Scan, name: string): string | undefined => {
  const value = scan.lookup(name);
  if (value !== undefined && scan.idle === 0) scan.used.add(name);
  return value;
};

const readDollar = (scan: Scan): string => {
  scan.at++;
  if (scan.source[scan.at] === '{') return spent(scan, readBraced(scan));
  const name = readName(scan);
  return name === '' ? '$' : spent(scan, orEmpty(scan, name, valueOf(scan, name)));
};

const spent = (scan: Scan, value: string): string => {
  scan.allowance.left -= value.length;
  if (scan.allowance.left < 0) throw new Misuse(`"${shown(scan.source)}" expands to too much text: the variables in it hold each other many times over`);
  return value;
};

const orEmpty = (scan: Scan, name: string, value: string | undefined): string => {
  if (value === undefined && scan.idle === 0) scan.unset.add(name);
  return value ?? '';
};

const readBraced = (scan: Scan): string => {
  if (++scan.depth > nestingMax) throw new Misuse(`"${shown(scan.source)}" nests more than ${nestingMax} expressions: split it over several ENV or ARG lines`);
  const from = scan.at - 1;
  scan.at++;
  const name = readName(scan);
  const operator = /:?[-+?]|##?|%%?|\/\/?|\}/y;
  operator.lastIndex = scan.at;
  const [sign = ''] = operator.exec(scan.source) ?? [];
  if (name === '' || sign === '') throw new Misuse(`"${shown(scan.source.slice(from))}" is no expression: write \${NAME}, or one of :- - :+ + :? ? # ## % %% / // after the name`, scan.source.slice(from, scan.at + 1));
  scan.at += sign.length;
  const value = evaluate(scan, name, sign);
  scan.depth--;
  return value;
};

const evaluate = (scan: Scan, name: string, sign: string): string => {
  const value = valueOf(scan, name);
  switch (sign) {
    case '}':
      return orEmpty(scan, name, value);
    case '#':
    case '##':
      return withoutPrefix(orEmpty(scan, name, value), readUntil(scan, '}', true), sign === '##');
    case '%':
    case '%%':
      return withoutSuffix(orEmpty(scan, name, value), readUntil(scan, '}', true), sign === '%%');
    case '/':
    case '//': {
      const pattern = readUntil(scan, '/', true);
      const replacement = readUntil(scan, '}', true).replace(/\\([\\/}])/g, '$1');
      return replaced(orEmpty(scan, name, value), pattern, replacement, sign === '//', expandedMaxLength);
    }
    default:
      return choose(scan, name, sign, value);
  }
};

const choose = (scan: Scan, name: string, sign: string, value: string | undefined): string => {
  const isSet = value !== undefined && (!sign.startsWith(':') || value !== '');
  const isTaken = sign.endsWith('+') ? isSet : !isSet;
  if (!isTaken) scan.idle++;
  const other = readUntil(scan, '}', false);
  if (!isTaken) scan.idle--;
  if (!sign.endsWith('?')) return isTaken ? other : sign.endsWith('-') ? (value ?? '') : '';
  if (isSet || scan.idle > 0) return value ?? '';
  const why = other === '' ? `is ${value === undefined ? 'not set' : 'empty'}` : other;
  throw new Misuse(`${name}: ${why}; set it with --build-arg ${name}=…, or give it a value by ARG or ENV`, name);
};

const shown = (text: string): string => (text.length <= 80 ? text : `${text.slice(0, 80)}…`);
