import { constants } from 'node:os';
import type { RememberedContainer } from './event-memory.ts';

type Data = Record<string, string | number | boolean | undefined>;
type Told = { type: 'container' | 'volume'; action: string; id: string; attributes: Record<string, string> };

/** Docker's events of one event of a container. `before` is what was known of the container until then. */
export const containerEvents = (type: string, id: string, data: Data, before: RememberedContainer, atMs: number): Told[] => {
  const own = (action: string, attributes: Record<string, string> = {}): Told => ({ type: 'container', action, id, attributes });
  switch (type) {
    case 'ContainerCreated':
      return [own('create')];
    case 'ContainerStarted':
      return [...mounts(id, before), own('start'), ...(before.stopping === 'restart' ? [own('restart')] : [])];
    case 'ContainerExited':
      return [
        ...(data.oomKilled === true ? [own('oom')] : []),
        own('die', { execDuration: String(Math.max(0, Math.floor((atMs - before.startedAtMs) / 1_000))), exitCode: String(data.exitCode) }),
        // Docker tells of a stop when it was asked for, not when a container ends by itself.
        ...(before.stopping === '' ? [] : [own('stop')]),
        ...before.volumes.map(({ name }) => volume('unmount', name, { container: id })),
      ];
    case 'ContainerStartFailed':
      return [own('die', { execDuration: '0', exitCode: String(data.exitCode) })];
    case 'ContainerStopRequested':
    case 'ContainerSignalRequested':
      return [own('kill', { signal: signalNumber(String(data.signal)) })];
    case 'ContainerRemoveRequested':
      return before.runs && data.graceful !== true ? [own('kill', { signal: '9' })] : [];
    case 'ContainerHealthChanged':
      return [own(`health_status: ${data.health}`)];
    case 'ContainerPaused':
      return [own('pause')];
    case 'ContainerUnpaused':
      return [own('unpause')];
    case 'ContainerResourcesChanged':
      return [own('update')];
    case 'ContainerRenamed':
      return [own('rename', { oldName: `/${data.previousName}` })];
    case 'ContainerRemoved':
    case 'ContainerAbandoned':
      return [own('destroy')];
    default:
      return [];
  }
};

const volume = (action: string, name: string, attributes: Record<string, string>): Told => ({ type: 'volume', action, id: name, attributes: { driver: 'local', ...attributes } });

const mounts = (id: string, { volumes }: RememberedContainer): Told[] => volumes.map(({ name, target, readOnly }) => volume('mount', name, { container: id, destination: target, propagation: '', 'read/write': String(!readOnly) }));

const realTimeMin = 34;
const realTimeMax = 64;

/** Docker gives signals by number. */
const signalNumber = (signal: string): string => {
  const [, end, offset = '0'] = /^(?:SIG)?RT(MIN|MAX)(?:[+-](\d+))?$/.exec(signal) ?? [];
  if (end !== undefined) return String(end === 'MIN' ? realTimeMin + Number(offset) : realTimeMax - Number(offset));
  const known: Readonly<Record<string, number>> = constants.signals;
  return String(known[signal] ?? known[`SIG${signal}`] ?? signal);
};
