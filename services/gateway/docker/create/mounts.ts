import { posix } from 'node:path';
import { Rejection } from '#kernel/rejection.ts';
import type { Mount } from '#proto/container.ts';
import { bindOf } from './bind.ts';
import { longMount } from './long-mount.ts';
import { mount } from './mount.ts';
import type { CreateRequest } from './request.ts';
import { tmpfsMount } from './tmpfs.ts';

/** All mounts of a request. Throws INVALID for what can't be one, and where two are at one place. */
export const mountsOf = ({ HostConfig: host = {}, Volumes }: CreateRequest): Mount[] => {
  const driver = host.VolumeDriver ?? '';
  if (driver !== '' && driver !== 'local') throw new Rejection('INVALID', `error looking up volume plugin ${driver}: plugin "${driver}" not found: use local`);
  const asked = [...(host.Binds ?? []).map(bindOf), ...(host.Mounts ?? []).map(longMount)];
  const places = new Set<string>();
  for (const { target } of asked) {
    if (places.has(target)) throw new Rejection('INVALID', `Duplicate mount point: ${target}`);
    places.add(target);
  }
  const memory = Object.entries(host.Tmpfs ?? {}).map(([target, options]) => tmpfsMount(target, options));
  for (const { target } of memory) if (asked.some((one) => one.target === target && one.type !== 'tmpfs')) throw new Rejection('INVALID', `Duplicate mount point: ${target}`);
  const kept = [...asked, ...memory.filter(({ target }) => !places.has(target))];
  const anonymous = Object.keys(Volumes ?? {}).map((target) => posix.normalize(target)).filter((target) => !kept.some((one) => one.target === target));
  return [...kept, ...anonymous.map((target) => mount({ type: 'volume', target, anonymous: true }))];
};
