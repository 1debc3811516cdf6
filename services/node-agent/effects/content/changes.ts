import { changedEntries } from './changed-entries.ts';
import { statBelow } from './lower-layers.ts';
import { withoutMountPoints } from './mount-points.ts';
import type { Change } from './port.ts';

/** What an upper folder of overlayfs says about the layers below it, top first. */
export const changesIn = function* (upper: string, lowers: readonly string[], mountPoints: readonly string[]): Generator<Change> {
  for (const { kind, path } of withoutMountPoints(changedEntries(upper), mountPoints, lowers)) {
    const isBelow = statBelow(lowers, path) !== undefined;
    const named = `/${path.toString('utf8')}`;
    if (kind !== 'gone') yield { path: named, kind: isBelow ? 'modified' : 'added' };
    // A container that makes something and takes it away again may leave the mark of that.
    else if (isBelow) yield { path: named, kind: 'deleted' };
  }
};
