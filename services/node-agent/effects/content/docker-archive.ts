import type { ArchiveFiles, Kept } from './archive-files.ts';
import { diffIdsIn, jsonIn } from './archive-json.ts';
import { manifestsByConfig, type KeptManifest } from './oci-layout.ts';
import type { LayerDescriptor } from './port.ts';

export type FoundImage = {
  config: Kept;
  references: readonly string[];
  layers: readonly LayerDescriptor[];
  /** That it came with, if it did. */
  manifest?: KeptManifest;
};

const file = 'manifest.json';

/** Reads what `docker save` wrote: manifest.json names configs and layer tars. https://github.com/moby/docker-image-spec/blob/main/v1.2.md */
export const fromDockerArchive = async (archive: ArchiveFiles): Promise<FoundImage[]> => {
  const { list } = jsonIn(file);
  const entries = list(await archive.read(file), '').map(entryOf);
  if (entries.length === 0) throw new Error(`${file} in the archive names no image: save it again`);
  // Newer ones hold an OCI layout of the same images, too: then they keep their manifests.
  const manifests = await manifestsByConfig(archive);
  return Promise.all(entries.map((entry) => imageOf(archive, manifests, entry)));
};

type Entry = { config: string; references: readonly string[]; layers: readonly string[] };

const entryOf = (value: unknown, number: number): Entry => {
  const { record, text, texts } = jsonIn(file);
  const { Config, RepoTags, Layers } = record(value, `[${number}]`);
  return { config: text(Config, `[${number}].Config`), references: RepoTags === null || RepoTags === undefined ? [] : texts(RepoTags, `[${number}].RepoTags`), layers: texts(Layers, `[${number}].Layers`) };
};

const imageOf = async (archive: ArchiveFiles, manifests: ReadonlyMap<string, KeptManifest>, entry: Entry): Promise<FoundImage> => {
  const config = archive.at(entry.config);
  const layers = await archive.layers(entry.layers, diffIdsIn(await archive.read(entry.config), entry.config));
  const manifest = manifests.get(config.digest);
  const fits = manifest?.layers.length === layers.length && manifest.layers.every((digest, place) => digest === layers[place]?.digest);
  return { config, references: entry.references, layers, ...(fits ? { manifest } : {}) };
};
