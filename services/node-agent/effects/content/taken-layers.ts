import { existsSync, lutimesSync, readdirSync, renameSync, rmdirSync, unlinkSync, type Stats } from 'node:fs';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { BlobChanges } from './blob-changes.ts';
import { changedEntries } from './changed-entries.ts';
import type { Garbage } from './garbage.ts';
import { codeOf } from './inside-root.ts';
import { layerFromChanges } from './layer-from-changes.ts';
import type { Layout } from './layout.ts';
import { withoutMountPoints } from './mount-points.ts';
import { packedBeside } from './packed-beside.ts';
import type { ContentStore } from './port.ts';
import type { UnsettledLayers } from './unsettled-layers.ts';

type Parts = { layout: Layout; changes: BlobChanges; garbage: Pick<Garbage, 'unpackedFrom'>; unsettled: UnsettledLayers };

/** Makes layers of upper folders: what overlayfs wrote is what it would read of the layer. */
export const layerTaker = ({ layout, changes, garbage, unsettled }: Parts): Pick<ContentStore, 'takeLayer'> => ({
  takeLayer: async (upper, { mountPoints, lowers }, lease) => {
    if (mountPoints.length > 0) removeUnkept(upper, mountPoints, lowers);
    if (readdirSync(upper).length === 0) return undefined;
    const packed = packedBeside(layout, 'tar');
    try {
      await pipeline(layerFromChanges(upper), packed.passed, new Writable({ write: (_piece, _encoding, done) => done() }));
      const { digest, sizeBytes } = await packed.whole;
      lease?.keep({ blobs: [digest], layers: [digest] });
      garbage.unpackedFrom({ digest, diffId: digest });
      await packed.settle();
      changes.stored({ digest, sizeBytes });
      takeFolder(upper, digest, { layout, unsettled });
      return { digest, diffId: digest, sizeBytes, compression: 'tar' };
    } finally {
      await packed.close();
    }
  },
});

const takeFolder = (upper: string, diffId: string, { layout, unsettled }: Pick<Parts, 'layout' | 'unsettled'>): void => {
  if (existsSync(layout.layer(diffId))) return;
  unsettled.note(diffId);
  try {
    renameSync(upper, layout.layer(diffId));
  } catch (error) {
    // The same layer came from elsewhere meanwhile.
    if (codeOf(error) !== 'ENOTEMPTY' && codeOf(error) !== 'EEXIST') throw error;
  }
};

/** Takes away what is no part of a layer: what was made to mount on, and sockets. The folders it was in keep their times. */
const removeUnkept = (upper: string, mountPoints: readonly string[], lowers: readonly string[]): void => {
  const kept = new Map<string, Stats>();
  for (const { path, stats } of withoutMountPoints(changedEntries(upper), mountPoints, lowers)) if (!stats.isSocket()) kept.set(path.toString('latin1'), stats);
  const unkept = Array.from(changedEntries(upper), ({ path, stats }) => ({ path: path.toString('latin1'), stats })).filter(({ path }) => !kept.has(path));
  for (const { path, stats } of unkept.toReversed()) {
    const at = below(upper, path);
    if (stats.isDirectory()) rmdirSync(at);
    else unlinkSync(at);
    const folder = path.slice(0, Math.max(path.lastIndexOf('/'), 0));
    const times = kept.get(folder);
    if (times) lutimesSync(below(upper, folder), times.atimeMs / 1_000, times.mtimeMs / 1_000);
  }
};

const below = (upper: string, path: string): Buffer => Buffer.concat([Buffer.from(`${upper}/`), Buffer.from(path, 'latin1')]);
