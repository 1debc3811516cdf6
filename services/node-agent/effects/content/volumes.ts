import { execFile } from 'node:child_process';
import { chmodSync, chownSync, closeSync, constants, existsSync, fstatSync, mkdirSync, readdirSync, renameSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { aside, discard } from './durable.ts';
import { codeOf, openBelow, pathOf } from './inside-root.ts';
import type { Layout } from './layout.ts';
import type { ContentStore } from './port.ts';
import { syncFileSystem } from './syscalls.ts';

type VolumeStore = Pick<ContentStore, 'prepareVolume' | 'removeVolume'>;

const run = promisify(execFile);

/** Volumes are folders `<name>/_data`. */
export const volumeStore = (layout: Layout): VolumeStore => {
  const underway = new Map<string, Promise<string>>();

  const make = async (data: string, ...[name, rootfs, target, copy]: Parameters<VolumeStore['prepareVolume']>): Promise<string> => {
    // Made aside and renamed: a copy that was cut short must not pass for the volume.
    const made = aside(layout);
    mkdirSync(made, { mode: 0o755 });
    try {
      if (copy) await copyFromImage(rootfs, target, made);
      mkdirSync(layout.volume(name), { recursive: true, mode: 0o755 });
      renameSync(made, data);
      return data;
    } catch (error) {
      await rm(made, { recursive: true, force: true });
      throw error;
    }
  };

  return {
    prepareVolume: (name, rootfs, target, copy) => {
      const data = join(layout.volume(name), '_data');
      // Containers that share a new volume may start together; one fills it and the others wait.
      const before = underway.get(name);
      if (before) return before;
      if (existsSync(data)) return Promise.resolve(data);
      const now = make(data, name, rootfs, target, copy).finally(() => underway.delete(name));
      underway.set(name, now);
      return now;
    },
    removeVolume: (name) => discard(layout, layout.volume(name)),
  };
};

// A new volume takes over content, owner and mode of the folder it is mounted on, as Docker does.
const copyFromImage = async (rootfs: string, target: string, to: string): Promise<void> => {
  const source = folderBelow(rootfs, target);
  if (source === undefined) return;
  try {
    const path = `/proc/${process.pid}/fd/${source}`;
    if (readdirSync(pathOf(source)).length > 0) {
      await run('cp', ['-a', '--reflink=auto', `${path}/.`, to]);
      await syncFileSystem(to);
    }
    const { uid, gid, mode } = fstatSync(source);
    chownSync(to, uid, gid);
    chmodSync(to, mode & 0o7777);
  } finally {
    closeSync(source);
  }
};

// Links in the image are followed inside the image only.
const folderBelow = (rootfs: string, path: string): number | undefined => {
  try {
    return openBelow(rootfs, path, constants.O_RDONLY | constants.O_DIRECTORY);
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return undefined;
    throw error;
  }
};
