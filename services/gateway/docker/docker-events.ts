import { familiar, parseReference } from '#kernel/reference.ts';
import type { ShownEvent } from '../codec/event-registry.ts';
import { openNetworkChanges, type NetworkChange } from './network-events.ts';

export type DockerEvent = {
  status?: string; id?: string; from?: string; Type: string; Action: string; Actor: { ID: string; Attributes: Record<string, string> }; scope: 'local'; time: number; timeNano: number;
};

type Remembered = { name: string; image: string; labels: Record<string, string>; nodeId: string };

/** Remembers what Docker repeats in every event of a container. */
export type Translator = {
  learn: (event: ShownEvent) => void;
  of: (containerId: string) => Remembered;
  network: (networkId: string) => { name: string; type: string };
  /** Networks that a container came to or left by this event, which was not given before. */
  networkChanges: (event: ShownEvent) => NetworkChange[];
  /** Of a pull or push. */
  transfer: (transferId: string) => { direction: string; reference: string };
};

export const openTranslator = (): Translator => {
  const containers = new Map<string, Remembered>();
  const transfers = new Map<string, { direction: string; reference: string }>();
  const networks = new Map<string, { name: string; type: string }>();
  const networkChanges = openNetworkChanges();
  const unknown: Remembered = { name: '', image: '', labels: {}, nodeId: '' };
  return {
    of: (containerId) => containers.get(containerId) ?? unknown,
    network: (networkId) => networks.get(networkId) ?? { name: '', type: 'bridge' },
    networkChanges,
    transfer: (transferId) => transfers.get(transferId) ?? { direction: '', reference: '' },
    learn: ({ type, data, aggregate }) => {
      const id = aggregate.slice(aggregate.lastIndexOf('.') + 1);
      const short = shortName(type);
      if (short === 'ContainerCreated') {
        const { image = '', labels = {} } = (data.spec ?? {}) as { image?: string; labels?: Record<string, string> };
        containers.set(id, { name: String(data.name), image, labels, nodeId: String(data.nodeId) });
      } else if (short === 'NetworkCreated') networks.set(id, { name: String(data.name), type: String(data.driver) });
      else if (short === 'TransferBegun') transfers.set(id, { direction: String(data.direction), reference: String(data.reference) });
      else if (short === 'ContainerRenamed') containers.set(id, { ...(containers.get(id) ?? unknown), name: String(data.name) });
    },
  };
};

const shortName = (type: string): string => type.slice(type.lastIndexOf('.') + 1);

/** What Docker calls an event of ours, with what it adds; nothing for one that Docker has no word for. */
export const dockerEvents = (translator: Translator, event: ShownEvent): DockerEvent[] => {
  translator.learn(event);
  const [noun = '', ...rest] = event.aggregate.split('.');
  const id = rest.at(-1) ?? '';
  const data = event.data as Record<string, string | number | undefined>;
  const make = (Type: string, Action: string, ID: string, Attributes: Record<string, string>): DockerEvent[] => {
    const ms = Date.parse(event.at);
    const legacy = Type === 'container' ? { status: Action, id: ID, from: Attributes.image ?? '' } : {};
    return [{ ...legacy, Type, Action, Actor: { ID, Attributes }, scope: 'local', time: Math.floor(ms / 1_000), timeNano: ms * 1e6 }];
  };
  const container = (action: string, more: Record<string, string> = {}): DockerEvent[] => {
    const { name, image, labels, nodeId } = translator.of(id);
    return make('container', action, id, { ...labels, image, name, 'lading.node': nodeId, ...more });
  };
  if (noun === 'container' && rest[0] !== 'name') {
    const changes = translator.networkChanges(event).flatMap(({ action, networkId, containerId }) => make('network', action, networkId, { container: containerId, ...translator.network(networkId) }));
    const own = containerEvents(shortName(event.type), data, container);
    // Docker connects before it starts, and disconnects after the process has died.
    return shortName(event.type) === 'ContainerStarted' ? [...changes, ...own] : [...own, ...changes];
  }
  switch (shortName(event.type)) {
    case 'NetworkCreated':
      return make('network', 'create', id, { name: String(data.name), type: String(data.driver) });
    case 'NetworkRemoved':
      return make('network', 'destroy', id, translator.network(id));
    case 'VolumeCreated':
      return make('volume', 'create', String(data.name), { driver: 'local' });
    case 'VolumeRemoved':
      return make('volume', 'destroy', Buffer.from(id, 'base64url').toString(), { driver: 'local' });
    case 'TagMoved':
      return make('image', 'tag', String(data.imageId), { name: String(data.reference) });
    case 'TagRemoved':
      return make('image', 'untag', String(data.reference), { name: String(data.reference) });
    case 'ImageRegistered':
      return make('image', 'load', String(data.imageId), { name: String(data.imageId) });
    case 'TransferEnded': {
      const { direction, reference } = translator.transfer(id);
      if (data.outcome !== 'done' || direction === '') return [];
      const parsed = parseReference(reference);
      return make('image', direction, familiar(parsed), { name: familiar({ ...parsed, tag: '', digest: '' }) });
    }
    case 'ImageRemoved':
      return make('image', 'delete', `sha256:${id}`, { name: `sha256:${id}` });
    default:
      return [];
  }
};

const containerEvents = (type: string, data: Record<string, string | number | undefined>, make: (action: string, more?: Record<string, string>) => DockerEvent[]): DockerEvent[] => {
  switch (type) {
    case 'ContainerCreated':
      return make('create');
    case 'ContainerStarted':
      return make('start');
    case 'ContainerExited':
      return [...((data.oomKilled as unknown) === true ? make('oom') : []), ...make('die', { exitCode: String(data.exitCode) }), ...make('stop')];
    case 'ContainerStartFailed':
      return make('die', { exitCode: String(data.exitCode) });
    case 'ContainerStopRequested':
    case 'ContainerSignalRequested':
      return make('kill', { signal: String(data.signal) });
    case 'ContainerHealthChanged':
      return make(`health_status: ${data.health}`);
    case 'ContainerPaused':
      return make('pause');
    case 'ContainerUnpaused':
      return make('unpause');
    case 'ContainerRenamed':
      return make('rename', { oldName: `/${data.previousName}` });
    case 'ContainerRemoved':
    case 'ContainerAbandoned':
      return make('destroy');
    default:
      return [];
  }
};
