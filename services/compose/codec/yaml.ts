import { isAlias, isMap, isPair, isScalar, isSeq, LineCounter, parseDocument, visit, type Alias, type Document, type Node, type YAMLMap } from 'yaml';
import type { Place, Problem } from '../project/problem.ts';
import type { Mapping, Parse, Tree } from '../project/tree.ts';

/** Aliases are copied where they are used: a few lines could ask for more than the memory holds. */
const nodesMax = 200_000;

/** A compose file as a tree with places, in YAML 1.2 with the merge keys of 1.1. */
export const parseYaml: Parse = (text, file) => {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, version: '1.2', merge: true, uniqueKeys: true, prettyErrors: false, logLevel: 'silent', customTags: [] });
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file, line, column: col };
  };
  if (document.errors.length > 0) return { tree: undefined, problems: document.errors.map(({ code, message, pos }) => ({ place: placeAt(pos[0]), path: '', message: told(code, message) })) };
  const problems: Problem[] = [];
  return { tree: document.contents === null ? undefined : treeOf(document, document.contents, placeAt, problems), problems };
};

const told = (code: string, message: string): string => {
  if (code === 'DUPLICATE_KEY') return 'this key is there twice: keep one';
  return `${message.charAt(0).toLowerCase()}${message.slice(1).split('\n')[0]}: correct the YAML there`;
};

const treeOf = (document: Document, top: Node, placeAt: (offset: number) => Place, problems: Problem[]): Tree => {
  const targets = targetsOf(document);
  let count = 0;

  const read = (node: Node | null, at: Place, inside: readonly Node[]): Tree => {
    const place = node?.range ? placeAt(node.range[0]) : at;
    const nothing: Tree = { kind: 'scalar', value: null, text: '', place };
    if (++count === nodesMax) problems.push({ place, path: '', message: `the file unfolds to more than ${nodesMax} values: use fewer aliases` });
    if (node === null || count >= nodesMax) return nothing;
    if (isAlias(node)) {
      const target = targets.get(node);
      if (target && !inside.includes(target)) return { ...read(target, place, inside), place };
      problems.push({ place, path: '', message: `*${node.source} ${target ? 'contains itself' : 'has no anchor before it'}: correct the alias` });
      return nothing;
    }
    const tag = tagOf(node);
    const withTag = tag === undefined ? {} : { tag };
    if (isSeq(node)) return { kind: 'sequence', items: node.items.map((item) => read(item as Node | null, place, [...inside, node])), place, ...withTag };
    if (isMap(node)) return { kind: 'mapping', entries: entriesOf(node, place, [...inside, node]), place, ...withTag };
    if (!isScalar(node)) return nothing;
    const value = scalarValue(node.value);
    return { kind: 'scalar', value, text: node.source ?? (value === null ? '' : String(value)), place, ...withTag };
  };

  const entriesOf = (node: YAMLMap, at: Place, inside: readonly Node[]): Mapping['entries'] => {
    const own = new Map<string, { key: Place; value: Tree }>();
    const merged: Tree[] = [];
    for (const pair of node.items) {
      if (!isPair(pair)) continue;
      const keyNode = pair.key as Node | null;
      const key = keyNode?.range ? placeAt(keyNode.range[0]) : at;
      const name = isScalar(keyNode) ? (keyNode.source ?? String(keyNode.value)) : undefined;
      const value = read(pair.value as Node | null, key, inside);
      if (name === undefined) problems.push({ place: key, path: '', message: 'a list or mapping is no key: write a name' });
      else if (name === '<<') merged.push(...(value.kind === 'sequence' ? value.items : [value]));
      else own.set(name, { key, value });
    }
    // What the mapping says itself counts over what it merges in, and the first merged over the next.
    for (const other of merged) {
      if (other.kind !== 'mapping') problems.push({ place: other.place, path: '', message: '<< takes a mapping or a list of them: name an anchor of one' });
      else for (const [name, entry] of other.entries) if (!own.has(name)) own.set(name, entry);
    }
    return own;
  };
  return read(top, placeAt(0), []);
};

// The last anchor of that name before the alias. Found in one walk: the package's own search walks the document anew for each alias.
const targetsOf = (document: Document): ReadonlyMap<Alias, Node> => {
  const anchors = new Map<string, Node>();
  const targets = new Map<Alias, Node>();
  visit(document, {
    Alias: (_, alias) => {
      const target = anchors.get(alias.source);
      if (target) targets.set(alias, target);
    },
    Value: (_, node) => {
      if (node.anchor !== undefined) anchors.set(node.anchor, node);
    },
  });
  return targets;
};

const scalarValue = (value: unknown): string | number | boolean | null => {
  if (value === null || typeof value === 'string' || typeof value === 'boolean' || typeof value === 'number') return value;
  return String(value);
};

const tagOf = ({ tag }: Node): 'reset' | 'override' | undefined => (tag === '!reset' ? 'reset' : tag === '!override' ? 'override' : undefined);
