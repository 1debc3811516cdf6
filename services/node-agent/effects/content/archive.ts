import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { PassThrough, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { keepFiles, type Kept } from './archive-files.ts';
import { putText } from './blobs.ts';
import { compressionIn, decompressed, decompressor, passing } from './compression.ts';
import type { Layout } from './layout.ts';
import type { ContentStore, ImportedImage, LayerDescriptor } from './port.ts';

type Blobs = Pick<ContentStore, 'hasBlob' | 'putBlob' | 'openBlob'>;

const manifestType = 'application/vnd.oci.image.manifest.v1+json';
const configType = 'application/vnd.oci.image.config.v1+json';
const layerTypes = { tar: 'application/vnd.oci.image.layer.v1.tar', gzip: 'application/vnd.oci.image.layer.v1.tar+gzip', zstd: 'application/vnd.oci.image.layer.v1.tar+zstd' } as const;

/** Takes an image archive in. Every file of it becomes a blob first; then the ones that say what the image is are read. */
export const importArchive = async (layout: Layout, blobs: Blobs, stream: Readable, { kind, reference }: { kind: 'auto' | 'rootfs'; reference?: string }): Promise<ImportedImage> => {
  if (kind === 'rootfs') return importRootfs(layout, blobs, stream, reference);
  const { whole, steps } = await decompressed(stream);
  const plain = new PassThrough();
  // The archive is read to its end whatever is in it: a reader that leaves early would look like a cut connection.
  const [{ files, links }] = await Promise.all([keepFiles(blobs, plain), pipeline(whole, ...steps, plain)]);
  const at = (name: string): Kept => {
    const found = files.get(name) ?? files.get(links.get(name) ?? '');
    if (!found) throw new Error(`the archive has no ${name}: is it an image? A root filesystem is taken with --rootfs`);
    return found;
  };
  const read = async (name: string): Promise<string> => readFile(layout.blob(at(name).digest), 'utf8');
  const image = files.has('manifest.json') ? await fromDockerArchive(layout, at, read) : await fromOciLayout(layout, at, read);
  const configJson = await readFile(layout.blob(image.config.digest), 'utf8');
  return describe(blobs, configJson, image.config, image.layers, reference === undefined ? image.references : [reference]);
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

// `docker save`: manifest.json names the config and the layer tars. https://github.com/moby/docker-image-spec/blob/main/v1.2.md
const fromDockerArchive = async (layout: Layout, at: (name: string) => Kept, read: (name: string) => Promise<string>) => {
  const [first] = JSON.parse(await read('manifest.json')) as { Config: string; RepoTags?: string[] | null; Layers: string[] }[];
  if (!first) throw new Error('manifest.json names no image');
  const config = at(first.Config);
  const { rootfs } = JSON.parse(await read(first.Config)) as { rootfs: { diff_ids: string[] } };
  return { config, references: first.RepoTags ?? [], layers: await layersOf(layout, first.Layers.map(at), rootfs.diff_ids) };
};

// https://github.com/opencontainers/image-spec/blob/main/image-layout.md
const fromOciLayout = async (layout: Layout, at: (name: string) => Kept, read: (name: string) => Promise<string>) => {
  type Descriptor = { digest: string; mediaType?: string; annotations?: Record<string, string> };
  const blob = (digest: string): string => `blobs/${digest.replace(':', '/')}`;
  const { manifests } = JSON.parse(await read('index.json')) as { manifests: Descriptor[] };
  const [top] = manifests;
  if (!top) throw new Error('index.json names no image');
  let manifest = JSON.parse(await read(blob(top.digest))) as { manifests?: Descriptor[]; config: Descriptor; layers: Descriptor[] };
  if (manifest.manifests?.[0]) manifest = JSON.parse(await read(blob(manifest.manifests[0].digest)));
  const { rootfs } = JSON.parse(await read(blob(manifest.config.digest))) as { rootfs: { diff_ids: string[] } };
  const name = top.annotations?.['io.containerd.image.name'] ?? top.annotations?.['org.opencontainers.image.ref.name'];
  return { config: at(blob(manifest.config.digest)), references: name === undefined ? [] : [name], layers: await layersOf(layout, manifest.layers.map(({ digest }) => at(blob(digest))), rootfs.diff_ids) };
};

const layersOf = async (layout: Layout, kept: readonly Kept[], diffIds: readonly string[]): Promise<LayerDescriptor[]> => {
  if (kept.length !== diffIds.length) throw new Error(`the image has ${kept.length} layers and its configuration speaks of ${diffIds.length}`);
  return Promise.all(kept.map(async ({ digest, sizeBytes }, place) => ({ digest, sizeBytes, diffId: diffIds[place] ?? '', compression: await compressionIn(layout.blob(digest)) })));
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
