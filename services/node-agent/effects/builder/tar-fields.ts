import { HostileArchive } from '../content/hostile-archive.ts';
import { upToZero } from '../content/tar-header.ts';

/** What records before a header say in its place. */
export type Named = { name?: Buffer; link?: Buffer; sizeBytes?: number; mtime?: number; attributes: ReadonlyMap<string, Buffer> };

const numberRule = /^-?\d{1,15}(?:\.\d+)?$/;
const attributePrefix = 'SCHILY.xattr.';

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

export const modeOf = (block: Buffer): number => octal(block.subarray(100, 108)) & 0o7777;

/** Base 256 for what octal text can't say: times before 1970 or far away. */
export const mtimeOf = (block: Buffer): number => {
  const field = block.subarray(136, 148);
  if ((field[0] ?? 0) < 0x80) return octal(field);
  const seconds = field.readBigInt64BE(field.length - 8);
  return Number.isSafeInteger(Number(seconds)) ? Number(seconds) : 0;
};

const octal = (field: Buffer): number => Number.parseInt(upToZero(field).toString('latin1').trim() || '0', 8) || 0;
