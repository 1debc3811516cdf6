import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';

/** How to (re)start a program inside the agent's mount namespace: put these before its own command line. */
export type EnterCommand = { command: string; args: readonly string[] };

const HYBRID_MOUNT = '/sys/fs/cgroup/unified';
const OWN_NAMESPACE = '/proc/self/ns/mnt';

const run = (command: string, ...args: readonly string[]): void => {
  execFileSync(command, args, { stdio: ['ignore', 'ignore', 'pipe'] });
};

const isMounted = (path: string): boolean => readFileSync('/proc/self/mountinfo', 'utf8').split('\n').some((line) => line.split(' ')[4] === path);

const pinOf = (runDir: string): string => join(runDir, 'mnt');
const nameOf = (runDir: string): string => join(runDir, 'mnt.name');

/** Whether this process is inside the pinned namespace already. */
export const isInside = (runDir: string): boolean =>
  existsSync(nameOf(runDir)) && readFileSync(nameOf(runDir), 'utf8').trim() === readlinkSync(OWN_NAMESPACE);

const isPinned = (runDir: string): boolean => isMounted(pinOf(runDir));

/**
 * A namespace can be pinned only in one with a lower number, and a new kernel numbers them by processor: where we are in a namespace
 * that is not the machine's first, it may have to be made on another one.
 */
const unshareSomewhere = (args: readonly string[]): void => {
  const attempts = [['unshare', ...args], ...cpus().map((_, cpu) => ['taskset', '-c', String(cpu), 'unshare', ...args])];
  for (const [index, [command = '', ...rest]] of attempts.entries()) {
    try {
      return run(command, ...rest);
    } catch (error) {
      if (index === attempts.length - 1) throw error;
    }
  }
};

const pin = (runDir: string): void => {
  mkdirSync(runDir, { recursive: true, mode: 0o700 });
  // A namespace can be pinned only below a private mount, or it would hold a mount that holds itself.
  if (!isMounted(runDir)) run('mount', '--bind', runDir, runDir);
  run('mount', '--make-private', runDir);
  writeFileSync(pinOf(runDir), '');
  // Slave: what the machine mounts later is seen inside, overlays made inside stay inside.
  // crun refuses to work where both versions of cgroups are mounted, hence the umount.
  const inside = `umount ${HYBRID_MOUNT} 2>/dev/null; readlink ${OWN_NAMESPACE} > "$0"`;
  unshareSomewhere([`--mount=${pinOf(runDir)}`, '--propagation', 'slave', 'sh', '-c', inside, nameOf(runDir)]);
};

/**
 * Makes, once, a private mount namespace that outlives every process in it, and tells how to start a program there. The overlays of
 * running containers live in it, so a restarted agent has to come back into the same one.
 */
export const enterCommand = (runDir: string): EnterCommand => {
  if (!isPinned(runDir)) pin(runDir);
  // nsenter goes to the root folder, where relative paths of the program's arguments would mean something else.
  return { command: 'nsenter', args: [`--mount=${pinOf(runDir)}`, '--', 'sh', '-c', 'cd "$0" && exec "$@"', process.cwd()] };
};

/** Takes the namespace away, and with it every mount made in it once its last process has ended. Call it from outside. */
export const leave = (runDir: string): void => {
  if (existsSync(pinOf(runDir)) && isPinned(runDir)) run('umount', pinOf(runDir));
  if (isMounted(runDir)) run('umount', '-l', runDir);
  for (const file of [pinOf(runDir), nameOf(runDir)]) rmSync(file, { force: true });
};
