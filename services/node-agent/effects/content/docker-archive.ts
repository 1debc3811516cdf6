import type { ArchiveFiles, Kept } from './archive-files.ts';
import { manifestsByConfig, type KeptManifest } from './oci-layout.ts';
import type { LayerDescriptor } from './port.ts';

export type FoundImage = {
  config: Kept;
  references: readonly string[];
  layers: readonly LayerDescriptor[];
  /** That it came with, if it did. */
  manifest?: KeptManifest;
};

/** Reads what `docker save` wrote: manifest.json names configs and layer tars. https://github.com/moby/docker-image-spec/blob/main/v1.2.md */
export const fromDockerArchive = async (archive: ArchiveFiles): Promise<FoundImage[]> => {
  const { at, read, layers } = archive;
  const images = (await read('manifest.json')) as { Config: string; RepoTags?: string[] | null; Layers: string[] }[];
  if (images.length === 0) throw new Error('manifest.json in the archive names no image: save it again');
  // Newer ones hold an OCI layout of the same images, too: then they keep their manifests.
  const manifests = await manifestsByConfig(archive);
  return Promise.all(
    images.map(async ({ Config, RepoTags, Layers }) => {
      const { rootfs } = (await read(Config)) as { rootfs: { diff_ids: string[] } };
      const config = at(Config);
      const own = await layers(Layers, rootfs.diff_ids);
      const manifest = manifests.get(config.digest);
      const fits = manifest?.layers.length === own.length && manifest.layers.every((digest, place) => digest === own[place]?.digest);
      return { config, references: RepoTags ?? [], layers: own, ...(fits ? { manifest } : {}) };
    }),
  );
};
