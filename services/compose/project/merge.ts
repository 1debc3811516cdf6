import type { Mapping, Tree } from './tree.ts';
import { child, scalar } from './tree.ts';

/** Lists of these are replaced as a whole; all other lists grow. https://github.com/compose-spec/compose-spec/blob/main/13-merge.md */
const replaced = new Set(['command', 'entrypoint', 'test']);
/** Lists of `NAME=VALUE` that mean the same as a mapping. */
const pairLists = new Set(['additional_contexts', 'args', 'environment', 'labels', 'sysctls', 'extra_hosts', 'driver_opts']);
/** Lists of names that mean the same as a mapping without values. */
const nameLists = new Set(['depends_on', 'networks']);
/** One value of these means the same as a list of it. */
const oneOrMore = new Set(['dns', 'dns_search', 'env_file', 'tmpfs']);

/** A later file over an earlier one. */
export const mergeTrees = (before: Tree, after: Tree, key = ''): Tree => {
  if (after.tag !== undefined || key.startsWith('x-')) return after;
  if (key === 'logging' && !sameDriver(before, after)) return after;
  const [first, second] = [unfolded(before, key), unfolded(after, key)];
  if (first.kind === 'mapping' && second.kind === 'mapping') return mergeMappings(first, second);
  if (first.kind === 'sequence' && second.kind === 'sequence' && !replaced.has(key)) return { ...second, items: joined(first.items, second.items, key) };
  // A key without a value says nothing new.
  return after.kind === 'scalar' && after.value === null ? before : after;
};

/** What `!reset` marks is gone, also in the only file that names it. */
export const withoutReset = (tree: Tree): Tree => {
  switch (tree.kind) {
    case 'scalar':
      return tree;
    case 'sequence':
      return { ...tree, items: tree.items.filter(({ tag }) => tag !== 'reset').map(withoutReset) };
    case 'mapping':
      return { ...tree, entries: new Map([...tree.entries].filter(([, { value }]) => value.tag !== 'reset').map(([name, { key, value }]) => [name, { key, value: withoutReset(value) }])) };
  }
};

const mergeMappings = (before: Mapping, after: Mapping): Tree => {
  const entries = new Map(before.entries);
  for (const [name, entry] of after.entries) {
    const earlier = entries.get(name);
    if (entry.value.tag === 'reset') entries.delete(name);
    else entries.set(name, earlier ? { key: entry.key, value: mergeTrees(earlier.value, entry.value, name) } : entry);
  }
  return { ...after, entries };
};

// Options of one logging driver mean nothing to another.
const sameDriver = (before: Tree, after: Tree): boolean => {
  const [first, second] = [child(before, 'driver'), child(after, 'driver')];
  return !first || !second || asText(first) === asText(second);
};

const unfolded = (tree: Tree, key: string): Tree => {
  // A path alone is the context.
  if (key === 'build' && tree.kind === 'scalar' && tree.value !== null) return { kind: 'mapping', entries: new Map([['context', { key: tree.place, value: tree }]]), place: tree.place };
  if (tree.kind === 'scalar' && tree.value !== null && oneOrMore.has(key)) return { kind: 'sequence', items: [tree], place: tree.place };
  if (tree.kind !== 'sequence' || !(pairLists.has(key) || nameLists.has(key))) return tree;
  const entries = new Map<string, { key: Tree['place']; value: Tree }>();
  for (const item of tree.items) {
    if (item.kind !== 'scalar') return tree;
    const cut = nameLists.has(key) ? -1 : item.text.search(key === 'extra_hosts' ? /[=:]/ : /=/);
    const name = cut < 0 ? item.text : item.text.slice(0, cut);
    entries.set(name, { key: item.place, value: cut < 0 ? { kind: 'scalar', value: null, text: '', place: item.place } : scalar(item.text.slice(cut + 1), item.place) });
  }
  return { kind: 'mapping', entries, place: tree.place };
};

/** The later of two items that speak of the same thing counts. */
const joined = (before: readonly Tree[], after: readonly Tree[], key: string): Tree[] => {
  const about = aboutBy.get(key) ?? asText;
  const later = new Set(after.map(about));
  return [...before.filter((item) => !later.has(about(item))), ...after];
};

const asText = (tree: Tree): string => {
  switch (tree.kind) {
    case 'scalar':
      return tree.text;
    case 'sequence':
      return `[${tree.items.map(asText).join(',')}]`;
    case 'mapping':
      return `{${[...tree.entries].map(([name, { value }]) => `${name}:${asText(value)}`).toSorted().join(',')}}`;
  }
};

// `SOURCE:TARGET`, or the target alone.
const targetOf = (tree: Tree): string => {
  if (tree.kind === 'mapping') return asText(tree.entries.get('target')?.value ?? tree);
  const parts = asText(tree).split(':');
  return parts[1] ?? parts[0] ?? '';
};

const pathOf = (tree: Tree): string => asText(child(tree, 'path') ?? tree);

const aboutBy: ReadonlyMap<string, (tree: Tree) => string> = new Map([['volumes', targetOf], ['devices', targetOf], ['env_file', pathOf]]);
