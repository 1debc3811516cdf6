import { open, readFile } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { extract } from 'tar-stream';
import { putText } from './blobs.ts';
import { decompressor } from './layers.ts';
import type { Layout } from './layout.ts';
import type { ContentStore, ImportedImage, LayerDescriptor } from './port.ts';

type Blobs = Pick<ContentStore, 'hasBlob' | 'putBlob' | 'openBlob'>;
type Kept = { digest: string; sizeBytes: number };

const manifestType = 'application/vnd.oci.image.manifest.v1+json';
const configType = 'application/vnd.oci.image.config.v1+json';
const layerTypes = { tar: 'application/vnd.oci.image.layer.v1.tar', gzip: 'application/vnd.oci.image.layer.v1.tar+gzip', zstd: 'application/vnd.oci.image.layer.v1.tar+zstd' } as const;

/** Takes an image archive in. Every file of it becomes a blob first; then the ones that say what the image is are read. */
export const importArchive = async (layout: Layout, blobs: Blobs, stream: Readable, { kind, reference }: { kind: 'auto' | 'rootfs'; reference?: string }): Promise<ImportedImage> => {
  const plain = await gunzipped(stream);
  if (kind === 'rootfs') return importRootfs(layout, blobs, plain, reference);
  const { files, links } = await keepFiles(blobs, plain);
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
  return Promise.all(kept.map(async ({ digest, sizeBytes }, place) => ({ digest, sizeBytes, diffId: diffIds[place] ?? '', compression: await compressionOf(layout.blob(digest)) })));
};

const compressionOf = async (path: string): Promise<LayerDescriptor['compression']> => {
  const file = await open(path, 'r');
  const { buffer } = await file.read(Buffer.alloc(4), 0, 4, 0);
  await file.close();
  if (buffer.readUInt16BE(0) === 0x1f8b) return 'gzip';
  return buffer.readUInt32LE(0) === 0xfd2fb528 ? 'zstd' : 'tar';
};

const keepFiles = async (blobs: Blobs, stream: Readable): Promise<{ files: Map<string, Kept>; links: Map<string, string> }> => {
  const files = new Map<string, Kept>();
  const links = new Map<string, string>();
  const archive = extract();
  const reading = pipeline(stream, archive);
  for await (const entry of archive) {
    const name = entry.header.name.replace(/^(\.\/)+/, '');
    if (entry.header.type === 'file') files.set(name, await blobs.putBlob(Readable.from(entry)));
    // Old archives of docker save repeat a layer as a link to the first one.
    else if (entry.header.type === 'symlink' || entry.header.type === 'link') links.set(name, linkTarget(name, entry.header.linkname ?? ''));
    entry.resume();
  }
  await reading;
  return { files, links };
};

const linkTarget = (name: string, target: string): string => new URL(target, `file:///${name}`).pathname.slice(1);

const importRootfs = async (layout: Layout, blobs: Blobs, stream: Readable, reference: string | undefined): Promise<ImportedImage> => {
  const kept = await blobs.putBlob(stream);
  const compression = await compressionOf(layout.blob(kept.digest));
  const diffId = compression === 'tar' ? kept.digest : await uncompressedDigest(blobs, kept.digest, compression);
  const configJson = JSON.stringify({ architecture: process.arch === 'x64' ? 'amd64' : process.arch, os: 'linux', created: new Date(0).toISOString(), config: {}, rootfs: { type: 'layers', diff_ids: [diffId] } });
  const { digest } = await putText(blobs, configJson);
  return describe(blobs, configJson, { digest, sizeBytes: Buffer.byteLength(configJson) }, [{ ...kept, diffId, compression }], reference === undefined ? [] : [reference]);
};

const uncompressedDigest = async (blobs: Blobs, digest: string, compression: LayerDescriptor['compression']): Promise<string> => {
  const hash = createHash('sha256');
  const { stream } = await blobs.openBlob(digest);
  for await (const chunk of stream.pipe(decompressor(compression))) hash.update(chunk as Buffer);
  return `sha256:${hash.digest('hex')}`;
};

/** The stream without its gzip wrapping, if it has one. */
const gunzipped = async (stream: Readable): Promise<Readable> => {
  const iterator = stream[Symbol.asyncIterator]();
  const { value: first, done } = await iterator.next();
  if (done) throw new Error('the archive is empty');
  const whole = Readable.from(
    (async function* () {
      yield first as Buffer;
      for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value as Buffer;
    })(),
  );
  return (first as Buffer).readUInt16BE(0) === 0x1f8b ? whole.pipe(createGunzip()) : whole;
};
