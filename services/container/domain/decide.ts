import { Rejection, unreachable } from '#kernel/rejection.ts';
import { connect, disconnect, isOn, isSame } from './attach.ts';
import type { Container, Present } from './container.ts';
import type { ContainerEvent } from './events.ts';
import { afterExit } from './restart.ts';
import type { BoundPort, ContainerSpec, Endpoint, NetworkAttachment, RestartPolicy } from './spec.ts';

/** Requests may be rejected; reports of the node never are: they tell what is so. */
export type ContainerCommand =
  | { type: 'CreateContainer'; containerId: string; nodeId: string; name: string; spec: ContainerSpec }
  | { type: 'StartContainer' }
  | { type: 'StopContainer'; signal?: string | undefined; graceMs?: number | undefined }
  | { type: 'RestartContainer'; signal?: string | undefined; graceMs?: number | undefined }
  | { type: 'KillContainer'; signal: string }
  | { type: 'PauseContainer' }
  | { type: 'UnpauseContainer' }
  | { type: 'RenameContainer'; name: string }
  | { type: 'UpdateContainer'; resources?: object | undefined; restart?: RestartPolicy | undefined }
  /** `network` is how the user called it, for words. */
  | { type: 'ConnectNetwork'; attachment: NetworkAttachment; network: string }
  | { type: 'DisconnectNetwork'; networkId: string; network: string }
  | { type: 'RemoveContainer'; force: boolean; volumes: boolean; graceful: boolean }
  | { type: 'AbandonContainer' }
  | { type: 'ReportStarted'; run: number; pid: number; endpoints: readonly Endpoint[]; ports: readonly BoundPort[] }
  | { type: 'ReportStartFailed'; run: number; exitCode: number; message: string }
  | { type: 'ReportExited'; run: number; exitCode: number; oomKilled: boolean; message: string }
  | { type: 'ReportHealth'; run: number; health: string; failingStreak: number; output: string }
  | { type: 'ReportPaused'; paused: boolean }
  | { type: 'ReportAttached'; run: number; endpoints: readonly Endpoint[] }
  | { type: 'ReportAttachFailed'; networkId: string; message: string }
  | { type: 'ReportRemoved' };

type Of<Type extends ContainerCommand['type']> = Extract<ContainerCommand, { type: Type }>;

export const decide = (command: ContainerCommand, container: Container, nowMs: number): readonly ContainerEvent[] => {
  switch (command.type) {
    case 'CreateContainer':
      return create(command, container);
    case 'StartContainer':
      return start(present(container));
    case 'StopContainer':
      return stop(command, present(container), nowMs);
    case 'RestartContainer':
      return restart(command, present(container), nowMs);
    case 'KillContainer':
      return kill(command, present(container), nowMs);
    case 'PauseContainer':
      return pause(present(container));
    case 'UnpauseContainer':
      return unpause(present(container));
    case 'RenameContainer':
      return rename(command, present(container));
    case 'UpdateContainer':
      present(container);
      return [{ ...command, type: 'ContainerResourcesChanged' }];
    case 'ConnectNetwork':
      return connect(command, present(container));
    case 'DisconnectNetwork':
      return disconnect(command, present(container));
    case 'RemoveContainer':
      return remove(command, container, nowMs);
    case 'AbandonContainer':
      return container.phase === 'present' && !container.abandoned ? [{ type: 'ContainerAbandoned' }] : [];
    case 'ReportStarted':
      return current(container, command.run, 'waiting') ? [{ ...command, type: 'ContainerStarted' }] : [];
    case 'ReportStartFailed':
      return startFailed(command, container);
    case 'ReportExited':
      return exited(command, container, nowMs);
    case 'ReportHealth':
      return healthSeen(command, container);
    case 'ReportPaused':
      return pausedSeen(command, container);
    case 'ReportAttached':
      return current(container, command.run, 'running') && !isSame(container.endpoints, command.endpoints) ? [{ ...command, type: 'ContainerEndpointsChanged' }] : [];
    case 'ReportAttachFailed':
      return container.phase === 'present' && isOn(container, command.networkId) ? [{ type: 'ContainerNetworkDisconnected', networkId: command.networkId, message: command.message }] : [];
    case 'ReportRemoved':
      return container.phase === 'present' && container.wanted === 'removed' ? [{ type: 'ContainerRemoved' }] : [];
    default:
      return unreachable(command);
  }
};

const present = (container: Container): Present => {
  if (container.phase === 'present') return container;
  const name = container.phase === 'removed' ? container.last.name : '';
  throw new Rejection('CONTAINER_NOT_FOUND', `No such container: ${name}`);
};

const isRunning = ({ seen }: Present): boolean => seen === 'running';
const goesOn = ({ seen, wanted }: Present): boolean => seen === 'running' || (seen === 'waiting' && wanted === 'running');

/** Whether a report is about the run that is meant, and that run is not over. */
const current = (container: Container, run: number, ...states: Present['seen'][]): container is Present =>
  container.phase === 'present' && container.run === run && states.includes(container.seen);

const create = (command: Of<'CreateContainer'>, container: Container): readonly ContainerEvent[] => {
  if (container.phase === 'absent') return [{ ...command, type: 'ContainerCreated' }];
  if (container.phase === 'present' && container.name === command.name) return [];
  throw new Rejection('CONTAINER_EXISTS', `container ${command.containerId} exists already: choose another id`);
};

const refuseRemoving = (container: Present): void => {
  if (container.wanted === 'removed') throw new Rejection('CONTAINER_REMOVING', `container ${container.name} is being removed: create a new one`);
};

