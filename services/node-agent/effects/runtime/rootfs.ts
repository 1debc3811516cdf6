import { closeSync, constants, fstatSync, lstatSync, openSync, readSync } from 'node:fs';
import { join, posix } from 'node:path';
import type { UserFiles } from './container-user.ts';
import { StartError } from './port.ts';
import { openInRoot, realPathInRoot } from './syscalls.ts';

/** An image can ship a passwd file of any size: what is beyond this is not read. */
const USER_FILE_BYTES_MAX = 1024 * 1024;
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

const withRoot = <T>(rootfs: string, use: (rootFd: number) => T): T => {
  const fd = openSync(rootfs, constants.O_RDONLY | constants.O_DIRECTORY);
  try {
    return use(fd);
  } finally {
    closeSync(fd);
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
export const readUserFiles = (rootfs: string): UserFiles =>
  withRoot(rootfs, (rootFd) => ({ passwd: readUserFile(rootFd, 'etc/passwd'), group: readUserFile(rootFd, 'etc/group') }));

const isForbidden = (path: string): boolean => KERNEL_FOLDERS.some((folder) => path === `/${folder}` || path.startsWith(`/${folder}/`));

/**
 * Refuses a working directory that is, or is a link to, something below /proc, /dev or /sys: through an open file of the runtime
 * it could lie outside of the container.
 */
export const checkWorkingDir = (rootfs: string, workingDir: string): void => {
  const wanted = posix.normalize(`/${workingDir}`);
  if (isForbidden(wanted)) refuse(`working directory ${workingDir}: not allowed below /proc, /dev or /sys; use another one`);
  withRoot(rootfs, (rootFd) => {
    let real: string;
    try {
      real = realPathInRoot(rootFd, wanted);
    } catch {
      return;
    }
    const inside = real.startsWith(rootfs) ? real.slice(rootfs.length) || '/' : '/';
    if (isForbidden(inside)) refuse(`working directory ${workingDir}: leads to ${inside}; use one that is not below /proc, /dev or /sys`);
  });
};
