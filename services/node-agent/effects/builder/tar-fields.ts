import { HostileArchive } from '../content/hostile-archive.ts';

/** What records before a header say in its place. */
export type Named = { name?: Buffer; link?: Buffer; sizeBytes?: number; mtime?: number; attributes: ReadonlyMap<string, Buffer> };

const numberRule = /^-?\d{1,15}(?:\.\d+)?$/;
const attributePrefix = 'SCHILY.xattr.';

/** `<length> <key>=<value>\n` each, the length in bytes with itself. */
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

/** Adds what pax records say. Throws HostileArchive for what no reader would understand alike. */
export const readPax = (before: Named, records: ReadonlyMap<string, Buffer>): Named => {
  const attributes = new Map(before.attributes);
  const named: Named = { ...before, attributes };
  for (const [key, value] of records) {
    if (key.startsWith('GNU.sparse.')) throw new HostileArchive('the archive holds a sparse file: pack it again without --sparse');
    if (key.startsWith(attributePrefix)) attributes.set(key.slice(attributePrefix.length), value);
    else if (key === 'path') named.name = value;
    else if (key === 'linkpath') named.link = value;
    else if (key === 'size') named.sizeBytes = numberIn(value, 'a size');
    else if (key === 'mtime') named.mtime = numberIn(value, 'a time');
  }
  return named;
};

const numberIn = (value: Buffer, what: string): number => {
  const text = value.toString('latin1');
  const number = Number(text);
  if (!numberRule.test(text) || (what === 'a size' && !(Number.isInteger(number) && number >= 0))) throw new HostileArchive(`an archive entry says ${what} that no file has`);
  return number;
};

const cut = (field: Buffer): Buffer => {
  const end = field.indexOf(0);
  return Buffer.from(end < 0 ? field : field.subarray(0, end));
};

/** The prefix is read as GNU tar reads it: by the magic alone, whatever version follows it. */
export const nameOf = (block: Buffer): Buffer => {
  const name = cut(block.subarray(0, 100));
  const prefix = block.toString('latin1', 257, 263) === 'ustar\0' ? cut(block.subarray(345, 500)) : Buffer.alloc(0);
  return prefix.length === 0 ? name : Buffer.concat([prefix, Buffer.from('/'), name]);
};

export const modeOf = (block: Buffer): number => octal(block.subarray(100, 108)) & 0o7777;

/** Base 256 for what octal text can't say: times before 1970 or far away. */
export const mtimeOf = (block: Buffer): number => {
  const field = block.subarray(136, 148);
  if ((field[0] ?? 0) < 0x80) return octal(field);
  const seconds = field.readBigInt64BE(field.length - 8);
  return Number.isSafeInteger(Number(seconds)) ? Number(seconds) : 0;
};

const octal = (field: Buffer): number => Number.parseInt(cut(field).toString('latin1').trim() || '0', 8) || 0;
