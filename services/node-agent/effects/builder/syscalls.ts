import koffi from 'koffi';
import { systemError } from '../system-error.ts';

const libc = koffi.load('libc.so.6');
// Paths as bytes: names of files need not be UTF-8.
const mknod = libc.func('int mknod(const uint8_t* path, uint32_t mode, uint64_t device)');
const lsetxattr = libc.func('int lsetxattr(const uint8_t* path, const char* name, const uint8_t* value, size_t size, int flags)');

const terminated = (path: Buffer): Buffer => Buffer.concat([path, Buffer.alloc(1)]);

/** Makes a device or a fifo; `mode` and `device` as stat(2) gives them. */
export const makeNode = (path: Buffer, mode: number, device: number): void => {
  if (mknod(terminated(path), mode, BigInt(device)) < 0) throw systemError(`mknod ${path.toString('utf8')}`);
};

/** Sets an extended attribute of what lies at a path, a link itself and not what it leads to. Where the file system takes none, it is left out. */
export const setAttribute = (path: Buffer, name: string, value: Buffer): void => {
  if (lsetxattr(terminated(path), name, value, value.length, 0) === 0) return;
  const error = systemError(`attribute ${name} of ${path.toString('utf8')}`);
  if (error.code !== 'ENOTSUP' && error.code !== 'EPERM') throw error;
};
