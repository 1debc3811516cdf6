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

const paxOverrides = (bytes: Buffer): Overrides => {
  const overrides: Overrides = {};
  for (const [key, value] of paxRecords(bytes)) applyPax(overrides, key, value.toString('utf8'));
  return overrides;
};

/** `<length> <key>=<value>\n` each, the length in bytes with itself. https://pubs.opengroup.org/onlinepubs/9799919799/utilities/pax.html */
export const paxRecords = (bytes: Buffer): Map<string, Buffer> => {
  const records = new Map<string, Buffer>();
  for (let at = 0; at < bytes.length; ) {
    const space = bytes.indexOf(0x20, at);
    const length = Number(bytes.toString('latin1', at, space));
    const equals = bytes.indexOf(0x3d, space);
    if (space < 0 || equals < 0 || !Number.isInteger(length) || length <= equals - at || at + length > bytes.length) throw new HostileArchive('an archive entry has a record that does not add up: pack it again');
    records.set(bytes.toString('utf8', space + 1, equals), Buffer.from(bytes.subarray(equals + 1, at + length - 1)));
    at += length;
  }
  return records;
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
