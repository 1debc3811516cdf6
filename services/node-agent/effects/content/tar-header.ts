import { HostileArchive } from './hostile-archive.ts';

/** One header block of a tar, as it is written. https://www.gnu.org/software/tar/manual/html_node/Standard.html */
export type TarHeader = {
  typeflag: string;
  path: string;
  linkPath: string;
  sizeBytes: number;
  device: { major: number; minor: number };
  /** Blocks with more of a sparse file's map come before its content (GNU's old form). */
  isExtended: boolean;
};

export const blockBytes = 512;

/** A sparse file as GNU tar wrote them before pax: the header tells where its pieces go. https://www.gnu.org/software/tar/manual/html_node/Sparse-Formats.html */
export const sparseFlag = 'S';
const gnuMagic = 'ustar  \0';
const extendedInHeader = 482;
const extendedInMap = 504;

/** Whether after a block of a sparse file's map one more comes. */
export const isFollowed = (map: Buffer): boolean => map[extendedInMap] === 1;

export const isZeroBlock = (block: Buffer): boolean => block[0] === 0 && block.every((byte) => byte === 0);

export const readHeader = (block: Buffer): TarHeader => {
  refuseBadChecksum(block);
  const typeflag = String.fromCharCode(block[156] ?? 0);
  // In others those fields mean something else, and readers differ in what follows.
  if (typeflag === sparseFlag && block.toString('latin1', 257, 265) !== gnuMagic) throw new HostileArchive('the archive holds a sparse file in a form that is not GNU\'s: pack it again');
  return {
    typeflag: typeflag === '\0' || typeflag === '7' ? '0' : typeflag,
    isExtended: typeflag === sparseFlag && block[extendedInHeader] === 1,
    path: ustarName(block).toString('utf8'),
    linkPath: cutAtZero(block.subarray(157, 257)),
    sizeBytes: number(block.subarray(124, 136)),
    device: typeflag === '3' || typeflag === '4' ? { major: number(block.subarray(329, 337)), minor: number(block.subarray(337, 345)) } : { major: 0, minor: 0 },
  };
};

export const upToZero = (bytes: Buffer): Buffer => {
  const end = bytes.indexOf(0);
  return Buffer.from(end < 0 ? bytes : bytes.subarray(0, end));
};

export const cutAtZero = (bytes: Buffer): string => upToZero(bytes).toString('utf8');

// Octal text, or for large numbers base 256 with the top bit set (GNU).
const number = (bytes: Buffer): number => {
  const first = bytes[0] ?? 0;
  if (first >= 0x80) {
    const value = bytes.subarray(1).reduce((sum, byte) => sum * 256 + byte, first & 0x7f);
    if (first === 0xff || !Number.isSafeInteger(value)) throw new HostileArchive('an archive entry says a size that no file has');
    return value;
  }
  const digits = cutAtZero(bytes).trim();
  if (!/^[0-7]*$/.test(digits)) throw new HostileArchive('this is no tar archive, or it is damaged: a number is not one');
  return digits === '' ? 0 : Number.parseInt(digits, 8);
};

/** The name as bytes, which need not be UTF-8. The prefix is read as GNU tar reads it: by the magic alone, whatever version follows it. */
export const ustarName = (block: Buffer): Buffer => {
  const name = upToZero(block.subarray(0, 100));
  const prefix = block.toString('latin1', 257, 263) === 'ustar\0' ? upToZero(block.subarray(345, 500)) : Buffer.alloc(0);
  return prefix.length === 0 ? name : Buffer.concat([prefix, Buffer.from('/'), name]);
};

const checksumStart = 148;
const checksumEnd = 156;

const refuseBadChecksum = (block: Buffer): void => {
  let sum = 0;
  for (let at = 0; at < blockBytes; at++) sum += at >= checksumStart && at < checksumEnd ? 0x20 : (block[at] ?? 0);
  const said = Number.parseInt(cutAtZero(block.subarray(checksumStart, checksumEnd)).trim(), 8);
  if (sum !== said) throw new HostileArchive('this is no tar archive, or it is damaged: a header does not add up');
};
