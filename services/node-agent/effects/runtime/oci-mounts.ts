import { posix } from 'node:path';
import type { Mount } from '#proto/container.ts';
import type { PreparedContainer, PreparedMount } from './port.ts';

export type OciMount = { destination: string; type?: string; source: string; options: readonly string[] };

const SHM_BYTES = 64 * 1024 * 1024;
const LOCKED_DOWN = ['nosuid', 'noexec', 'nodev'];
const INIT_TARGET = '/dev/init';

/** Where the init program of a container that asks for one is found. */
export const INIT_PATH = INIT_TARGET;

/** Options of a container's shared memory, wherever it is mounted. */
export const sharedMemoryOptions = (shmSizeBytes: number): readonly string[] => [...LOCKED_DOWN, 'mode=1777', `size=${shmSizeBytes || SHM_BYTES}`];

const sharedMemory = ({ spec }: PreparedContainer, sharedMemoryDir: string | undefined): OciMount[] => {
  const destination = '/dev/shm';
  const source = spec.ipcMode === 'host' ? '/dev/shm' : sharedMemoryDir;
  if (spec.ipcMode === 'none') return [];
  if (source !== undefined) return [{ destination, type: 'bind', source, options: ['rbind', 'rprivate'] }];
  return [{ destination, type: 'tmpfs', source: 'shm', options: sharedMemoryOptions(spec.shmSizeBytes) }];
};

const defaults = (container: PreparedContainer, sharedMemoryDir: string | undefined): OciMount[] => {
  const access = container.spec.privileged ? 'rw' : 'ro';
  return [
    { destination: '/proc', type: 'proc', source: 'proc', options: LOCKED_DOWN },
    { destination: '/dev', type: 'tmpfs', source: 'tmpfs', options: ['nosuid', 'strictatime', 'mode=755', 'size=65536k'] },
    { destination: '/dev/pts', type: 'devpts', source: 'devpts', options: ['nosuid', 'noexec', 'newinstance', 'ptmxmode=0666', 'mode=0620', 'gid=5'] },
    { destination: '/sys', type: 'sysfs', source: 'sysfs', options: [...LOCKED_DOWN, access] },
    { destination: '/sys/fs/cgroup', type: 'cgroup', source: 'cgroup', options: [access, ...LOCKED_DOWN, 'relatime'] },
    { destination: '/dev/mqueue', type: 'mqueue', source: 'mqueue', options: LOCKED_DOWN },
    ...sharedMemory(container, sharedMemoryDir),
  ];
};

const tmpfs = (mount: Mount): OciMount => ({
  destination: mount.target,
  type: 'tmpfs',
  source: 'tmpfs',
  options: [
    ...LOCKED_DOWN.filter((option) => !mount.tmpfsOptions.includes(option.slice('no'.length))),
    ...mount.tmpfsOptions.filter((option) => !LOCKED_DOWN.includes(option)),
    ...(mount.readOnly ? ['ro'] : []),
    ...(mount.tmpfsSizeBytes > 0 ? [`size=${mount.tmpfsSizeBytes}`] : []),
    `mode=${(mount.tmpfsMode || 0o1777).toString(8)}`,
  ],
});

const bind = (mount: PreparedMount): OciMount => ({
  destination: mount.target,
  type: 'bind',
  source: mount.source,
  // `rro`: a read-only bind would otherwise leave what is mounted below it writable. crun opens its target as a folder.
  options: [mount.nonRecursive ? 'bind' : 'rbind', ...(mount.readOnly ? (mount.isFile || mount.readOnlyNonRecursive ? ['ro'] : ['ro', 'rro']) : ['rw']), mount.propagation || 'rprivate'],
});

const depth = (mount: OciMount): number => posix.normalize(mount.destination).split('/').filter(Boolean).length;

/**
 * Parents before children, so that no mount hides another; a mount of the user's replaces the default at the same place.
 * `sharedMemoryDir` is shared memory that lies outside because more than one container uses it.
 */
export const ociMounts = (container: PreparedContainer, initProgram?: string, sharedMemoryDir?: string): readonly OciMount[] => {
  const asked = [...container.spec.mounts.filter((mount) => mount.type === 'tmpfs').map(tmpfs), ...container.mounts.map(bind)];
  const places = new Set(asked.map((mount) => posix.normalize(mount.destination)));
  const kept = defaults(container, sharedMemoryDir).filter((mount) => !places.has(mount.destination));
  const init: OciMount[] = container.spec.init && initProgram !== undefined
    ? [{ destination: INIT_TARGET, type: 'bind', source: initProgram, options: ['bind', 'ro', 'rprivate'] }]
    : [];
  return [...kept, ...[...asked, ...init].sort((left, right) => depth(left) - depth(right))];
};

/** The root's own propagation: what comes in or goes out through a mount has to pass the root first. */
export const rootPropagation = (mounts: readonly PreparedMount[]): string => {
  const asked = mounts.map((mount) => mount.propagation);
  if (asked.some((one) => one === 'shared' || one === 'rshared')) return 'rshared';
  return asked.some((one) => one === 'slave' || one === 'rslave') ? 'rslave' : 'rprivate';
};
