import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { attachments } from './attach.ts';
import { cgroupPids, isFrozen, setFrozen, type Cgroup } from './cgroup.ts';
import { bundlesDir, checkRunDir, containerFiles, exitsDir, logsDir, ociRootDir, seccompDir, type RuntimeDirs } from './container-files.ts';
import { resizeTerminal } from './control.ts';
import { createContainer } from './create.ts';
import { clearDiscarded, discard } from './discard.ts';
import { watchEnds } from './ends.ts';
import { execInContainer } from './exec.ts';
import { findContainer, foundContainers, inspectContainer, type FoundContainer, type Place } from './inventory.ts';
import { readLog } from './log-read.ts';
import { logSource } from './log-source.ts';
import { readMachine, type Machine } from './machine.ts';
import { isGone, ociMessage, runOci, type OciRuntime } from './oci-runtime.ts';
import type { Attached, LogEntry, LogQuery, Runtime, Stats } from './port.ts';
import { readPid } from './process-facts.ts';
import { seccompCache, type SeccompCache } from './seccomp-cache.ts';
import { signalNumber } from './signals.ts';
import { startError } from './start-failure.ts';
import { releaseFifo, worksByFiles } from './start-fifo.ts';
import { readStats } from './stats.ts';
import { listProcesses } from './top.ts';
import { updateLimits } from './update.ts';

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
export type CrunContext = Place & {
  machine: Machine;
  runtime: OciRuntime;
  /** See `worksByFiles`. */
  worksByFiles: Promise<boolean>;
  conmon: string;
  cgroupParent: string;
  seccompCache: SeccompCache;
  attachments: ReturnType<typeof attachments>;
  /** Told of each container that this process has created. */
  created: Set<(containerId: string) => void>;
};

const SIGKILL = 9;
const DEFAULT_CONMON = '/usr/bin/conmon';
const OCI_PROGRAMS = ['/usr/bin/crun', '/usr/local/bin/crun', '/usr/sbin/runc', '/usr/bin/runc'];

const openContext = (options: CrunOptions): CrunContext => {
  const dirs: RuntimeDirs = { runDir: options.runDir, stateDir: options.stateDir };
  const machine = readMachine();
  const program = options.runtime ?? OCI_PROGRAMS.find((path) => existsSync(path)) ?? 'crun';
  checkRunDir(dirs);
  for (const dir of [bundlesDir(dirs), exitsDir(dirs), ociRootDir(dirs), logsDir(dirs)]) mkdirSync(dir, { recursive: true, mode: 0o700 });
  clearDiscarded(dirs);
  return {
    dirs,
    creating: new Set(),
    identities: new Map(),
    machine,
    cgroupParent: options.cgroupParent,
    cgroupOf: (containerId): Cgroup => ({ version: machine.cgroupVersion, path: `${options.cgroupParent}/${containerId}` }),
    worksByFiles: worksByFiles(program),
    runtime: { program, root: ociRootDir(dirs) },
    conmon: options.conmon ?? DEFAULT_CONMON,
    attachments: attachments(),
    created: new Set(),
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
  if ((await context.worksByFiles) && releaseFifo(files.startFifo)) return { pid: readPid(files.pid) };
  const result = await runOci(context.runtime, ['start', containerId]);
  if (result.exitCode !== 0) throw startError(ociMessage(result));
  return { pid: readPid(files.pid) };
};

const signal = async (context: CrunContext, containerId: string, name: string): Promise<void> => {
  const number = signalNumber(name);
  const cgroup = context.cgroupOf(containerId);
  if (!signalFirst(readPid(containerFiles(context.dirs, containerId).pid), cgroup, number)) {
    const result = await runOci(context.runtime, ['kill', containerId, String(number)]);
    if (result.exitCode !== 0 && !isGone(result)) throw new Error(`container ${containerId}: signal ${name}: ${ociMessage(result)}`);
  }
  // A frozen process does not even die.
  if (number === SIGKILL && isFrozen(cgroup)) await setFrozen(cgroup, false);
};

/** Signals the first process as the runtime would; false where its number may be another's by now: it is not in the group any more. */
const signalFirst = (pid: number, cgroup: Cgroup, number: number): boolean => {
  if (pid === 0 || !cgroupPids(cgroup).includes(pid)) return false;
  try {
    process.kill(pid, number);
    return true;
  } catch {
    return false;
  }
};

const freeze = async (context: CrunContext, containerId: string, frozen: boolean): Promise<void> => {
  existing(context, containerId);
  await setFrozen(context.cgroupOf(containerId), frozen);
};

const logs = (context: CrunContext, containerId: string, query: LogQuery): AsyncIterable<LogEntry> => {
  const isOver = (): boolean => {
    const found = findContainer(context, containerId);
    const state = found === undefined ? 'exited' : inspectContainer(context, found).state;
    return state === 'exited' || state === 'lost';
  };
  return readLog(logSource(containerFiles(context.dirs, containerId), exitsDir(context.dirs), isOver), query);
};

const attach = (context: CrunContext, containerId: string): Attached => {
  const { identity, files } = existing(context, containerId);
  const { openStdin, stdinOnce, tty } = identity.spec;
  return context.attachments({ containerId, socketPath: files.attachSocket, openStdin, stdinOnce, tty });
};

const stats = (context: CrunContext, containerId: string): Stats => {
  const found = existing(context, containerId);
  return readStats(context.cgroupOf(containerId), readPid(found.files.pid), found.identity.spec.networkMode !== 'host');
};

/** The real runtime: conmon watches over each container, crun (or runc) makes it. The containers outlive the agent. */
export const crunRuntime = (options: CrunOptions): Runtime => {
  const context = openContext(options);
  return {
    list: async () => foundContainers(context).map((found) => inspectContainer(context, found)),
    get: async (containerId) => {
      const found = findContainer(context, containerId);
      return found && !context.creating.has(containerId) ? inspectContainer(context, found) : undefined;
    },
    create: (container) => createContainer(context, container),
    start: (containerId) => start(context, containerId),
    signal: (containerId, name) => signal(context, containerId, name),
    pause: (containerId) => freeze(context, containerId, true),
    unpause: (containerId) => freeze(context, containerId, false),
    delete: (containerId) => discard(context, containerId),
    removeLog: async (containerId) => rmSync(containerFiles(context.dirs, containerId).logDir, { recursive: true, force: true }),
    update: async (containerId, resources) => updateLimits(context.cgroupOf(containerId), resources, context.machine),
    watch: (onExit) => watchEnds(context, onExit),
    exec: async (containerId, request) => execInContainer(context, existing(context, containerId), request),
    attach: async (containerId) => attach(context, containerId),
    logs: (containerId, query) => logs(context, containerId, query),
    resize: async (containerId, rows, columns) => resizeTerminal(existing(context, containerId).files.control, rows, columns),
    stats: async (containerId) => stats(context, containerId),
    top: async (containerId) => listProcesses(context.cgroupOf(containerId), existing(context, containerId).identity.rootfs),
  };
};
