import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

/** Where content lies below the state folder. */
export type Layout = ReturnType<typeof layoutOf>;

const digestRule = /^sha256:[0-9a-f]{64}$/;
const containerIdRule = /^[a-zA-Z0-9][a-zA-Z0-9_-]*$/;
/** Also the rule of Docker: a name can't lead anywhere else. */
const volumeNameRule = /^[a-zA-Z0-9][a-zA-Z0-9_.-]*$/;

/** In a container's folder: the layers it stands on. */
export const layersFile = 'layers.json';

export const isDigest = (text: string): boolean => digestRule.test(text);

/** Every name from outside passes here on its way to becoming a path. */
export const hexOf = (digest: string): string => {
  if (!isDigest(digest)) throw new Error(`"${digest.slice(0, 100)}" is no digest: give sha256: and 64 hexadecimal digits`);
  return digest.slice('sha256:'.length);
};

const checked = (rule: RegExp, what: string, remedy: string) => (name: string): string => {
  if (!rule.test(name) || name.length > 255) throw new Error(`"${name.slice(0, 100)}" is no name for a ${what}: use ${remedy}`);
  return name;
};

export const checkVolumeName = checked(volumeNameRule, 'volume', 'letters, digits, _ . and -, beginning with a letter or digit');
const checkContainerId = checked(containerIdRule, 'container', 'its id');

/** Makes the folders; only their owner may look into them. */
export const layoutOf = (stateDir: string) => {
  const folders = {
    blobs: join(stateDir, 'blobs/sha256'),
    layers: join(stateDir, 'layers'),
    images: join(stateDir, 'images'),
    rootfs: join(stateDir, 'rootfs'),
    volumes: join(stateDir, 'volumes'),
    /** Blobs that came in part; the next try goes on where they end. */
    partial: join(stateDir, 'blobs/partial'),
    /** Blobs that nobody refers to, for a while before they go. */
    retired: join(stateDir, 'blobs/retired'),
    /** Blobs that are not what their name says, for whoever wants to know why. */
    quarantine: join(stateDir, 'blobs/quarantine'),
    /** Blobs that clients are sending, piece by piece. They outlive the process. */
    uploads: join(stateDir, 'uploads'),
    /** Notes of layers whose files may not be on the disk yet. */
    unsettled: join(stateDir, 'unsettled'),
    /** Everything here is half made or half removed: it goes when the store is opened. */
    staging: join(stateDir, 'staging'),
  };
  for (const folder of Object.values(folders)) mkdirSync(folder, { recursive: true, mode: 0o700 });
  return {
    ...folders,
    blob: (digest: string) => join(folders.blobs, hexOf(digest)),
    partialBlob: (digest: string) => join(folders.partial, hexOf(digest)),
    retiredBlob: (digest: string) => join(folders.retired, hexOf(digest)),
    quarantined: (digest: string) => join(folders.quarantine, hexOf(digest)),
    layer: (diffId: string) => join(folders.layers, hexOf(diffId)),
    image: (imageId: string) => join(folders.images, `${hexOf(imageId)}.json`),
    container: (containerId: string) => join(folders.rootfs, checkContainerId(containerId)),
    containerLayers: (containerId: string) => join(folders.rootfs, checkContainerId(containerId), layersFile),
    volume: (name: string) => join(folders.volumes, checkVolumeName(name)),
  };
};
