import { isAlias, isMap, isPair, isScalar, isSeq, LineCounter, parseDocument, type Document, type Node } from 'yaml';
import { composeInvalid, type Place, type Problem } from '../project/problem.ts';
import type { Tree } from '../project/tree.ts';

/** Aliases are copied where they are used: a few lines could ask for more than the memory holds. */
const nodesMax = 200_000;

/** A compose file as a tree with places. Throws COMPOSE_INVALID with every syntax error. */
export const parseYaml = (text: string, file: string): Tree | undefined => {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, version: '1.2', merge: true, uniqueKeys: true, prettyErrors: false, logLevel: 'silent', customTags: [] });
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file, line, column: col };
  };
  if (document.errors.length > 0) throw composeInvalid(document.errors.map(({ message, pos }): Problem => ({ place: placeAt(pos[0]), path: '', message: plain(message) })));
  return document.contents === null ? undefined : treeOf(document, document.contents, placeAt);
};

const plain = (message: string): string => `${message.charAt(0).toLowerCase()}${message.slice(1).split('\n')[0]}: correct the YAML there`;

const treeOf = (document: Document, top: Node, placeAt: (offset: number) => Place): Tree => {
  let count = 0;
  const visit = (node: Node | null, at: Place, inside: readonly Node[]): Tree => {
    const place = node?.range ? placeAt(node.range[0]) : at;
    if (++count > nodesMax) throw composeInvalid([{ place, path: '', message: `the file unfolds to more than ${nodesMax} values: use fewer aliases` }]);
    if (node === null) return { kind: 'scalar', value: null, text: '', place };
    if (isAlias(node)) {
      const target = node.resolve(document);
      if (!target || inside.includes(target)) throw composeInvalid([{ place, path: '', message: `*${node.source} ${target ? 'contains itself' : 'has no anchor'}: correct the alias` }]);
      return { ...visit(target, place, inside), place };
    }
    const tag = tagOf(node);
    const withTag = tag === undefined ? {} : { tag };
    if (isSeq(node)) return { kind: 'sequence', items: node.items.map((item) => visit(item as Node | null, place, [...inside, node])), place, ...withTag };
    if (isMap(node)) return { kind: 'mapping', entries: entriesOf(node, place, [...inside, node]), place, ...withTag };
    if (!isScalar(node)) return { kind: 'scalar', value: null, text: '', place, ...withTag };
    const value = scalarValue(node.value);
    return { kind: 'scalar', value, text: node.source ?? (value === null ? '' : String(value)), place, ...withTag };
  };

  const entriesOf = (node: Extract<Node, { items: unknown[] }>, at: Place, inside: readonly Node[]): Map<string, { key: Place; value: Tree }> => {
    const own = new Map<string, { key: Place; value: Tree }>();
    const merged: Tree[] = [];
    for (const pair of node.items) {
      if (!isPair(pair)) continue;
      const keyNode = pair.key as Node | null;
      const key = keyNode?.range ? placeAt(keyNode.range[0]) : at;
      const name = isScalar(keyNode) ? (keyNode.source ?? String(keyNode.value)) : '';
      const value = visit(pair.value as Node | null, key, inside);
      if (name === '<<') merged.push(...(value.kind === 'sequence' ? value.items : [value]));
      else own.set(name, { key, value });
    }
    // What the mapping says itself counts over what it merges in, and the first merged over the next.
    for (const other of merged) if (other.kind === 'mapping') for (const [name, entry] of other.entries) if (!own.has(name)) own.set(name, entry);
    return own;
  };
  return visit(top, placeAt(0), []);
};

const scalarValue = (value: unknown): string | number | boolean | null => {
  if (value === null || typeof value === 'string' || typeof value === 'boolean' || typeof value === 'number') return value;
  return String(value);
};

const tagOf = ({ tag }: Node): 'reset' | 'override' | undefined => (tag === '!reset' ? 'reset' : tag === '!override' ? 'override' : undefined);
