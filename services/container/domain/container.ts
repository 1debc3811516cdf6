import type { ContainerEvent } from './events.ts';
import type { ContainerSpec, Endpoint, BoundPort } from './spec.ts';

/**
 * `wanted` is what was asked for, `seen` what the node last said of the run that is meant.
 * `run` counts the starts, so that a late report about an earlier run is told from news.
 */
export type Present = {
  phase: 'present';
  containerId: string;
  nodeId: string;
  name: string;
  spec: ContainerSpec;
  createdAtMs: number;
  wanted: 'created' | 'running' | 'stopped' | 'removed';
  run: number;
  /** `waiting`: the run was asked for and not seen yet. `over`: it ended, or could not start. */
  seen: 'never' | 'waiting' | 'running' | 'over';
  notBeforeMs: number;
  /** No signal when no stop was asked for in this run. */
  stop: { signal: string; killAtMs: number };
  thenStart: boolean;
  signal: { number: number; name: string };
  pausedWanted: boolean;
  paused: boolean;
  removeVolumes: boolean;
  abandoned: boolean;
  pid: number;
  endpoints: readonly Endpoint[];
  ports: readonly BoundPort[];
  exitCode: number;
  oomKilled: boolean;
  message: string;
  startedAtMs: number;
  finishedAtMs: number;
  restartCount: number;
  backoffMs: number;
  health: string;
  failingStreak: number;
  healthOutput: string;
  healthAtMs: number;
};

export type Container = { phase: 'absent' } | Present | { phase: 'removed'; last: Present; atMs: number };

export const initial = (): Container => ({ phase: 'absent' });

/** Docker's restart back-off: 100 ms, doubled each time up to a minute, forgotten after a run of ten seconds. */
export const backoffFirstMs = 100;
const backoffMaxMs = 60_000;
const steadyRunMs = 10_000;

/** Applies a recorded fact. A fact that no longer fits changes nothing. */
export const evolve = (container: Container, event: ContainerEvent, atMs: number): Container => {
  if (event.type === 'ContainerCreated') return container.phase === 'absent' ? created(event, atMs) : container;
  if (container.phase !== 'present') return container;
  if (event.type === 'ContainerRemoved') return { phase: 'removed', last: { ...container, seen: 'over', pid: 0, endpoints: [] }, atMs };
  return { ...container, ...change(container, event, atMs) };
};

const created = (event: Extract<ContainerEvent, { type: 'ContainerCreated' }>, atMs: number): Present => ({
  phase: 'present',
  containerId: event.containerId,
  nodeId: event.nodeId,
  name: event.name,
  spec: event.spec,
  createdAtMs: atMs,
  wanted: 'created',
  run: 0,
  seen: 'never',
  notBeforeMs: 0,
  stop: { signal: '', killAtMs: 0 },
  thenStart: false,
  signal: { number: 0, name: '' },
  pausedWanted: false,
  paused: false,
  removeVolumes: false,
  abandoned: false,
  pid: 0,
  endpoints: [],
  ports: [],
  exitCode: 0,
  oomKilled: false,
  message: '',
  startedAtMs: 0,
  finishedAtMs: 0,
  restartCount: 0,
  backoffMs: backoffFirstMs,
  health: '',
  failingStreak: 0,
  healthOutput: '',
  healthAtMs: 0,
});

const change = (before: Present, event: ContainerEvent, atMs: number): Partial<Present> => {
  switch (event.type) {
    case 'ContainerStartRequested': {
      // A run that follows an exit by itself is a restart; one that a user asked for begins a new count.
      const byPolicy = event.notBeforeMs > 0;
      return {
        wanted: 'running',
        run: event.run,
        seen: 'waiting',
        notBeforeMs: event.notBeforeMs,
        stop: { signal: '', killAtMs: 0 },
        thenStart: false,
        paused: false,
        pausedWanted: false,
        restartCount: byPolicy ? before.restartCount + 1 : 0,
        backoffMs: byPolicy ? before.backoffMs : backoffFirstMs,
      };
    }
    case 'ContainerStarted':
      return {
        seen: 'running', pid: event.pid, endpoints: event.endpoints, ports: event.ports, startedAtMs: atMs, finishedAtMs: 0, exitCode: 0, oomKilled: false, message: '',
        ...health(before.spec.healthcheck ? 'starting' : '', atMs),
      };
    case 'ContainerStartFailed':
      return { ...over(before), exitCode: event.exitCode, message: event.message, finishedAtMs: atMs };
    case 'ContainerStopRequested':
      return { wanted: before.wanted === 'removed' ? 'removed' : 'stopped', stop: { signal: event.signal, killAtMs: event.killAtMs }, thenStart: event.thenStart };
    case 'ContainerSignalRequested':
      return { signal: { number: event.number, name: event.signal } };
    case 'ContainerExited':
      return { ...over(before), exitCode: event.exitCode, oomKilled: event.oomKilled, message: event.message, finishedAtMs: atMs, backoffMs: nextBackoff(before, atMs) };
    case 'ContainerHealthChanged':
      return { health: event.health, failingStreak: event.failingStreak, healthOutput: event.output, healthAtMs: atMs };
    case 'ContainerPauseRequested':
      return { pausedWanted: true };
    case 'ContainerPaused':
      return { paused: true };
    case 'ContainerUnpauseRequested':
      return { pausedWanted: false };
    case 'ContainerUnpaused':
      return { paused: false };
    case 'ContainerRenamed':
      return { name: event.name, endpoints: before.endpoints.map((endpoint) => ({ ...endpoint, names: endpoint.names.map((name) => (name === before.name ? event.name : name)) })) };
    case 'ContainerRemoveRequested':
      return { wanted: 'removed', removeVolumes: event.volumes, ...(event.graceful ? {} : { stop: { signal: '', killAtMs: 0 } }) };
    case 'ContainerAbandoned':
      return { ...over(before), wanted: 'removed', abandoned: true, finishedAtMs: before.finishedAtMs || atMs };
    case 'ContainerResourcesChanged':
      return { spec: { ...before.spec, ...(event.resources && { resources: event.resources }), ...(event.restart && { restart: event.restart }) } };
    case 'ContainerNetworkConnected':
      return { spec: { ...before.spec, networks: [...before.spec.networks, event.attachment] } };
    case 'ContainerNetworkDisconnected':
      return { spec: { ...before.spec, networks: before.spec.networks.filter(({ network }) => network !== event.networkId) }, ...(event.message === '' ? {} : { message: event.message }) };
    case 'ContainerEndpointsChanged':
      return { endpoints: event.endpoints };
    case 'ContainerCreated':
    case 'ContainerRemoved':
      return {};
  }
};

const over = (before: Present): Partial<Present> => ({
  seen: 'over', pid: 0, endpoints: [], ports: [], paused: false, pausedWanted: false, wanted: before.wanted === 'removed' ? 'removed' : 'stopped', health: before.health === '' ? '' : 'unhealthy',
});

const health = (status: string, atMs: number): Partial<Present> => ({ health: status, failingStreak: 0, healthOutput: '', healthAtMs: atMs });

const nextBackoff = (before: Present, atMs: number): number =>
  before.startedAtMs > 0 && atMs - before.startedAtMs >= steadyRunMs ? backoffFirstMs : Math.min(before.backoffMs * 2, backoffMaxMs);
