import type { ArchiveFiles } from './archive-files.ts';
import { diffIdsIn, jsonIn } from './archive-json.ts';
import type { FoundImage } from './docker-archive.ts';

type Platform = { os: string; architecture: string };
type Descriptor = { digest: string; platform: Platform | undefined; name: string };
type Document = { kind: 'index'; manifests: readonly Descriptor[] } | { kind: 'image'; mediaType: string; config: string; layers: readonly string[] };

/** The manifest of an image as it lies in the archive, and the digests of its layers. */
export type KeptManifest = { digest: string; json: string; layers: readonly string[] };

/** An index may lead to an index, as buildx writes it. */
const depthMax = 4;
/** A multi-platform image has some dozens. */
const documentsMax = 1_000;
const architecture = process.arch === 'x64' ? 'amd64' : process.arch;
const top = 'index.json';

/** Reads an OCI image layout; of an image for many platforms, the one for this machine. https://github.com/opencontainers/image-spec/blob/main/image-layout.md */
export const fromOciLayout = async (archive: ArchiveFiles): Promise<FoundImage[]> => {
  const document = await documentAt(archive, top);
  if (document.kind !== 'index') throw new Error(`${top} in the archive is an image where it should be an index: save it again`);
  return Promise.all(imagesIn(document.manifests).map(({ descriptor, names }) => imageAt(archive, descriptor, names)));
};

const documentAt = async (archive: ArchiveFiles, file: string): Promise<Document> => {
  const { record, text, list } = jsonIn(file);
  const document = record(await archive.read(file), '');
  const digestOf = (value: unknown, place: string): string => text(record(value, place).digest, `${place}.digest`);
  if (document.manifests !== undefined) return { kind: 'index', manifests: list(document.manifests, 'manifests').map((one, number) => descriptorOf(record(one, `manifests[${number}]`), file, `manifests[${number}]`)) };
  return { kind: 'image', mediaType: typeof document.mediaType === 'string' ? document.mediaType : '', config: digestOf(document.config, 'config'), layers: list(document.layers, 'layers').map((one, number) => digestOf(one, `layers[${number}]`)) };
};

const descriptorOf = ({ digest, platform, annotations }: Readonly<Record<string, unknown>>, file: string, place: string): Descriptor => {
  const { record, text } = jsonIn(file);
  const { os = '', architecture: machine = '' } = platform === undefined || platform === null ? {} : record(platform, `${place}.platform`);
  const noted = annotations === undefined || annotations === null ? {} : record(annotations, `${place}.annotations`);
  return { digest: text(digest, `${place}.digest`), platform: platform === undefined || platform === null ? undefined : { os: String(os), architecture: String(machine) }, name: nameIn(noted) };
};

/** A name that is only a tag, as `latest`, does not say of what. */
const nameIn = (annotations: Readonly<Record<string, unknown>>): string => {
  const name = String(annotations['io.containerd.image.name'] ?? annotations['org.opencontainers.image.ref.name'] ?? '');
  return /[:/]/.test(name) ? name : '';
};

const imageAt = async (archive: ArchiveFiles, descriptor: Descriptor, references: readonly string[]): Promise<FoundImage> => {
  const { file, image } = await imageBehind(archive, descriptor, depthMax);
  const config = fileOf(image.config);
  const layers = await archive.layers(image.layers.map(fileOf), diffIdsIn(await archive.read(config), config));
  // One that does not say what it is can't be told to others as it is.
  return { config: archive.at(config), references, layers, ...(image.mediaType === '' ? {} : { manifest: await keptManifest(archive, file, image.layers) }) };
};

const imageBehind = async (archive: ArchiveFiles, { digest }: Descriptor, depth: number): Promise<{ file: string; image: Document & { kind: 'image' } }> => {
  const file = fileOf(digest);
  const document = await documentAt(archive, file);
  if (document.kind === 'image') return { file, image: document };
  if (depth === 0) throw new Error(`the archive's index leads to more than ${depthMax} others: save the image again`);
  return imageBehind(archive, forThisMachine(document.manifests), depth - 1);
};

const keptManifest = async (archive: ArchiveFiles, file: string, layers: readonly string[]): Promise<KeptManifest> => ({ digest: archive.at(file).digest, json: await archive.text(file), layers });

/** Manifests of images that an archive's index leads to, by the digest of their configuration; none where it has no index that can be read. */
export const manifestsByConfig = async (archive: ArchiveFiles): Promise<ReadonlyMap<string, KeptManifest>> => {
  const found = new Map<string, KeptManifest>();
  const files = new Set([top]);
  try {
    // Each once: an index may list itself.
    for (const file of files) {
      if (!archive.has(file) || files.size > documentsMax) continue;
      const document = await documentAt(archive, file);
      if (document.kind === 'index') for (const { digest } of document.manifests) files.add(fileOf(digest));
      else if (document.mediaType !== '') found.set(document.config, await keptManifest(archive, file, document.layers));
    }
  } catch {
    // manifest.json alone says which images there are.
    return new Map();
  }
  return found;
};

/** What has one name is one image, perhaps for many platforms; several names may lead to the same. */
const imagesIn = (manifests: readonly Descriptor[]): { descriptor: Descriptor; names: readonly string[] }[] => {
  const byName = Map.groupBy(manifests, ({ name }) => name);
  const unnamed = byName.get('') ?? [];
  const named = [...byName].filter(([name]) => name !== '').map(([, descriptors]) => forThisMachine(descriptors));
  const byDigest = Map.groupBy(named, ({ digest }) => digest);
  const images = [...byDigest.values()].flatMap((same) => (same[0] ? [{ descriptor: same[0], names: same.map(({ name }) => name) }] : []));
  const others = unnamed.filter(({ digest, platform }) => !byDigest.has(digest) && (platform === undefined || isThisMachine(platform))).map((descriptor) => ({ descriptor, names: [] }));
  const found = [...images, ...others];
  return found.length > 0 ? found : [{ descriptor: forThisMachine(manifests), names: [] }];
};

const isThisMachine = (platform: Platform): boolean => platform.os === 'linux' && platform.architecture === architecture;

// Without a platform: the only image there is. Attestations of buildx say unknown/unknown.
const forThisMachine = (manifests: readonly Descriptor[]): Descriptor => {
  const found = manifests.find(({ platform }) => platform && isThisMachine(platform)) ?? manifests.find(({ platform }) => platform === undefined);
  if (found) return found;
  const others = manifests.map(({ platform }) => `${platform?.os}/${platform?.architecture}`).join(', ');
  throw new Error(`the archive has no image for linux/${architecture} (it has ${others || 'none'}): save the image for this platform`);
};

const fileOf = (digest: string): string => `blobs/${digest.replace(':', '/')}`;
