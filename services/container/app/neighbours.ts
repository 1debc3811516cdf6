import { Rejection } from '#kernel/rejection.ts';
import type { ContainerSpec, Mount } from '#proto/container.ts';
import type { Directory, Entry } from '../views/directory.ts';

/** A specification with the ids of the other containers that it names, and with the mounts it takes over from them. Throws INVALID for one that is not there, or on another node. */
export const withNeighbours = (spec: ContainerSpec, directory: Directory, nodeId: string): ContainerSpec => {
  const neighbour = (reference: string): string => neighbourOf(directory, reference, nodeId).containerId;
  const mode = (text: string): string => (text.startsWith('container:') ? `container:${neighbour(text.slice('container:'.length))}` : text);
  const taken = spec.volumesFrom.flatMap((text) => mountsFrom(text, directory, nodeId));
  const own = new Set(spec.mounts.map(({ target }) => target));
  // Of two containers the later one's mount counts, as in Docker.
  const inherited = new Map(taken.filter(({ target }) => !own.has(target)).map((mount) => [mount.target, mount]));
  return {
    ...spec,
    networkMode: mode(spec.networkMode),
    pidMode: mode(spec.pidMode),
    ipcMode: mode(spec.ipcMode),
    links: spec.links.map(({ container, alias }) => ({ container: neighbour(container), alias })),
    mounts: [...spec.mounts, ...inherited.values()],
  };
};

// A missing neighbour is no missing container: clients that hear "not found" from create go and pull the image.
const neighbourOf = (directory: Directory, reference: string, nodeId: string): Entry => {
  const found = lookUp(directory, reference);
  const { state } = found.folded;
  if (state.phase !== 'present') throw new Rejection('INVALID', `No such container: ${reference}`);
  if (state.nodeId !== nodeId) throw new Rejection('INVALID', `container ${reference} runs on node ${state.nodeId}: create this one there as well`);
  return found;
};

const lookUp = (directory: Directory, reference: string): Entry => {
  try {
    return directory.find(reference);
  } catch (error) {
    throw error instanceof Rejection ? new Rejection('INVALID', error.message) : error;
  }
};

const modes = ['', 'ro', 'rw', 'z', 'Z', 'ro,z', 'ro,Z', 'rw,z', 'rw,Z'];

const mountsFrom = (text: string, directory: Directory, nodeId: string): Mount[] => {
  const [reference = '', mode = ''] = text.split(':');
  if (reference === '') throw new Rejection('INVALID', 'volumes-from specification cannot be an empty string');
  if (!modes.includes(mode)) throw new Rejection('INVALID', `invalid mode: ${mode}`);
  const { state } = neighbourOf(directory, reference, nodeId).folded;
  const mounts = state.phase === 'present' ? (state.spec as ContainerSpec).mounts : [];
  // A volume without a name stays the other container's: it does not go when this one does.
  return mounts.filter(({ type }) => type === 'bind' || type === 'volume').map((mount) => ({ ...mount, anonymous: false, noCopy: true, readOnly: mount.readOnly || mode.startsWith('ro') }));
};
