import koffi from 'koffi';

const libc = koffi.load('libc.so.6');
// Paths as bytes: names of files need not be UTF-8.
const llistxattr = libc.func('int64_t llistxattr(const uint8_t* path, _Out_ uint8_t* list, size_t size)');
const lgetxattr = libc.func('int64_t lgetxattr(const uint8_t* path, const char* name, _Out_ uint8_t* value, size_t size)');

export type Attribute = { name: string; value: Buffer };

/** The kernel's own bounds, of the names together and of one value. xattr(7) */
const kernelMaxBytes = 65_536;
const list = Buffer.alloc(kernelMaxBytes);
const held = Buffer.alloc(kernelMaxBytes);

const terminated = (path: Buffer): Buffer => Buffer.concat([path, Buffer.alloc(1)]);

/** Extended attributes of what lies at a path, a link itself and not what it leads to, in the order of their names. Where the file system has none: none. */
export const attributesOf = (path: Buffer): Attribute[] => {
  const at = terminated(path);
  const size = Number(llistxattr(at, list, kernelMaxBytes));
  if (size <= 0) return [];
  const names = list.toString('utf8', 0, size - 1).split('\0').sort();
  return names.flatMap((name) => {
    const value = valueOf(at, name);
    return value === undefined ? [] : [{ name, value }];
  });
};

/** One attribute, or undefined where it is not set. */
export const attributeOf = (path: Buffer, name: string): Buffer | undefined => valueOf(terminated(path), name);

const valueOf = (at: Buffer, name: string): Buffer | undefined => {
  const size = Number(lgetxattr(at, name, held, kernelMaxBytes));
  return size < 0 ? undefined : Buffer.from(held.subarray(0, size));
};
