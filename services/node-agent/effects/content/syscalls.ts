import { openSync, closeSync, readSync } from 'node:fs';
import koffi from 'koffi';
import { systemError } from '../system-error.ts';

const libc = koffi.load('libc.so.6');
const numbers = { moveMount: 429, fsopen: 430, fsconfig: 431, fsmount: 432 } as const;
const fsopen = libc.func('long syscall(long number, const char* type, long flags)');
const fsconfig = libc.func('long syscall(long number, long fd, long command, const char* key, const char* value, long aux)');
const fsmount = libc.func('long syscall(long number, long fd, long flags, long attributes)');
const moveMount = libc.func('long syscall(long number, long from, const char* fromPath, long to, const char* toPath, long flags)');
const umount2 = libc.func('int umount2(const char* target, int flags)');
const mknod = libc.func('int mknod(const char* path, uint32_t mode, uint64_t device)');
const fsetxattr = libc.func('int fsetxattr(int fd, const char* name, const char* value, size_t size, int flags)');
const syncfs = libc.func('int syncfs(int fd)');

const setFlag = 0;
const setString = 1;
const create = 6;
const closeOnExec = 1;
const currentFolder = -100;
const emptyFromPath = 4;
const detach = 2;
const characterDevice = 0o020000;

export type Overlay = { lowers: readonly string[]; upper: string; work: string; target: string };

/** Mounts an overlay; `lowers` top first. By fsconfig(2): the option string of mount(2) is cut at a page, which is about 60 layers. */
export const mountOverlay = ({ lowers, upper, work, target }: Overlay): void => {
  const fd = Number(fsopen(numbers.fsopen, 'overlay', closeOnExec));
  if (fd < 0) throw systemError('fsopen overlay');
  try {
    const set = (command: number, key: string | null, value: string | null): void => {
      if (Number(fsconfig(numbers.fsconfig, fd, command, key, value, 0)) < 0) throw new Error(`overlay ${target}: ${key ?? 'create'} ${value ?? ''}: ${said(fd) || systemError('fsconfig').message}`);
    };
    for (const lower of lowers) set(setString, 'lowerdir+', lower);
    set(setString, 'upperdir', upper);
    set(setString, 'workdir', work);
    // No sync at unmount: what a container wrote is not promised to survive a power cut.
    set(setFlag, 'volatile', null);
    // Whatever the machine's default: renamed folders and changed modes must lie whole in the upper folder, to be read from there.
    set(setString, 'redirect_dir', 'off');
    set(setString, 'metacopy', 'off');
    set(create, null, null);
    const mounted = Number(fsmount(numbers.fsmount, fd, closeOnExec, 0));
    if (mounted < 0) throw systemError(`overlay ${target}: fsmount`);
    try {
      if (Number(moveMount(numbers.moveMount, mounted, '', currentFolder, target, emptyFromPath)) < 0) throw systemError(`overlay ${target}: move_mount`);
    } finally {
      closeSync(mounted);
    }
  } finally {
    closeSync(fd);
  }
};

// The kernel tells what it dislikes on the file system's own file descriptor.
const said = (fd: number): string => {
  try {
    const line = Buffer.alloc(1_024);
    return line.toString('utf8', 0, readSync(fd, line)).trim();
  } catch {
    return '';
  }
};

/** Takes a mount away now, whoever still uses it. False when there was none. */
export const unmount = (target: string): boolean => umount2(target, detach) === 0;

/** Hides a name of the layers below (overlayfs: character device 0/0). */
export const makeWhiteout = (path: string): void => {
  if (mknod(path, characterDevice, 0n) < 0) throw systemError(`whiteout ${path}`);
};

/** Hides everything that the layers below have in this open folder. */
export const makeOpaque = (fd: number): void => {
  if (fsetxattr(fd, 'trusted.overlay.opaque', 'y', 1, 0) < 0) throw systemError('opaque folder');
};

/** Brings everything written so far to the disk that `path` is on. Off the main thread: a busy disk takes seconds. */
export const syncFileSystem = async (path: string): Promise<void> => {
  const fd = openSync(path, 'r');
  try {
    const result = await new Promise<number>((resolve, reject) => syncfs.async(fd, (error: Error | null, value: number) => (error ? reject(error) : resolve(value))));
    if (result < 0) throw new Error(`${path} could not be brought to the disk: look for its errors in the kernel's log`);
  } finally {
    closeSync(fd);
  }
};
