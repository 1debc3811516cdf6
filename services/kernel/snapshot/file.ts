import { open } from 'node:fs/promises';
import { renameSync, rmSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { deserialize, serialize } from 'node:v8';
import { crc32 } from 'node:zlib';
import { shareParts } from './share.ts';

/** Everything that a process knew when it had applied the log up to `position`. */
export type Snapshot = {
  /** Which code wrote it: states of other code may have other shapes. */
  code: string;
  position: number;
  /** A commit that was in the log after everything that is in here, and its hash: a log that has it has all of this. */
  witness: { sequence: number; hash: string };
  entries: ReadonlyMap<string, readonly unknown[]>;
};

type Header = Omit<Snapshot, 'entries'> & { counts: ReadonlyMap<string, number> };
type Piece = { name: string; entries: unknown[] };

/** Some milliseconds of work: requests are answered between two pieces. */
const pieceEntries = 250;
/** Length and CRC-32 before each record. */
const prefixBytes = 8;
const recordBytesMax = 256 * 2 ** 20;

/** Writes beside the old one and then takes its place. Other work goes on meanwhile. When it is called off, the old one stays. */
export const writeSnapshot = async (path: string, { entries, ...about }: Snapshot, calledOff?: AbortSignal): Promise<void> => {
  const beside = `${path}.new`;
  try {
    await using file = await open(beside, 'w', 0o600);
    const header: Header = { ...about, counts: new Map([...entries].map(([name, all]) => [name, all.length])) };
    await file.writev(recordOf(header));
    for (const [name, all] of entries)
      for (let from = 0; from < all.length; from += pieceEntries) {
        await file.writev(recordOf({ name, entries: shareParts(all.slice(from, from + pieceEntries)) } satisfies Piece));
        await setImmediate();
        calledOff?.throwIfAborted();
      }
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
  // Not synced: one that a power cut has damaged is known by its checksums, and then the log is read.
  renameSync(beside, path);
};

const recordOf = (value: unknown): [Buffer, Buffer] => {
  const body = serialize(value);
  const prefix = Buffer.alloc(prefixBytes);
  prefix.writeUInt32LE(body.length, 0);
  prefix.writeUInt32LE(crc32(body), 4);
  return [prefix, body];
};

/** Throws when the file is missing, damaged, or not written by `code`: a snapshot is never repaired. */
export const readSnapshot = async (path: string, code: string): Promise<Snapshot> => {
  await using file = await open(path, 'r');
  const next = async (): Promise<unknown> => {
    const prefix = await readExactly(prefixBytes);
    const length = prefix.readUInt32LE(0);
    if (length > recordBytesMax) throw new Error('it is damaged');
    const body = await readExactly(length);
    if (crc32(body) !== prefix.readUInt32LE(4)) throw new Error('it is damaged');
    return deserialize(body);
  };
  const readExactly = async (length: number): Promise<Buffer> => {
    const { buffer, bytesRead } = await file.read(Buffer.allocUnsafeSlow(length), 0, length);
    if (bytesRead !== length) throw new Error('its end is missing');
    return buffer;
  };
  const { counts, ...about } = (await next()) as Header;
  if (about.code !== code) throw new Error('other code wrote it');
  const entries = new Map<string, unknown[]>([...counts.keys()].map((name) => [name, []]));
  for (const [name, count] of counts)
    while ((entries.get(name)?.length ?? 0) < count) {
      const piece = (await next()) as Piece;
      for (const entry of piece.entries) entries.get(piece.name)?.push(entry);
    }
  return { ...about, entries };
};
