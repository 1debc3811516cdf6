import { open } from 'node:fs/promises';
import { PassThrough, Readable, Transform, type Duplex } from 'node:stream';
import { createGunzip, createGzip, createZstdCompress, createZstdDecompress } from 'node:zlib';
import { HostileArchive } from './hostile-archive.ts';
import type { LayerDescriptor } from './port.ts';

type Compression = LayerDescriptor['compression'];

/** Bytes that tell a compression. */
const magicBytes = 6;

/** Up to here anything may be as small as it likes when compressed. */
const freeBytes = 256 * 2 ** 20;
/** Real layers stay below 20; gzip itself ends at 1030. */
const ratioMax = 250;

const unsupported: readonly [magic: string, name: string][] = [
  ['fd377a585a00', 'xz'],
  ['425a68', 'bzip2'],
  ['504b0304', 'zip'],
];

/** Reads the compression off a file's first bytes. Only what Node undoes itself is taken: no program is run on foreign bytes. */
const compressionOf = (head: Buffer): Compression => {
  const hex = head.toString('hex');
  if (hex.startsWith('1f8b')) return 'gzip';
  if (hex.startsWith('28b52ffd')) return 'zstd';
  const other = unsupported.find(([magic]) => hex.startsWith(magic));
  if (other) throw new Error(`the archive is compressed by ${other[1]}: unpack it or use gzip or zstd`);
  return 'tar';
};

/** The compression of a stored file. */
export const compressionIn = async (path: string): Promise<Compression> => {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(magicBytes), 0, magicBytes, 0);
    return compressionOf(buffer.subarray(0, bytesRead));
  } finally {
    await file.close();
  }
};

export const decompressor = (compression: Compression): Duplex => {
  if (compression === 'gzip') return createGunzip();
  return compression === 'zstd' ? createZstdDecompress() : new PassThrough();
};

/** Fast rather than small: what is pushed over a slow line is rare beside what is built and committed. */
const gzipLevel = 1;

/** The same input gives the same output, whatever pieces it comes in. */
export const compressor = (compression: Compression): Duplex => {
  if (compression === 'gzip') return createGzip({ level: gzipLevel });
  return compression === 'zstd' ? createZstdCompress() : new PassThrough();
};

/** Refuses what unpacks to far more than it was: put `packed` before the decompressor and `unpacked` behind it. */
export const bombGuard = (): { packed: Transform; unpacked: Transform } => {
  let packedBytes = 0;
  let unpackedBytes = 0;
  return {
    packed: passing((piece) => void (packedBytes += piece.length)),
    unpacked: passing((piece) => {
      unpackedBytes += piece.length;
      if (unpackedBytes > freeBytes && unpackedBytes > packedBytes * ratioMax) throw new HostileArchive(`the archive unpacks to more than ${ratioMax} times its size: make it without the empty space`);
    }),
  };
};

/** A stream that looks at what passes; what `look` throws ends it. */
export const passing = (look: (piece: Buffer) => void): Transform =>
  new Transform({
    transform: (piece: Buffer, _encoding, done) => {
      try {
        look(piece);
        done(null, piece);
      } catch (error) {
        done(error instanceof Error ? error : new Error(String(error)));
      }
    },
  });

/** The steps that undo a stream's compression, known from its first bytes, and the stream again from its first byte. */
export const decompressed = async (stream: Readable): Promise<{ whole: Readable; steps: readonly [Transform, Duplex, Transform] }> => {
  const { head, whole } = await peek(stream);
  const guard = bombGuard();
  return { whole, steps: [guard.packed, decompressor(compressionOf(head)), guard.unpacked] };
};

/** The first bytes of a stream, and the stream again from its first byte. Throws for an empty one. */
export const peek = async (stream: Readable): Promise<{ head: Buffer; whole: Readable }> => {
  const pieces = stream[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  let head = Buffer.alloc(0);
  while (head.length < magicBytes) {
    const next = await pieces.next();
    if (next.done) break;
    head = Buffer.concat([head, next.value]);
  }
  if (head.length === 0) throw new Error('the archive is empty: was its file read to the end before it was sent?');
  return { head: head.subarray(0, magicBytes), whole: Readable.from(following(head, pieces), { objectMode: false }) };
};

const following = async function* (head: Buffer, pieces: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  try {
    yield head;
    for (let next = await pieces.next(); !next.done; next = await pieces.next()) yield next.value;
  } finally {
    await pieces.return?.();
  }
};
