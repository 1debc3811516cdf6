import type { Listed } from '../domain/repository.ts';
import { readManifest, type Descriptor, type Manifest } from '../manifests/read.ts';
import type { Images } from './images.ts';
import { imageAggregate, manifestAggregate } from './names.ts';

/** An index leads to an index, as buildx writes it, and no deeper than this. */
const depthMax = 4;

type Manifests = Pick<Images, 'manifests'>;

/** A manifest that is known, read; nothing for one that never came. */
export const manifestOf = ({ manifests }: Manifests, digest: string): Manifest | undefined => {
  const stored = manifests.get(manifestAggregate(digest)).state;
  return stored && readManifest(stored.text, stored.mediaType);
};

/** What a repository says of a manifest. */
export const listedAs = (digest: string, sizeBytes: number, { mediaType, subject, artifactType, annotations }: Manifest): Listed => ({ digest, mediaType, sizeBytes, subject, artifactType, annotations });

/** A manifest and all that it leads to, as far as they are known; each once, itself first. */
export const reachable = ({ manifests }: Manifests, digest: string): readonly Listed[] => {
  const found = new Map<string, Listed>();
  const visit = (one: string, depth: number): void => {
    const stored = manifests.get(manifestAggregate(one)).state;
    if (!stored || depth === 0 || found.has(one)) return;
    const manifest = readManifest(stored.text, stored.mediaType);
    found.set(one, listedAs(one, Buffer.byteLength(stored.text), manifest));
    if (manifest.kind === 'index') for (const child of manifest.manifests) visit(child.digest, depth - 1);
  };
  visit(digest, depthMax);
  return [...found.values()];
};

/** Id of the image that a manifest is for the platform's machines; empty for none. */
export const imageOf = (images: Pick<Images, 'manifests' | 'images' | 'platformName'>, digest: string, depth = depthMax): string => {
  const manifest = depth === 0 ? undefined : manifestOf(images, digest);
  return manifest ? imageIn(images, manifest, depth) : '';
};

/** The same for a manifest that need not be known yet. */
export const imageIn = (images: Pick<Images, 'manifests' | 'images' | 'platformName'>, manifest: Manifest, depth = depthMax): string => {
  if (manifest.kind === 'image') return images.images.get(imageAggregate(manifest.config.digest)).state.phase === 'present' ? manifest.config.digest : '';
  for (const child of inOrder(manifest.manifests, images.platformName)) {
    const imageId = imageOf(images, child.digest, depth - 1);
    if (imageId !== '') return imageId;
  }
  return '';
};

// One that says no platform may be for any.
const inOrder = (children: readonly Descriptor[], platformName: string): readonly Descriptor[] => [...children.filter(({ platform }) => platform === platformName), ...children.filter(({ platform }) => platform === '')];

/** Blobs that a node must hold for this manifest to be of use. */
export const blobsOf = (manifest: Manifest): readonly Descriptor[] => (manifest.kind === 'image' ? [manifest.config, ...manifest.layers.filter(({ isElsewhere }) => !isElsewhere)] : []);
