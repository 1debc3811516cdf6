import type { Readable, Writable } from 'node:stream';
import type { ContainerSpec, Resources } from '#proto/container.ts';

/** What a machine's container runtime does for the agent. Two implementations pass one suite: `crun.ts` and `fake.ts`. */
export type Runtime = {
  /** Read from the machine, so it is right after the agent was killed too. */
  list: () => Promise<readonly RuntimeContainer[]>;
  /** The same of one container, at the cost of one; undefined when it is not on this machine or is just being made by this process. */
  get: (containerId: string) => Promise<RuntimeContainer | undefined>;
  /** Makes the container without running it. Throws StartError; then nothing of the container is left. */
  create: (container: PreparedContainer) => Promise<void>;
  start: (containerId: string) => Promise<{ pid: number }>;
  /** No error when the container has gone. A container that was paused is thawed by KILL, which it could not die of otherwise. */
  signal: (containerId: string, signal: string) => Promise<void>;
  pause: (containerId: string) => Promise<void>;
  unpause: (containerId: string) => Promise<void>;
  /** Kills what still runs, then removes the runtime's state and cgroups. The log stays until `removeLog`. No error when it is gone. */
  delete: (containerId: string) => Promise<void>;
  removeLog: (containerId: string) => Promise<void>;
  update: (containerId: string, resources: Resources) => Promise<void>;
  /** Calls back at once for each container that ends and for one whose supervisor was lost. May call more than once for one end. */
  watch: (onExit: (containerId: string) => void) => { close: () => void };
  /** Throws StartError when the command can't be run. */
  exec: (containerId: string, request: ExecRequest) => Promise<ExecProcess>;
  /** Allowed from `create` on, so that no output is missed. A client that does not read loses its attachment, never stalls the container. */
  attach: (containerId: string) => Promise<Attached>;
  /** With `follow` it ends when the container has ended and everything was given. */
  logs: (containerId: string, options: LogQuery) => AsyncIterable<LogEntry>;
  resize: (containerId: string, rows: number, columns: number) => Promise<void>;
  stats: (containerId: string) => Promise<Stats>;
  top: (containerId: string) => Promise<readonly ContainerProcess[]>;
};

export type PreparedContainer = {
  containerId: string;
  run: number;
  spec: ContainerSpec;
  /** Mounted root filesystem. */
  rootfs: string;
  /** Network namespace path; undefined is the host's network. */
  netns?: string;
  /** Bind mounts and volumes with their sources found on this machine, and files such as hosts, hostname and resolv.conf. */
  mounts: readonly PreparedMount[];
  /** A process of the container whose pid namespace is shared. */
  joinPid?: number;
  /** A process of the container whose ipc namespace and /dev/shm are shared. */
  joinIpc?: number;
};

export type PreparedMount = { source: string; target: string; readOnly: boolean; propagation: string; /** The source is no folder: nothing can be mounted below it. */ isFile?: boolean; /** Not what is mounted below the source. */ nonRecursive?: boolean; /** What is mounted below stays writable. */ readOnlyNonRecursive?: boolean };

export type RuntimeContainer = {
  containerId: string;
  run: number;
  /** `lost`: nobody waits for its exit code any more; it may still run until it is killed. */
  state: 'created' | 'running' | 'exited' | 'lost';
  pid: number;
  /** 0 until started. */
  startedAtMs: number;
  exitCode?: number;
  oomKilled?: boolean;
  finishedAtMs?: number;
  paused: boolean;
};

/** 127: command not found. 126: found but can't be executed. 125: anything else. As `docker run` exits. */
export type StartFailure = { exitCode: 125 | 126 | 127; message: string };

export class StartError extends Error {
  override readonly name = 'StartError';
  readonly failure: StartFailure;

  constructor(failure: StartFailure) {
    super(failure.message);
    this.failure = failure;
  }
}

export type ExecRequest = {
  command: readonly string[];
  /** Added to the container's own; same names replace. */
  environment: readonly string[];
  /** Empty: the container's user. */
  user: string;
  /** Empty: the container's working directory. */
  workingDir: string;
  tty: boolean;
  stdin: boolean;
  privileged: boolean;
  rows?: number;
  columns?: number;
  /** After this time the process is killed; its exit code is then 137. */
  timeoutMs?: number;
};

export type ExecProcess = {
  stdin: Writable;
  /** Everything, when there is a TTY. */
  stdout: Readable;
  stderr: Readable;
  resize: (rows: number, columns: number) => Promise<void>;
  exitCode: Promise<number>;
  pid?: number;
  kill: () => void;
};

export type Attached = {
  /** Goes to the container when it has stdin open; thrown away otherwise. `end` closes it only where the spec says `stdinOnce`. */
  stdin: Writable;
  /** Everything, when there is a TTY. */
  stdout: Readable;
  stderr: Readable;
  /** Settles when the container's output has ended or this client has been closed. */
  closed: Promise<void>;
  close: () => void;
};

export type LogQuery = { follow: boolean; sinceMs?: number; untilMs?: number; tail?: number; stdout: boolean; stderr: boolean };

/** `data` is what the container wrote in one go: a line with its newline, or a piece of a long or unfinished one. */
export type LogEntry = { stream: 'stdout' | 'stderr'; atNs: bigint; data: Buffer };

export type Stats = {
  readAtMs: number;
  cpu: {
    usageNs: number;
    userNs: number;
    kernelNs: number;
    /** The whole machine's, idle included, over all processors; a share is the quotient of two differences. */
    systemNs: number;
    onlineCpus: number;
    periods: number;
    throttledPeriods: number;
    throttledNs: number;
  };
  memory: {
    usageBytes: number;
    /** The machine's memory where the container has no limit. */
    limitBytes: number;
    /** Page cache the kernel can take back at once; `docker stats` subtracts it from the usage. */
    inactiveFileBytes: number;
    cacheBytes: number;
    anonymousBytes: number;
    peakBytes: number;
    oomKills: number;
  };
  /** `max` 0 is no limit. */
  pids: { current: number; max: number };
  blockIo: { readBytes: number; writeBytes: number; readOperations: number; writeOperations: number };
  network: readonly InterfaceStats[];
};

export type InterfaceStats = {
  name: string;
  receivedBytes: number;
  receivedPackets: number;
  receiveErrors: number;
  receiveDropped: number;
  sentBytes: number;
  sentPackets: number;
  sendErrors: number;
  sendDropped: number;
};

export type ContainerProcess = {
  /** As seen from the host. */
  pid: number;
  parentPid: number;
  uid: number;
  /** By the container's /etc/passwd; the number where it has no name. */
  user: string;
  tty: string;
  startedAtMs: number;
  cpuMs: number;
  command: string;
};
