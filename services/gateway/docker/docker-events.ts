import { familiar, parseReference } from '#kernel/reference.ts';
import type { Occurrence } from '#proto/envelope.ts';
import { familiarName } from '../app/familiar-name.ts';
import type { ShownEvent } from '../codec/event-registry.ts';
import { containerEvents } from './container-events.ts';
import { shortName, type EventMemory } from './event-memory.ts';

export type DockerEvent = {
  status?: string; id?: string; from?: string; Type: string; Action: string; Actor: { ID: string; Attributes: Record<string, string> }; scope: 'local'; time: number; timeNano: number;
};

type Make = (Type: string, Action: string, ID: string, Attributes: Record<string, string>) => DockerEvent;

const nsPerMs = 1_000_000;

const maker = (memory: EventMemory, atMs: number): Make => (Type, Action, ID, more) => {
  const Attributes = Type === 'container' && ID !== '' ? { ...containerAttributes(memory, ID), ...more } : more;
  // The older fields are there for containers and images, as dockerd has them.
  const legacy = Type === 'container' ? { status: Action, id: ID, from: Attributes.image ?? '' } : Type === 'image' ? { status: Action, id: ID } : {};
  return { ...legacy, Type, Action, Actor: { ID, Attributes }, scope: 'local', time: Math.floor(atMs / 1_000), timeNano: atMs * nsPerMs };
};

const containerAttributes = (memory: EventMemory, id: string): Record<string, string> => {
  const { name, image, labels, nodeId } = memory.container(id);
  return { ...labels, image, name, 'lading.node': nodeId };
};

/** What Docker calls something that is not in the log. */
export const occurrenceEvent = (memory: EventMemory, { kind, id, action, attributes, atMs }: Occurrence): DockerEvent => maker(memory, atMs)(kind, action, id, attributes);

/** What Docker calls an event of ours, with what it adds; nothing for one that Docker has no word for. Events must come in order, each once: `memory` learns from them. */
export const dockerEvents = (memory: EventMemory, event: ShownEvent): DockerEvent[] => {
  const [noun = '', ...rest] = event.aggregate.split('.');
  const id = rest.at(-1) ?? '';
  const atMs = Date.parse(event.at);
  const make = maker(memory, atMs);
  if (noun !== 'container') {
    const told = objectEvents(memory, event, id, make);
    memory.learn(event);
    return told;
  }
  if (rest[0] === 'name') return [];
  const before = memory.container(id);
  const type = shortName(event.type);
  // A new name is told already; what is gone is told by its name once more.
  const isGone = type === 'ContainerRemoved' || type === 'ContainerAbandoned';
  if (!isGone) memory.learn(event);
  const changes = memory.networkChanges(event).map(({ action, networkId, containerId }) => make('network', action, networkId, { container: containerId, ...memory.network(networkId) }));
  const own = containerEvents(type, id, event.data as Record<string, string | number | boolean | undefined>, before, atMs).map((told) => make(told.type, told.action, told.id, told.attributes));
  if (isGone) memory.learn(event);
  // Docker connects before it starts, and disconnects after the process has died.
  return type === 'ContainerStarted' ? [...changes, ...own] : [...own, ...changes];
};

const objectEvents = (memory: EventMemory, { type, data }: ShownEvent, id: string, make: Make): DockerEvent[] => {
  switch (shortName(type)) {
    case 'NetworkCreated':
      return [make('network', 'create', id, { name: String(data.name), type: data.driver === 'none' ? 'null' : String(data.driver) })];
    case 'NetworkRemoved':
      return [make('network', 'destroy', id, memory.network(id))];
    case 'VolumeCreated':
      return [make('volume', 'create', String(data.name), { driver: 'local' })];
    case 'VolumeRemoved':
      return [make('volume', 'destroy', Buffer.from(id, 'base64url').toString(), { driver: 'local' })];
    case 'TagMoved':
      return [make('image', 'tag', String(data.imageId), { ...memory.imageLabels(String(data.imageId)), name: familiarName(String(data.reference)) })];
    case 'TagRemoved': {
      const imageId = memory.tagged(String(data.reference));
      return [make('image', 'untag', imageId, { ...memory.imageLabels(imageId), name: familiarName(String(data.reference)) })];
    }
    case 'ImageRegistered':
      return [make('image', 'load', String(data.imageId), { name: String(data.imageId) })];
    case 'TransferEnded': {
      const { direction, reference } = memory.transfer(id);
      if (data.outcome !== 'done' || direction === '') return [];
      const parsed = parseReference(reference);
      return [make('image', direction, familiar(parsed), { name: familiar({ ...parsed, tag: '', digest: '' }) })];
    }
    case 'ImageRemoved':
      return [make('image', 'delete', `sha256:${id}`, { name: `sha256:${id}` })];
    default:
      return [];
  }
};
