import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { execFileSync } from 'node:child_process';
import { cgroupTrees, removeCgroups } from './cgroup.ts';
import { bundlesDir, ociRootDir } from './container-files.ts';
import { runOci } from './oci-runtime.ts';
import { killQuietly, readPid, readText } from './process-facts.ts';

export type SweepOptions = { runDir: string; stateDir: string; cgroupParent: string; runtime?: string };

const DEFAULT_RUNTIME = '/usr/bin/crun';
const KILL_TIMEOUT_MS = 10_000;
const POLL_MS = 5;

const foldersBelow = (dir: string): string[] =>
  existsSync(dir) ? [dir, ...readdirSync(dir, { withFileTypes: true }).filter((entry) => entry.isDirectory()).flatMap((entry) => foldersBelow(join(dir, entry.name)))] : [];

const groupsBelow = (cgroupParent: string): string[] => {
  const version = existsSync('/sys/fs/cgroup/cgroup.controllers') ? 2 : 1;
  return cgroupTrees(version).flatMap((tree) => foldersBelow(join(tree, cgroupParent)));
};

const pidsIn = (groups: readonly string[]): readonly number[] => [
  ...new Set(groups.flatMap((group) => (readText(join(group, 'cgroup.procs')) ?? '').split('\n').filter(Boolean).map(Number))),
];

const thaw = (groups: readonly string[]): void => {
  for (const group of groups) {
    for (const [file, value] of [['freezer.state', 'THAWED'], ['cgroup.freeze', '0']] as const) {
      const path = join(group, file);
      // A group without its controller's file has nothing frozen.
      if (existsSync(path)) writeQuietly(path, value);
    }
  }
};

const writeQuietly = (path: string, value: string): void => {
  try {
    writeFileSync(path, value);
  } catch {
    // The group went meanwhile.
  }
};

/** Kills everything in the groups again and again: what is being forked between two looks dies at the next. */
const killAll = async (cgroupParent: string): Promise<void> => {
  const deadline = Date.now() + KILL_TIMEOUT_MS;
  for (;;) {
    const groups = groupsBelow(cgroupParent);
    const pids = pidsIn(groups);
    if (pids.length === 0) return;
    if (Date.now() > deadline) throw new Error(`cgroup ${cgroupParent}: ${pids.length} processes do not die; look at ${pids.join(' ')}`);
    pids.forEach(killQuietly);
    thaw(groups);
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
};

const mountsBelow = (dir: string): readonly string[] =>
  readFileSync('/proc/self/mountinfo', 'utf8')
    .split('\n')
    .map((line) => line.split(' ')[4] ?? '')
    .filter((path) => path.startsWith(`${dir}/`));

/**
 * Takes away everything this runtime has left on the machine: processes, supervisors, runtime state, control groups, mounts and the
 * run directory. Logs and compiled filters in `stateDir` stay. Works after any crash; a second time does nothing.
 */
export const sweep = async ({ runDir, stateDir, cgroupParent, runtime = DEFAULT_RUNTIME }: SweepOptions): Promise<void> => {
  const dirs = { runDir, stateDir };
  await killAll(cgroupParent);
  const oci = { program: runtime, root: ociRootDir(dirs) };
  for (const id of existsSync(oci.root) ? readdirSync(oci.root) : []) await runOci(oci, ['delete', '-f', id]);
  for (const name of existsSync(bundlesDir(dirs)) ? readdirSync(bundlesDir(dirs)) : []) stopSupervisor(join(bundlesDir(dirs), name));
  for (const mount of [...mountsBelow(bundlesDir(dirs))].reverse()) execFileSync('umount', ['-l', mount], { stdio: 'ignore' });
  removeCgroups(existsSync('/sys/fs/cgroup/cgroup.controllers') ? 2 : 1, cgroupParent);
  for (const dir of [bundlesDir(dirs), oci.root, join(runDir, 'exits')]) rmSync(dir, { recursive: true, force: true });
};

const stopSupervisor = (bundle: string): void => {
  const pid = readPid(join(bundle, 'conmon.pid'));
  const isOurs = (readText(`/proc/${pid}/cmdline`) ?? '').split('\0').includes(bundle);
  if (pid > 0 && isOurs) killQuietly(pid);
};
