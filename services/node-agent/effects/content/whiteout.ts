import { closeSync, constants, lstatSync } from 'node:fs';
import { HostileArchive } from './hostile-archive.ts';
import { makeDirInRoot, openBelow, pathOf } from './inside-root.ts';
import { makeOpaque, makeWhiteout } from './syscalls.ts';
import type { TarEntry } from './tar-scan.ts';

/** An entry of a layer that says: what lies below is deleted. https://github.com/opencontainers/image-spec/blob/main/layer.md#whiteouts */
export type Whiteout = { kind: 'name'; directory: string; name: string } | { kind: 'opaque'; directory: string };

/** A name with it in front means: this name below is deleted. */
export const whiteoutPrefix = '.wh.';
/** Means: everything that lies below in this folder is deleted. */
export const opaqueName = '.wh..wh..opq';

/** What this entry deletes, if it is not a file to unpack. Every other name with the prefix is bookkeeping of AUFS, left out. */
export const whiteoutOf = ({ path }: TarEntry): Whiteout | undefined => {
  const slash = path.lastIndexOf('/');
  const base = path.slice(slash + 1);
  if (!base.startsWith(whiteoutPrefix)) return undefined;
  const directory = path.slice(0, Math.max(slash, 0));
  if (base === opaqueName) return { kind: 'opaque', directory };
  const name = base.slice(whiteoutPrefix.length);
  if (name === '' || name === '.' || name === '..') throw new HostileArchive(`entry ${path} deletes no name: rebuild the image`);
  return name.startsWith(whiteoutPrefix) ? undefined : { kind: 'name', directory, name };
};

/** Writes deletions into an unpacked layer the way overlayfs reads them. The layer's own files win over its deletions. */
export const writeWhiteouts = (layer: string, whiteouts: readonly Whiteout[]): void => {
  for (const whiteout of whiteouts) {
    makeDirInRoot(layer, whiteout.directory, 0, 0);
    const fd = openBelow(layer, whiteout.directory, constants.O_RDONLY | constants.O_DIRECTORY);
    try {
      if (whiteout.kind === 'opaque') makeOpaque(fd);
      else if (lstatSync(pathOf(fd, whiteout.name), { throwIfNoEntry: false }) === undefined) makeWhiteout(pathOf(fd, whiteout.name));
    } finally {
      closeSync(fd);
    }
  }
};
