/** The value of a variable; undefined when it is not set. */
export type Lookup = (name: string) => string | undefined;

/** What is wrong with a `$` expression, and what to write instead. */
export class InterpolationError extends Error {
  override readonly name = 'InterpolationError';
}

const nameRule = /^[_a-zA-Z][_a-zA-Z0-9]*/;

/**
 * Puts variables in: `$V`, `${V}`, `${V:-default}`, `${V-default}`, `${V:?error}`, `${V?error}`, `${V:+other}`, `${V+other}`, nested; `$$` is a
 * dollar sign. https://github.com/compose-spec/compose-spec/blob/main/12-interpolation.md
 */
export const interpolate = (text: string, lookup: Lookup, onUnset: (name: string) => void): string => {
  let out = '';
  for (let at = 0; at < text.length; ) {
    const dollar = text.indexOf('$', at);
    if (dollar < 0) return out + text.slice(at);
    out += text.slice(at, dollar);
    const next = text[dollar + 1];
    if (next === '$') {
      out += '$';
      at = dollar + 2;
    } else if (next === '{') {
      const end = closing(text, dollar + 1);
      out += braced(text.slice(dollar + 2, end), lookup, onUnset);
      at = end + 1;
    } else {
      const name = nameRule.exec(text.slice(dollar + 1))?.[0];
      if (name === undefined) throw new InterpolationError(`"${text}" has a $ that begins no variable: write $$ for a dollar sign`);
      out += valueOf(name, lookup, onUnset);
      at = dollar + 1 + name.length;
    }
  }
  return out;
};

const closing = (text: string, open: number): number => {
  let depth = 0;
  for (let at = open; at < text.length; at++) {
    if (text[at] === '{' && (at === open || text[at - 1] === '$')) depth++;
    else if (text[at] === '}' && --depth === 0) return at;
  }
  throw new InterpolationError(`"${text}" has a \${ without its }: close it`);
};

const valueOf = (name: string, lookup: Lookup, onUnset: (name: string) => void): string => {
  const value = lookup(name);
  if (value === undefined) onUnset(name);
  return value ?? '';
};

const braced = (expression: string, lookup: Lookup, onUnset: (name: string) => void): string => {
  const name = nameRule.exec(expression)?.[0];
  if (name === undefined) throw new InterpolationError(`"\${${expression}}" names no variable: use letters, digits and _`);
  const rest = expression.slice(name.length);
  if (rest === '') return valueOf(name, lookup, onUnset);
  const [, operator = '', operand = ''] = /^(:?[-?+])([\s\S]*)$/.exec(rest) ?? [];
  const value = lookup(name);
  const isSet = value !== undefined && (!operator.startsWith(':') || value !== '');
  const other = (): string => interpolate(operand, lookup, onUnset);
  switch (operator.at(-1)) {
    case '-':
      return isSet ? value : other();
    case '+':
      return isSet ? other() : '';
    case '?':
      if (isSet) return value;
      throw new InterpolationError(`variable ${name} is required${operand === '' ? '' : `: ${other()}`}; set it in the shell or in .env`);
    default:
      throw new InterpolationError(`"\${${expression}}" is no valid expression: use :- :? or :+ after the name`);
  }
};
