import { spawn } from 'node:child_process';
import { closeSync, lstatSync, readlinkSync, type Stats } from 'node:fs';
import { posix } from 'node:path';
import { PassThrough, type Readable } from 'node:stream';
import { openBelow, openPathOnly, pathOf, placeOnly } from './inside-root.ts';
import { pathError, PathError } from './path-error.ts';
import type { PathStat, RootFiles } from './port.ts';
import { tarEnvironment } from './system-tar.ts';

/** A name in an open folder, and the name it has in an archive: `.` where the content of a folder is asked for, as by `/etc/.`. */
type Place = { parent: number; name: string; archived: string; stats: Stats };

/** Attributes of a file that hold for no other machine or moment stay out. */
const options = ['-c', '--numeric-owner', '--xattrs', '--xattrs-include=security.capability', '--format=posix', '--pax-option=delete=atime,delete=ctime'];
const messageMaxChars = 2_000;
/** "Some files differ": one was written while it was read. */
const changedExit = 1;

export const statPath: RootFiles['statPath'] = (root, path) => {
  const place = openPlace(root, path);
  try {
    return statOf(root, path, place);
  } finally {
    closeSync(place.parent);
  }
};

export const readPath: RootFiles['readPath'] = (root, path, name) => {
  const place = openPlace(root, path);
  try {
    return { stat: { ...statOf(root, path, place), ...(name === undefined ? {} : { name }) }, stream: tarOf(place, name ?? place.archived) };
  } finally {
    closeSync(place.parent);
  }
};

// What is meant by a name stays open by its folder: names may change meanwhile, and links appear in its place.
const openPlace = (root: string, path: string): Place => {
  const clean = posix.normalize(`/${path}`);
  const isContent = clean === '/' || /(^|\/)\.?$/.test(path.replace(/([^/])\/$/, '$1'));
  const isFolder = isContent || path.endsWith('/');
  let parent: number | undefined;
  try {
    parent = openBelow(root, isFolder ? clean : posix.dirname(clean), placeOnly);
    const name = isFolder ? '.' : posix.basename(clean);
    return { parent, name, archived: isContent ? '.' : posix.basename(clean), stats: lstatSync(pathOf(parent, name)) };
  } catch (error) {
    if (parent !== undefined) closeSync(parent);
    throw pathError(path, error);
  }
};

const statOf = (root: string, path: string, { parent, name, stats }: Place): PathStat => ({
  name: posix.basename(posix.normalize(`/${path}`)) || '/',
  sizeBytes: stats.size,
  mode: stats.mode,
  modifiedAtMs: stats.mtimeMs,
  linkTarget: stats.isSymbolicLink() ? targetOf(root, path, pathOf(parent, name)) : '',
});

const targetOf = (root: string, path: string, link: string): string => {
  try {
    const [found, top] = [openBelow(root, path, openPathOnly), openBelow(root, '/', openPathOnly)];
    const [real, base] = [readlinkSync(pathOf(found)), readlinkSync(pathOf(top))];
    closeSync(found);
    closeSync(top);
    return base !== '/' && real.startsWith(base) ? real.slice(base.length) || '/' : real;
  } catch {
    // It leads to nothing: then as it is written.
    return posix.resolve('/', posix.dirname(posix.normalize(`/${path}`)), readlinkSync(link));
  }
};

const tarOf = ({ parent, name }: Place, as: string): Readable => {
  // S: what links say stays as it is.
  const rename = name === as ? [] : [`--transform=s,^${pattern(name)},${replacement(as)},S`];
  const tar = spawn('tar', [...options, ...rename, '-C', '/proc/self/fd/3', '--', name], { stdio: ['ignore', 'pipe', 'pipe', parent], env: tarEnvironment });
  const out = new PassThrough();
  let said = '';
  tar.stderr?.setEncoding('utf8').on('data', (text: string) => (said = (said + text).slice(0, messageMaxChars)));
  tar.stdout?.pipe(out, { end: false });
  tar.once('error', (error) => out.destroy(error));
  tar.once('close', (code) => (code === 0 || code === changedExit ? out.end() : out.destroy(new PathError('unfit', `tar could not read ${name}: ${said.trim() || `it ended with ${code}`}`))));
  out.once('close', () => tar.kill('SIGKILL'));
  return out;
};

// Between the commas of tar's --transform: first a pattern, then what takes its place.
const pattern = (name: string): string => name.replace(/[\\,.*[^$]/g, '\\$&').replaceAll('\n', '\\n');
const replacement = (name: string): string => name.replace(/[\\,&]/g, '\\$&').replaceAll('\n', '\\n');
