import assert from 'node:assert/strict';
import { formatProblem } from '../project/problem.ts';
import { child, type Tree } from '../project/tree.ts';
import { parseYaml } from './yaml.ts';

const treeOf = (text: string): Tree => {
  const { tree, problems } = parseYaml(text, 'c.yaml');
  assert.deepEqual(problems, []);
  assert.ok(tree, 'no tree');
  return tree;
};

const plain = (tree: Tree): unknown => {
  if (tree.kind === 'scalar') return tree.value;
  return tree.kind === 'sequence' ? tree.items.map(plain) : Object.fromEntries([...tree.entries].map(([name, { value }]) => [name, plain(value)]));
};

const problemsOf = (text: string): string[] => parseYaml(text, 'c.yaml').problems.map(formatProblem);

describe('parseYaml', () => {
  it('knows the place of every key and value', () => {
    const tree = treeOf('services:\n  web:\n    image: app\n');
    const web = child(child(tree, 'services'), 'web');
    assert.deepEqual(web?.kind === 'mapping' && web.entries.get('image'), { key: { file: 'c.yaml', line: 3, column: 5 }, value: { kind: 'scalar', value: 'app', text: 'app', place: { file: 'c.yaml', line: 3, column: 12 } } });
  });
  it('reads values as YAML 1.2 does, and keeps how they are written', () => {
    const tree = treeOf('[yes, true, 22:22, 0.50, 1e3, "5", ~, ]');
    assert.deepEqual(plain(tree), ['yes', true, '22:22', 0.5, 1000, '5', null]);
    assert.equal(tree.kind === 'sequence' && tree.items[3]?.kind === 'scalar' && tree.items[3].text, '0.50');
  });
  it('copies what an alias names, and merges mappings, own keys first', () => {
    const tree = treeOf('a: &a {x: 1, y: 1}\nb: &b {y: 2, z: 2}\nc: {<<: *a, x: 3}\nd: {<<: [*b, *a]}\ne: *a\n');
    assert.deepEqual(plain(tree), { a: { x: 1, y: 1 }, b: { y: 2, z: 2 }, c: { x: 3, y: 1 }, d: { y: 2, z: 2, x: 1 }, e: { x: 1, y: 1 } });
  });
  it('takes the last anchor of a name before the alias', () => {
    assert.deepEqual(plain(treeOf('- &a 1\n- *a\n- &a 2\n- *a\n')), [1, 1, 2, 2]);
  });
  it('knows the tags of Compose', () => {
    const tree = treeOf('a: !reset null\nb: !override [1]\nc: !other x\n');
    assert.deepEqual(['a', 'b', 'c'].map((key) => child(tree, key)?.tag), ['reset', 'override', undefined]);
  });
  it('has nothing for an empty file', () => {
    assert.deepEqual(parseYaml('# only a comment\n', 'c.yaml'), { tree: undefined, problems: [] });
  });
  it('tells all that is no YAML, each with its place', () => {
    assert.deepEqual(problemsOf('a: 1\na: 2\nb: [x'), ['c.yaml:2:1: this key is there twice: keep one', 'c.yaml:3:6: flow sequence in block collection must be sufficiently indented and end with a ]: correct the YAML there']);
  });
  it('refuses keys that are no names, merges of what is no mapping, and aliases without an end or a beginning', () => {
    assert.deepEqual(problemsOf('? [a]\n: 1\n'), ['c.yaml:1:3: a list or mapping is no key: write a name']);
    assert.deepEqual(problemsOf('a: {<<: 5}\n'), ['c.yaml:1:9: << takes a mapping or a list of them: name an anchor of one']);
    assert.deepEqual(problemsOf('a: &a [*a]\n'), ['c.yaml:1:8: *a contains itself: correct the alias']);
  });
  it('refuses a file that unfolds to more than the memory holds', () => {
    const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]'];
    for (let level = 1; level < 10; level++) lines.push(`a${level}: &a${level} [${Array.from({ length: 10 }, () => `*a${level - 1}`).join(', ')}]`);
    assert.match(problemsOf(lines.join('\n')).join(), /unfolds to more than 200000 values: use fewer aliases/);
  });
});
