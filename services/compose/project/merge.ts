import type { Mapping, Tree } from './tree.ts';
import { scalar } from './tree.ts';

/** Lists of these are replaced as a whole; all other lists grow. https://github.com/compose-spec/compose-spec/blob/main/13-merge.md */
const replaced = new Set(['command', 'entrypoint', 'test']);
/** Lists of `NAME=VALUE` that mean the same as a mapping. */
const pairLists: Readonly<Record<string, string>> = { environment: '=', labels: '=', sysctls: '=', extra_hosts: '=', driver_opts: '=' };
/** Lists of names that mean the same as a mapping without values. */
const nameLists = new Set(['depends_on', 'networks']);

/** A later file over an earlier one. */
export const mergeTrees = (before: Tree, after: Tree, key = ''): Tree => {
  if (after.tag !== undefined) return after;
  const [first, second] = [asMapping(before, key), asMapping(after, key)];
  if (first.kind === 'mapping' && second.kind === 'mapping') return mergeMappings(first, second);
  if (before.kind === 'sequence' && after.kind === 'sequence' && !replaced.has(key)) return { ...after, items: joined(before.items, after.items, key) };
  // A key without a value says nothing new.
  return after.kind === 'scalar' && after.value === null ? before : after;
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

const asMapping = (tree: Tree, key: string): Tree => {
  if (tree.kind !== 'sequence' || !(key in pairLists || nameLists.has(key))) return tree;
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
  const about = (tree: Tree): string => (key === 'volumes' ? targetOf(tree) : asText(tree));
  const later = new Set(after.map(about));
  return [...before.filter((item) => !later.has(about(item))), ...after];
};

const targetOf = (tree: Tree): string => {
  if (tree.kind === 'mapping') return asText(tree.entries.get('target')?.value ?? tree);
  const parts = asText(tree).split(':');
  return parts[1] ?? parts[0] ?? '';
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
