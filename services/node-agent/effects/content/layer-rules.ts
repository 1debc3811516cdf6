import { HostileArchive } from './hostile-archive.ts';
import type { TarEntry } from './tar-scan.ts';
import { whiteoutPrefix } from './whiteout.ts';

const pathMaxBytes = 4_096;
const nameMaxBytes = 255;
/** As many as the kernel follows. */
const linksMax = 40;

export type LayerLimits = { entriesMax: number; contentMaxBytes: number };

export const layerLimits: LayerLimits = { entriesMax: 2_000_000, contentMaxBytes: 64 * 2 ** 30 };

/** Devices that images do ship outside of /dev (null, zero, full, random, urandom, tty, console, ptmx). */
export const harmlessDevices = new Set(['1:3', '1:5', '1:7', '1:8', '1:9', '5:0', '5:1', '5:2']);

/** Judges the entries of one layer, in their order. Throws HostileArchive for the first that must not be unpacked. */
export const layerRules = ({ entriesMax, contentMaxBytes }: LayerLimits = layerLimits): ((entry: TarEntry) => void) => {
  const links = linkMap();
  const names = new Map<string, boolean>();
  let entries = 0;
  let contentBytes = 0;
  return (entry) => {
    if (++entries > entriesMax) throw new HostileArchive(`the archive has more than ${entriesMax} entries: split it into layers`);
    if ((contentBytes += entry.sizeBytes) > contentMaxBytes) throw new HostileArchive(`the archive unpacks to more than ${contentMaxBytes} bytes: split it into layers`);
    refuseBadName(entry.path);
    if (entry.path === '' && entry.kind !== 'directory') throw new HostileArchive('the top of the archive is not a folder');
    if (entry.kind === 'hardlink') refuseBadLink(entry);
    if (entry.kind === 'characterDevice' || entry.kind === 'blockDevice') refuseBadDevice(entry);
    if (!isWhiteout(entry.path)) refuseSecond(names, entry);
    links.pass(entry);
  };
};

// Readers differ in which of the two is there in the end. A folder may be named again: it is the same one.
const refuseSecond = (names: Map<string, boolean>, { path, kind }: TarEntry): void => {
  const isFolder = kind === 'directory';
  if (names.has(path) && !(isFolder && names.get(path))) throw new HostileArchive(`entry ${path} is there twice: pack it again`);
  names.set(path, isFolder);
};

const isWhiteout = (path: string): boolean => path.startsWith(whiteoutPrefix, path.lastIndexOf('/') + 1);

const refuseBadName = (path: string): void => {
  if (Buffer.byteLength(path) > pathMaxBytes) throw new HostileArchive(`an entry's name is longer than ${pathMaxBytes} bytes: shorten it`);
  for (const part of path.split('/')) {
    if (part === '..') throw new HostileArchive(`entry ${path} leads out of the archive: pack it again from inside the folder`);
    if (part.length > nameMaxBytes / 4 && Buffer.byteLength(part) > nameMaxBytes) throw new HostileArchive(`entry ${path.slice(0, 100)}… has a name longer than ${nameMaxBytes} bytes: shorten it`);
  }
};

const refuseBadLink = ({ path, linkPath }: TarEntry): void => {
  if (linkPath.startsWith('/') || linkPath.split('/').includes('..')) throw new HostileArchive(`entry ${path} is a hard link out of the archive, to ${linkPath}`);
};

const refuseBadDevice = ({ path, kind, device: { major, minor } }: TarEntry): void => {
  const number = `${major}:${minor}`;
  // To overlayfs that is a deletion; those are made from whiteouts only.
  if (kind === 'characterDevice' && number === '0:0') throw new HostileArchive(`entry ${path} is a character device 0:0, which no machine has`);
  // What lies in the image's /dev is never seen: containers get a fresh one.
  if (path.startsWith('dev/') || (kind === 'characterDevice' && harmlessDevices.has(number))) return;
  throw new HostileArchive(`entry ${path} is the device ${number}: images may have devices below /dev only`);
};

/**
 * Follows the links of the archive itself. A link that stays below its own folder may be written through, as the system's tar does;
 * through any other, absolute or upwards, nothing may be written: tar makes those last of all, and a reader that does not would be led out.
 */
const linkMap = (): { pass: (entry: TarEntry) => void } => {
  const links = new Map<string, string>();

  const resolved = (path: string): string => {
    if (links.size === 0) return path;
    let place = '';
    let followed = 0;
    const ahead = path.split('/');
    for (let part = ahead.shift(); part !== undefined; part = ahead.shift()) {
      const next = place === '' ? part : `${place}/${part}`;
      const target = links.get(next);
      if (target === undefined) {
        place = next;
        continue;
      }
      if (leadsUp(target)) throw new HostileArchive(`entry ${path} goes through the link ${next} to ${target}: pack it again without`);
      if (++followed > linksMax) throw new HostileArchive(`entry ${path} goes through more than ${linksMax} links`);
      ahead.unshift(...target.split('/').filter((one) => one !== '' && one !== '.'));
    }
    return place;
  };

  const inFolder = (path: string): string => {
    const slash = path.lastIndexOf('/');
    return slash < 0 ? path : `${resolved(path.slice(0, slash))}${path.slice(slash)}`;
  };

  return {
    pass: ({ kind, path, linkPath }) => {
      const place = inFolder(path);
      if (kind === 'symlink') return void links.set(place, linkPath);
      const target = kind === 'hardlink' ? links.get(inFolder(plain(linkPath))) : undefined;
      if (target === undefined) links.delete(place);
      else links.set(place, target);
    },
  };
};

const leadsUp = (target: string): boolean => target.startsWith('/') || target.split('/').includes('..');
const plain = (path: string): string => path.split('/').filter((part) => part !== '' && part !== '.').join('/');
