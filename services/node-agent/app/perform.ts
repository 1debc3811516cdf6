import { join } from 'node:path';
import { reportContainer } from '#endpoints/container.ts';
import { Unavailable } from '#kernel/eventstore/event-store.ts';
import type { Bus } from '#kernel/bus/bus.ts';
import { unreachable } from '#kernel/rejection.ts';
import type { ReportContainer, WantedContainer } from '#proto/container.ts';
import type { ContentStore } from '../effects/content/port.ts';
import { removeHostFiles } from '../effects/host-files.ts';
import type { ContainerRecord } from '../effects/records.ts';
import { StartError } from '../effects/runtime/port.ts';
import type { Operation } from '../reconcile/plan.ts';
import type { WaitingClients } from './waiting-clients.ts';
import { networksText, released } from './interfaces.ts';
import { imageRootMark, ownerOf, prepare, type Preparing } from './prepare.ts';
import { reattach } from './reattach.ts';

export type Performing = Preparing & { bus: Bus; clients: WaitingClients; /** Runs whose start was told to the platform. */ reported: Map<string, number>; limitsOf: (wanted: WantedContainer) => string };

/** Carries one step out. Decides nothing: what fails is seen by the next look. */
export const perform = async (on: Performing, containerId: string, wanted: WantedContainer | undefined, operation: Operation): Promise<void> => {
  switch (operation.op) {
    case 'start':
      return wanted && start(on, wanted);
    case 'signal':
      on.records.put({ ...recordOf(on, containerId, wanted), delivered: operation.delivered });
      return on.runtime.signal(containerId, operation.signal);
    case 'kill':
      return on.runtime.signal(containerId, 'SIGKILL');
    case 'pause':
      return on.runtime.pause(containerId);
    case 'unpause':
      return on.runtime.unpause(containerId);
    case 'update':
      if (wanted?.spec?.resources) await on.runtime.update(containerId, wanted.spec.resources);
      return wanted && on.records.put({ ...recordOf(on, containerId, wanted), limits: on.limitsOf(wanted) });
    case 'attach':
      return wanted && reattach(on, wanted, (message) => report(on, undefined, message));
    case 'clean':
      return clean(on, containerId);
    case 'remove':
      return remove(on, containerId, operation.volumes ? wanted : undefined);
    case 'report-started': {
      const record = recordOf(on, containerId, wanted);
      const seen = await on.runtime.get(containerId);
      return reportStarted(on, containerId, operation.run, seen?.pid ?? 0, record);
    }
    case 'report-exited':
      return report(on, `${containerId}/${operation.run}/exited`, { containerId, exited: operation });
    case 'report-paused':
      return report(on, undefined, { containerId, paused: { paused: operation.paused } });
    case 'report-removed':
      return report(on, undefined, { containerId, removed: {} });
    default:
      return unreachable(operation);
  }
};

const start = async (on: Performing, wanted: WantedContainer): Promise<void> => {
  const { containerId, run } = wanted;
  const started = await make(on, wanted).catch(async (error: unknown) => {
    await clean(on, containerId);
    // The platform could not be asked what the container needs: that is no failure of the container.
    if (error instanceof Unavailable) throw error;
    on.clients.failed(containerId);
    const failure = error instanceof StartError ? error.failure : { exitCode: 125, message: error instanceof Error ? error.message : String(error) };
    await report(on, `${containerId}/${run}/start-failed`, { containerId, startFailed: { run, ...failure } });
    return undefined;
  });
  // When this can't be told now, the next turn sees a container that runs and nobody was told of.
  if (started) await reportStarted(on, containerId, run, started.pid, started.record);
};

const make = async (on: Performing, wanted: WantedContainer): Promise<{ pid: number; record: ContainerRecord }> => {
  const { containerId, run } = wanted;
  try {
    const { container, endpoints, interfaces, ports } = await prepare(on, wanted);
    const record: ContainerRecord = { containerId, owner: ownerOf(containerId, wanted.spec), name: wanted.name, run, delivered: { run, stop: '', signalNumber: wanted.signalNumber }, limits: on.limitsOf(wanted), endpoints, networks: networksText(wanted.spec), interfaces, ports, remains: true };
    on.records.put(record);
    await on.runtime.create(container);
    await on.clients.made(containerId);
    return { record, pid: (await on.runtime.start(containerId)).pid };
  } finally {
    released(containerId);
    on.ports.settled(containerId);
  }
};

const reportStarted = async (on: Performing, containerId: string, run: number, pid: number, { endpoints, ports }: ContainerRecord): Promise<void> => {
  await report(on, `${containerId}/${run}/started`, { containerId, started: { run, pid, endpoints, ports } });
  on.reported.set(containerId, run);
};

/** Gives back what a run held; the container's own files and its log stay. */
const clean = async ({ runtime, network, content, records }: Performing, containerId: string): Promise<void> => {
  await runtime.delete(containerId);
  await network.detach(containerId);
  await content.unmountRootfs(containerId);
  for (const root of await imageRoots(content, containerId)) await content.unmountRootfs(root);
  const record = records.get(containerId);
  if (record) records.put({ ...record, remains: false, endpoints: [], interfaces: {}, ports: [] });
};

const imageRoots = async (content: ContentStore, containerId: string): Promise<string[]> => (await content.listRootfs()).filter((id) => id.startsWith(`${containerId}${imageRootMark}`));

const remove = async (on: Performing, containerId: string, takesVolumes: WantedContainer | undefined): Promise<void> => {
  await clean(on, containerId);
  await on.content.removeRootfs(containerId);
  for (const root of await imageRoots(on.content, containerId)) await on.content.removeRootfs(root);
  await on.runtime.removeLog(containerId);
  removeHostFiles(join(on.filesDirectory, containerId));
  for (const mount of takesVolumes?.spec?.mounts ?? []) if (mount.type === 'volume' && mount.anonymous) await on.content.removeVolume(mount.source);
  on.records.remove(containerId);
  on.reported.delete(containerId);
};

const recordOf = ({ records }: Performing, containerId: string, wanted: WantedContainer | undefined): ContainerRecord =>
  records.get(containerId) ?? {
    containerId, owner: ownerOf(containerId, wanted?.spec), name: wanted?.name ?? '', run: wanted?.run ?? 0, delivered: { run: wanted?.run ?? 0, stop: '', signalNumber: 0 }, limits: '', endpoints: [], ports: [], remains: true,
  };

// The same report sent again carries the same command id, and is then answered from the log.
const report = async ({ bus, nodeId, context }: Performing, commandId: string | undefined, message: ReportContainer): Promise<void> => {
  const told = context();
  await bus.callAsNode(nodeId, reportContainer, message, { ...told, commandId: commandId ?? told.commandId });
};
