import type { ArchiveFiles, Kept } from './archive-files.ts';
import type { LayerDescriptor } from './port.ts';

export type FoundImage = { config: Kept; references: readonly string[]; layers: readonly LayerDescriptor[] };

/** Reads what `docker save` wrote: manifest.json names the config and the layer tars. https://github.com/moby/docker-image-spec/blob/main/v1.2.md */
export const fromDockerArchive = async ({ at, read, layers }: ArchiveFiles): Promise<FoundImage> => {
  const images = (await read('manifest.json')) as { Config: string; RepoTags?: string[] | null; Layers: string[] }[];
  const [image] = images;
  if (!image) throw new Error('manifest.json in the archive names no image: save it again');
  if (images.length > 1) throw new Error(`the archive holds ${images.length} images: save each one into an archive of its own`);
  const { rootfs } = (await read(image.Config)) as { rootfs: { diff_ids: string[] } };
  return { config: at(image.Config), references: image.RepoTags ?? [], layers: await layers(image.Layers, rootfs.diff_ids) };
};
