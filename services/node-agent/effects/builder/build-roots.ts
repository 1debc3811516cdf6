import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { changedEntries } from '../content/changed-entries.ts';
import { layerFromChanges, type LayerOptions } from '../content/layer-from-changes.ts';
import type { Layout } from '../content/layout.ts';
import { withoutMountPoints } from '../content/mount-points.ts';
import { lateLinks, type LateLinks } from './late-links.ts';
import type { ContentStore, LayerDescriptor, Lease } from '../content/port.ts';

/** A root filesystem that a step of a build works on. */
export type BuildRoot = {
  /** The step's own changes over the layers, mounted. */
  path: string;
  /** For files that need no copy. */
  late: LateLinks;
  /** Makes a layer of what has changed; nothing where nothing has. It is not mounted any more then. */
  seal: (lease: Lease, options: Pick<LayerOptions, 'sourceDateEpoch' | 'mountPoints'> & { signal?: AbortSignal }) => Promise<LayerDescriptor | undefined>;
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
    const late = lateLinks();
    const lowers = layers.map(({ diffId }) => layout.layer(diffId)).toReversed();
    return {
      path,
      late,
      seal: async (lease, { sourceDateEpoch, mountPoints = [], signal }) => {
        await content.unmountRootfs(id);
        await late.carryOut(path, upper, signal);
        if (sourceDateEpoch === undefined) return content.takeLayer(upper, { mountPoints, lowers }, lease);
        // Its files are younger than they are to be.
        const isUnchanged = withoutMountPoints(changedEntries(upper), mountPoints, lowers).next().done;
        return isUnchanged ? undefined : content.putLayer(layerFromChanges(upper, { mountPoints, lowers, sourceDateEpoch }), 'tar', lease);
      },
      close: () => content.removeRootfs(id),
    };
  },
  clear: async () => {
    for (const id of await content.listRootfs()) if (id.startsWith(prefix)) await content.removeRootfs(id);
  },
});
