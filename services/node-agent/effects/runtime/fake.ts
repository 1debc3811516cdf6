import { Readable, Writable } from 'node:stream';
import { attachClient, emit, type Behaviour, type FakeContainer } from './fake-container.ts';
import { selectLog } from './fake-log.ts';
import { StartError, type ContainerProcess, type ExecProcess, type ExecRequest, type LogEntry, type PreparedContainer, type Runtime, type RuntimeContainer, type Stats } from './port.ts';
import { signalNumber } from './signals.ts';

export type FakeExec = { stdout?: string; stderr?: string; exitCode: number };

export type FakeOptions = {
  /** What a container does; by default it runs until it is stopped. */
  behave?: (container: PreparedContainer) => Behaviour;
  /** What an exec gives; may throw StartError. By default it succeeds and says nothing. */
  execute?: (request: ExecRequest, container: PreparedContainer) => FakeExec;
  nowMs?: () => number;
};

/** A machine in memory, with levers that a real one has no handle for. */
export type FakeRuntime = Runtime & {
  /** The container's process ends now, with this code. */
  exit: (containerId: string, exitCode: number, oomKilled?: boolean) => void;
  /** Its supervisor dies: it runs on, and its exit code will never be known. */
  loseSupervisor: (containerId: string) => void;
  /** A new agent on the same machine. */
  reopen: () => FakeRuntime;
};

type Machine = {
  options: Required<FakeOptions>;
  containers: Map<string, FakeContainer>;
  logs: Map<string, LogEntry[]>;
  watchers: Set<(containerId: string) => void>;
  changes: Set<() => void>;
  pidLast: number;
};

const SIGKILL = 9;
const SIGTERM = 15;
const SIGNAL_BASE = 128;
const FIRST_PID = 1000;
const MACHINE_BYTES = 8 * 1024 ** 3;

const existing = (machine: Machine, containerId: string): FakeContainer => {
  const found = machine.containers.get(containerId);
  if (found === undefined) throw new Error(`container ${containerId}: not on this node; create it first`);
  return found;
};

const logOf = (machine: Machine, containerId: string): LogEntry[] => {
  const log = machine.logs.get(containerId) ?? [];
  machine.logs.set(containerId, log);
  return log;
};

const tell = (machine: Machine, containerId: string): void => {
  for (const change of machine.changes) change();
  for (const watcher of machine.watchers) setImmediate(watcher, containerId);
};

const end = (machine: Machine, container: FakeContainer, exitCode: number, oomKilled = false): void => {
  if (container.seen.state !== 'running' && container.seen.state !== 'created') return;
  clearTimeout(container.timer);
  container.seen = { ...container.seen, state: 'exited', exitCode, oomKilled, finishedAtMs: machine.options.nowMs(), paused: false };
  for (const client of [...container.clients]) client.finish();
  tell(machine, container.prepared.containerId);
};

const write = (machine: Machine, container: FakeContainer, stream: 'stdout' | 'stderr', text: string): void => {
  emit(container, logOf(machine, container.prepared.containerId), { stream, text }, machine.options.nowMs());
  for (const change of machine.changes) change();
};

const create = (machine: Machine, prepared: PreparedContainer): void => {
  const behaviour = machine.options.behave(prepared);
  if (behaviour.startFailure !== undefined) throw new StartError(behaviour.startFailure);
  const { containerId, run, spec } = prepared;
  machine.pidLast += 1;
  const seen: RuntimeContainer = { containerId, run, state: 'created', pid: machine.pidLast, startedAtMs: 0, paused: false };
  machine.containers.set(containerId, { prepared, behaviour, seen, resources: spec.resources, clients: new Set() });
  logOf(machine, containerId);
};

const start = (machine: Machine, containerId: string): { pid: number } => {
  const container = existing(machine, containerId);
  container.seen = { ...container.seen, state: 'running', startedAtMs: machine.options.nowMs() };
  const { output = [], exit } = container.behaviour;
  for (const { stream, text } of output) write(machine, container, stream, text);
  if (exit !== undefined) container.timer = setTimeout(() => end(machine, container, exit.code, exit.oomKilled), exit.afterMs ?? 0);
  return { pid: container.seen.pid };
};

const signal = (machine: Machine, containerId: string, name: string): void => {
  const number = signalNumber(name);
  const container = machine.containers.get(containerId);
  if (container === undefined) return;
  const isDeadly = number === SIGKILL || (number === SIGTERM && !container.behaviour.ignoresTerm && !container.seen.paused);
  if (isDeadly) end(machine, container, SIGNAL_BASE + number);
};

