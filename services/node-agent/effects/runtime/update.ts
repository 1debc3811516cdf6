import type { Resources } from '#proto/container.ts';
import { readCgroup, writeCgroup, type Cgroup } from './cgroup.ts';
import { limitWritesV1, limitWritesV2 } from './cgroup-limits.ts';
import { findLimits } from './device-nodes.ts';
import type { Machine } from './machine.ts';

/** Gives a container new limits, directly: the runtime's own command takes a hundred times as long for the same writes. */
export const updateLimits = (cgroup: Cgroup, resources: Resources, machine: Machine): void => {
  // Ended: the next run begins with what it is given then.
  if (readCgroup(cgroup, 'cpu', 'cgroup.procs') === undefined) return;
  const togetherBytes = Number(readCgroup(cgroup, 'memory', 'memory.memsw.limit_in_bytes') ?? Infinity);
  const blockIo = { limits: findLimits(resources.deviceLimits), byWeight: machine.blockIoWeight };
  const writes = cgroup.version === 2
    ? limitWritesV2(resources, blockIo)
    : limitWritesV1(resources, { togetherBytes, swapAccounting: machine.swapAccounting }, blockIo);
  for (const { controller, file, value } of writes) {
    try {
      writeCgroup(cgroup, controller, file, value);
    } catch (error) {
      const isAbsent = error instanceof Error && 'code' in error && error.code === 'ENOENT';
      // Without swap accounting there is no such file, and nothing to limit.
      if (isAbsent && file.includes('swap')) continue;
      const cause = error instanceof Error ? error.message : String(error);
      throw new Error(`${file} = ${value}: ${cause}; ask for a limit that this machine and what runs already leave room for`, { cause: error });
    }
  }
};
