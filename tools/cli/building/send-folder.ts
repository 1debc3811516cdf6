import { createReadStream, existsSync, lstatSync, readdirSync, readFileSync, readlinkSync, statSync, type Stats } from 'node:fs';
import { join, posix } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Header, Pack } from 'tar-stream';
import { ignoreFilesOf, parseIgnoreFile, type Ignore } from '../../../services/node-agent/dockerignore/ignore.ts';
import { CommandError } from '../api.ts';

/** A folder that goes into what is sent, below a name of its own. */
export type SentFolder = {
  folder: string;
  /** Where it lies in the archive; empty for its top. */
  as: string;
  /** The Dockerfile in it, which is sent whatever .dockerignore says; empty for none. */
  dockerfile: string;
};

/** Up to here a file is read at once. */
const smallBytes = 1 << 20;

/** Folders as one tar, without what .dockerignore leaves out. Files are given to root, as nobody knows their owners where it goes. */
export const sendFolders = async (folders: readonly SentFolder[]): Promise<Readable> => {
  const { pack } = await import('tar-stream');
  const archive = pack();
  void fill(archive, folders).then(
    () => archive.finalize(),
    (error: unknown) => archive.destroy(error instanceof Error ? error : new Error(String(error))),
  );
  return archive as unknown as Readable;
};

const fill = async (archive: Pack, folders: readonly SentFolder[]): Promise<void> => {
  for (const { folder, as, dockerfile } of folders) {
    if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw new CommandError(`${folder} is no folder: name the folder with the files that are built from`);
    const ignore = ignoreOf(folder, dockerfile);
    const always = new Set([dockerfile, ...ignoreFilesOf(dockerfile)]);
    if (as !== '') await entry(archive, { name: as, type: 'directory', mode: 0o755 });
    await below(archive, { folder, as, ignore, always }, '');
  }
};

/** What is left out of a folder; undefined where nothing is. */
export const ignoreOf = (folder: string, dockerfile: string): Ignore | undefined => {
  const file = ignoreFilesOf(dockerfile).find((path) => existsSync(join(folder, path)));
  return file === undefined ? undefined : parseIgnoreFile(readFileSync(join(folder, file), 'utf8'), file);
};

type Sending = { folder: string; as: string; ignore: Ignore | undefined; always: ReadonlySet<string> };

const below = async (archive: Pack, sending: Sending, path: string): Promise<void> => {
  const { folder, ignore, always } = sending;
  for (const name of readdirSync(join(folder, path)).sort()) {
    const inside = posix.join(path, name);
    const stats = lstatSync(join(folder, inside));
    const isLeftOut = (ignore?.ignores(inside) ?? false) && !always.has(inside);
    if (!isLeftOut) await add(archive, sending, inside, stats);
    if (stats.isDirectory() && (!isLeftOut || ignore?.mayTakeBelow(inside) || [...always].some((kept) => kept.startsWith(`${inside}/`)))) await below(archive, sending, inside);
  }
};

const add = async (archive: Pack, { folder, as }: Sending, path: string, stats: Stats): Promise<void> => {
  const from = join(folder, path);
  const shared = { name: posix.join(as, path), mode: stats.mode & 0o7777, mtime: stats.mtime, uid: 0, gid: 0 };
  if (stats.isDirectory()) return entry(archive, { ...shared, type: 'directory' });
  if (stats.isSymbolicLink()) return entry(archive, { ...shared, type: 'symlink', linkname: readlinkSync(from) });
  // Sockets, devices and fifos mean nothing elsewhere.
  if (!stats.isFile()) return undefined;
  if (stats.size <= smallBytes) return entry(archive, { ...shared, type: 'file' }, readFileSync(from));
  await pipeline(createReadStream(from, { end: stats.size - 1 }), archive.entry({ ...shared, type: 'file', size: stats.size }) as unknown as NodeJS.WritableStream);
};

const entry = (archive: Pack, header: Partial<Header> & { name: string }, content: Buffer = Buffer.alloc(0)): Promise<void> =>
  new Promise((resolve, reject) => void archive.entry(header, content, (error?: Error | null) => (error ? reject(error) : resolve())));
