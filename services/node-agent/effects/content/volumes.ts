import { execFile } from 'node:child_process';
import { closeSync, constants, existsSync, mkdirSync, openSync, readlinkSync, readdirSync, renameSync, rmSync, statSync, chmodSync, chownSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { openInRoot } from '../runtime/syscalls.ts';
import type { Layout } from './layout.ts';
import type { ContentStore } from './port.ts';

const run = promisify(execFile);

/** Also the rule of Docker: a name can't lead anywhere else. */
const nameRule = /^[a-zA-Z0-9][a-zA-Z0-9_.-]*$/;

/** Volumes are folders `<name>/_data`. */
export const volumeStore = (layout: Layout): Pick<ContentStore, 'prepareVolume' | 'removeVolume'> => ({
  prepareVolume: async (name, rootfs, target, copy) => {
    if (!nameRule.test(name)) throw new Error(`"${name}" is no name for a volume: use letters, digits, _ . and -`);
    const data = join(layout.volume(name), '_data');
    if (existsSync(data)) return data;
    // Made aside and renamed: a copy that was cut short must not pass for the volume.
    const aside = join(layout.staging, `volume-${name}`);
    rmSync(aside, { recursive: true, force: true });
    mkdirSync(aside, { recursive: true, mode: 0o755 });
    if (copy) await copyFromImage(rootfs, target, aside);
    mkdirSync(layout.volume(name), { recursive: true, mode: 0o755 });
    renameSync(aside, data);
    return data;
  },
  removeVolume: async (name) => {
    if (nameRule.test(name)) rmSync(layout.volume(name), { recursive: true, force: true });
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
  const root = openSync(rootfs, 'r');
  try {
    // Links in the image are followed inside the image only.
    const found = openInRoot(root, path, constants.O_RDONLY | constants.O_DIRECTORY);
    const real = readlinkSync(`/proc/self/fd/${found}`);
    closeSync(found);
    return real;
  } catch {
    return undefined;
  } finally {
    closeSync(root);
  }
};
