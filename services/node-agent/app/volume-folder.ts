import { existsSync, realpathSync } from 'node:fs';
import type { Mount } from '#proto/container.ts';
import type { ContentStore } from '../effects/content/port.ts';
import { StartError } from '../effects/runtime/port.ts';

/** Where the content of a volume lies: the folder that its options name, or one of its own, made and filled from the image when it is new. */
export const volumeFolder = (content: ContentStore, { source, target, noCopy, volumeOptions }: Mount, rootfs: string): Promise<string> => {
  const { device } = volumeOptions;
  if (!device) return content.prepareVolume(source, rootfs, target, !noCopy);
  if (!existsSync(device)) return Promise.reject(new StartError({ exitCode: 125, message: `error while mounting volume '${source}': failed to mount local volume: ${device}: no such file or directory` }));
  return Promise.resolve(realpathSync(device));
};
