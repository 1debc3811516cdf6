import type { ShownEvent } from '../codec/event-registry.ts';
import { openNetworkChanges, type NetworkChange } from './network-events.ts';

export type RememberedContainer = {
  name: string; image: string; labels: Record<string, string>; nodeId: string; volumes: readonly { name: string; target: string; readOnly: boolean }[];
  runs: boolean; startedAtMs: number; /** Asked to stop, or to start again after it. */ stopping: '' | 'stop' | 'restart';
};

/** What Docker repeats in its events, or makes others of, and ours say once. */
export type EventMemory = {
  learn: (event: ShownEvent) => void;
  /** One that goes on by itself. */
  copy: () => EventMemory;
  container: (containerId: string) => RememberedContainer;
  network: (networkId: string) => { name: string; type: string };
  /** The image that a name meant last. */
  tagged: (reference: string) => string;
  imageLabels: (imageId: string) => Record<string, string>;
  /** Networks that a container came to or left by this event, which was not given before. */
  networkChanges: (event: ShownEvent) => NetworkChange[];
  /** Of a pull or push. */
  transfer: (transferId: string) => { direction: string; reference: string };
};

type Mount = { type: string; source: string; target: string; readOnly: boolean };

const unknown: RememberedContainer = { name: '', image: '', labels: {}, nodeId: '', volumes: [], runs: false, startedAtMs: 0, stopping: '' };

type Kept = {
  containers: Map<string, RememberedContainer>; transfers: Map<string, { direction: string; reference: string }>; networks: Map<string, { name: string; type: string }>;
  tags: Map<string, string>; labelsOf: Map<string, Record<string, string>>; here: Map<string, ReadonlySet<string>>;
};

const nothing = (): Kept => ({ containers: new Map(), transfers: new Map(), networks: new Map(), tags: new Map(), labelsOf: new Map(), here: new Map() });

export const openEventMemory = ({ containers, transfers, networks, tags, labelsOf, here }: Kept = nothing()): EventMemory => {
  const change = (id: string, over: Partial<RememberedContainer>): unknown => containers.set(id, { ...(containers.get(id) ?? unknown), ...over });
  const learn = ({ type, data, aggregate, at }: ShownEvent): unknown => {
    const id = aggregate.slice(aggregate.lastIndexOf('.') + 1);
    switch (shortName(type)) {
      case 'ContainerCreated': {
        const { image = '', labels = {}, mounts = [] } = (data.spec ?? {}) as { image?: string; labels?: Record<string, string>; mounts?: Mount[] };
        const volumes = mounts.filter((mount) => mount.type === 'volume').map(({ source, target, readOnly }) => ({ name: source, target, readOnly }));
        return containers.set(id, { ...unknown, name: String(data.name), image, labels, nodeId: String(data.nodeId), volumes });
      }
      case 'ContainerRenamed':
        return change(id, { name: String(data.name) });
      case 'ContainerStarted':
        return change(id, { runs: true, startedAtMs: Date.parse(at), stopping: '' });
      case 'ContainerStopRequested':
        // A kill is asked for in the same way, and Docker tells of no stop then.
        return change(id, { stopping: data.thenStart === true ? 'restart' : data.signal === 'SIGKILL' ? '' : 'stop' });
      case 'ContainerExited':
      case 'ContainerStartFailed':
        return change(id, { runs: false });
      case 'ContainerRemoved':
      case 'ContainerAbandoned':
        return containers.delete(id);
      case 'TransferEnded':
        return transfers.delete(id);
      case 'NetworkRemoved':
        return networks.delete(id);
      case 'ImageRemoved':
        return labelsOf.delete(`sha256:${id}`);
      case 'TagRemoved':
        return tags.delete(String(data.reference));
      case 'NetworkCreated':
        return networks.set(id, { name: String(data.name), type: dockerDriver(String(data.driver)) });
      case 'TransferBegun':
        return transfers.set(id, { direction: String(data.direction), reference: String(data.reference) });
      case 'TagMoved':
        return tags.set(String(data.reference), String(data.imageId));
      case 'ImageRegistered':
        return labelsOf.set(String(data.imageId), (JSON.parse(String(data.configJson)) as { config?: { Labels?: Record<string, string> | null } }).config?.Labels ?? {});
      default:
        return undefined;
    }
  };
  return {
    learn,
    copy: () => openEventMemory({ containers: new Map(containers), transfers: new Map(transfers), networks: new Map(networks), tags: new Map(tags), labelsOf: new Map(labelsOf), here: new Map(here) }),
    container: (containerId) => containers.get(containerId) ?? unknown,
    network: (networkId) => networks.get(networkId) ?? { name: '', type: 'bridge' },
    tagged: (reference) => tags.get(reference) ?? reference,
    imageLabels: (imageId) => labelsOf.get(imageId) ?? {},
    networkChanges: openNetworkChanges(here),
    transfer: (transferId) => transfers.get(transferId) ?? { direction: '', reference: '' },
  };
};

export const shortName = (type: string): string => type.slice(type.lastIndexOf('.') + 1);

const dockerDriver = (driver: string): string => (driver === 'none' ? 'null' : driver);
