import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { discard } from './durable.ts';
import { join } from 'node:path';
import type { Layout } from './layout.ts';
import type { ContentStore } from './port.ts';
import { mountOverlay, unmount } from './syscalls.ts';

type RootfsStore = Pick<ContentStore, 'mountRootfs' | 'unmountRootfs' | 'removeRootfs' | 'listRootfs'>;

/** Root filesystems of containers: the image's layers below, the container's own changes above. */
export const rootfsStore = (layout: Layout): RootfsStore => {
  const partsOf = (containerId: string) => {
    const folder = layout.container(containerId);
    return { folder, upper: join(folder, 'upper'), work: join(folder, 'work'), merged: join(folder, 'merged') };
  };
  return {
    mountRootfs: async (containerId, layers) => {
      const { upper, work, merged } = partsOf(containerId);
      if (isMounted(merged)) return merged;
      for (const folder of [upper, merged]) mkdirSync(folder, { recursive: true, mode: 0o755 });
      // A volatile overlay leaves a mark in its work folder that keeps it from being mounted again.
      rmSync(work, { recursive: true, force: true });
      mkdirSync(work, { mode: 0o700 });
      const lowers = layers.map(({ diffId }) => layout.layer(diffId)).toReversed();
      mountOverlay({ lowers: lowers.length > 0 ? lowers : [emptyLayer(layout)], upper, work, target: merged });
      return merged;
    },
    unmountRootfs: async (containerId) => void unmount(partsOf(containerId).merged),
    removeRootfs: async (containerId) => {
      const { folder, merged } = partsOf(containerId);
      unmount(merged);
      await discard(layout, folder);
    },
    listRootfs: async () => readdirSync(layout.rootfs),
  };
};

const emptyLayer = (layout: Layout): string => {
  const path = join(layout.layers, 'empty');
  mkdirSync(path, { recursive: true });
  return path;
};

const isMounted = (path: string): boolean => existsSync(path) && readFileSync('/proc/self/mountinfo', 'utf8').includes(` ${path} `);
