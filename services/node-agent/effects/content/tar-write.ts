import type { Attribute } from './attributes.ts';
import { blockBytes } from './tar-header.ts';

/** What is written of a file into a tar, beside its content. Names are bytes: they need not be UTF-8. */
export type WrittenHeader = {
  typeflag: '0' | '1' | '2' | '3' | '4' | '5' | '6';
  path: Buffer;
  linkPath?: Buffer;
  mode: number;
  uid: number;
  gid: number;
  /** Whole seconds; may be negative. */
  modifiedAtSeconds: number;
  sizeBytes: number;
  device?: { major: number; minor: number };
  attributes?: readonly Attribute[];
};

/** The end of a tar: two blocks of zeros. */
export const tarEnd: Buffer = Buffer.alloc(2 * blockBytes);

/** Zeros from the end of a content to the end of its block. */
export const paddingOf = (sizeBytes: number): Buffer => Buffer.alloc((blockBytes - (sizeBytes % blockBytes)) % blockBytes);

const nameBytes = 100;
/** The longest octal number of a field of 8 and of 12 bytes. */
const shortMax = 0o7777777;
const longMax = 0o77777777777;

/**
 * The header of one entry: a ustar block, before it pax records of what does not fit in there. The same entry gives the same bytes.
 * https://pubs.opengroup.org/onlinepubs/9799919799/utilities/pax.html
 */
export const tarHeader = (entry: WrittenHeader): Buffer => {
  const { path, linkPath = Buffer.alloc(0), uid, gid, modifiedAtSeconds, sizeBytes, attributes = [] } = entry;
  const records = [
    ...(path.length > nameBytes ? [record('path', path)] : []),
    ...(linkPath.length > nameBytes ? [record('linkpath', linkPath)] : []),
    ...(sizeBytes > longMax ? [record('size', sizeBytes)] : []),
    ...(uid > shortMax ? [record('uid', uid)] : []),
    ...(gid > shortMax ? [record('gid', gid)] : []),
    ...(modifiedAtSeconds < 0 || modifiedAtSeconds > longMax ? [record('mtime', modifiedAtSeconds)] : []),
    ...attributes.map(({ name, value }) => record(`SCHILY.xattr.${name}`, value)),
  ];
  return records.length === 0 ? block(entry) : Buffer.concat([paxEntry(Buffer.concat(records)), block(entry)]);
};

const paxEntry = (records: Buffer): Buffer => {
  const header = block({ typeflag: 'x', path: Buffer.from('PaxHeaders/entry'), mode: 0o644, uid: 0, gid: 0, modifiedAtSeconds: 0, sizeBytes: records.length });
  return Buffer.concat([header, records, paddingOf(records.length)]);
};

// `<length> <key>=<value>\n`: the length counts its own digits.
const record = (key: string, value: Buffer | number): Buffer => {
  const rest = Buffer.concat([Buffer.from(` ${key}=`), typeof value === 'number' ? Buffer.from(String(value)) : value, Buffer.from('\n')]);
  const digits = String(rest.length + String(rest.length).length).length;
  return Buffer.concat([Buffer.from(String(rest.length + digits)), rest]);
};

const block = ({ typeflag, path, linkPath = Buffer.alloc(0), mode, uid, gid, modifiedAtSeconds, sizeBytes, device }: Omit<WrittenHeader, 'typeflag'> & { typeflag: WrittenHeader['typeflag'] | 'x' }): Buffer => {
  const header = Buffer.alloc(blockBytes);
  path.copy(header, 0, 0, nameBytes);
  octal(header, 100, 8, mode);
  octal(header, 108, 8, uid > shortMax ? 0 : uid);
  octal(header, 116, 8, gid > shortMax ? 0 : gid);
  octal(header, 124, 12, sizeBytes > longMax ? 0 : sizeBytes);
  octal(header, 136, 12, modifiedAtSeconds < 0 || modifiedAtSeconds > longMax ? 0 : modifiedAtSeconds);
  header.write('        ', 148, 'latin1');
  header.write(typeflag, 156, 'latin1');
  linkPath.copy(header, 157, 0, nameBytes);
  header.write('ustar\x0000', 257, 'latin1');
  if (device) {
    octal(header, 329, 8, device.major);
    octal(header, 337, 8, device.minor);
  }
  octal(header, 148, 7, header.reduce((sum, byte) => sum + byte, 0));
  return header;
};

const octal = (header: Buffer, at: number, fieldBytes: number, value: number): void => void header.write(`${value.toString(8).padStart(fieldBytes - 1, '0')}\0`, at, fieldBytes, 'latin1');
