import { readFlags, type FlagKind } from './flags.ts';
import { heredocMark, type Heredoc } from './heredoc.ts';
import type { Copy, WrittenSource } from './instruction.ts';
import { listForm } from './list-form.ts';
import { Misuse } from './problem.ts';
import { spacedWords } from './words.ts';

const flagsOf: Record<'copy' | 'add', Readonly<Record<string, FlagKind>>> = {
  copy: { from: 'value', chown: 'value', chmod: 'value', link: 'switch', parents: 'switch', exclude: 'values' },
  add: { chown: 'value', chmod: 'value', link: 'switch', exclude: 'values', checksum: 'value', 'keep-git-dir': 'switch', unpack: 'switch' },
};

/** COPY and ADD. Throws Misuse. */
export const readCopy = (kind: 'copy' | 'add', flagWords: readonly string[], rest: string, heredocs: readonly Heredoc[]): Copy => {
  const keyword = kind.toUpperCase();
  const flags = readFlags(keyword, flagWords, flagsOf[kind]);
  const list = listForm(rest);
  const words = list ?? spacedWords(rest);
  const destination = words.at(-1);
  if (destination === undefined || words.length < 2) throw new Misuse(`${keyword} needs at least one source and a destination: write ${keyword} source /destination`);
  if (list === undefined && heredocMark(destination)) throw new Misuse(`${keyword} cannot write to a heredoc: put the destination at the end, as in ${keyword} <<EOF /file`, destination);
  const from = flags.value('from');
  if (from.includes('$'))
    throw new Misuse(`--from of COPY takes no variable: write "FROM ${from} AS name" with an ARG before the first FROM, and --from=name`, '--from');
  return {
    kind,
    sources: words.slice(0, -1).map((word) => sourceOf(word, list === undefined ? heredocs : [])),
    destination,
    from,
    owner: flags.value('chown'),
    mode: flags.value('chmod'),
    link: flags.flag('link') ?? false,
    parents: flags.flag('parents') ?? false,
    excludes: flags.values('exclude'),
    checksum: flags.value('checksum'),
    keepGitDirectory: flags.flag('keep-git-dir'),
    unpack: flags.flag('unpack'),
  };
};

const sourceOf = (word: string, heredocs: readonly Heredoc[]): WrittenSource => {
  const name = word.includes('<<') ? heredocMark(word)?.name : undefined;
  // Two of one name: the later one holds, as in BuildKit.
  const heredoc = name === undefined ? undefined : heredocs.findLast((one) => one.name === name);
  return heredoc ? { kind: 'heredoc', heredoc } : { kind: 'path', path: word };
};
