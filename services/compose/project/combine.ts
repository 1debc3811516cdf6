import { interpolate, InterpolationError, type Lookup } from './interpolate.ts';
import { mergeTrees, withoutReset } from './merge.ts';
import type { Problem } from './problem.ts';
import { mapScalars, type Mapping, type Parse, type Scalar, type Tree } from './tree.ts';

type Files = readonly { path: string; text: string }[];

/** Each file by itself. What is no compose file at all is a problem and left out. */
export const parseFiles = (files: Files, parse: Parse): { trees: Mapping[]; problems: Problem[] } => {
  const trees: Mapping[] = [];
  const problems: Problem[] = [];
  for (const { path, text } of files) {
    const { tree, problems: wrong } = parse(text, path);
    problems.push(...wrong);
    if (tree?.kind === 'mapping') trees.push(tree);
    else if (tree) problems.push({ place: tree.place, path: '', message: 'the file is no mapping: begin with "services:"' });
    else if (wrong.length === 0) problems.push({ place: { file: path, line: 1, column: 1 }, path: '', message: 'the file is empty: write at least one service' });
  }
  if (files.length === 0) problems.push({ place: undefined, path: '', message: 'no compose file: name one with -f' });
  return { trees, problems };
};

/** One tree of all files: variables are put in for each by itself, then later files go over earlier ones. `unset` are the variables without a value. */
export const combine = (trees: readonly Tree[], lookup: Lookup): { tree: Tree | undefined; problems: Problem[]; unset: ReadonlySet<string> } => {
  const problems: Problem[] = [];
  const unset = new Set<string>();
  const withVariables = (written: Scalar, path: string): Scalar => {
    if (!written.text.includes('$')) return written;
    try {
      const text = interpolate(written.text, lookup, (name) => void unset.add(name));
      return { ...written, value: text, text };
    } catch (error) {
      if (!(error instanceof InterpolationError)) throw error;
      problems.push({ place: written.place, path, message: error.message });
      return written;
    }
  };
  const merged = trees.map((tree) => mapScalars(tree, '', withVariables)).reduce<Tree | undefined>((before, tree) => (before ? mergeTrees(before, tree) : tree), undefined);
  return { tree: merged && withoutReset(merged), problems, unset };
};
