import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import type { Cgroup } from './cgroup.ts';
import { isFrozen, setFrozen } from './cgroup.ts';
import { bundlesDir, checkRunDir, exitsDir, logsDir, ociRootDir, seccompDir, type RuntimeDirs } from './container-files.ts';
import { createContainer, discard } from './create.ts';
import { watchExits } from './exits.ts';
import { findContainer, foundContainers, inspectContainer, type FoundContainer, type Place } from './inventory.ts';
import { readMachine, type Machine } from './machine.ts';
import { isGone, ociMessage, runOci, type OciRuntime } from './oci-runtime.ts';
import type { Runtime } from './port.ts';
import { seccompCache, type SeccompCache } from './seccomp-cache.ts';
import { startError } from './start-failure.ts';

export type CrunOptions = {
  /** Logs and compiled filters: survives a reboot. */
  stateDir: string;
  /** Bundles, sockets and exit codes: best on a tmpfs, gone after a reboot as the containers are. */
  runDir: string;
  /** Absolute, below the cgroup root, e.g. `/lading`. */
  cgroupParent: string;
  conmon?: string;
  runtime?: string;
};

/** What every part of the runtime works with. */
export type CrunContext = Place & { dirs: RuntimeDirs; machine: Machine; runtime: OciRuntime; conmon: string; cgroupParent: string; seccompCache: SeccompCache };

const DEFAULT_CONMON = '/usr/bin/conmon';
const OCI_PROGRAMS = ['/usr/bin/crun', '/usr/local/bin/crun', '/usr/sbin/runc', '/usr/bin/runc'];

const openContext = (options: CrunOptions): CrunContext => {
  const dirs = { runDir: options.runDir, stateDir: options.stateDir };
  const machine = readMachine();
  const program = options.runtime ?? OCI_PROGRAMS.find((path) => existsSync(path)) ?? 'crun';
  checkRunDir(dirs);
  for (const dir of [bundlesDir(dirs), exitsDir(dirs), ociRootDir(dirs), logsDir(dirs)]) mkdirSync(dir, { recursive: true, mode: 0o700 });
  return {
    dirs,
    creating: new Set(),
    machine,
    cgroupParent: options.cgroupParent,
    cgroupOf: (containerId): Cgroup => ({ version: machine.cgroupVersion, path: `${options.cgroupParent}/${containerId}` }),
    runtime: { program, root: ociRootDir(dirs) },
    conmon: options.conmon ?? DEFAULT_CONMON,
    seccompCache: seccompCache(seccompDir(dirs), program),
  };
};

const existing = (context: CrunContext, containerId: string): FoundContainer => {
  const found = findContainer(context, containerId);
  if (found === undefined) throw new Error(`container ${containerId}: not on this node; create it first`);
  return found;
};

const start = async (context: CrunContext, containerId: string): Promise<{ pid: number }> => {
  const { files } = existing(context, containerId);
  writeFileSync(files.started, '');
  const result = await runOci(context.runtime, ['start', containerId]);
  if (result.exitCode !== 0) throw startError(ociMessage(result));
  return { pid: inspectContainer(context, existing(context, containerId)).pid };
};

const signal = async (context: CrunContext, containerId: string, name: string): Promise<void> => {
  const result = await runOci(context.runtime, ['kill', containerId, name]);
  if (result.exitCode !== 0 && !isGone(result)) throw new Error(`container ${containerId}: signal ${name}: ${ociMessage(result)}`);
  const cgroup = context.cgroupOf(containerId);
  if (isFrozen(cgroup) && /^(SIG)?KILL$|^9$/.test(name)) await setFrozen(cgroup, false);
};

const inspectAll = (context: CrunContext) => foundContainers(context).map((found) => inspectContainer(context, found));

const lostContainers = (context: CrunContext): readonly string[] =>
  inspectAll(context).filter((container) => container.state === 'lost').map((container) => container.containerId);

/** The real runtime: conmon watches over each container, crun (or runc) makes it. The containers outlive the agent. */
export const crunRuntime = (options: CrunOptions): Pick<Runtime, 'list' | 'create' | 'start' | 'signal' | 'delete' | 'watch'> => {
  const context = openContext(options);
  return {
    list: async () => inspectAll(context),
    create: (container) => createContainer(context, container),
    start: (containerId) => start(context, containerId),
    signal: (containerId, name) => signal(context, containerId, name),
    delete: (containerId) => discard(context, containerId),
    watch: (onExit) => watchExits(exitsDir(context.dirs), () => lostContainers(context), onExit),
  };
};
