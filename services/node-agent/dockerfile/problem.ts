import { Rejection } from '#kernel/rejection.ts';
import type { Place } from './place.ts';

/** What is wrong with an instruction, said where nobody knows yet where it stands. `word` is the part that is meant, as it was written. */
export class Misuse extends Error {
  override readonly name = 'Misuse';
  readonly word: string;

  /** `message` is a lower-case phrase that ends with the remedy. */
  constructor(message: string, word = '') {
    super(message);
    this.word = word;
  }
}

/** What is wrong, and where. */
export type Problem = { message: string; place: Place };

/** The lines of a file, for the context of problems. */
export const linesOf = (text: string): readonly string[] => text.split(/\r?\n/);

const contextLines = 2;
const shownLinesMax = 12;
const shownWidthMax = 200;

/**
 * Line and column, what is wrong, and the lines of the file around it:
 * ```
 * Dockerfile:2:1: unknown instruction "RUNN"; did you mean "RUN"?
 *    1 | FROM alpine
 *  > 2 | RUNN make
 * ```
 */
export const formatProblem = ({ message, place }: Problem, lines: readonly string[]): string =>
  `${place.file}:${place.line}${place.column === undefined ? '' : `:${place.column}`}: ${message}\n${contextOf(place, lines)}`;

/** The lines of a place, marked, with two before and after. */
export const contextOf = (place: Place, lines: readonly string[]): string => {
  const from = Math.max(1, place.line - contextLines);
  const to = Math.min(lines.length, place.endLine + contextLines, from + shownLinesMax - 1);
  const width = String(to).length + 1;
  let shown = '';
  for (let line = from; line <= to; line++) {
    const isMeant = line >= place.line && line <= place.endLine;
    shown += `${isMeant ? ' >' : '  '}${String(line).padStart(width)} | ${short(lines[line - 1] ?? '')}`.trimEnd() + '\n';
  }
  return shown;
};

const short = (line: string): string => (line.length <= shownWidthMax ? line : `${line.slice(0, shownWidthMax)}…`);

const toldMax = 20;

/** Every problem at once, each with its lines. */
export const dockerfileInvalid = (problems: readonly Problem[], lines: readonly string[]): Rejection => {
  const rest = problems.length - toldMax;
  const told = problems.slice(0, toldMax).map((problem) => formatProblem(problem, lines));
  return new Rejection('DOCKERFILE_INVALID', [...told, ...(rest > 0 ? [`and ${rest} more\n`] : [])].join('\n').trimEnd());
};

/** The place of a word of an instruction: of the first line that has it. Without one, that of the instruction. */
export const placeOfWord = (place: Place, word: string, lines: readonly string[]): Place => {
  if (word === '') return place;
  for (let line = place.line; line <= place.endLine; line++) {
    const column = (lines[line - 1] ?? '').indexOf(word) + 1;
    if (column > 0) return { ...place, line, column };
  }
  return place;
};
