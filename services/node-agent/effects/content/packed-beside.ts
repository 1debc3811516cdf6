import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { PassThrough, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { compressor, passing } from './compression.ts';
import { aside, settle } from './durable.ts';
import type { Layout } from './layout.ts';
import type { LayerDescriptor } from './port.ts';

export type PackedBeside = {
  /** Put it where the tar passes. */
  passed: Transform;
  /** The blob that the tar has become, once all of it has passed. */
  whole: Promise<{ digest: string; sizeBytes: number }>;
  /** Gives the blob its name. */
  settle: () => Promise<void>;
  /** Takes away what has no name. */
  close: () => Promise<void>;
};

/** Makes a blob of a tar that passes by on its way elsewhere; the slower of the two sets the pace. */
export const packedBeside = (layout: Layout, compression: LayerDescriptor['compression']): PackedBeside => {
  const made = aside(layout);
  const input = new PassThrough();
  const hash = createHash('sha256');
  let sizeBytes = 0;
  const measure = passing((piece) => {
    hash.update(piece);
    sizeBytes += piece.length;
  });
  const passed = new Transform({
    transform: (piece: Buffer, _encoding, done) => (input.write(piece) ? done(null, piece) : void input.once('drain', () => done(null, piece))),
    flush: (done) => (input.end(), done()),
    destroy: (error, done) => {
      if (!input.writableEnded) input.destroy(error ?? new Error('the tar was cut'));
      done(error);
    },
  });
  const whole = pipeline(input, compressor(compression), measure, createWriteStream(made, { mode: 0o600 })).then(() => ({ digest: `sha256:${hash.digest('hex')}`, sizeBytes }));
  const ended = whole.catch((error: Error) => void passed.destroy(error));
  return {
    passed,
    whole,
    settle: async () => settle(made, layout.blob((await whole).digest)),
    close: async () => {
      passed.destroy();
      await ended;
      await rm(made, { force: true });
    },
  };
};
