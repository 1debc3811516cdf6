import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { open as openFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import type { BlobChanges } from './blob-changes.ts';
import { AlteredContent } from './blobs.ts';
import { settle } from './durable.ts';
import type { Layout } from './layout.ts';
import type { Blob, ContentStore } from './port.ts';
import type { RetiredBlobs } from './retired-blobs.ts';

type Open = Parameters<ContentStore['completeBlob']>[1];

/** Whoever tried to fetch it has given up by then. */
const partialKeptMs = 24 * 3_600_000;

/** Blobs that come in pieces: what came before a cut stays, and is hashed again when the next try goes on from there. */
export const partialBlobs = ({ layout, changes, retired }: { layout: Layout; changes: BlobChanges; retired: RetiredBlobs }): Pick<ContentStore, 'completeBlob'> & { forgetOld: (nowMs: number) => void } => {
  const underway = new Map<string, Promise<void>>();

  const complete = async (blob: Blob, open: Open): Promise<void> => {
    const resumed = await attempt(layout, blob, open);
    // What lay here from before may be torn by a power cut. Once more, from the first byte.
    if (resumed === 'altered') await attempt(layout, blob, open);
    changes.stored(blob);
  };

  return {
    completeBlob: (blob, open) => {
      if (existsSync(layout.blob(blob.digest)) || retired.restore([blob.digest]).length > 0) return Promise.resolve();
      // Whoever else needs it meanwhile waits for the one that fetches it.
      const now = underway.get(blob.digest) ?? complete(blob, open).finally(() => underway.delete(blob.digest));
      underway.set(blob.digest, now);
      return now;
    },
    forgetOld: (nowMs) => {
      for (const name of readdirSync(layout.partial)) {
        const path = join(layout.partial, name);
        if (!underway.has(`sha256:${name}`) && nowMs - statSync(path).mtimeMs > partialKeptMs) rmSync(path, { force: true });
      }
    },
  };
};

const attempt = async (layout: Layout, { digest, sizeBytes }: Blob, open: Open): Promise<'whole' | 'altered'> => {
  const path = layout.partialBlob(digest);
  const start = lengthOf(path);
  if (start > sizeBytes) {
    await rm(path, { force: true });
    return 'altered';
  }
  const hash = createHash('sha256');
  if (start > 0) for await (const piece of createReadStream(path)) hash.update(piece as Buffer);
  let length = start;
  if (start < sizeBytes || sizeBytes === 0)
    for await (const piece of appended(path, await open(start))) {
      length += piece.length;
      hash.update(piece);
      if (length > sizeBytes) {
        // Who is wrong about the length may be wrong about what came before.
        await rm(path, { force: true });
        throw new Error(`blob ${digest} goes on beyond its ${sizeBytes} bytes: whoever gave it is wrong about it`);
      }
    }
  if (length < sizeBytes) throw new Error(`blob ${digest} was cut at ${length} of ${sizeBytes} bytes: the next try goes on from there`);
  const found = `sha256:${hash.digest('hex')}`;
  if (found === digest) {
    await settle(path, layout.blob(digest));
    return 'whole';
  }
  await rm(path, { force: true });
  if (start > 0) return 'altered';
  throw new AlteredContent(found, digest);
};

// Piece by piece, not by a pipeline: when that is cut, what it still holds is lost.
const appended = async function* (path: string, stream: Readable): AsyncGenerator<Buffer> {
  const file = await openFile(path, 'a', 0o600);
  try {
    for await (const piece of stream as AsyncIterable<Buffer>) {
      await file.appendFile(piece);
      yield piece;
    }
  } finally {
    await file.close();
  }
};

const lengthOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0;
