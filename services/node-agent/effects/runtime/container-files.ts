import { join } from 'node:path';
import { SOCKET_PATH_MAX } from './syscalls.ts';

/** Long enough to be one container's own; the whole id would make socket paths too long for the kernel. */
const FOLDER_NAME_LENGTH = 32;

/** Ends the names of bundles that are being made or deleted: they are nobody's yet, or no more. */
export const HALF_MADE = '.new';
export const GONE = '.gone';

/** Everything the runtime keeps of one container, by path. `runDir` is gone after a reboot, `stateDir` stays. */
export type ContainerFiles = {
  bundle: string;
  config: string;
  /** Who the container is and which run this is: written before anything else. */
  identity: string;
  /** Its time is the time of the start. */
  started: string;
  pid: string;
  supervisorPid: string;
  attachSocket: string;
  control: string;
  execs: string;
  /** Shared memory of a container that shares it, mounted here. */
  sharedMemory: string;
  /** conmon writes the exit code here when the container has ended. */
  exit: string;
  /** The OCI runtime's own folder of the container. */
  ociState: string;
  /** There from create to start: the first process waits on it. */
  startFifo: string;
  /** crun leaves the filter it compiled here. */
  compiledSeccomp: string;
  logDir: string;
  log: string;
};

export type RuntimeDirs = { runDir: string; stateDir: string };

export const bundlesDir = ({ runDir }: RuntimeDirs): string => join(runDir, 'c');
export const exitsDir = ({ runDir }: RuntimeDirs): string => join(runDir, 'exits');
export const ociRootDir = ({ runDir }: RuntimeDirs): string => join(runDir, 'oci');
export const seccompDir = ({ stateDir }: RuntimeDirs): string => join(stateDir, 'seccomp');
export const logsDir = ({ stateDir }: RuntimeDirs): string => join(stateDir, 'logs');

export const containerFiles = (dirs: RuntimeDirs, containerId: string): ContainerFiles => {
  const bundle = join(bundlesDir(dirs), containerId.slice(0, FOLDER_NAME_LENGTH));
  const ociState = join(ociRootDir(dirs), containerId);
  const logDir = join(logsDir(dirs), containerId);
  return {
    bundle,
    config: join(bundle, 'config.json'),
    identity: join(bundle, 'identity.json'),
    started: join(bundle, 'started'),
    pid: join(bundle, 'pid'),
    supervisorPid: join(bundle, 'conmon.pid'),
    attachSocket: join(bundle, 'attach'),
    control: join(bundle, 'ctl'),
    execs: join(bundle, 'x'),
    sharedMemory: join(bundle, 'shm'),
    exit: join(exitsDir(dirs), containerId),
    ociState,
    startFifo: join(ociState, 'exec.fifo'),
    compiledSeccomp: join(ociState, 'seccomp.bpf'),
    logDir,
    log: join(logDir, 'log'),
  };
};

/** Refuses a run directory whose sockets no program could connect to. */
export const checkRunDir = (dirs: RuntimeDirs): void => {
  const longest = join(bundlesDir(dirs), 'x'.repeat(FOLDER_NAME_LENGTH), 'x', 'x'.repeat(8), 'attach');
  const excess = Buffer.byteLength(longest) - SOCKET_PATH_MAX;
  if (excess > 0) throw new Error(`run directory ${dirs.runDir}: ${excess} bytes too long for unix sockets below it; use a shorter path`);
};
