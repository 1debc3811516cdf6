import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { PassThrough, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { archiveFiles, keepFiles, type Kept, type KeptFiles } from './archive-files.ts';
import { putText } from './blobs.ts';
import { compressionIn, decompressed, decompressor, passing } from './compression.ts';
import { fromDockerArchive } from './docker-archive.ts';
import type { Layout } from './layout.ts';
import { fromOciLayout } from './oci-layout.ts';
import type { ContentStore, ImportedImage, LayerDescriptor } from './port.ts';

type Blobs = Pick<ContentStore, 'hasBlob' | 'putBlob' | 'openBlob'>;

const manifestType = 'application/vnd.oci.image.manifest.v1+json';
const configType = 'application/vnd.oci.image.config.v1+json';
const layerTypes = { tar: 'application/vnd.oci.image.layer.v1.tar', gzip: 'application/vnd.oci.image.layer.v1.tar+gzip', zstd: 'application/vnd.oci.image.layer.v1.tar+zstd' } as const;

/** Takes an image archive in. Every file of it becomes a blob first; then the ones that say what the image is are read. */
export const importArchive = async (layout: Layout, blobs: Blobs, stream: Readable, { kind, reference }: { kind: 'auto' | 'rootfs'; reference?: string }): Promise<ImportedImage> => {
  if (kind === 'rootfs') return importRootfs(layout, blobs, stream, reference);
  const archive = archiveFiles(layout, await keepAll(blobs, stream));
  const image = archive.has('manifest.json') ? await fromDockerArchive(archive) : await fromOciLayout(archive);
  const configJson = await readFile(layout.blob(image.config.digest), 'utf8');
  return describe(blobs, configJson, image.config, image.layers, reference === undefined ? image.references : [reference]);
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

const describe = async (blobs: Blobs, configJson: string, config: Kept, layers: readonly LayerDescriptor[], references: readonly string[]): Promise<ImportedImage> => {
  const manifestJson = JSON.stringify({
    schemaVersion: 2,
    mediaType: manifestType,
    config: { mediaType: configType, digest: config.digest, size: config.sizeBytes },
    layers: layers.map(({ digest, sizeBytes, compression }) => ({ mediaType: layerTypes[compression], digest, size: sizeBytes })),
  });
  const manifest = await putText(blobs, manifestJson);
  return { imageId: config.digest, configJson, manifestDigest: manifest.digest, manifestJson, layers, references };
};

const importRootfs = async (layout: Layout, blobs: Blobs, stream: Readable, reference: string | undefined): Promise<ImportedImage> => {
  const kept = await blobs.putBlob(stream);
  const compression = await compressionIn(layout.blob(kept.digest));
  const diffId = compression === 'tar' ? kept.digest : await uncompressedDigest(blobs, kept.digest, compression);
  const configJson = JSON.stringify({ architecture: process.arch === 'x64' ? 'amd64' : process.arch, os: 'linux', created: new Date(0).toISOString(), config: {}, rootfs: { type: 'layers', diff_ids: [diffId] } });
  const { digest } = await putText(blobs, configJson);
  return describe(blobs, configJson, { digest, sizeBytes: Buffer.byteLength(configJson) }, [{ ...kept, diffId, compression }], reference === undefined ? [] : [reference]);
};

const uncompressedDigest = async (blobs: Blobs, digest: string, compression: LayerDescriptor['compression']): Promise<string> => {
  const hash = createHash('sha256');
  const { stream } = await blobs.openBlob(digest);
  await pipeline(stream, decompressor(compression), passing((piece) => void hash.update(piece)), async (pieces: AsyncIterable<Buffer>) => {
    for await (const _ of pieces);
  });
  return `sha256:${hash.digest('hex')}`;
};
