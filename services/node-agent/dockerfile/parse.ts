import type { Escape } from './expand.ts';
import { readFrom } from './from.ts';
import type { Arg, Dockerfile, Instruction, Stage, Written } from './instruction.ts';
import { readInstruction } from './instructions.ts';
import { readLines, type Line } from './lines.ts';
import { dockerfileInvalid, linesOf, Misuse, placeOfWord, type Problem } from './problem.ts';
import { warningsOfText } from './text-warnings.ts';
import { splitKeyword } from './words.ts';

/** The text of a Dockerfile is held in memory several times over while it is read. */
const textMaxLength = 16 * 1024 * 1024;

export type ParseOptions = {
  /** How it is called in messages: `Dockerfile`. */
  file: string;
  /** The build argument BUILDKIT_SYNTAX. */
  syntax?: string;
};

/**
 * Reads a Dockerfile. Throws the rejection DOCKERFILE_INVALID with everything that is wrong, each with line, column where it is known, the lines around it
 * and a remedy. What only the values of variables can tell is found when a stage is evaluated. https://docs.docker.com/reference/dockerfile/
 */
export const parseDockerfile = (text: string, { file, syntax = '' }: ParseOptions): Dockerfile => {
  const lines = linesOf(text);
  if (text.length > textMaxLength) throw dockerfileInvalid([{ message: `the file is longer than ${textMaxLength} letters: it is likely no Dockerfile`, place: { file, line: 1, endLine: 1 } }], lines.slice(0, 1));
  const read = readLines(file, text, syntax);
  const parts = readParts(read.lines, read.directives.escape, lines);
  const problems = [...read.problems, ...parts.problems];
  if (parts.stages.length === 0 && problems.length === 0) problems.push(withoutStage(file, read.lines));
  if (problems.length > 0) throw dockerfileInvalid(problems.toSorted((a, b) => a.place.line - b.place.line), lines);
  const dockerfile = { file, lines, escape: read.directives.escape, checks: read.directives.checks, globals: parts.globals, stages: parts.stages };
  return { ...dockerfile, warnings: [...read.warnings, ...warningsOfText(dockerfile)] };
};

const withoutStage = (file: string, [first]: readonly Line[]): Problem =>
  first === undefined
    ? { message: 'the file has no instructions: begin it with FROM', place: { file, line: 1, endLine: 1 } }
    : { message: 'the file has no FROM: write FROM image before everything but ARG', place: first.place };

type OpenStage = Omit<Stage, 'instructions'> & { instructions: Instruction[] };
type Parts = { globals: (Written & Arg)[]; stages: OpenStage[]; problems: Problem[] };

const readParts = (all: readonly Line[], escape: Escape, lines: readonly string[]): Parts => {
  const parts: Parts = { globals: [], stages: [], problems: [] };
  let before: Line | undefined;
  for (const line of all) {
    try {
      readLine(parts, line, escape);
    } catch (error) {
      if (!(error instanceof Misuse)) throw error;
      parts.problems.push({ message: error.message + heredocHint(error, before), place: placeOfWord(line.place, error.word, lines) });
      // The rest of a stage whose FROM is wrong is read all the same.
      if (/^from$/i.test(splitKeyword(line.text).keyword)) parts.stages.push(stageOf(parts, writtenOf(line), 'scratch'));
    }
    before = line;
  }
  return parts;
};

/** `cat << EOF`, with a space, is left to the shell, and its lines are taken for instructions. */
const heredocHint = ({ message }: Misuse, before: Line | undefined): string => {
  const mark = message.startsWith('unknown instruction') ? /<<-?[ \t]+(['"]?)(\w+)\1/.exec(before?.text ?? '') : null;
  return mark ? `; if it belongs to the heredoc above, write <<${mark[2]} without a space` : '';
};

const writtenOf = ({ place, text, checks }: Line): Written => ({ place, keyword: splitKeyword(text).keyword, text, checks });

const stageOf = ({ stages }: Parts, written: Written, base: string, name = '', platform = ''): OpenStage => ({ ...written, number: stages.length, name, base, platform, instructions: [] });

const readLine = (parts: Parts, line: Line, escape: Escape): void => {
  const written = writtenOf(line);
  if (written.keyword.toUpperCase() === 'FROM') {
    const { base, name, platform } = readFrom(line.text);
    parts.stages.push(stageOf(parts, written, base, name, platform));
    return;
  }
  const instruction = readInstruction(written, line.heredocs, escape);
  const stage = parts.stages.at(-1);
  if (stage) stage.instructions.push(instruction);
  else if (instruction.kind === 'arg') parts.globals.push(instruction);
  else throw new Misuse(`${written.keyword.toUpperCase()} stands before the first FROM: only ARG may`, written.keyword);
};

/** Reads what an ONBUILD of a base image left. The place is that of the FROM that brought it. Throws Misuse. */
export const parseTrigger = (trigger: string, from: Written, escape: Escape): Instruction => {
  const { lines, problems } = readLines(from.place.file, escape === '\\' ? trigger : `# escape=${escape}\n${trigger}`);
  const [line, ...more] = lines;
  if (problems[0]) throw new Misuse(problems[0].message);
  if (line === undefined || more.length > 0) throw new Misuse(`the base image has an ONBUILD that is no single instruction: ${JSON.stringify(trigger.slice(0, 80))}`);
  return readInstruction({ ...writtenOf(line), place: from.place, checks: from.checks }, line.heredocs, escape);
};
