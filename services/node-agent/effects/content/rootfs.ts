import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { changesIn } from './changes.ts';
import { aside, discard } from './durable.ts';
import type { Garbage } from './garbage.ts';
import { layerFromChanges, tarOfTree } from './layer-from-changes.ts';
import { layersFile, type Layout } from './layout.ts';
import type { ContentStore, LayerDescriptor } from './port.ts';
import { mountOverlay, unmount } from './syscalls.ts';

type RootfsStore = Pick<ContentStore, 'mountRootfs' | 'unmountRootfs' | 'removeRootfs' | 'listRootfs' | 'placesOf' | 'changesOf' | 'layerOf' | 'tarOfRootfs'>;

/** Root filesystems of containers: the image's layers below, the container's own changes above. */
export const rootfsStore = (layout: Layout, { freeLayers }: Garbage): RootfsStore => {
  const partsOf = (containerId: string) => {
    const folder = layout.container(containerId);
    return { folder, upper: join(folder, 'upper'), work: join(folder, 'work'), merged: join(folder, 'merged') };
  };
  const lowersOf = (containerId: string): string[] => layersUnder(layout, containerId).map((diffId) => layout.layer(diffId)).toReversed();
  return {
    mountRootfs: async (containerId, layers) => {
      const { folder, upper, work, merged } = partsOf(containerId);
      if (isMounted(merged)) return merged;
      if (!existsSync(folder)) makeFolder(layout, containerId, layers);
      for (const part of [upper, merged]) mkdirSync(part, { recursive: true, mode: 0o755 });
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
      const layers = existsSync(folder) ? layersUnder(layout, containerId) : [];
      unmount(merged);
      await discard(layout, folder);
      await freeLayers(layers);
    },
    listRootfs: async () => readdirSync(layout.rootfs),
    placesOf: (containerId) => {
      const { upper, work, merged } = partsOf(containerId);
      return { layers: layersUnder(layout, containerId), lowers: lowersOf(containerId), upper, work, merged };
    },
    changesOf: (containerId, mountPoints) => {
      const { upper } = partsOf(containerId);
      return existsSync(upper) ? [...changesIn(upper, lowersOf(containerId), mountPoints)] : [];
    },
    layerOf: (containerId, mountPoints) => layerFromChanges(partsOf(containerId).upper, { lowers: lowersOf(containerId), mountPoints }),
    tarOfRootfs: tarOfTree,
  };
};

// With the layers it stands on, so that they stay as long as it does, even where their image goes.
const makeFolder = (layout: Layout, containerId: string, layers: readonly LayerDescriptor[]): void => {
  const made = aside(layout);
  mkdirSync(made, { mode: 0o700 });
  writeFileSync(join(made, layersFile), JSON.stringify(layers.map(({ diffId }) => diffId)));
  renameSync(made, layout.container(containerId));
};

const layersUnder = (layout: Layout, containerId: string): string[] => {
  try {
    return JSON.parse(readFileSync(layout.containerLayers(containerId), 'utf8')) as string[];
  } catch {
    // Torn by a power cut: its layers are looked at again when the store is opened.
    return [];
  }
};

const emptyLayer = (layout: Layout): string => {
  const path = join(layout.layers, 'empty');
  mkdirSync(path, { recursive: true });
  return path;
};

const isMounted = (path: string): boolean => existsSync(path) && readFileSync('/proc/self/mountinfo', 'utf8').includes(` ${path} `);
