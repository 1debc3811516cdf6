import { checksOf, directiveOf, escapeOf, noChecks, requireKnownSyntax, type Checks, type Directives } from './directives.ts';
import type { Escape } from './expand.ts';
import { heredocMarks, withoutTabs, type Heredoc, type HeredocMark } from './heredoc.ts';
import { stringList } from './list-form.ts';
import type { Place, Warning } from './place.ts';
import { linesOf, Misuse, type Problem } from './problem.ts';
import { splitFlags } from './flags.ts';
import { splitKeyword } from './words.ts';

/** One instruction as it stands in the file: continuations joined, comments among them left out. */
export type Line = {
  place: Place;
  text: string;
  heredocs: readonly Heredoc[];
  /** `# check=` in the comments before it. */
  checks: Checks;
};

export type Lines = { directives: Directives; lines: readonly Line[]; problems: readonly Problem[]; warnings: readonly Warning[] };

/** Splits a Dockerfile into instructions. `syntax` is what the build argument BUILDKIT_SYNTAX says: it beats the directive. */
export const readLines = (file: string, text: string, syntax = ''): Lines => {
  const source = linesOf(text.replace(/^\uFEFF/, ''));
  const reader = openReader(file, source);
  const directives = readDirectives(reader, syntax);
  const lines: Line[] = [];
  let checks = noChecks;
  while (reader.next < source.length) {
    const start = reader.next;
    const comment = /^\s*#\s*(.*)$/.exec(source[start] ?? '');
    if (comment) {
      reader.next++;
      checks = checksOfComment(comment[1] ?? '') ?? checks;
      continue;
    }
    const joined = readJoined(reader, directives.escape);
    if (joined.text === '') continue;
    const heredocs = readHeredocs(reader, joined.text, start);
    lines.push({ place: { file, line: start + 1, endLine: heredocs.length > 0 ? reader.next : joined.endLine }, text: joined.text, heredocs, checks });
    checks = noChecks;
  }
  return { directives, lines, problems: reader.problems, warnings: reader.warnings };
};

type Reader = { file: string; source: readonly string[]; /** Index of the line to be read next. */ next: number; problems: Problem[]; warnings: Warning[] };

const openReader = (file: string, source: readonly string[]): Reader => ({ file, source, next: 0, problems: [], warnings: [] });

// They end with the first line that is none. A first line for the shell (`#!`) does not count, but for `escape`, as in BuildKit.
const readDirectives = (reader: Reader, syntax: string): Directives => {
  const found = new Map<string, string>();
  const isScript = reader.source[0]?.startsWith('#!') === true;
  if (isScript) reader.next = 1;
  for (;;) {
    const line = reader.source[reader.next]?.trimStart() ?? '';
    const directive = directiveOf(line);
    if (!directive) break;
    const { name, value } = directive;
    if (found.has(name)) problemAt(reader, reader.next, `# ${name}= is there twice: remove one`);
    else if (name !== 'escape' || !isScript)
      attempt(reader, () => {
        if (name === 'escape') escapeOf(value);
        if (name === 'check') checksOf(value);
        if (name === 'syntax' && syntax === '') requireKnownSyntax(value);
        found.set(name, value);
      });
    reader.next++;
  }
  if (syntax !== '') attempt(reader, () => requireKnownSyntax(syntax));
  return { syntax: syntax || (found.get('syntax') ?? ''), escape: escapeOf(found.get('escape') ?? '\\'), checks: found.has('check') ? checksOf(found.get('check') ?? '') : noChecks };
};

const attempt = (reader: Reader, step: () => void): void => {
  try {
    step();
  } catch (error) {
    if (!(error instanceof Misuse)) throw error;
    problemAt(reader, reader.next, error.message, error.word);
  }
};

const problemAt = (reader: Reader, index: number, message: string, word = ''): void => {
  const column = word === '' ? 0 : (reader.source[index] ?? '').indexOf(word) + 1;
  reader.problems.push({ message, place: { file: reader.file, line: index + 1, endLine: index + 1, ...(column > 0 && { column }) } });
};

const checksOfComment = (comment: string): Checks | undefined => {
  const directive = directiveOf(`# ${comment}`);
  try {
    return directive?.name === 'check' ? checksOf(directive.value) : undefined;
  } catch {
    return undefined;
  }
};

/** The escape at the end of a line joins it with the next one, if no other escape stands before it. */
const continuations = { '\\': /(?<=^|[^\\])\\[ \t]*$/, '`': /(?<=^|[^`])`[ \t]*$/ } as const;

const readJoined = (reader: Reader, escape: Escape): { text: string; endLine: number } => {
  const parts: string[] = [];
  let emptyLine = 0;
  const first = reader.next;
  let endLine = first + 1;
  for (let isOpen = true; isOpen && reader.next < reader.source.length; ) {
    const line = reader.source[reader.next++] ?? '';
    const isFirst = reader.next - 1 === first;
    if (!isFirst && /^\s*#/.test(line)) continue;
    if (!isFirst && line.trim() === '') {
      // Not that of a file that ends here.
      if (emptyLine === 0 && reader.next < reader.source.length) emptyLine = reader.next;
      continue;
    }
    const at = line.search(continuations[escape]);
    isOpen = at >= 0;
    parts.push(isOpen ? line.slice(0, at) : line);
    endLine = reader.next;
  }
  if (emptyLine > 0 && emptyLine < endLine)
    reader.warnings.push({ rule: 'NoEmptyContinuation', message: 'an empty line inside of an instruction: remove it, or begin it with #', place: { file: reader.file, line: emptyLine, endLine: emptyLine } });
  return { text: parts.join('').trim(), endLine };
};

const mayHaveHeredocs = new Set(['RUN', 'COPY', 'ADD']);

/** Instructions in their JSON form have none: `<<` is a letter there like others. */
const marksOf = (text: string): readonly HeredocMark[] => {
  if (!text.includes('<<')) return [];
  const { keyword, rest } = splitKeyword(text);
  if (keyword.toUpperCase() === 'ONBUILD') return marksOf(rest);
  if (!mayHaveHeredocs.has(keyword.toUpperCase()) || stringList(splitFlags(rest).rest) !== undefined) return [];
  return heredocMarks(text);
};

const readHeredocs = (reader: Reader, text: string, start: number): readonly Heredoc[] => {
  const heredocs: Heredoc[] = [];
  for (const mark of marksOf(text)) {
    const content = readHeredoc(reader, mark);
    if (content === undefined) {
      unterminated(reader, mark, start);
      return heredocs;
    }
    heredocs.push({ ...mark, content });
  }
  return heredocs;
};

const readHeredoc = (reader: Reader, { name, stripsTabs }: HeredocMark): string | undefined => {
  const from = reader.next;
  while (reader.next < reader.source.length) {
    const line = reader.source[reader.next++] ?? '';
    if ((stripsTabs ? line.replace(/^\t+/, '') : line) !== name) continue;
    const content = reader.source.slice(from, reader.next - 1).map((inside) => `${inside}\n`).join('');
    return stripsTabs ? withoutTabs(content) : content;
  }
  return undefined;
};

const unterminated = (reader: Reader, { name, word }: HeredocMark, start: number): void => {
  const near = reader.source.findIndex((line, index) => index > start && line.trim() === name);
  const remedy = near < 0 ? `write ${name} alone on a line after it` : `line ${near + 1} has spaces around ${name}: remove them, or use <<-${name} and tabs`;
  problemAt(reader, start, `heredoc ${word} has no end: ${remedy}`, word);
};
