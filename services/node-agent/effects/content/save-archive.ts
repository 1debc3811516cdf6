import { Readable } from 'node:stream';
import { manifestType } from './image-manifest.ts';
import type { ContentStore, LayerDescriptor } from './port.ts';
import { paddingOf, tarEnd, tarHeader, type WrittenHeader } from './tar-write.ts';

export type SavedImage = {
  imageId: string;
  configJson: string;
  manifestDigest: string;
  manifestJson: string;
  layers: readonly LayerDescriptor[];
  references: readonly SavedReference[];
};

/** `docker.io/library/redis:7`, and as people write it. */
export type SavedReference = { canonical: string; familiar: string };

type File = { name: string; sizeBytes: number; open: () => AsyncIterable<Buffer> | Promise<AsyncIterable<Buffer>> };

/**
 * An archive that is what `docker save` writes and an OCI image layout at once, as newer Dockers do: layers and manifests stay as they are,
 * so that digests do, too. The same images give the same bytes.
 * https://github.com/opencontainers/image-spec/blob/main/image-layout.md, https://github.com/moby/docker-image-spec/blob/main/v1.2.md
 */
export const saveArchive = (images: readonly SavedImage[], openBlob: ContentStore['openBlob']): Readable => Readable.from(entriesOf(images, openBlob), { objectMode: false, highWaterMark: 1 });

const entriesOf = async function* (images: readonly SavedImage[], openBlob: ContentStore['openBlob']): AsyncGenerator<Buffer> {
  for (const folder of ['blobs/', 'blobs/sha256/']) yield tarHeader({ ...common, typeflag: '5', path: Buffer.from(folder), mode: 0o755 });
  for (const { name, sizeBytes, open } of filesOf(images, openBlob)) {
    yield tarHeader({ ...common, typeflag: '0', path: Buffer.from(name), mode: 0o644, sizeBytes });
    let left = sizeBytes;
    for await (const piece of await open()) {
      left -= piece.length;
      yield piece;
    }
    if (left !== 0) throw new Error(`${name} has ${left > 0 ? 'less' : 'more'} than the ${sizeBytes} bytes that its image says`);
    yield paddingOf(sizeBytes);
  }
  yield tarEnd;
};

const common: Omit<WrittenHeader, 'typeflag' | 'path' | 'mode'> = { uid: 0, gid: 0, modifiedAtSeconds: 0, sizeBytes: 0 };

const filesOf = (images: readonly SavedImage[], openBlob: ContentStore['openBlob']): File[] => {
  const blobs = new Map<string, File>();
  for (const { imageId, configJson, manifestDigest, manifestJson, layers } of images) {
    blobs.set(imageId, textFile(nameOf(imageId), configJson));
    blobs.set(manifestDigest, textFile(nameOf(manifestDigest), manifestJson));
    for (const { digest, sizeBytes } of layers) blobs.set(digest, { name: nameOf(digest), sizeBytes, open: async () => (await openBlob(digest)).stream });
  }
  return [
    ...[...blobs.values()].toSorted((one, other) => (one.name < other.name ? -1 : 1)),
    textFile('index.json', JSON.stringify({ schemaVersion: 2, mediaType: 'application/vnd.oci.image.index.v1+json', manifests: images.flatMap(descriptorsOf) })),
    textFile('manifest.json', JSON.stringify(images.map(dockerEntry))),
    textFile('oci-layout', JSON.stringify({ imageLayoutVersion: '1.0.0' })),
  ];
};

const nameOf = (digest: string): string => `blobs/${digest.replace(':', '/')}`;

const textFile = (name: string, text: string): File => {
  const bytes = Buffer.from(text);
  return { name, sizeBytes: bytes.length, open: () => Readable.from([bytes]) };
};

// One for each name, as containerd and Docker read them; skopeo takes the tag.
const descriptorsOf = ({ manifestDigest, manifestJson, configJson, references }: SavedImage) => {
  const { mediaType = manifestType } = JSON.parse(manifestJson) as { mediaType?: string };
  const { os, architecture, variant } = JSON.parse(configJson) as { os?: string; architecture?: string; variant?: string };
  const platform = os === undefined || architecture === undefined ? {} : { platform: { architecture, os, ...(variant === undefined ? {} : { variant }) } };
  const descriptor = { mediaType, digest: manifestDigest, size: Buffer.byteLength(manifestJson), ...platform };
  if (references.length === 0) return [descriptor];
  return references.map(({ canonical }) => ({ ...descriptor, annotations: { 'io.containerd.image.name': canonical, 'org.opencontainers.image.ref.name': canonical.slice(canonical.lastIndexOf(':') + 1) } }));
};

const dockerEntry = ({ imageId, layers, references }: SavedImage) => ({ Config: nameOf(imageId), RepoTags: references.length === 0 ? null : references.map(({ familiar }) => familiar), Layers: layers.map(({ digest }) => nameOf(digest)) });
