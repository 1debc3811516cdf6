import { execFile } from 'node:child_process';
import { closeSync, constants, existsSync, mkdirSync, readlinkSync, readdirSync, renameSync, statSync, chmodSync, chownSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { aside, discard } from './durable.ts';
import { openBelow } from './inside-root.ts';
import type { Layout } from './layout.ts';
import type { ContentStore } from './port.ts';

const run = promisify(execFile);

/** Volumes are folders `<name>/_data`. */
export const volumeStore = (layout: Layout): Pick<ContentStore, 'prepareVolume' | 'removeVolume'> => ({
  prepareVolume: async (name, rootfs, target, copy) => {
    const data = join(layout.volume(name), '_data');
    if (existsSync(data)) return data;
    // Made aside and renamed: a copy that was cut short must not pass for the volume.
    const made = aside(layout);
    mkdirSync(made, { mode: 0o755 });
    if (copy) await copyFromImage(rootfs, target, made);
    mkdirSync(layout.volume(name), { recursive: true, mode: 0o755 });
    renameSync(made, data);
    return data;
  },
  removeVolume: async (name) => {
    await discard(layout, layout.volume(name));
  },
});

// A new volume takes over content, owner and mode of the folder it is mounted on, as Docker does.
const copyFromImage = async (rootfs: string, target: string, to: string): Promise<void> => {
  const source = folderInRoot(rootfs, target);
  if (source === undefined) return;
  if (readdirSync(source).length > 0) await run('cp', ['-a', '--reflink=auto', `${source}/.`, to]);
  const { uid, gid, mode } = statSync(source);
  chownSync(to, uid, gid);
  chmodSync(to, mode & 0o7777);
};

const folderInRoot = (rootfs: string, path: string): string | undefined => {
  try {
    // Links in the image are followed inside the image only.
    const found = openBelow(rootfs, path, constants.O_RDONLY | constants.O_DIRECTORY);
    const real = readlinkSync(`/proc/self/fd/${found}`);
    closeSync(found);
    return real;
  } catch {
    return undefined;
  }
};