const start = (container: Present): readonly ContainerEvent[] => {
  refuseRemoving(container);
  if (container.paused) throw new Rejection('CONTAINER_PAUSED', 'cannot start a paused container, try unpause instead');
  if (goesOn(container) && container.wanted === 'running') return [];
  if (isRunning(container)) return [{ type: 'ContainerStopRequested', signal: container.stop.signal, killAtMs: container.stop.killAtMs, thenStart: true }];
  return [{ type: 'ContainerStartRequested', run: container.run + 1, notBeforeMs: 0 }];
};

/** Docker's own. */
const stopGraceDefaultMs = 10_000;

const stopping = ({ spec }: Present, nowMs: number, signal = spec.stopSignal, graceMs = spec.stopGraceMs ?? stopGraceDefaultMs) => ({
  type: 'ContainerStopRequested' as const,
  signal: signal || 'SIGTERM',
  killAtMs: nowMs + graceMs,
});

const stop = ({ signal, graceMs }: Of<'StopContainer'>, container: Present, nowMs: number): readonly ContainerEvent[] => {
  if (!goesOn(container)) return [];
  const request = stopping(container, nowMs, signal, graceMs);
  // A second stop may only make the first one more urgent.
  if (container.wanted === 'stopped' && !container.thenStart && container.stop.killAtMs <= request.killAtMs) return [];
  return [{ ...request, thenStart: false }];
};

const restart = ({ signal, graceMs }: Of<'RestartContainer'>, container: Present, nowMs: number): readonly ContainerEvent[] => {
  refuseRemoving(container);
  if (!goesOn(container)) return start(container);
  return [{ ...stopping(container, nowMs, signal, graceMs), thenStart: true }];
};

const kill = ({ signal }: Of<'KillContainer'>, container: Present, nowMs: number): readonly ContainerEvent[] => {
  if (!isRunning(container)) throw new Rejection('CONTAINER_NOT_RUNNING', `cannot kill container: ${container.name}: container ${container.containerId} is not running`);
  // Docker counts SIGKILL as a wish to end it: the restart policy does not bring it back.
  if (signal === 'SIGKILL') return [{ type: 'ContainerStopRequested', signal, killAtMs: nowMs, thenStart: false }];
  return [{ type: 'ContainerSignalRequested', number: container.signal.number + 1, signal }];
};

const pause = (container: Present): readonly ContainerEvent[] => {
  if (!isRunning(container)) throw new Rejection('CONTAINER_NOT_RUNNING', `container ${container.containerId} is not running`);
  if (container.pausedWanted) throw new Rejection('CONTAINER_PAUSED', `container ${container.containerId} is already paused`);
  return [{ type: 'ContainerPauseRequested' }];
};

const unpause = (container: Present): readonly ContainerEvent[] => {
  if (!container.pausedWanted) throw new Rejection('CONTAINER_NOT_PAUSED', `Container ${container.containerId} is not paused`);
  return [{ type: 'ContainerUnpauseRequested' }];
};

const rename = ({ name }: Of<'RenameContainer'>, container: Present): readonly ContainerEvent[] =>
  container.name === name ? [] : [{ type: 'ContainerRenamed', name, previousName: container.name }];

const remove = ({ force, volumes, graceful }: Of<'RemoveContainer'>, container: Container, nowMs: number): readonly ContainerEvent[] => {
  if (container.phase === 'removed') return [];
  if (container.phase === 'present' && container.wanted === 'removed') {
    const isHurried = !graceful && force && container.stop.signal !== '' && goesOn(container);
    return isHurried ? [{ type: 'ContainerRemoveRequested', volumes, graceful }] : [];
  }
  const { name } = present(container);
  if (present(container).paused && !force && !graceful) throw new Rejection('CONTAINER_RUNNING', `cannot remove container "/${name}": container is paused and must be unpaused first`);
  if (goesOn(present(container)) && !force && !graceful)
    throw new Rejection('CONTAINER_RUNNING', `cannot remove container "/${name}": container is running: stop the container before removing or force remove`);
  const stops = graceful && goesOn(present(container));
  return [...(stops ? [{ ...stopping(present(container), nowMs), thenStart: false }] : []), { type: 'ContainerRemoveRequested', volumes, graceful: stops }];
};

const startFailed = (command: Of<'ReportStartFailed'>, container: Container): readonly ContainerEvent[] => {
  if (!current(container, command.run, 'waiting')) return [];
  const failed: ContainerEvent = { ...command, type: 'ContainerStartFailed' };
  return container.spec.autoRemove && container.wanted !== 'removed' ? [failed, { type: 'ContainerRemoveRequested', volumes: true, graceful: false }] : [failed];
};

// An exit may overtake the report of its start.
const exited = (command: Of<'ReportExited'>, container: Container, nowMs: number): readonly ContainerEvent[] => {
  if (!current(container, command.run, 'waiting', 'running')) return [];
  return [{ ...command, type: 'ContainerExited' }, ...afterExit(container, command.exitCode, nowMs)];
};

const healthSeen = (command: Of<'ReportHealth'>, container: Container): readonly ContainerEvent[] =>
  current(container, command.run, 'running') && container.health !== command.health ? [{ ...command, type: 'ContainerHealthChanged' }] : [];

const pausedSeen = ({ paused }: Of<'ReportPaused'>, container: Container): readonly ContainerEvent[] =>
  container.phase !== 'present' || container.paused === paused ? [] : [{ type: paused ? 'ContainerPaused' : 'ContainerUnpaused' }];
