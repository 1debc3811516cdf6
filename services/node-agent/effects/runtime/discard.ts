import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { killAll } from './cgroup-kill.ts';
import { cgroupPids, removeCgroups } from './cgroup.ts';
import { bundlesDir, containerFiles, exitsDir, GONE, HALF_MADE, type ContainerFiles, type RuntimeDirs } from './container-files.ts';
import type { CrunContext } from './crun.ts';
import { supervisorLives } from './inventory.ts';
import { runOci } from './oci-runtime.ts';
import { killQuietly, pidsWithArgument, readPid } from './process-facts.ts';
import { unmountSharedMemory } from './shared-memory.ts';

const SUPERVISOR_TIMEOUT_MS = 5_000;
const POLL_MS = 2;

/** A supervisor that still lives would write an exit code where the container's next run is looked for. */
const awaitSupervisorEnd = async (containerId: string, files: ContainerFiles): Promise<void> => {
  const deadline = Date.now() + SUPERVISOR_TIMEOUT_MS;
  while (supervisorLives(containerId, files)) {
    if (Date.now() > deadline) killQuietly(readPid(files.supervisorPid));
    await delay(POLL_MS);
  }
};

/** A supervisor that a killed agent had only just started may not have said who it is: it is found by its bundle. */
const endMakers = async ({ bundle, supervisorPid }: ContainerFiles): Promise<void> => {
  if (existsSync(supervisorPid)) return;
  for (let makers = pidsWithArgument(bundle); makers.length > 0; makers = pidsWithArgument(bundle)) {
    makers.forEach(killQuietly);
    await delay(POLL_MS);
  }
};

/**
 * Removes the bundle, the runtime's state and the cgroups of a container, whichever of them there are, and kills what runs. Until it
 * has all been done the container stays listed, so that a crash in between only means that it is deleted once more.
 */
export const discard = async (context: CrunContext, containerId: string): Promise<void> => {
  const files = containerFiles(context.dirs, containerId);
  const cgroup = context.cgroupOf(containerId);
  if (!existsSync(files.bundle) && !existsSync(files.ociState)) return;
  const isOver = existsSync(files.exit) && cgroupPids(cgroup).length === 0;
  await endMakers(files);
  if (!isOver || !(await context.worksByFiles)) await runOci(context.runtime, ['delete', '-f', containerId]);
  // Without a pid namespace of its own a container's other processes outlive its first one.
  await killAll(cgroup);
  await awaitSupervisorEnd(containerId, files);
  await removeCgroups(cgroup.version, cgroup.path);
  await unmountSharedMemory(files);
  rmSync(files.ociState, { recursive: true, force: true });
  if (existsSync(files.bundle)) renameSync(files.bundle, files.bundle + GONE);
  rmSync(files.exit, { force: true });
  rmSync(files.bundle + GONE, { recursive: true, force: true });
};

/** What a killed agent left half made or half deleted: folders of nobody, and exit codes of nobody. */
export const clearDiscarded = (dirs: RuntimeDirs): void => {
  for (const name of readdirSync(bundlesDir(dirs))) {
    if (name.endsWith(GONE) || name.endsWith(HALF_MADE)) rmSync(join(bundlesDir(dirs), name), { recursive: true, force: true });
  }
  for (const containerId of readdirSync(exitsDir(dirs))) {
    const files = containerFiles(dirs, containerId);
    if (!existsSync(files.bundle)) rmSync(files.exit, { force: true });
  }
};
