import { hint } from '#kernel/suggest.ts';
import type { Place, Problem } from './problem.ts';
import { parseBytes, parseDuration } from './quantities.ts';
import { isUnset, type Tree } from './tree.ts';

/** A value of the file and where it is; `tree` is undefined when the file does not say, and `near` is then the mapping that could have said it. */
export type At = { tree: Tree | undefined; path: string; near?: Place | undefined };

export type Fields = (key: string) => At;

/** Reads values and collects all that is wrong instead of stopping at the first. */
export const openReader = (problems: Problem[], warn: (text: string) => void) => {
  const problem = ({ tree, path, near }: At, message: string): void => void problems.push({ place: tree?.place ?? near, path, message });
  const wrong = (at: At, wanted: string): void => problem(at, `is ${shown(at.tree)}, and has to be ${wanted}`);

  const text = (at: At, fallback = ''): string => {
    if (isUnset(at.tree)) return fallback;
    if (at.tree?.kind === 'scalar') return typeof at.tree.value === 'string' ? at.tree.value : at.tree.text;
    wrong(at, 'text');
    return fallback;
  };

  const number = (at: At, { least = 0, most = Number.MAX_SAFE_INTEGER, whole = true, fallback = 0 } = {}): number => {
    const written = text(at);
    if (written === '') return fallback;
    const value = Number(written);
    if (Number.isNaN(value) || value < least || value > most || (whole && !Number.isInteger(value))) {
      wrong(at, `a ${whole ? 'whole ' : ''}number ${most === Number.MAX_SAFE_INTEGER ? `of at least ${least}` : `from ${least} to ${most}`}`);
      return fallback;
    }
    return value;
  };

  const flag = (at: At, fallback = false): boolean => {
    const written = text(at).toLowerCase();
    if (written === '') return fallback;
    if (['true', 'yes', 'on', '1'].includes(written)) return true;
    if (['false', 'no', 'off', '0'].includes(written)) return false;
    wrong(at, 'true or false');
    return fallback;
  };

  const durationMs = (at: At, fallback = 0): number => {
    const written = text(at);
    if (written === '') return fallback;
    const value = parseDuration(written);
    if (value === undefined) wrong(at, 'a duration with its unit, such as 10s or 1m30s');
    return value ?? fallback;
  };

  const bytes = (at: At): number => {
    const written = text(at);
    if (written === '') return 0;
    const value = parseBytes(written);
    if (value === undefined) wrong(at, 'a size, such as 64m or 1gb');
    return value ?? 0;
  };

  const items = (at: At): At[] => {
    if (isUnset(at.tree)) return [];
    if (at.tree?.kind === 'sequence') return at.tree.items.map((tree, index) => ({ tree, path: `${at.path}[${index}]` }));
    wrong(at, 'a list');
    return [];
  };

  /** One value or a list of them. */
  const oneOrMore = (at: At): At[] => (isUnset(at.tree) || at.tree?.kind === 'sequence' ? items(at) : [at]);

  /** One text or a list of them. */
  const texts = (at: At): string[] => oneOrMore(at).map((item) => text(item));

  const entries = (at: At): [name: string, value: At][] => {
    if (isUnset(at.tree)) return [];
    if (at.tree?.kind === 'mapping') return [...at.tree.entries].map(([name, { value }]) => [name, { tree: value, path: at.path === '' ? name : `${at.path}.${name}` }]);
    wrong(at, 'a mapping');
    return [];
  };

  /** `NAME=VALUE` lines or a mapping; undefined where there is a name alone. */
  const pairs = (at: At, separator = '='): Map<string, string | undefined> => {
    if (at.tree?.kind === 'mapping') return new Map(entries(at).map(([name, value]) => [name, isUnset(value.tree) ? undefined : text(value)]));
    return new Map(
      items(at).map((item) => {
        const line = text(item);
        const cut = line.indexOf(separator);
        return cut < 0 ? [line, undefined] : [line.slice(0, cut), line.slice(cut + 1)];
      }),
    );
  };

  const given = (at: At): Record<string, string> => Object.fromEntries([...pairs(at)].map(([name, value]) => [name, value ?? '']));

  /** The values of a mapping by key. Keys that nobody knows are problems; `x-` keys are the user's own. */
  const fields = (at: At, known: Known): Fields => {
    const [unused, refused] = [new Map(Object.entries(known.unused ?? {})), new Map(Object.entries(known.refused ?? {}))];
    const names = [...known.used, ...unused.keys(), ...refused.keys()];
    const found = new Map(entries(at));
    for (const [name, value] of found) {
      if (name.startsWith('x-') || known.used.includes(name)) continue;
      const key = at.tree?.kind === 'mapping' ? at.tree.entries.get(name)?.key : undefined;
      if (unused.has(name)) warn(`${value.path} ${unused.get(name)}`);
      else problems.push({ place: key, path: value.path, message: refused.get(name) ?? `unknown key${hint(name, names) || ': remove it, or begin its name with x-'}` });
    }
    return (name) => found.get(name) ?? { tree: undefined, path: at.path === '' ? name : `${at.path}.${name}`, near: at.tree?.place ?? at.near };
  };

  return { problem, warn, text, number, flag, durationMs, bytes, items, oneOrMore, texts, entries, pairs, given, fields };
};

export type Reader = ReturnType<typeof openReader>;

/** Keys of one mapping: those that are read, those that change nothing here (and why), and those that are not possible (and what to do). */
export type Known = { used: readonly string[]; unused?: Readonly<Record<string, string>>; refused?: Readonly<Record<string, string>> };

const shown = (tree: Tree | undefined): string => {
  if (tree?.kind === 'sequence') return 'a list';
  if (tree?.kind === 'mapping') return 'a mapping';
  return tree === undefined || tree.value === null ? 'empty' : `"${tree.text}"`;
};
