import type { ArchiveFiles } from './archive-files.ts';
import type { FoundImage } from './docker-archive.ts';

type Platform = { os: string; architecture: string };
type Descriptor = { digest: string; platform?: Platform; annotations?: Record<string, string> };
type Index = { manifests: Descriptor[] };
type Manifest = { config: Descriptor; layers: Descriptor[] };

/** An index may lead to an index, as buildx writes it. */
const depthMax = 4;
const architecture = process.arch === 'x64' ? 'amd64' : process.arch;

/** Reads an OCI image layout; of an image for many platforms, the one for this machine. https://github.com/opencontainers/image-spec/blob/main/image-layout.md */
export const fromOciLayout = async ({ at, read, layers }: ArchiveFiles): Promise<FoundImage> => {
  const index = (await read('index.json')) as Index;
  const top = forThisMachine(index);
  const manifest = await manifestOf(read, top, depthMax);
  const config = fileOf(manifest.config);
  const { rootfs } = (await read(config)) as { rootfs: { diff_ids: string[] } };
  const name = top.annotations?.['io.containerd.image.name'] ?? top.annotations?.['org.opencontainers.image.ref.name'];
  return { config: at(config), references: name === undefined ? [] : [name], layers: await layers(manifest.layers.map(fileOf), rootfs.diff_ids) };
};

const manifestOf = async (read: ArchiveFiles['read'], descriptor: Descriptor, depth: number): Promise<Manifest> => {
  const found = (await read(fileOf(descriptor))) as Manifest | Index;
  if (!('manifests' in found)) return found;
  if (depth === 0) throw new Error(`the archive's index leads to more than ${depthMax} others: save the image again`);
  return manifestOf(read, forThisMachine(found), depth - 1);
};

// Without a platform: the only image there is. Attestations of buildx say unknown/unknown.
const forThisMachine = ({ manifests }: Index): Descriptor => {
  const found = manifests.find(({ platform }) => platform?.os === 'linux' && platform.architecture === architecture) ?? manifests.find(({ platform }) => platform === undefined);
  if (found) return found;
  const others = manifests.map(({ platform }) => `${platform?.os}/${platform?.architecture}`).join(', ');
  throw new Error(`the archive has no image for linux/${architecture} (it has ${others || 'none'}): save the image for this platform`);
};

const fileOf = ({ digest }: Descriptor): string => `blobs/${digest.replace(':', '/')}`;
