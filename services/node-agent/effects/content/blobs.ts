import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync, statSync } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import { pipeline as joined, Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { BlobChanges } from './blob-changes.ts';
import { passing } from './compression.ts';
import { aside, settle } from './durable.ts';
import type { Layout } from './layout.ts';
import type { Blob, ContentStore, Lease } from './port.ts';
import { quarantineOf, type Quarantine } from './quarantine.ts';

export type Blobs = Pick<ContentStore, 'hasBlob' | 'sizeOf' | 'putBlob' | 'adoptBlob' | 'openBlob'> & {
  /** The same without looking whether it is what its name says: for who finds that out in another way. */
  openUnchecked: ContentStore['openBlob'];
  /** Reads a blob that made trouble once more. One that is not what its name says is put aside, and TornBlob thrown. */
  refuseTorn: (digest: string) => Promise<void>;
};

/** Content-addressed files: written aside, hashed on the way, synced, then renamed to what they are; hashed again whenever one is read whole. */
export const blobStore = (layout: Layout, changes: BlobChanges, log: Quarantine['log']): Blobs => {
  const { putAside } = quarantineOf({ layout, changes, log });

  const openUnchecked: ContentStore['openBlob'] = async (digest, { start = 0, end } = {}) => {
    const path = layout.blob(digest);
    const { size } = await stat(path).catch(() => {
      throw new Error(`blob ${digest} is not on this node`);
    });
    return { stream: createReadStream(path, { start, ...(end === undefined ? {} : { end }) }), sizeBytes: size };
  };

  const openBlob: ContentStore['openBlob'] = async (digest, range = {}) => {
    const { stream, sizeBytes } = await openUnchecked(digest, range);
    const isPart = (range.start ?? 0) > 0 || range.end !== undefined;
    return { stream: isPart ? stream : hashed(stream, digest, putAside), sizeBytes };
  };

  return {
    openBlob,
    openUnchecked,
    hasBlob: async (digest) => existsSync(layout.blob(digest)),
    sizeOf: (digest) => statSync(layout.blob(digest), { throwIfNoEntry: false })?.size,

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
        if (expected !== undefined && digest !== expected) throw new AlteredContent(digest, expected);
        lease?.keep({ blobs: [digest] });
        await settle(made, layout.blob(digest));
        changes.stored({ digest, sizeBytes });
        return { digest, sizeBytes };
      } catch (error) {
        await rm(made, { force: true });
        throw error;
      }
    },

    adoptBlob: async (path, blob) => {
      await settle(path, layout.blob(blob.digest));
      changes.stored(blob);
    },

    refuseTorn: async (digest) => {
      const { stream } = await openBlob(digest);
      for await (const _ of stream);
    },
  };
};

/** What came is not what its digest says. */
export class AlteredContent extends Error {
  override readonly name = 'AlteredContent';

  constructor(found: string, expected: string) {
    super(`the content is ${found}, not ${expected} as was said: it was altered or cut on the way; fetch it again`);
  }
}

// What is wrong shows at the end, which then is no end: whoever reads gets an error instead.
const hashed = (stream: Readable, digest: string, putAside: (digest: string) => Error): Readable => {
  const hash = createHash('sha256');
  const checked = new Transform({
    transform: (piece: Buffer, _encoding, done) => {
      hash.update(piece);
      done(null, piece);
    },
    flush: (done) => done(`sha256:${hash.digest('hex')}` === digest ? null : putAside(digest)),
  });
  return joined(stream, checked, () => {});
};

export const putText = (blobs: Pick<ContentStore, 'putBlob'>, text: string, lease?: Lease): Promise<Blob> => blobs.putBlob(Readable.from([Buffer.from(text)]), undefined, lease);
