import { HostileArchive } from './hostile-archive.ts';
import { blockBytes, isFollowed, isZeroBlock, readHeader, type TarHeader } from './tar-header.ts';
import { readRecord, type Overrides } from './tar-records.ts';

export type TarEntry = {
  kind: 'file' | 'hardlink' | 'symlink' | 'characterDevice' | 'blockDevice' | 'directory' | 'fifo';
  /** Relative, without empty parts and dots (`..` stays, for the rules to refuse); '' is the top. */
  path: string;
  linkPath: string;
  sizeBytes: number;
  device: { major: number; minor: number };
};

/** A long name or pax record is held in memory. */
const recordMaxBytes = 1 << 20;
const recordFlags = 'xgLK';

const kinds: Readonly<Record<string, TarEntry['kind']>> = { 0: 'file', 1: 'hardlink', 2: 'symlink', 3: 'characterDevice', 4: 'blockDevice', 5: 'directory', 6: 'fifo', S: 'file' };

/**
 * Reads the headers of a tar that passes by in pieces, and tells of every entry before its content comes. Where readers of tar could
 * understand an archive in two ways it is refused, so that what was judged here is what the system's tar unpacks.
 */
export const tarScan = (onEntry: (entry: TarEntry) => void): ((piece: Buffer) => void) => {
  let pending: Buffer = Buffer.alloc(0);
  let skipBytes = 0;
  let record: { typeflag: string; parts: Buffer[]; leftBytes: number } | undefined;
  let overrides: Overrides = {};
  let zeroBlocks = 0;
  let isMapAhead = false;

  const onHeader = (header: TarHeader): void => {
    const sizeBytes = overrides.sizeBytes ?? header.sizeBytes;
    if (recordFlags.includes(header.typeflag)) {
      if (header.sizeBytes > recordMaxBytes) throw new HostileArchive(`an archive entry has a header record of ${header.sizeBytes} bytes: at most ${recordMaxBytes} are taken`);
      record = { typeflag: header.typeflag, parts: [], leftBytes: header.sizeBytes };
      skipBytes = padded(header.sizeBytes) - header.sizeBytes;
      return;
    }
    const entry = entryOf(header, overrides, sizeBytes);
    overrides = {};
    skipBytes = padded(entry.sizeBytes);
    isMapAhead = header.isExtended;
    onEntry(entry);
  };

  const endRecord = (typeflag: string, bytes: Buffer): void => {
    const said = readRecord(typeflag, bytes);
    for (const key of Object.keys(said)) if (key in overrides) throw new HostileArchive('an archive entry is named twice: pack it again');
    overrides = { ...overrides, ...said };
  };

  return (piece) => {
    let data = pending.length === 0 ? piece : Buffer.concat([pending, piece]);
    // After two blocks of zeros the archive is over, whatever follows.
    while (zeroBlocks < 2) {
      if (record) {
        const part = data.subarray(0, record.leftBytes);
        record.parts.push(Buffer.from(part));
        record.leftBytes -= part.length;
        data = data.subarray(part.length);
        if (record.leftBytes > 0) break;
        endRecord(record.typeflag, Buffer.concat(record.parts));
        record = undefined;
      }
      if (isMapAhead) {
        if (data.length < blockBytes) break;
        isMapAhead = isFollowed(data);
        data = data.subarray(blockBytes);
        continue;
      }
      const step = Math.min(skipBytes, data.length);
      data = data.subarray(step);
      skipBytes -= step;
      if (skipBytes > 0 || data.length < blockBytes) break;
      const block = data.subarray(0, blockBytes);
      data = data.subarray(blockBytes);
      if (isZeroBlock(block)) zeroBlocks++;
      else if (zeroBlocks > 0) throw new HostileArchive('the archive goes on after its end: pack it again');
      else onHeader(readHeader(block));
    }
    pending = zeroBlocks < 2 ? Buffer.from(data) : Buffer.alloc(0);
  };
};

const padded = (sizeBytes: number): number => Math.ceil(sizeBytes / blockBytes) * blockBytes;

const entryOf = (header: TarHeader, overrides: Overrides, sizeBytes: number): TarEntry => {
  const kind = kinds[header.typeflag];
  const said = overrides.sparsePath ?? overrides.path ?? header.path;
  if (said.startsWith('/') && said !== '/') throw new HostileArchive(`entry ${said} has an absolute name: pack it again from inside the folder`);
  if (kind === undefined) throw new HostileArchive(`entry ${said} is of a kind "${header.typeflag}" that is not taken: pack it again as plain files`);
  // Old archives mark a folder by a slash behind its name.
  const isFolder = kind === 'directory' || (kind === 'file' && said.endsWith('/'));
  const hasContent = kind === 'file' && !isFolder;
  // A hard link may repeat the size of what it links to; every reader ignores that. On others readers differ.
  if (!hasContent && kind !== 'hardlink' && sizeBytes > 0) throw new HostileArchive(`entry ${said} is no file and has content: pack it again`);
  return {
    kind: isFolder ? 'directory' : kind,
    path: said.split('/').filter((part) => part !== '' && part !== '.').join('/'),
    linkPath: kind === 'hardlink' || kind === 'symlink' ? (overrides.linkPath ?? header.linkPath) : '',
    sizeBytes: hasContent ? sizeBytes : 0,
    device: header.device,
  };
};
