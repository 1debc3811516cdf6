import { createReadStream, createWriteStream, existsSync, renameSync, rmSync } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CommandError, textOf } from '../api.ts';
import { flag, text, texts, type Command, type CommandOption, type Options } from '../command.ts';

const output = { type: 'string', short: 'o', value: 'FILE', help: 'Write to this file instead of standard output' } as const satisfies CommandOption;

/** To a file, which appears once it is whole, or to standard output, which must be no terminal. */
const writeTo = async (archive: Readable, options: Options, command: string): Promise<void> => {
  const file = text(options, 'output');
  if (file === undefined) return pipeline(archive, process.stdout, { end: false });
  const beside = `${file}.part`;
  try {
    await pipeline(archive, createWriteStream(beside));
    renameSync(beside, file);
  } catch (error) {
    rmSync(beside, { force: true });
    throw new CommandError(`${command}: ${file} could not be written whole: ${error instanceof Error ? error.message : String(error)}`);
  }
};

const refuseTerminal = (options: Options): void => {
  if (text(options, 'output') === undefined && process.stdout.isTTY) throw new CommandError('an archive is not for a terminal: say -o FILE, or redirect it', 125);
};

export const save: Command = {
  name: 'save',
  usage: 'save [OPTIONS] IMAGE...',
  help: 'Writes images as one archive that docker load, skopeo and lading load read. A repository without a tag is saved with all its tags.',
  options: { output },
  run: async ({ api, words, options }) => {
    if (words.length === 0) throw new CommandError('say which image: lading save -o FILE IMAGE', 125);
    refuseTerminal(options);
    await writeTo(await api.open('GET', `/images/get?${words.map((name) => `names=${encodeURIComponent(name)}`).join('&')}`), options, 'save');
  },
};

export const exportContainer: Command = {
  name: 'export',
  usage: 'export [OPTIONS] CONTAINER',
  help: 'Writes the files of a container as a tar, without what is mounted into it.',
  options: { output },
  run: async ({ api, words, options }) => {
    const [container] = words;
    if (container === undefined) throw new CommandError('say which container: lading export -o FILE CONTAINER', 125);
    refuseTerminal(options);
    await writeTo(await api.open('GET', `/containers/${encodeURIComponent(container)}/export`), options, 'export');
  },
};

const archiveFrom = (file: string | undefined): NodeJS.ReadableStream => {
  if (file === undefined || file === '-') {
    if (process.stdin.isTTY) throw new CommandError('there is no archive on standard input: say -i FILE, or redirect it', 125);
    return process.stdin;
  }
  if (!existsSync(file)) throw new CommandError(`${file} is not there`);
  return createReadStream(file);
};

export const load: Command = {
  name: 'load',
  usage: 'load [OPTIONS]',
  help: 'Takes in the images of an archive: docker save or OCI layout, plain or packed by gzip or zstd.',
  options: { input: { type: 'string', short: 'i', value: 'FILE', help: 'Read this file instead of standard input' }, quiet: { type: 'boolean', short: 'q', help: 'Say nothing' } },
  run: async ({ api, options, out }) => {
    const response = await api.open('POST', '/images/load', archiveFrom(text(options, 'input')), { 'content-type': 'application/x-tar' });
    for await (const line of createInterface({ input: response })) if (line !== '' && !flag(options, 'quiet')) out((JSON.parse(line) as { stream: string }).stream);
  },
};

const change = { type: 'string', short: 'c', multiple: true, value: 'INSTRUCTION', help: "Change the image by a Dockerfile's instruction: 'CMD [\"sh\"]'" } as const satisfies CommandOption;
const changesOf = (options: Options): string => texts(options, 'change').map((one) => `&changes=${encodeURIComponent(one)}`).join('');

const split = (reference: string): { repo: string; tag: string } => {
  const [, repo = reference, tag = ''] = /^(.*?)(?::([^:/]+))?$/.exec(reference) ?? [];
  return { repo, tag };
};

export const importRootfs: Command = {
  name: 'import',
  usage: 'import [OPTIONS] FILE|URL|- [REFERENCE]',
  help: 'Makes an image of one layer from a tar of a root filesystem.',
  options: { change, message: { type: 'string', short: 'm', help: 'What to say of it in its history' } },
  run: async ({ api, words, options, out }) => {
    const [source, reference = ''] = words;
    if (source === undefined) throw new CommandError('say which file: lading import FILE [REFERENCE]', 125);
    const isUrl = /^https?:\/\//.test(source);
    const query = new URLSearchParams({ fromSrc: isUrl ? source : '-', ...split(reference), message: text(options, 'message') ?? '' });
    const response = await api.open('POST', `/images/create?${query}${changesOf(options)}`, isUrl ? '' : archiveFrom(source), { 'content-type': 'application/x-tar' });
    for (const line of (await textOf(response)).split('\n').filter((one) => one.trim() !== '')) out(`${(JSON.parse(line) as { status: string }).status}\n`);
  },
};

export const commit: Command = {
  name: 'commit',
  usage: 'commit [OPTIONS] CONTAINER [REFERENCE]',
  help: 'Makes an image of what a container has become. Its volumes are no part of it.',
  options: {
    change,
    author: { type: 'string', short: 'a', help: 'Who made it' },
    message: { type: 'string', short: 'm', help: 'What to say of it in its history' },
    'no-pause': { type: 'boolean', help: 'Let the container run on meanwhile' },
  },
  run: async ({ api, words, options, out }) => {
    const [container, reference = ''] = words;
    if (container === undefined) throw new CommandError('say which container: lading commit CONTAINER [REFERENCE]', 125);
    const query = new URLSearchParams({ container, ...split(reference), author: text(options, 'author') ?? '', comment: text(options, 'message') ?? '', pause: String(!flag(options, 'no-pause')) });
    const { Id } = await api.json<{ Id: string }>('POST', `/commit?${query}${changesOf(options)}`);
    out(`${Id}\n`);
  },
};
