// Who may import whom: the rules of ARCHITECTURE.md, read off the sources. `make check` runs it.
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

/** Folders below services/ that hold rules only. What they need to know (time, ids, chance) is handed to them. */
export const pureFolders = [
  'compose/plan',
  'compose/project',
  'container/domain',
  'image/domain',
  'image/garbage',
  'image/layers',
  'image/manifests',
  'network/addressing',
  'node-agent/addressing',
  'node-agent/assignments',
  'node-agent/build-cache',
  'node-agent/build-graph',
  'node-agent/dockerfile',
  'node-agent/dockerignore',
  'node-agent/reconcile',
  'scheduler/placement',
  'scheduler/replicas',
  'volume/domain',
].map((folder) => `services/${folder}/`);

/** The only files outside its folder that a pure file may import. */
const allowedInPure = new Set(['services/kernel/decider.ts', 'services/kernel/reference.ts', 'services/kernel/rejection.ts', 'services/kernel/suggest.ts']);

const impure = /\b(?:Date\.now|Math\.random|setTimeout|setInterval|setImmediate|fetch)\b|\b(?:process|performance|crypto)\.|\bnew Date\(\)/g;

export type Violation = { file: string; line: number; message: string };

/** Strings and comments, so that neither a word in a comment nor one in a string counts as code. */
const literal = /\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`/g;

/** Spaces in its place, so that line numbers stay; what a template computes is code and stays too. */
const blank = (text: string): string => text.replace(text.startsWith('`') ? /\$\{[^}]*\}|[^\n]/g : /[^\n]/g, (part) => (part.startsWith('${') ? part : ' '));
const withoutComments = (source: string): string => source.replace(literal, (part) => (part.startsWith('/') ? blank(part) : part));
const codeOnly = (source: string): string => source.replace(literal, blank);

const lineOf = (source: string, index: number): number => source.slice(0, index).split('\n').length;

/** Not the word at the end of a string, whose quote would begin a module's name. */
const importing = /(?<!['"])\b(?:from\s*|import\s*\(?\s*)(['"])([^'"\n]+)\1/g;

/** The file an import means, from the top of the repository; a package or a Node module keeps its name. */
const resolved = (file: string, specifier: string): string => {
  if (specifier.startsWith('#kernel/')) return specifier.replace('#kernel/', 'services/kernel/');
  if (specifier.startsWith('#')) return specifier.replace('#', 'proto/');
  return specifier.startsWith('.') ? normalize(join(dirname(file), specifier)) : specifier;
};

const serviceOf = (file: string): string | undefined => /^services\/([^/]+)\//.exec(file)?.[1];

const inTools = (file: string): boolean => /^(?:tools|test)\//.test(file);

/** Why `file` may not import `target`, or nothing when it may. */
const objection = (file: string, target: string): string | undefined => {
  const from = serviceOf(file);
  const to = serviceOf(target);
  if (inTools(target) && !inTools(file)) return `imports ${target}: what runs in production imports nothing from tools/ or test/`;
  if (from === 'kernel' && to !== undefined && to !== 'kernel') return `imports ${target}: the kernel knows no service`;
  if (file.startsWith('proto/') && to !== undefined && to !== 'kernel') return `imports ${target}: messages know no service`;
  if (from !== undefined && to !== undefined && to !== 'kernel' && from !== to)
    return `imports ${target}: services meet in proto/ and over NATS only`;
  const pure = pureFolders.find((folder) => file.startsWith(folder));
  if (pure === undefined || file.endsWith('.test.ts')) return undefined;
  const isPureNeighbour = from === to && pureFolders.some((folder) => target.startsWith(folder));
  return isPureNeighbour || allowedInPure.has(target)
    ? undefined
    : `imports ${target}: ${pure} holds rules only, and imports its service's other rules and the kernel's decider, rejection and suggest`;
};

/** What one source file does that the rules forbid. */
export const violations = (file: string, source: string): readonly Violation[] => {
  const found: Violation[] = [];
  for (const match of withoutComments(source).matchAll(importing)) {
    const message = objection(file, resolved(file, match[2] ?? ''));
    if (message !== undefined) found.push({ file, line: lineOf(source, match.index), message });
  }
  if (pureFolders.some((folder) => file.startsWith(folder)) && !file.endsWith('.test.ts'))
    for (const match of codeOnly(source).matchAll(impure))
      found.push({ file, line: lineOf(source, match.index), message: `mentions ${match[0]}: take it as an input, this folder is pure` });
  return found;
};

if (import.meta.main) {
  const files = globSync(['services/**/*.ts', 'proto/*.ts', 'proto/endpoints/*.ts', 'tools/**/*.ts', 'test/**/*.ts', 'deploy/**/*.ts']).sort();
  const all = files.flatMap((file) => violations(file, readFileSync(file, 'utf8')));
  for (const { file, line, message } of all) console.error(`${file}:${line}: ${message}`);
  if (all.length > 0) process.exit(1);
}
