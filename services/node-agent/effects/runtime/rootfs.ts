import { closeSync, constants, fstatSync, lstatSync, openSync, readSync, readlinkSync } from 'node:fs';
import { join, posix } from 'node:path';
import type { UserFiles } from './container-user.ts';
import { StartError } from './port.ts';
import { openInRoot } from './syscalls.ts';

/** An image can ship a passwd file of any size: what is beyond this is not read. */
const USER_FILE_BYTES_MAX = 1024 * 1024;
/** As many as the kernel follows. */
const LINKS_MAX = 40;
const KERNEL_FOLDERS = ['dev', 'proc', 'sys'];

const refuse = (message: string): never => {
  throw new StartError({ exitCode: 125, message });
};

/**
 * Refuses a root filesystem where the kernel's folders are links: some runtimes mount through them, onto the machine's own files.
 */
export const checkRootfs = (rootfs: string): void => {
  for (const folder of KERNEL_FOLDERS) {
    const found = lstatSync(join(rootfs, folder), { throwIfNoEntry: false });
    if (found !== undefined && !found.isDirectory()) {
      refuse(`root filesystem: /${folder} is not a folder; rebuild the image with a real one or none`);
    }
  }
};

const readUserFile = (rootFd: number, path: string): string => {
  let fd: number;
  try {
    fd = openInRoot(rootFd, path, constants.O_RDONLY | constants.O_NONBLOCK);
  } catch {
    return '';
  }
  try {
    if (!fstatSync(fd).isFile()) return '';
    const text = Buffer.alloc(USER_FILE_BYTES_MAX);
    return text.toString('utf8', 0, readSync(fd, text, 0, USER_FILE_BYTES_MAX, 0));
  } finally {
    closeSync(fd);
  }
};

/** The files that name users; links are followed inside the root filesystem only, and no further than 1 MiB is read. */
export const readUserFiles = (rootfs: string): UserFiles => {
  const rootFd = openSync(rootfs, constants.O_RDONLY | constants.O_DIRECTORY);
  try {
    return { passwd: readUserFile(rootFd, 'etc/passwd'), group: readUserFile(rootFd, 'etc/group') };
  } finally {
    closeSync(rootFd);
  }
};

const isForbidden = (path: string): boolean => KERNEL_FOLDERS.some((folder) => path === `/${folder}` || path.startsWith(`/${folder}/`));

const linkTarget = (path: string): string | undefined => {
  try {
    return readlinkSync(path);
  } catch {
    // No link, or nothing there at all.
    return undefined;
  }
};

/** What a path inside the root filesystem comes to, link by link as the kernel will go, or where it first enters a kernel folder. */
const follow = (rootfs: string, path: string): string => {
  let resolved = '/';
  let links = 0;
  const ahead = path.split('/').filter(Boolean);
  for (let name = ahead.shift(); name !== undefined; name = ahead.shift()) {
    const next = posix.join(resolved, name);
    if (isForbidden(next)) return next;
    const target = linkTarget(join(rootfs, next));
    if (target === undefined) {
      resolved = next;
      continue;
    }
    links += 1;
    if (links > LINKS_MAX) refuse(`working directory ${path}: more than ${LINKS_MAX} links; use a plain path`);
    ahead.unshift(...target.split('/').filter(Boolean));
    if (target.startsWith('/')) resolved = '/';
  }
  return resolved;
};

/**
 * Refuses a working directory that is, or leads over links to, something below /proc, /dev or /sys: through an open file of the
 * runtime it could lie outside of the container. The kernel's folders are still empty here, so their insides are judged by name.
 */
export const checkWorkingDir = (rootfs: string, workingDir: string): void => {
  const real = follow(rootfs, workingDir);
  if (isForbidden(real)) refuse(`working directory ${workingDir}: leads to ${real}; use one that is not below /proc, /dev or /sys`);
};
