import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { PassThrough, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { archiveFiles, keepFiles, type Kept, type KeptFiles } from './archive-files.ts';
import { putText } from './blobs.ts';
import { compressionIn, decompressed, decompressor, passing } from './compression.ts';
import { fromDockerArchive } from './docker-archive.ts';
import type { Layout } from './layout.ts';
import { manifestJsonOf } from './image-manifest.ts';
import { fromOciLayout, type KeptManifest } from './oci-layout.ts';
import type { ContentStore, ImportedImage, ImportOptions, LayerDescriptor } from './port.ts';

type Blobs = Pick<ContentStore, 'hasBlob' | 'putBlob' | 'openBlob'>;

/** Takes an image archive in. Every file of it becomes a blob first; then the ones that say what the images are are read. */
export const importArchive = async (layout: Layout, blobs: Blobs, stream: Readable, { kind, reference, rootfs = {} }: ImportOptions): Promise<ImportedImage[]> => {
  if (kind === 'rootfs') return [await importRootfs(layout, blobs, stream, reference, rootfs)];
  const archive = archiveFiles(layout, await keepAll(blobs, stream));
  const images = archive.has('manifest.json') ? await fromDockerArchive(archive) : await fromOciLayout(archive);
  if (reference !== undefined && images.length > 1) throw new Error(`the archive holds ${images.length} images, which can't all be called ${reference}: leave the name away`);
  return Promise.all(
    images.map(async ({ config, layers, manifest, references }) => {
      const configJson = await readFile(layout.blob(config.digest), 'utf8');
      return described(blobs, { configJson, config, layers, references: reference === undefined ? references : [reference] }, manifest);
    }),
  );
};

// To its end whatever is in it: a reader that leaves early would look like a cut connection.
const keepAll = async (blobs: Blobs, stream: Readable): Promise<KeptFiles> => {
  const { whole, steps } = await decompressed(stream);
  const plain = new PassThrough();
  const kept = keepFiles(blobs, plain).catch((error: unknown) => {
    plain.resume();
    throw error;
  });
  const [files, read] = await Promise.allSettled([kept, pipeline(whole, ...steps, plain)]);
  if (read.status === 'rejected') throw read.reason;
  if (files.status === 'rejected') throw files.reason;
  return files.value;
};

type Described = Pick<ImportedImage, 'configJson' | 'layers' | 'references'> & { config: Kept };

/** With the manifest it came with, or one of its own. */
const described = async (blobs: Blobs, { configJson, config, layers, references }: Described, manifest?: KeptManifest): Promise<ImportedImage> => {
  const manifestJson = manifest?.json ?? manifestJsonOf(config, layers);
  const manifestDigest = manifest?.digest ?? (await putText(blobs, manifestJson)).digest;
  return { imageId: config.digest, configJson, manifestDigest, manifestJson, layers, references };
};

const importRootfs = async (layout: Layout, blobs: Blobs, stream: Readable, reference: string | undefined, { config = {}, comment = '', created = new Date(0).toISOString() }: NonNullable<ImportOptions['rootfs']>): Promise<ImportedImage> => {
  const kept = await blobs.putBlob(stream);
  const compression = await compressionIn(layout.blob(kept.digest));
  const diffId = compression === 'tar' ? kept.digest : await uncompressedDigest(blobs, kept.digest, compression);
  const configJson = JSON.stringify({ architecture: process.arch === 'x64' ? 'amd64' : process.arch, os: 'linux', created, config, rootfs: { type: 'layers', diff_ids: [diffId] }, history: [{ created, ...(comment === '' ? {} : { comment }) }] });
  const { digest } = await putText(blobs, configJson);
  return described(blobs, { configJson, config: { digest, sizeBytes: Buffer.byteLength(configJson) }, layers: [{ ...kept, diffId, compression }], references: reference === undefined ? [] : [reference] });
};

const uncompressedDigest = async (blobs: Blobs, digest: string, compression: LayerDescriptor['compression']): Promise<string> => {
  const hash = createHash('sha256');
  const { stream } = await blobs.openBlob(digest);
  await pipeline(stream, decompressor(compression), passing((piece) => void hash.update(piece)), async (pieces: AsyncIterable<Buffer>) => {
    for await (const _ of pieces);
  });
  return `sha256:${hash.digest('hex')}`;
};
