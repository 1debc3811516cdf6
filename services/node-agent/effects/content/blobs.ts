import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { open, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Layout } from './layout.ts';
import type { ContentStore } from './port.ts';

type Blobs = Pick<ContentStore, 'hasBlob' | 'putBlob' | 'openBlob'>;

/** Content-addressed files: written aside, hashed on the way, synced, then renamed to what they are. */
export const blobStore = (layout: Layout): Blobs => ({
  hasBlob: async (digest) => existsSync(layout.blob(digest)),

  putBlob: async (stream, expected) => {
    const aside = join(layout.staging, randomUUID());
    const hash = createHash('sha256');
    let sizeBytes = 0;
    const measure = new Transform({
      transform: (chunk: Buffer, _encoding, done) => {
        hash.update(chunk);
        sizeBytes += chunk.length;
        done(null, chunk);
      },
    });
    try {
      await pipeline(stream, measure, createWriteStream(aside, { mode: 0o600 }));
      const digest = `sha256:${hash.digest('hex')}`;
      if (expected !== undefined && digest !== expected) throw new Error(`the content is ${digest}, not ${expected} as was said: it was altered or cut on the way; fetch it again`);
      await syncFile(aside);
      await rename(aside, layout.blob(digest));
      return { digest, sizeBytes };
    } catch (error) {
      await rm(aside, { force: true });
      throw error;
    }
  },

  openBlob: async (digest, { start } = { start: 0 }) => {
    const path = layout.blob(digest);
    const { size } = await stat(path).catch(() => {
      throw new Error(`blob ${digest} is not on this node`);
    });
    return { stream: createReadStream(path, { start }), sizeBytes: size };
  },
});

export const syncFile = async (path: string): Promise<void> => {
  const file = await open(path, 'r');
  await file.sync();
  await file.close();
};

export const putText = (blobs: Blobs, text: string): Promise<{ digest: string; sizeBytes: number }> => blobs.putBlob(Readable.from([Buffer.from(text)]));
