import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

/** Where content lies below the state folder. */
export type Layout = ReturnType<typeof layoutOf>;

const hexOf = (digest: string): string => digest.replace(/^sha256:/, '');

export const layoutOf = (stateDir: string) => {
  const folders = { blobs: join(stateDir, 'blobs/sha256'), layers: join(stateDir, 'layers'), images: join(stateDir, 'images'), rootfs: join(stateDir, 'rootfs'), volumes: join(stateDir, 'volumes'), staging: join(stateDir, 'staging') };
  for (const folder of Object.values(folders)) mkdirSync(folder, { recursive: true, mode: 0o700 });
  return {
    ...folders,
    blob: (digest: string) => join(folders.blobs, hexOf(digest)),
    layer: (diffId: string) => join(folders.layers, hexOf(diffId)),
    image: (imageId: string) => join(folders.images, `${hexOf(imageId)}.json`),
    container: (containerId: string) => join(folders.rootfs, containerId),
    volume: (name: string) => join(folders.volumes, name),
  };
};
