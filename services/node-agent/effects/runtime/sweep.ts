import { existsSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { execFileSync } from 'node:child_process';
import { killAll } from './cgroup-kill.ts';
import { removeCgroups } from './cgroup.ts';
import { bundlesDir, ociRootDir } from './container-files.ts';
import { runOci, runProgram } from './oci-runtime.ts';
import { killQuietly, readPid, readText } from './process-facts.ts';

export type SweepOptions = { runDir: string; stateDir: string; cgroupParent: string; runtime?: string };

const DEFAULT_RUNTIME = '/usr/bin/crun';
const HYBRID_MOUNT = '/sys/fs/cgroup/unified';

const mountsBelow = (dir: string): readonly string[] =>
  readFileSync('/proc/self/mountinfo', 'utf8')
    .split('\n')
    .map((line) => line.split(' ')[4] ?? '')
    .filter((path) => path.startsWith(`${dir}/`));

/** From outside the agent's mount namespace: crun's files lie under the mount that was taken away inside. */
const removeHidden = async (cgroupParent: string): Promise<void> => {
  if (!existsSync(join(HYBRID_MOUNT, 'cgroup.controllers'))) return;
  await runProgram('unshare', ['-m', 'sh', '-c', 'umount "$0" && rm -rf "$0$1"', HYBRID_MOUNT, cgroupParent]);
};

/**
 * Takes away everything this runtime has left on the machine: processes, supervisors, runtime state, control groups, mounts and the
 * run directory. Logs and compiled filters in `stateDir` stay. Works after any crash; a second time does nothing.
 */
export const sweep = async ({ runDir, stateDir, cgroupParent, runtime = DEFAULT_RUNTIME }: SweepOptions): Promise<void> => {
  const dirs = { runDir, stateDir };
  const version = existsSync('/sys/fs/cgroup/cgroup.controllers') ? 2 : 1;
  await killAll({ version, path: cgroupParent });
  const oci = { program: runtime, root: ociRootDir(dirs) };
  for (const id of existsSync(oci.root) ? readdirSync(oci.root) : []) await runOci(oci, ['delete', '-f', id]);
  for (const name of existsSync(bundlesDir(dirs)) ? readdirSync(bundlesDir(dirs)) : []) stopSupervisor(join(bundlesDir(dirs), name));
  for (const mount of [...mountsBelow(bundlesDir(dirs))].reverse()) execFileSync('umount', ['-l', mount], { stdio: 'ignore' });
  await removeCgroups(version, cgroupParent);
  await removeHidden(cgroupParent);
  for (const dir of [bundlesDir(dirs), oci.root, join(runDir, 'exits')]) rmSync(dir, { recursive: true, force: true });
};

const stopSupervisor = (bundle: string): void => {
  const pid = readPid(join(bundle, 'conmon.pid'));
  const isOurs = (readText(`/proc/${pid}/cmdline`) ?? '').split('\0').includes(bundle);
  if (pid > 0 && isOurs) killQuietly(pid);
};
