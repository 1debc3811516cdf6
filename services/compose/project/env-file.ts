import { interpolate, type Lookup } from './interpolate.ts';

/** One variable of an environment file; without a value it is taken from where the file is read. */
export type Variable = { name: string; value: string | undefined };

export type EnvFileProblem = { line: number; message: string };

/** Reads `.env` and `env_file` files: quotes, `export`, comments, values over several lines, and variables in them. */
export const parseEnvFile = (text: string, outer: Lookup): { variables: Map<string, string>; problems: EnvFileProblem[] } => {
  const variables = new Map<string, string>();
  const problems: EnvFileProblem[] = [];
  const lookup: Lookup = (name) => outer(name) ?? variables.get(name);
  const expand = (value: string): string => interpolate(value, lookup, () => {});
  const lines = text.replaceAll('\r\n', '\n').split('\n');

  for (let at = 0; at < lines.length; at++) {
    const line = (lines[at] ?? '').trim().replace(/^export\s+/, '');
    if (line === '' || line.startsWith('#')) continue;
    const [, name, separator, rest = ''] = /^([A-Za-z_][A-Za-z0-9_.-]*)\s*([=:]?)\s*([\s\S]*)$/.exec(line) ?? [];
    if (name === undefined || (separator === '' && rest !== '')) {
      problems.push({ line: at + 1, message: `"${line}" is no variable: write NAME=VALUE` });
      continue;
    }
    if (separator === '') {
      const value = outer(name);
      if (value !== undefined) variables.set(name, value);
      continue;
    }
    const begin = at;
    const quote = rest[0];
    let raw = rest;
    if (quote === '"' || quote === "'") while (endOfQuoted(raw, quote) < 0 && at + 1 < lines.length) raw += `\n${lines[++at]}`;
    try {
      variables.set(name, valueOf(raw, expand));
    } catch (error) {
      problems.push({ line: begin + 1, message: error instanceof Error ? error.message : String(error) });
    }
  }
  return { variables, problems };
};

const endOfQuoted = (text: string, quote: string): number => {
  for (let at = 1; at < text.length; at++) {
    if (text[at] === '\\' && quote === '"') at++;
    else if (text[at] === quote) return at;
  }
  return -1;
};

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\', $: '$$' };

const valueOf = (raw: string, expand: (value: string) => string): string => {
  const quote = raw[0];
  if (quote !== '"' && quote !== "'") return expand(raw.replace(/(^|\s)#.*$/, '').trim());
  const end = endOfQuoted(raw, quote);
  if (end < 0) throw new Error(`a ${quote} is never closed: close it on the same or a later line`);
  const inner = raw.slice(1, end);
  return quote === "'" ? inner : expand(inner.replaceAll(/\\(.)/g, (all, letter: string) => escapes[letter] ?? all));
};
