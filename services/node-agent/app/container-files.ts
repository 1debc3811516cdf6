import { existsSync, statSync } from 'node:fs';
import { posix } from 'node:path';
import type { Mount, WantedContainer } from '#proto/container.ts';
import type { ContentStore } from '../effects/content/port.ts';
import type { Runtime } from '../effects/runtime/port.ts';
import type { Images } from './images.ts';
import { volumeFolder } from './volume-folder.ts';

/** Where a path of a container is found on this machine: below which root, and there by which path. */
export type FilePlace = { root: string; path: string; /** What the container calls it, where that is no part of the path. */ name?: string; isReadOnly: boolean };

type Parts = { runtime: Pick<Runtime, 'get'>; content: ContentStore; images: Pick<Images, 'ensure'>; wanted: () => ReadonlyMap<string, WantedContainer> };

/** Where the root filesystem of a container is mounted, whatever runs in it. Undefined for a container not of this node. */
export const openRootOf = ({ content, images, wanted }: Omit<Parts, 'runtime'>): ((containerId: string) => Promise<string | undefined>) => async (containerId) => {
  const spec = wanted().get(containerId)?.spec;
  return spec && content.mountRootfs(containerId, await images.ensure(spec.imageId));
};

/**
 * A container that runs is seen as it sees itself, by its first process. Of one that doesn't, the root filesystem is mounted, and stays so
 * until it starts or goes; a path that leads into a volume or a bound folder is looked for there. Undefined for a container not of this node.
 */
export const openContainerFiles = ({ runtime, content, images, wanted }: Parts): ((containerId: string, path: string) => Promise<FilePlace | undefined>) => {
  return async (containerId, path) => {
    const spec = wanted().get(containerId)?.spec;
    if (!spec) return undefined;
    const running = await runtime.get(containerId);
    // What is read-only there the kernel itself refuses.
    if (running?.state === 'running') return { root: `/proc/${running.pid}/root`, path, isReadOnly: false };
    const mount = mountAt(spec.mounts, posix.normalize(`/${path}`));
    const rootfs = await content.mountRootfs(containerId, await images.ensure(spec.imageId));
    if (!mount) return { root: rootfs, path, isReadOnly: spec.readOnlyRoot };
    const root = mount.type === 'volume' ? await volumeFolder(content, mount, rootfs) : mount.source;
    if (!existsSync(root) || !statSync(root).isDirectory()) return { root: rootfs, path, isReadOnly: spec.readOnlyRoot };
    // A slash or a dot at the end says whether a link is followed and what the content is named; the rest of the path is as the mount has it.
    const end = /\/\.?$/.exec(path)?.[0] ?? '';
    const inside = posix.relative(mount.target, posix.normalize(`/${path}`));
    const isMountItself = inside === '' && end !== '/.';
    return { root, path: `${posix.join('/', mount.subpath, inside)}${end}`, isReadOnly: mount.readOnly, ...(isMountItself ? { name: posix.basename(mount.target) } : {}) };
  };
};

// The innermost one: mounts may lie in mounts.
const mountAt = (mounts: readonly Mount[], path: string): Mount | undefined =>
  mounts
    .filter(({ type, target }) => type !== 'tmpfs' && (path === target || path.startsWith(`${target.replace(/\/$/, '')}/`)))
    .toSorted((one, other) => other.target.length - one.target.length)[0];
