import { commitIn, eventIn } from '#kernel/decoded.ts';
import { keptMap } from '#kernel/snapshot/kept.ts';
import type { Platform } from '#kernel/platform.ts';
import * as container from '#proto/container.ts';
import type { Event } from '#proto/envelope.ts';
import { VolumeCreated, VolumeRemoved } from '#proto/volume.ts';
import type { ContainerView } from '../replicas/reconcile.ts';

export type KnownContainer = ContainerView & { memoryReservationBytes: number };

export type Facts = {
  /** Containers of the whole platform; ones that are gone as long as a slot may still name them. */
  containers: () => ReadonlyMap<string, KnownContainer>;
  /** Node of each volume. */
  volumes: () => ReadonlyMap<string, string>;
  forget: (containerId: string) => void;
  onChange: (listener: () => void) => void;
};

/** What others decided and the scheduler has to know, read off their logs. */
export const followFacts = (platform: Platform): Facts => {
  const containers = new Map<string, KnownContainer>();
  const volumes = new Map<string, string>();
  const listeners: (() => void)[] = [];

  platform.fromLog(({ aggregate, bytes }) => {
    const [noun, second] = aggregate.split('.');
    if (noun === 'volume') for (const event of commitIn(bytes).events) noteVolume(volumes, aggregate, event);
    else if (noun === 'container' && second !== 'name') for (const event of commitIn(bytes).events) noteContainer(containers, aggregate, event);
    else if (noun !== 'scheduler' && noun !== 'node') return;
    listeners.forEach((listener) => listener());
  }, { replicas: keptMap(containers), volumeNodes: keptMap(volumes) });
  return { containers: () => containers, volumes: () => volumes, forget: (containerId) => void containers.delete(containerId), onChange: (listener) => void listeners.push(listener) };
};

const noteVolume = (volumes: Map<string, string>, aggregate: string, { type, data }: Event): void => {
  if (type === VolumeCreated.typeName) {
    const { name, nodeId } = eventIn(VolumeCreated, data);
    volumes.set(name, nodeId);
  } else if (type === VolumeRemoved.typeName) volumes.delete(Buffer.from(aggregate.slice('volume.'.length), 'base64url').toString());
};

const noteContainer = (containers: Map<string, KnownContainer>, aggregate: string, { type, data }: Event): void => {
  const containerId = aggregate.slice(aggregate.lastIndexOf('.') + 1);
  if (type === container.ContainerCreated.typeName) {
    const { nodeId, spec } = eventIn(container.ContainerCreated, data);
    const serviceId = spec?.replicaOf?.serviceId ?? '';
    containers.set(containerId, { containerId, nodeId, serviceId, started: false, gone: false, stopping: false, memoryReservationBytes: spec?.resources?.memoryReservationBytes ?? 0 });
    return;
  }
  const known = containers.get(containerId);
  if (!known) return;
  const note = (news: Partial<KnownContainer>): void => void containers.set(containerId, { ...known, ...news });
  if (type === container.ContainerStartRequested.typeName) note({ started: true });
  else if (type === container.ContainerRemoveRequested.typeName) note({ stopping: true });
  else if (type === container.ContainerRemoved.typeName || type === container.ContainerAbandoned.typeName) {
    // A slot of a service still has to be told; of any other container nothing is left to know.
    if (known.serviceId === '') containers.delete(containerId);
    else note({ gone: true });
  }
};
