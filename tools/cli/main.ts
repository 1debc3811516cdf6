import { parseArgs } from 'node:util';
import { apiOn, CommandError } from './api.ts';
import { catalogue } from './catalogue.ts';
import type { Command } from './command.ts';
import { commandHelp, overview } from './help.ts';

const invalidUse = 125;

/** Options before the command count for every command. */
const globals = {
  host: { type: 'string', short: 'H' },
  project: { type: 'string', short: 'p' },
  file: { type: 'string', short: 'f', multiple: true },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
} as const;

const main = async (words: readonly string[]): Promise<number> => {
  const split = firstWord(words);
  const before = parseArgs({ args: [...words.slice(0, split)], options: globals, strict: true }).values;
  const rest = words.slice(split);
  if (before.version) return (await load('version'))(['version'], before);
  const found = catalogue.find(({ name }) => name === rest.slice(0, 2).join(' ')) ?? catalogue.find(({ name }) => name === rest[0]);
  if (!found) {
    if (rest.length > 0 && rest[0] !== 'help') throw new CommandError(`"${rest.join(' ')}" is not a command: see "lading --help"`, invalidUse);
    process.stdout.write(overview());
    return 0;
  }
  return (await load(found.name))(rest, before);
};

/** Where the options that count for every command end. */
const firstWord = (words: readonly string[]): number => {
  for (let place = 0; place < words.length; place++) {
    const word = words[place] ?? '';
    if (!word.startsWith('-')) return place;
    if (['-H', '--host', '-p', '--project', '-f', '--file'].includes(word)) place++;
  }
  return words.length;
};

const load = async (name: string): Promise<(words: readonly string[], before: Record<string, unknown>) => Promise<number>> => {
  const entry = catalogue.find((one) => one.name === name);
  if (!entry) throw new CommandError(`"${name}" is not a command`, invalidUse);
  const command = await entry.load();
  return (words, before) => invoke(command, words.slice(name.split(' ').length), before);
};

const invoke = async (command: Command, words: readonly string[], before: Record<string, unknown>): Promise<number> => {
  const options = { ...globalsBeside(command), ...command.options, help: { type: 'boolean' } as const };
  const own = command.stopAtFirstWord ? leadingOptions(words, options) : words.length;
  const { values, positionals } = parseArgs({ args: [...words.slice(0, own)], options, allowPositionals: true, strict: true });
  const merged: Record<string, unknown> = { ...before, ...values };
  if (merged.help) {
    process.stdout.write(commandHelp(command));
    return 0;
  }
  const socketPath = socketOf(typeof merged.host === 'string' ? merged.host : process.env.LADING_HOST);
  const headers = process.env.LADING_REASON ? { 'x-lading-reason': process.env.LADING_REASON } : {};
  const code = await command.run({
    api: apiOn(socketPath, { 'x-lading-actor': `uid:${process.getuid?.() ?? 0}`, ...headers }),
    words: [...positionals, ...words.slice(own)],
    options: merged as never,
    socketPath,
    out: (line) => void process.stdout.write(line),
    err: (line) => void process.stderr.write(line),
  });
  return code ?? 0;
};

// A command's own letters mean its own options: `-p` is a port to `run`, `-v` a volume.
const globalsBeside = ({ options = {} }: Command) => {
  const taken = new Set(Object.values(options).map(({ short }) => short));
  const { host, project, file } = globals;
  return Object.fromEntries(Object.entries({ host, project, file }).map(([name, { short, ...rest }]) => [name, taken.has(short) ? rest : { ...rest, short }]));
};

// `exec web ls -l`: what follows the first word is not ours to parse.
const leadingOptions = (words: readonly string[], options: Record<string, { type: string; short?: string }>): number => {
  const takesValue = (word: string): boolean => {
    if (word.includes('=')) return false;
    const name = word.startsWith('--') ? word.slice(2) : Object.keys(options).find((key) => options[key]?.short === word.at(-1));
    return options[name ?? '']?.type === 'string';
  };
  for (let place = 0; place < words.length; place++) {
    const word = words[place] ?? '';
    if (word === '--') return place + 1;
    if (!word.startsWith('-')) return place;
    if (takesValue(word)) place++;
  }
  return words.length;
};

const socketOf = (host: string | undefined): string => (host ?? `unix://${process.env.LADING_RUN ?? '/run/lading'}/docker.sock`).replace(/^unix:\/\//, '');

const tell = (error: unknown): number => {
  if (error instanceof CommandError) {
    process.stderr.write(`lading: ${error.message}\n`);
    return error.exitCode;
  }
  const isUse = error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
  process.stderr.write(`lading: ${error instanceof Error ? (isUse ? `${error.message.split('. ')[0]}: see --help` : error.stack) : String(error)}\n`);
  return isUse ? invalidUse : 1;
};

// Whoever reads our output may stop reading (`lading events | head`).
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
main(process.argv.slice(2)).then(
  (code) => (process.exitCode = code),
  (error: unknown) => (process.exitCode = tell(error)),
);
