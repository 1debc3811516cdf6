import { HostileArchive } from './hostile-archive.ts';
import { cutAtZero } from './tar-header.ts';

/** What records before a header say in its place. */
export type Overrides = { path?: string; linkPath?: string; sizeBytes?: number; /** The name of a sparse file: `path` is then one made up for readers that know no such files. */ sparsePath?: string };

const sparseName = 'GNU.sparse.name';

const sizeRule = /^\d{1,15}$/;

/** Reads a record entry: a long name (L), a long link (K), or pax records for the next entry (x) or for all (g). */
export const readRecord = (typeflag: string, bytes: Buffer): Overrides => {
  if (typeflag === 'L') return { path: cutAtZero(bytes) };
  if (typeflag === 'K') return { linkPath: cutAtZero(bytes) };
  const overrides = paxOverrides(bytes);
  // Readers differ in what a global name means, so one that only we check would pass for safe.
  if (typeflag === 'g' && Object.keys(overrides).length > 0) throw new HostileArchive('the archive names or sizes all its entries at once: pack it again');
  return overrides;
};

// A pax record is `<length> <key>=<value>\n`, its length in bytes. https://pubs.opengroup.org/onlinepubs/9799919799/utilities/pax.html
const paxOverrides = (bytes: Buffer): Overrides => {
  const overrides: Overrides = {};
  for (let at = 0; at < bytes.length; ) {
    const space = bytes.indexOf(0x20, at);
    const length = Number(bytes.toString('latin1', at, space));
    if (space < 0 || !Number.isInteger(length) || length <= space - at || at + length > bytes.length) throw new HostileArchive('an archive entry has a record that does not add up: pack it again');
    const record = bytes.toString('utf8', space + 1, at + length - 1);
    const equals = record.indexOf('=');
    applyPax(overrides, record.slice(0, equals), record.slice(equals + 1));
    at += length;
  }
  return overrides;
};

const applyPax = (overrides: Overrides, key: string, value: string): void => {
  if (key !== 'path' && key !== 'linkpath' && key !== 'size' && key !== sparseName) return;
  if (value.includes('\0')) throw new HostileArchive('an archive entry has a name that ends before it ends');
  if (key === 'path') overrides.path = value;
  else if (key === sparseName) overrides.sparsePath = value;
  else if (key === 'linkpath') overrides.linkPath = value;
  else if (sizeRule.test(value)) overrides.sizeBytes = Number(value);
  else throw new HostileArchive('an archive entry says a size that no file has');
};
