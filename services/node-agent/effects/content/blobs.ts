import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { BlobChanges } from './blob-changes.ts';
import { passing } from './compression.ts';
import { aside, settle } from './durable.ts';
import type { Layout } from './layout.ts';
import type { ContentStore } from './port.ts';

type Blobs = Pick<ContentStore, 'hasBlob' | 'putBlob' | 'openBlob'>;

/** Content-addressed files: written aside, hashed on the way, synced, then renamed to what they are. */
export const blobStore = (layout: Layout, changes: BlobChanges): Blobs => ({
  hasBlob: async (digest) => existsSync(layout.blob(digest)),

  putBlob: async (stream, expected, lease) => {
    const made = aside(layout);
    const hash = createHash('sha256');
    let sizeBytes = 0;
    const measure = passing((piece) => {
      hash.update(piece);
      sizeBytes += piece.length;
    });
    try {
      await pipeline(stream, measure, createWriteStream(made, { mode: 0o600 }));
      const digest = `sha256:${hash.digest('hex')}`;
      if (expected !== undefined && digest !== expected) throw new Error(`the content is ${digest}, not ${expected} as was said: it was altered or cut on the way; fetch it again`);
      lease?.keep({ blobs: [digest] });
      await settle(made, layout.blob(digest));
      changes.stored({ digest, sizeBytes });
      return { digest, sizeBytes };
    } catch (error) {
      await rm(made, { force: true });
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

export const putText = (blobs: Blobs, text: string): Promise<{ digest: string; sizeBytes: number }> => blobs.putBlob(Readable.from([Buffer.from(text)]));
