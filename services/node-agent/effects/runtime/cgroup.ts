import { existsSync, readFileSync, readdirSync, rmSync, rmdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

const ROOT = '/sys/fs/cgroup';
/** Version 2 beside version 1, without controllers. */
const UNIFIED = 'unified';
const THAW_TIMEOUT_MS = 10_000;
const REMOVE_TIMEOUT_MS = 5_000;
const POLL_MS = 2;

/** A kernel may lack some of them. */
const USUAL_CONTROLLERS = ['pids', 'memory', 'cpu', 'systemd'];

/** A container's control group, under either version of the kernel's interface. */
export type Cgroup = { version: 1 | 2; path: string };

/** Folder of the group; with version 1 every controller has a tree of its own. */
export const cgroupDir = (cgroup: Cgroup, controller: string): string =>
  cgroup.version === 2 ? join(ROOT, cgroup.path) : join(ROOT, controller, cgroup.path);

/** Trees in which the group can exist. */
export const cgroupTrees = (version: 1 | 2): readonly string[] =>
  version === 2 ? [ROOT] : readdirSync(ROOT).filter((name) => name !== UNIFIED).map((name) => join(ROOT, name));

/** A file of the group, undefined when the group or the file is not there. */
export const readCgroup = (cgroup: Cgroup, controller: string, file: string): string | undefined => {
  try {
    return readFileSync(join(cgroupDir(cgroup, controller), file), 'utf8');
  } catch {
    return undefined;
  }
};

export const writeCgroup = (cgroup: Cgroup, controller: string, file: string, value: string): void =>
  writeFileSync(join(cgroupDir(cgroup, controller), file), value);

/** Every process of the group, as the host numbers them. */
export const cgroupPids = (cgroup: Cgroup): readonly number[] => {
  const lists = USUAL_CONTROLLERS.map((controller) => readCgroup(cgroup, controller, 'cgroup.procs'));
  return (lists.find((list) => list !== undefined) ?? '').split('\n').filter(Boolean).map(Number);
};

/** A line `name value` of a flat keyed file; 0 when it is not there. */
export const keyedValue = (text: string | undefined, key: string): number => {
  const match = text?.split('\n').find((line) => line.startsWith(`${key} `));
  return match === undefined ? 0 : Number(match.slice(key.length + 1));
};

export const oomKills = (cgroup: Cgroup): number =>
  cgroup.version === 2
    ? keyedValue(readCgroup(cgroup, 'memory', 'memory.events'), 'oom_kill')
    : keyedValue(readCgroup(cgroup, 'memory', 'memory.oom_control'), 'oom_kill');

export const isFrozen = (cgroup: Cgroup): boolean =>
  cgroup.version === 2
    ? keyedValue(readCgroup(cgroup, 'freezer', 'cgroup.events'), 'frozen') === 1
    : readCgroup(cgroup, 'freezer', 'freezer.state')?.trim() === 'FROZEN';

/** Stops or lets run every process of the group, and waits until the kernel has done it. */
export const setFrozen = async (cgroup: Cgroup, frozen: boolean): Promise<void> => {
  if (cgroup.version === 2) writeCgroup(cgroup, 'freezer', 'cgroup.freeze', frozen ? '1' : '0');
  else writeCgroup(cgroup, 'freezer', 'freezer.state', frozen ? 'FROZEN' : 'THAWED');
  const deadline = Date.now() + THAW_TIMEOUT_MS;
  while (isFrozen(cgroup) !== frozen) {
    if (Date.now() > deadline) throw new Error(`cgroup ${cgroup.path}: not ${frozen ? 'frozen' : 'thawed'} in ${THAW_TIMEOUT_MS} ms`);
    await delay(POLL_MS);
  }
};

const removeTree = (dir: string): boolean => {
  if (!existsSync(dir)) return true;
  try {
    for (const entry of readdirSync(dir, { withFileTypes: true })) if (entry.isDirectory()) removeTree(join(dir, entry.name));
    rmdirSync(dir);
  } catch {
    // Gone just now, or a process is still on its way out.
  }
  return !existsSync(dir);
};

/** Removes the group and every group below it in all trees. Throws when a process stays in one of them. */
export const removeCgroups = async (version: 1 | 2, path: string): Promise<void> => {
  const deadline = Date.now() + REMOVE_TIMEOUT_MS;
  for (let left = cgroupTrees(version); ; await delay(POLL_MS)) {
    left = left.filter((tree) => !removeTree(join(tree, path)));
    if (left.length === 0) break;
    if (Date.now() > deadline) throw new Error(`cgroup ${path}: still in use in ${left.join(', ')}; look at its cgroup.procs`);
  }
  // Where the agent has taken the version 2 tree away, crun writes ordinary files in its place.
  if (version === 1 && !existsSync(join(ROOT, UNIFIED, 'cgroup.controllers'))) {
    rmSync(join(ROOT, UNIFIED, path), { recursive: true, force: true });
  }
};