const exec = (machine: Machine, container: FakeContainer, request: ExecRequest): ExecProcess => {
  const { stdout = '', stderr = '', exitCode } = machine.options.execute(request, container.prepared);
  const readable = (text: string): Readable => Readable.from(text === '' ? [] : [Buffer.from(text)]);
  return {
    stdin: new Writable({ write: (_chunk, _encoding, done) => done() }),
    stdout: readable(stdout),
    stderr: readable(stderr),
    resize: async () => undefined,
    exitCode: Promise.resolve(exitCode),
    kill: () => undefined,
  };
};

const setPaused = (machine: Machine, containerId: string, paused: boolean): void => {
  const container = existing(machine, containerId);
  container.seen = { ...container.seen, paused };
};

const stats = (machine: Machine, { resources }: FakeContainer): Stats => ({
  readAtMs: machine.options.nowMs(),
  cpu: { usageNs: 1e6, userNs: 1e6, kernelNs: 0, systemNs: 1e9, onlineCpus: 1, periods: 0, throttledPeriods: 0, throttledNs: 0 },
  memory: { usageBytes: 1e6, limitBytes: resources?.memoryBytes || MACHINE_BYTES, inactiveFileBytes: 0, cacheBytes: 0, anonymousBytes: 1e6, peakBytes: 1e6, oomKills: 0 },
  pids: { current: 1, max: resources?.pidsMax ?? 0 },
  blockIo: { readBytes: 0, writeBytes: 0, readOperations: 0, writeOperations: 0 },
  network: [],
});

const top = ({ prepared, seen }: FakeContainer): readonly ContainerProcess[] =>
  seen.state !== 'running'
    ? []
    : [{ pid: seen.pid, parentPid: 1, uid: 0, user: 'root', tty: '?', startedAtMs: seen.startedAtMs, cpuMs: 0, command: [...prepared.spec.entrypoint, ...prepared.spec.command].join(' ') }];

const openOn = (machine: Machine): FakeRuntime => ({
  list: async () => [...machine.containers.values()].map(({ seen }) => seen),
  get: async (containerId) => machine.containers.get(containerId)?.seen,
  create: async (prepared) => create(machine, prepared),
  start: async (containerId) => start(machine, containerId),
  signal: async (containerId, name) => signal(machine, containerId, name),
  pause: async (containerId) => setPaused(machine, containerId, true),
  unpause: async (containerId) => setPaused(machine, containerId, false),
  delete: async (containerId) => {
    signal(machine, containerId, 'KILL');
    machine.containers.delete(containerId);
    for (const change of machine.changes) change();
  },
  removeLog: async (containerId) => void machine.logs.delete(containerId),
  update: async (containerId, resources) => void (existing(machine, containerId).resources = resources),
  watch: (onExit) => {
    machine.watchers.add(onExit);
    for (const { seen } of machine.containers.values()) if (seen.state === 'exited' || seen.state === 'lost') setImmediate(onExit, seen.containerId);
    return { close: () => void machine.watchers.delete(onExit) };
  },
  exec: async (containerId, request) => exec(machine, existing(machine, containerId), request),
  attach: async (containerId) => {
    const container = existing(machine, containerId);
    const echo = (text: string): void => {
      if (container.behaviour.echoesStdin) write(machine, container, 'stdout', text);
    };
    return attachClient(container, echo, () => container.behaviour.echoesStdin && end(machine, container, 0));
  },
  logs: (containerId, query) => selectLog({
    entries: () => machine.logs.get(containerId) ?? [],
    isOver: () => !['created', 'running'].includes(machine.containers.get(containerId)?.seen.state ?? 'exited'),
    changes: machine.changes,
  }, query),
  resize: async (containerId) => void existing(machine, containerId),
  stats: async (containerId) => stats(machine, existing(machine, containerId)),
  top: async (containerId) => top(existing(machine, containerId)),
  exit: (containerId, exitCode, oomKilled) => end(machine, existing(machine, containerId), exitCode, oomKilled),
  loseSupervisor: (containerId) => {
    const container = existing(machine, containerId);
    clearTimeout(container.timer);
    container.seen = { ...container.seen, state: 'lost' };
    tell(machine, containerId);
  },
  reopen: () => openOn(machine),
});

/** A runtime without a machine under it: for tests of the agent, and for nodes that only play to be some. */
export const fakeRuntime = ({ behave = () => ({}), execute = () => ({ exitCode: 0 }), nowMs = Date.now }: FakeOptions = {}): FakeRuntime =>
  openOn({ options: { behave, execute, nowMs }, containers: new Map(), logs: new Map(), watchers: new Set(), changes: new Set(), pidLast: FIRST_PID });
