import type { Place, Problem } from './problem.ts';

/** YAML with the place of everything in it. `tag` is one of Compose's own: take the value away, or put it in place of the one before. */
export type Tree = { place: Place; tag?: 'reset' | 'override' } & (
  | { kind: 'scalar'; value: string | number | boolean | null; /** As it is written, without quotes. */ text: string }
  | { kind: 'sequence'; items: readonly Tree[] }
  | { kind: 'mapping'; entries: ReadonlyMap<string, { key: Place; value: Tree }> }
);

export type Mapping = Extract<Tree, { kind: 'mapping' }>;
export type Scalar = Extract<Tree, { kind: 'scalar' }>;

/** Text of one file to a tree, or what is wrong with it and where. An empty file has neither. */
export type Parse = (text: string, file: string) => { tree: Tree | undefined; problems: readonly Problem[] };

export const child = (tree: Tree | undefined, key: string): Tree | undefined => (tree?.kind === 'mapping' ? tree.entries.get(key)?.value : undefined);

export const isUnset = (tree: Tree | undefined): boolean => tree === undefined || (tree.kind === 'scalar' && tree.value === null);

export const scalar = (value: string, place: Place): Scalar => ({ kind: 'scalar', value, text: value, place });

/** Every scalar replaced by what `change` makes of it; keys stay. */
export const mapScalars = (tree: Tree, path: string, change: (scalar: Scalar, path: string) => Scalar): Tree => {
  switch (tree.kind) {
    case 'scalar':
      return change(tree, path);
    case 'sequence':
      return { ...tree, items: tree.items.map((item, index) => mapScalars(item, `${path}[${index}]`, change)) };
    case 'mapping':
      return { ...tree, entries: new Map([...tree.entries].map(([name, { key, value }]) => [name, { key, value: mapScalars(value, path === '' ? name : `${path}.${name}`, change) }])) };
  }
};
