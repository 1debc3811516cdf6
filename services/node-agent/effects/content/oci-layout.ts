import type { ArchiveFiles } from './archive-files.ts';
import type { FoundImage } from './docker-archive.ts';

type Platform = { os: string; architecture: string };
type Descriptor = { digest: string; platform?: Platform; annotations?: Record<string, string> };
type Index = { manifests: Descriptor[] };
type Manifest = { mediaType?: string; config: Descriptor; layers: Descriptor[] };

/** The manifest of an image as it lies in the archive, and the digests of its layers. */
export type KeptManifest = { digest: string; json: string; layers: readonly string[] };

/** An index may lead to an index, as buildx writes it. */
const depthMax = 4;
const architecture = process.arch === 'x64' ? 'amd64' : process.arch;

/** Reads an OCI image layout; of an image for many platforms, the one for this machine. https://github.com/opencontainers/image-spec/blob/main/image-layout.md */
export const fromOciLayout = async (archive: ArchiveFiles): Promise<FoundImage[]> => {
  const index = (await archive.read('index.json')) as Index;
  return Promise.all(imagesIn(index).map(({ top, names }) => imageAt(archive, top, names)));
};

const imageAt = async (archive: ArchiveFiles, top: Descriptor, references: readonly string[]): Promise<FoundImage> => {
  const { manifest, kept } = await manifestOf(archive, top, depthMax);
  const config = fileOf(manifest.config);
  const { rootfs } = (await archive.read(config)) as { rootfs: { diff_ids: string[] } };
  const layers = await archive.layers(manifest.layers.map(fileOf), rootfs.diff_ids);
  // One that does not say what it is can't be told to others as it is.
  return { config: archive.at(config), references, layers, ...(manifest.mediaType === undefined ? {} : { manifest: kept }) };
};

/** Manifests of images that an archive's index leads to, by the digest of their configuration; none where it has no index that can be read. */
export const manifestsByConfig = async (archive: ArchiveFiles): Promise<ReadonlyMap<string, KeptManifest>> => {
  const found = new Map<string, KeptManifest>();
  const visit = async (descriptors: readonly Descriptor[], depth: number): Promise<void> => {
    for (const descriptor of descriptors) {
      if (!archive.has(fileOf(descriptor))) continue;
      const inner = (await archive.read(fileOf(descriptor))) as Manifest | Index;
      if ('manifests' in inner) {
        if (depth > 0) await visit(inner.manifests, depth - 1);
      } else if (inner.mediaType !== undefined) found.set(inner.config.digest, await keptManifest(archive, descriptor, inner));
    }
  };
  try {
    if (archive.has('index.json')) await visit(((await archive.read('index.json')) as Index).manifests, depthMax);
  } catch {
    // manifest.json alone says which images there are.
    return new Map();
  }
  return found;
};

const keptManifest = async (archive: ArchiveFiles, descriptor: Descriptor, { layers }: Manifest): Promise<KeptManifest> => ({
  digest: archive.at(fileOf(descriptor)).digest,
  json: await archive.text(fileOf(descriptor)),
  layers: layers.map(({ digest }) => digest),
});

const manifestOf = async (archive: ArchiveFiles, descriptor: Descriptor, depth: number): Promise<{ manifest: Manifest; kept: KeptManifest }> => {
  const found = (await archive.read(fileOf(descriptor))) as Manifest | Index;
  if (!('manifests' in found)) return { manifest: found, kept: await keptManifest(archive, descriptor, found) };
  if (depth === 0) throw new Error(`the archive's index leads to more than ${depthMax} others: save the image again`);
  return manifestOf(archive, forThisMachine(found.manifests), depth - 1);
};

/** What has one name is one image, perhaps for many platforms; several names may lead to the same. */
const imagesIn = ({ manifests }: Index): { top: Descriptor; names: readonly string[] }[] => {
  const byName = Map.groupBy(manifests, nameOf);
  const unnamed = byName.get('') ?? [];
  const named = [...byName].filter(([name]) => name !== '').map(([name, descriptors]) => ({ name, top: forThisMachine(descriptors) }));
  const byDigest = Map.groupBy(named, ({ top }) => top.digest);
  const images = [...byDigest.values()].map((same) => ({ top: same[0]?.top, names: same.map(({ name }) => name) }));
  const others = unnamed.filter(({ digest, platform }) => !byDigest.has(digest) && (platform === undefined || isThisMachine(platform))).map((top) => ({ top, names: [] }));
  const found = [...images, ...others].flatMap(({ top, names }) => (top ? [{ top, names }] : []));
  return found.length > 0 ? found : [{ top: forThisMachine(manifests), names: [] }];
};

/** A name that is only a tag, as `latest`, does not say of what. */
const nameOf = ({ annotations }: Descriptor): string => {
  const name = annotations?.['io.containerd.image.name'] ?? annotations?.['org.opencontainers.image.ref.name'] ?? '';
  return /[:/]/.test(name) ? name : '';
};

const isThisMachine = (platform: Platform): boolean => platform.os === 'linux' && platform.architecture === architecture;

// Without a platform: the only image there is. Attestations of buildx say unknown/unknown.
const forThisMachine = (manifests: readonly Descriptor[]): Descriptor => {
  const found = manifests.find(({ platform }) => platform && isThisMachine(platform)) ?? manifests.find(({ platform }) => platform === undefined);
  if (found) return found;
  const others = manifests.map(({ platform }) => `${platform?.os}/${platform?.architecture}`).join(', ');
  throw new Error(`the archive has no image for linux/${architecture} (it has ${others || 'none'}): save the image for this platform`);
};

const fileOf = ({ digest }: Descriptor): string => `blobs/${digest.replace(':', '/')}`;
