import { lstatSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { ContainerSpec, Device, DeviceLimit } from '#proto/container.ts';
import type { FoundDevice } from './oci-devices.ts';
import type { FoundLimit } from './oci-resources.ts';
import { StartError } from './port.ts';

const S_IFMT = 0o170000;
const S_IFBLK = 0o060000;
const S_IFCHR = 0o020000;
const PERMISSION_BITS = 0o777;

/** A container has its own of these. */
const OWN_DEVICES = new Set(['pts', 'shm', 'fd', 'mqueue', 'hugepages', 'console', 'ptmx', 'tty', 'null', 'zero', 'full', 'random', 'urandom', 'core', 'stdin', 'stdout', 'stderr']);

/** glibc's packing of a device number: 32 bits of major and minor interleaved for old and new kernels. */
const majorOf = (device: number): number => Number((BigInt(device) >> 8n) & 0xfffn);
const minorOf = (device: number): number => Number((BigInt(device) & 0xffn) | ((BigInt(device) >> 12n) & 0xfff00n));

const nodeAt = (hostPath: string, path: string, access: string): FoundDevice | undefined => {
  const found = statSync(hostPath, { throwIfNoEntry: false });
  const kind = (found?.mode ?? 0) & S_IFMT;
  if (found === undefined || (kind !== S_IFBLK && kind !== S_IFCHR)) return undefined;
  return {
    path,
    type: kind === S_IFBLK ? 'b' : 'c',
    major: majorOf(found.rdev),
    minor: minorOf(found.rdev),
    fileMode: found.mode & PERMISSION_BITS,
    uid: found.uid,
    gid: found.gid,
    access,
  };
};

const below = (hostPath: string, path: string, access: string): FoundDevice[] =>
  readdirSync(hostPath).flatMap((name) => {
    const inner = lstatSync(join(hostPath, name), { throwIfNoEntry: false });
    if (inner?.isDirectory()) return below(join(hostPath, name), join(path, name), access);
    const node = inner?.isSymbolicLink() ? undefined : nodeAt(join(hostPath, name), join(path, name), access);
    return node === undefined ? [] : [node];
  });

const asked = ({ hostPath, containerPath, permissions }: Device): FoundDevice[] => {
  const path = containerPath || hostPath;
  const access = permissions || 'rwm';
  if (statSync(hostPath, { throwIfNoEntry: false })?.isDirectory()) return below(hostPath, path, access);
  const node = nodeAt(hostPath, path, access);
  if (node !== undefined) return [node];
  throw new StartError({ exitCode: 125, message: `device ${hostPath}: no device of this machine; name one that is` });
};

/** The device nodes a container gets beyond the basic ones: those it names, or all of the machine's when privileged. */
export const findDevices = ({ devices, privileged }: Pick<ContainerSpec, 'devices' | 'privileged'>): readonly FoundDevice[] => {
  const all = privileged ? readdirSync('/dev').filter((name) => !OWN_DEVICES.has(name)).flatMap((name) => {
    const path = join('/dev', name);
    const inner = lstatSync(path, { throwIfNoEntry: false });
    if (inner?.isDirectory()) return below(path, path, 'rwm');
    const node = inner?.isSymbolicLink() ? undefined : nodeAt(path, path, 'rwm');
    return node === undefined ? [] : [node];
  }) : [];
  const named = devices.flatMap(asked);
  const paths = new Set(named.map((device) => device.path));
  return [...all.filter((device) => !paths.has(device.path)), ...named];
};

/** The block devices that limits name. Throws StartError for one that is none. */
export const findLimits = (limits: readonly DeviceLimit[]): readonly FoundLimit[] =>
  limits.map(({ path, kind, value }) => {
    const node = nodeAt(path, path, '');
    if (node?.type !== 'b') throw new StartError({ exitCode: 125, message: `limit of ${path}: no block device of this machine; name one that is` });
    return { major: node.major, minor: node.minor, kind, value };
  });
