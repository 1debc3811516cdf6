import { Rejection } from '#kernel/rejection.ts';
import { Misuse } from '../dockerfile/problem.ts';
import { cleanPath } from './clean-path.ts';
import { compileGlob, type Glob } from './glob.ts';

/** What is left out of a context or a copy. Paths are relative to its root, with slashes between their parts and none at either end. */
export type Ignore = {
  /**
   * The last pattern that matches decides; one with `!` takes in again what an earlier one leaves out. What matches a folder holds for all that is in it,
   * if it had a say there: a folder that nothing leaves out is not taken in again, and so nothing in it is (`*.log`, `!keep` leaves keep/a.log out).
   * The root itself is never left out. moby: PatternMatcher.MatchesUsingParentResults
   */
  ignores: (path: string) => boolean;
  /** Whether something below this folder may be taken, although the folder may be left out: only then need it be looked through. */
  mayTakeBelow: (folder: string) => boolean;
  /** Has a pattern with `!`. */
  hasExceptions: boolean;
};

type Rule = { glob: Glob; isException: boolean };

/**
 * Reads a .dockerignore. `file` is its name in errors. Throws the rejection DOCKERIGNORE_INVALID with every line that is no pattern.
 * https://docs.docker.com/build/concepts/context/#dockerignore-files
 */
export const parseIgnoreFile = (text: string, file: string): Ignore => {
  const rules: Rule[] = [];
  const problems: string[] = [];
  for (const [index, line] of text.replace(/^\uFEFF/, '').split(/\r?\n/).entries()) {
    // Only a line that begins with # is a comment: one with a space before it is a pattern.
    if (line.startsWith('#')) continue;
    try {
      rules.push(...readRule(line));
    } catch (error) {
      if (!(error instanceof Misuse)) throw error;
      problems.push(`${file}:${index + 1}: ${error.message}`);
    }
  }
  if (problems.length > 0) throw new Rejection('DOCKERIGNORE_INVALID', problems.join('\n'));
  return ignoreBy(rules);
};

/** The same for patterns of `--exclude`. Throws Misuse. */
export const ignorePatterns = (patterns: readonly string[]): Ignore => ignoreBy(patterns.flatMap(readRule));

const readRule = (line: string): readonly Rule[] => {
  const trimmed = line.trim();
  const isException = trimmed.startsWith('!');
  const pattern = relative(isException ? trimmed.slice(1).trim() : trimmed);
  if (isException && (pattern === '' || pattern === '/')) throw new Misuse('"!" takes nothing in again: write a pattern after it');
  return pattern === '' ? [] : [{ glob: compileGlob(pattern, { deep: true }), isException }];
};

const relative = (pattern: string): string => {
  const clean = pattern === '' ? '' : cleanPath(pattern);
  return clean.length > 1 && clean.startsWith('/') ? clean.slice(1) : clean;
};

const ignoreBy = (rules: readonly Rule[]): Ignore => {
  const exceptions = rules.filter(({ isException }) => isException);
  const verdictOf = openVerdicts(rules);
  const ignores = (path: string): boolean => path !== '.' && path !== '' && verdictOf(path).isIgnored;
  return {
    ignores,
    mayTakeBelow: (folder) => !ignores(folder) || exceptions.some(({ glob }) => glob.matchesOrParent(folder) || glob.mayMatchBelow(folder)),
    hasExceptions: exceptions.length > 0,
  };
};

/** What became of a path, and which rules matched it or a folder that it is in. */
type Verdict = { isIgnored: boolean; matched: readonly boolean[] };

/** Of folders, as what is in them is asked for next. */
const keptMax = 10_000;

const openVerdicts = (rules: readonly Rule[]): ((path: string) => Verdict) => {
  const folders = new Map<string, Verdict>();
  const top: Verdict = { isIgnored: false, matched: rules.map(() => false) };
  return (path) => {
    let verdict = top;
    for (let slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
      const folder = path.slice(0, slash);
      verdict = folders.get(folder) ?? judge(rules, folder, verdict);
      if (folders.size >= keptMax) folders.clear();
      folders.set(folder, verdict);
    }
    return judge(rules, path, verdict);
  };
};

// A rule that would change nothing is not looked at, and is not remembered as one that matched.
const judge = (rules: readonly Rule[], path: string, above: Verdict): Verdict => {
  let isIgnored = false;
  const matched = rules.map(({ glob, isException }, index) => {
    const matches = above.matched[index] === true || (isException === isIgnored && glob.matches(path));
    if (matches) isIgnored = !isException;
    return matches;
  });
  return { isIgnored, matched };
};

/** Where the patterns of a Dockerfile stand, the first that is there: `Dockerfile.dockerignore` beside it, `.dockerignore` at the context's root. */
export const ignoreFilesOf = (dockerfile: string): readonly string[] => [`${dockerfile}.dockerignore`, '.dockerignore'];
