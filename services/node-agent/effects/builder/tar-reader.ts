import { HostileArchive } from '../content/hostile-archive.ts';
import { blockBytes, isZeroBlock, readHeader, upToZero, ustarName } from '../content/tar-header.ts';
import { paxRecords } from '../content/tar-records.ts';
import { mtimeOf, modeOf, readPax, type Named } from './tar-fields.ts';

/** One entry as an archive says it. Names are bytes: they need not be UTF-8. */
export type ReadEntry = {
  kind: 'file' | 'hardlink' | 'symlink' | 'characterDevice' | 'blockDevice' | 'directory' | 'fifo';
  name: Buffer;
  link: Buffer;
  sizeBytes: number;
  mode: number;
  /** Seconds since 1970. */
  mtime: number;
  device: { major: number; minor: number };
  attributes: ReadonlyMap<string, Buffer>;
};

export type TarReader = {
  /** Takes the next piece of a plain tar; to be waited for where it gives a promise. */
  take: (piece: Buffer) => Promise<void> | void;
  /** Throws HostileArchive where the archive was cut. */
  end: () => void;
};

/** What is done with an entry, and with its content in pieces: for each entry that has any, up to its last byte. */
export type TarWork = { entry: (entry: ReadEntry) => void; content: (piece: Buffer, isLast: boolean) => Promise<void> | void };

const recordMaxBytes = 1 << 20;
const kinds: Readonly<Record<string, ReadEntry['kind']>> = { 0: 'file', 1: 'hardlink', 2: 'symlink', 3: 'characterDevice', 4: 'blockDevice', 5: 'directory', 6: 'fifo' };

/** Reads ustar, pax and GNU's long names. https://pubs.opengroup.org/onlinepubs/9799919799/utilities/pax.html */
export const tarReader = (work: TarWork): TarReader => {
  let pending: Buffer = Buffer.alloc(0);
  let contentBytes = 0;
  let paddingBytes = 0;
  let record: { typeflag: string; parts: Buffer[]; leftBytes: number } | undefined;
  let named: Named = { attributes: new Map() };
  let zeroBlocks = 0;

  const onHeader = (block: Buffer): void => {
    const header = readHeader(block);
    if ('xgLK'.includes(header.typeflag)) {
      if (header.sizeBytes > recordMaxBytes) throw new HostileArchive(`an archive entry has a header record of ${header.sizeBytes} bytes: at most ${recordMaxBytes} are taken`);
      record = { typeflag: header.typeflag, parts: [], leftBytes: header.sizeBytes };
      paddingBytes = paddingOf(header.sizeBytes);
      return;
    }
    const kind = kinds[header.typeflag];
    const name = named.name ?? ustarName(block);
    if (kind === undefined) throw new HostileArchive(`entry ${name.toString('utf8')} is of a kind "${header.typeflag}" that is not taken: pack it again as plain files`);
    // Old archives mark a folder by a slash behind its name.
    const isFolder = kind === 'directory' || (kind === 'file' && name.at(-1) === slash);
    const sizeBytes = kind === 'file' && !isFolder ? (named.sizeBytes ?? header.sizeBytes) : 0;
    work.entry({
      kind: isFolder ? 'directory' : kind,
      name,
      link: named.link ?? upToZero(block.subarray(157, 257)),
      sizeBytes,
      mode: modeOf(block),
      mtime: named.mtime ?? mtimeOf(block),
      device: header.device,
      attributes: named.attributes,
    });
    named = { attributes: new Map() };
    contentBytes = sizeBytes;
    paddingBytes = paddingOf(sizeBytes);
  };

  const endRecord = (typeflag: string, bytes: Buffer): void => {
    if (typeflag === 'L') named = { ...named, name: upToZero(bytes) };
    else if (typeflag === 'K') named = { ...named, link: upToZero(bytes) };
    else if (typeflag === 'x') named = readPax(named, paxRecords(bytes));
    // What is said of all entries is a comment, as git writes one.
  };

  /** What is left after one thing that is whole; undefined where more has to come for it. */
  const next = (data: Buffer): Buffer | undefined => {
    if (record) {
      if (data.length < record.leftBytes) return undefined;
      const { typeflag, leftBytes } = record;
      record = undefined;
      endRecord(typeflag, data.subarray(0, leftBytes));
      return data.subarray(leftBytes);
    }
    if (paddingBytes > 0) {
      const step = Math.min(paddingBytes, data.length);
      paddingBytes -= step;
      return step > 0 ? data.subarray(step) : undefined;
    }
    if (data.length < blockBytes) return undefined;
    const block = data.subarray(0, blockBytes);
    if (isZeroBlock(block)) zeroBlocks++;
    else if (zeroBlocks > 0) throw new HostileArchive('the archive goes on after its end: pack it again');
    else onHeader(block);
    return data.subarray(blockBytes);
  };

  const step = (from: Buffer): Promise<void> | void => {
    let data: Buffer | undefined = from;
    while (data && zeroBlocks < 2) {
      if (contentBytes > 0) {
        if (data.length === 0) break;
        const part: Buffer = data.subarray(0, contentBytes);
        const rest: Buffer = data.subarray(part.length);
        contentBytes -= part.length;
        const longer = work.content(part, contentBytes === 0);
        if (longer) return longer.then(() => step(rest));
        data = rest;
      } else {
        const rest = next(data);
        if (rest === undefined) break;
        data = rest;
      }
    }
    pending = zeroBlocks < 2 && data ? Buffer.from(data) : Buffer.alloc(0);
  };

  return {
    take: (piece) => step(pending.length === 0 ? piece : Buffer.concat([pending, piece])),
    end: () => {
      if (contentBytes > 0 || record || (pending.length > 0 && zeroBlocks === 0)) throw new HostileArchive('the archive is cut: send it again');
    },
  };
};

const slash = 0x2f;
const paddingOf = (sizeBytes: number): number => (blockBytes - (sizeBytes % blockBytes)) % blockBytes;
