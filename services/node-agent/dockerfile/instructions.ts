import { hint } from '#kernel/suggest.ts';
import { readCopy } from './copy.ts';
import type { Escape } from './expand.ts';
import { readFlags, splitFlags, type FlagKind } from './flags.ts';
import { readHealthcheck } from './healthcheck.ts';
import type { Heredoc } from './heredoc.ts';
import type { Body, Command, Instruction, Onbuild, Run, Written } from './instruction.ts';
import { listForm } from './list-form.ts';
import { readMountFlag } from './mount-flag.ts';
import { readArg, readPairs } from './pairs.ts';
import { Misuse } from './problem.ts';
import { spacedWords, splitKeyword } from './words.ts';

/** All that may stand at the beginning of a line, FROM aside. */
const keywords = ['ADD', 'ARG', 'CMD', 'COPY', 'ENTRYPOINT', 'ENV', 'EXPOSE', 'HEALTHCHECK', 'LABEL', 'MAINTAINER', 'ONBUILD', 'RUN', 'SHELL', 'STOPSIGNAL', 'USER', 'VOLUME', 'WORKDIR'];

type Arguments = { flags: readonly string[]; rest: string; heredocs: readonly Heredoc[]; escape: Escape };

/** Reads one instruction. Throws Misuse. */
export const readInstruction = (written: Written, heredocs: readonly Heredoc[], escape: Escape): Instruction => ({ ...written, ...readBody(written, heredocs, escape) });

const readBody = ({ keyword, text }: Pick<Written, 'keyword' | 'text'>, heredocs: readonly Heredoc[], escape: Escape): Body => {
  const { rest: afterKeyword } = splitKeyword(text);
  const name = keyword.toUpperCase();
  if (name === 'ONBUILD') return readOnbuild(afterKeyword, heredocs, escape);
  const { flags, rest } = splitFlags(afterKeyword);
  const given = { flags, rest: rest.trim(), heredocs, escape };
  if (name === 'RUN') return readRun(given);
  if (name === 'COPY' || name === 'ADD') return readCopy(name === 'ADD' ? 'add' : 'copy', flags, given.rest, heredocs);
  if (name === 'HEALTHCHECK') return readHealthcheck(flags, given.rest);
  if (!keywords.includes(name)) throw new Misuse(`unknown instruction "${keyword}"${hint(name, [...keywords, 'FROM'])}`, keyword);
  readFlags(name, flags, {});
  return readConfiguration(name, given);
};

const readConfiguration = (name: string, { rest, escape }: Arguments): Body => {
  switch (name) {
    case 'ENV':
      return readPairs('env', rest, escape);
    case 'LABEL':
      return readPairs('label', rest, escape);
    case 'ARG':
      return readArg(rest, escape);
    case 'CMD':
      return { kind: 'cmd', command: readCommand(name, rest, []) };
    case 'ENTRYPOINT':
      return { kind: 'entrypoint', command: readCommand(name, rest, []) };
    case 'SHELL':
      return { kind: 'shell', argv: readShell(rest) };
    case 'EXPOSE':
      return { kind: 'expose', ports: some('EXPOSE', 'a port', spacedWords(rest)).toSorted() };
    case 'VOLUME':
      return { kind: 'volume', paths: readVolumes(rest) };
    case 'USER':
      return { kind: 'user', user: one('USER', 'a user', rest) };
    case 'WORKDIR':
      return { kind: 'workdir', path: one('WORKDIR', 'a path', rest) };
    case 'STOPSIGNAL':
      return { kind: 'stopsignal', signal: one('STOPSIGNAL', 'a signal', rest) };
    default:
      return { kind: 'maintainer', author: one('MAINTAINER', 'a name', rest) };
  }
};

const one = (name: string, what: string, rest: string): string => {
  if (rest === '') throw new Misuse(`${name} needs ${what}`);
  return rest;
};

const some = (name: string, what: string, words: readonly string[]): readonly string[] => {
  if (words.length === 0) throw new Misuse(`${name} needs ${what}`);
  return words;
};

const readCommand = (name: string, rest: string, heredocs: readonly Heredoc[]): Command => {
  const list = listForm(rest);
  if (list !== undefined) return { form: 'exec', argv: list };
  if (rest === '') throw new Misuse(`${name} needs a command${name === 'RUN' ? '' : `: write ${name} [] for none`}`);
  return { form: 'shell', text: rest, heredocs };
};

const readShell = (rest: string): readonly string[] => {
  const list = listForm(rest);
  if (list === undefined || list.length === 0) throw new Misuse('SHELL needs a list in double quotes: write SHELL ["/bin/bash", "-c"]', rest);
  return list;
};

const readVolumes = (rest: string): readonly string[] =>
  some('VOLUME', 'a path', listForm(rest) ?? spacedWords(rest)).map((path) => {
    if (path.trim() === '') throw new Misuse('VOLUME has an empty path: remove it');
    return path.trim();
  });

const runFlags: Readonly<Record<string, FlagKind>> = { mount: 'values', network: 'value', security: 'value', device: 'values' };
const networks = ['default', 'none', 'host'] as const;
const securities = ['sandbox', 'insecure'] as const;

const readRun = ({ flags: words, rest, heredocs }: Arguments): Run => {
  const flags = readFlags('RUN', words, runFlags);
  const command = readCommand('RUN', rest, heredocs);
  if (command.form === 'exec' && command.argv.length === 0) throw new Misuse('RUN needs a command');
  return {
    kind: 'run',
    command,
    mounts: flags.values('mount').map(readMountFlag),
    network: choice('network', flags.value('network'), networks),
    security: choice('security', flags.value('security'), securities),
    devices: flags.values('device').map(readDevice),
  };
};

const choice = <Value extends string>(flag: string, value: string, values: readonly [Value, ...Value[]]): Value => {
  if (value === '') return values[0];
  const found = values.find((each) => each === value);
  if (found === undefined) throw new Misuse(`--${flag} is ${values.join(', ')}, not "${value}"${hint(value, values)}`, value);
  return found;
};

/** `name`, `name,required`, `name=…,required=true`. A name may hold a `=` itself: `vendor.com/device=foo`. */
const readDevice = (word: string): { name: string; required: boolean } => {
  const [name = '', ...options] = word.split(',');
  const other = options.find((option) => !/^required(?:=(?:true|false))?$/.test(option));
  if (name === '' || other !== undefined) throw new Misuse(`--device=${word} is not understood: write --device=name or --device=name,required`, word);
  return { name: name.replace(/^name=/, ''), required: options.some((option) => option !== 'required=false') };
};

const notTriggered: ReadonlyMap<string, string> = new Map([
  ['ONBUILD', 'ONBUILD cannot trigger another ONBUILD'],
  ['FROM', 'ONBUILD cannot trigger FROM'],
  ['MAINTAINER', 'ONBUILD cannot trigger MAINTAINER: use ONBUILD LABEL'],
]);

const readOnbuild = (text: string, heredocs: readonly Heredoc[], escape: Escape): Onbuild => {
  const { keyword } = splitKeyword(text);
  if (keyword === '') throw new Misuse('ONBUILD needs an instruction: write ONBUILD RUN …');
  const refusal = notTriggered.get(keyword.toUpperCase());
  if (refusal !== undefined) throw new Misuse(refusal, keyword);
  readBody({ keyword, text }, heredocs, escape);
  return { kind: 'onbuild', trigger: [text, ...heredocs.map(({ content, name }) => `${content}${name}`)].join('\n') };
};
