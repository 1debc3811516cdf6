import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { changedEntries } from '../content/changed-entries.ts';
import { layerFromChanges, type LayerOptions } from '../content/layer-from-changes.ts';
import type { Layout } from '../content/layout.ts';
import { withoutMountPoints } from '../content/mount-points.ts';
import type { ContentStore, LayerDescriptor, Lease } from '../content/port.ts';

/** A root filesystem that a step of a build works on. */
export type BuildRoot = {
  /** The step's own changes over the layers, mounted. */
  path: string;
  /** Makes a layer of what has changed, when nobody changes anything any more; nothing where nothing has. */
  seal: (lease: Lease, options: Pick<LayerOptions, 'sourceDateEpoch' | 'mountPoints'>) => Promise<LayerDescriptor | undefined>;
  /** Takes it away with the changes; what was sealed stays. */
  close: () => Promise<void>;
};

export type BuildRoots = {
  /** Its layers, lowest first, are here and unpacked. They stay as long as it does. */
  open: (layers: readonly LayerDescriptor[]) => Promise<BuildRoot>;
  /** Takes away what a killed agent left. */
  clear: () => Promise<void>;
};

/** How they are told from containers' root filesystems, among which they lie. */
const prefix = 'build-';

export const buildRoots = (content: ContentStore, layout: Layout): BuildRoots => ({
  open: async (layers) => {
    const id = `${prefix}${randomUUID()}`;
    const path = await content.mountRootfs(id, layers);
    const upper = join(layout.container(id), 'upper');
    const lowers = layers.map(({ diffId }) => layout.layer(diffId)).toReversed();
    return {
      path,
      seal: async (lease, { sourceDateEpoch, mountPoints = [] }) => {
        const isUnchanged = withoutMountPoints(changedEntries(upper), mountPoints, lowers).next().done;
        if (isUnchanged) return undefined;
        return content.putLayer(layerFromChanges(upper, { mountPoints, lowers, ...(sourceDateEpoch === undefined ? {} : { sourceDateEpoch }) }), 'tar', lease);
      },
      close: () => content.removeRootfs(id),
    };
  },
  clear: async () => {
    for (const id of await content.listRootfs()) if (id.startsWith(prefix)) await content.removeRootfs(id);
  },
});
