import { existsSync, readFileSync } from 'node:fs';
import { basename, join, posix, relative, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { CommandError } from '../api.ts';
import { sendFolders, type SentFolder } from './send-folder.ts';

/** What is built from: what the order says of it, and what is sent. */
export type BuildContext = { dockerfile: string; more: Readonly<Record<string, unknown>>; body: Readable };

const isRemote = (path: string): boolean => /^(?:https?|git|ssh):\/\/|^git@|^github\.com\//.test(path);
const nothing = (): Readable => Readable.from([]);

export type ContextRequest = {
  /** Path of the Dockerfile, from here or from the context; `-` for one on standard input. */
  dockerfile?: string | undefined;
  /** The Dockerfile itself. */
  dockerfileText?: string | undefined;
  /** Named contexts: folders, URLs and images. */
  contexts: Readonly<Record<string, string>>;
};

/** A folder, a URL, or `-` for a Dockerfile or an archive on standard input. */
export const contextOf = async (path: string, { dockerfile, dockerfileText, contexts: asked }: ContextRequest): Promise<BuildContext> => {
  const named = Object.entries(asked).map(([name, value]) => ({ name, value, folder: isRemote(value) || value.includes('://') ? undefined : resolve(value) }));
  const contexts = Object.fromEntries(named.map(({ name, value, folder }, place) => [name, folder === undefined ? value : `sent:named-${place}`]));
  const folders: SentFolder[] = named.flatMap(({ folder }, place) => (folder === undefined ? [] : [{ folder, as: `named-${place}`, dockerfile: '' }]));
  if (path === '-') return fromInput(await wholeInput(), dockerfile, contexts, folders);
  const text = dockerfileText === undefined ? {} : { dockerfileText };
  if (isRemote(path)) return { dockerfile: dockerfile ?? 'Dockerfile', more: { remote: path, contexts, ...text }, body: folders.length > 0 ? await sendFolders(folders) : nothing() };
  const folder = resolve(path);
  const own = dockerfileText === undefined ? dockerfileIn(folder, dockerfile) : { path: 'Dockerfile', inContext: '', more: text };
  const as = folders.length > 0 ? 'context' : '';
  return { dockerfile: own.path, more: { ...own.more, contexts, contextFolder: as }, body: await sendFolders([{ folder, as, dockerfile: own.inContext }, ...folders]) };
};

/** `NAME=PATH` and so on. */
export const namedContexts = (given: readonly string[]): Record<string, string> =>
  Object.fromEntries(given.map((one) => {
    const at = one.indexOf('=');
    if (at <= 0) throw new CommandError(`--build-context ${one} has no name: give NAME=PATH`, 125);
    return [one.slice(0, at), one.slice(at + 1)];
  }));

type OwnDockerfile = { path: string; inContext: string; more: Readonly<Record<string, unknown>> };

// One that lies elsewhere is sent by its text.
const dockerfileIn = (folder: string, given: string | undefined): OwnDockerfile => {
  if (given === '-') return { path: 'Dockerfile', inContext: '', more: { dockerfileText: readFileSync(0, 'utf8') } };
  const path = given === undefined ? join(folder, 'Dockerfile') : [resolve(given), join(folder, given)].find((one) => existsSync(one));
  if (path === undefined || !existsSync(path)) {
    if (given === undefined && existsSync(join(folder, 'dockerfile'))) return { path: 'dockerfile', inContext: 'dockerfile', more: {} };
    throw new CommandError(`${given ?? 'Dockerfile'} is not there: name the Dockerfile by -f`);
  }
  const inside = relative(folder, path);
  if (!inside.startsWith('..')) return { path: posix.normalize(inside), inContext: posix.normalize(inside), more: {} };
  return { path: basename(path), inContext: '', more: { dockerfileText: readFileSync(path, 'utf8') } };
};

const archiveStarts = ['1f8b', '425a68', 'fd377a58', '28b52ffd'];
const tarMagicAt = 257;

const isArchive = (bytes: Buffer): boolean => archiveStarts.some((magic) => bytes.toString('hex', 0, 4).startsWith(magic)) || bytes.toString('latin1', tarMagicAt, tarMagicAt + 5) === 'ustar';

/** A context on standard input is held whole: whether it is one shows at its beginning only. */
const inputMaxBytes = 2 ** 30;

const wholeInput = async (): Promise<Buffer> => {
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of process.stdin) {
    pieces.push(piece as Buffer);
    if ((length += (piece as Buffer).length) > inputMaxBytes) throw new CommandError(`more than ${inputMaxBytes} bytes on standard input: unpack them, and name the folder`);
  }
  return Buffer.concat(pieces);
};

const fromInput = async (input: Buffer, dockerfile: string | undefined, contexts: Readonly<Record<string, string>>, folders: readonly SentFolder[]): Promise<BuildContext> => {
  if (input.length === 0) throw new CommandError('standard input is empty: give a Dockerfile or an archive');
  if (isArchive(input)) return { dockerfile: dockerfile ?? 'Dockerfile', more: { contexts }, body: Readable.from([input], { objectMode: false }) };
  return { dockerfile: 'Dockerfile', more: { contexts, dockerfileText: input.toString('utf8') }, body: await sendFolders(folders) };
};
