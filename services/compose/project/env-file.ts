import { interpolate, InterpolationError, type Lookup } from './interpolate.ts';

export type EnvFileProblem = { line: number; message: string };
export type EnvFile = { variables: Map<string, string>; problems: EnvFileProblem[] };

/** Reads `.env` and `env_file` files: quotes, `export`, comments, values over several lines, and variables in them. */
export const parseEnvFile = (text: string, outer: Lookup): EnvFile => {
  const variables = new Map<string, string>();
  const problems: EnvFileProblem[] = [];
  const lookup: Lookup = (name) => outer(name) ?? variables.get(name);
  const expand = (value: string): string => interpolate(value, lookup, () => {});
  const lines = linesOf(text);

  for (let at = 0; at < lines.length; at++) {
    const line = (lines[at] ?? '').trimStart().replace(/^export\s+/, '');
    if (line === '' || line.startsWith('#')) continue;
    const [, name, separator, rest = ''] = /^([A-Za-z_][A-Za-z0-9_.-]*)\s*([=:]?)\s*([\s\S]*)$/.exec(line) ?? [];
    if (name === undefined || (separator === '' && rest !== '')) {
      problems.push({ line: at + 1, message: `"${line.trim()}" is no variable: write NAME=VALUE` });
      continue;
    }
    if (separator === '') {
      // A name alone takes the value that is there already.
      const value = outer(name);
      if (value !== undefined) variables.set(name, value);
      continue;
    }
    const begin = at;
    const quote = rest[0];
    let raw = rest;
    if (quote === '"' || quote === "'") while (endOfQuoted(raw, quote) < 0 && at + 1 < lines.length) raw += `\n${lines[++at]}`;
    if ((quote === '"' || quote === "'") && endOfQuoted(raw, quote) < 0) {
      problems.push({ line: begin + 1, message: `a ${quote} is never closed: close it on the same or a later line` });
      // The open quote took all lines that follow: they are read again as lines of their own.
      at = begin;
      continue;
    }
    try {
      variables.set(name, valueOf(raw, expand));
    } catch (error) {
      if (!(error instanceof InterpolationError)) throw error;
      problems.push({ line: begin + 1, message: error.message });
    }
  }
  return { variables, problems };
};

/** `format: raw`: what follows the first `=` is the value, quotes, dollars and all. */
export const parseRawEnvFile = (text: string): EnvFile => {
  const variables = new Map<string, string>();
  const problems: EnvFileProblem[] = [];
  for (const [index, line] of linesOf(text).entries()) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    const cut = line.indexOf('=');
    if (cut <= 0) problems.push({ line: index + 1, message: `"${line.trim()}" is no variable: write NAME=VALUE` });
    else variables.set(line.slice(0, cut), line.slice(cut + 1));
  }
  return { variables, problems };
};

const linesOf = (text: string): string[] => text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n').split('\n');

const endOfQuoted = (text: string, quote: string): number => {
  for (let at = 1; at < text.length; at++) {
    if (text[at] === '\\' && quote === '"') at++;
    else if (text[at] === quote) return at;
  }
  return -1;
};

/** `\$` becomes what interpolation turns into a plain dollar sign. */
const escapes: ReadonlyMap<string, string> = new Map([['n', '\n'], ['r', '\r'], ['t', '\t'], ['"', '"'], ['\\', '\\'], ['$', '$$']]);

const valueOf = (raw: string, expand: (value: string) => string): string => {
  const quote = raw[0];
  if (quote !== '"' && quote !== "'") return expand(raw.replace(/(^|\s)#.*$/, '').trim());
  const end = endOfQuoted(raw, quote);
  if (!/^\s*(#.*)?$/.test(raw.slice(end + 1))) throw new InterpolationError(`"${raw.slice(end + 1).trim()}" follows the closing ${quote}: put all of the value inside the quotes`);
  const inner = raw.slice(1, end);
  return quote === "'" ? inner : expand(inner.replaceAll(/\\(.)/g, (all, letter: string) => escapes.get(letter) ?? all));
};
