import { join } from 'node:path';
import { closeSync, existsSync, mkdirSync, readlinkSync, realpathSync, statSync } from 'node:fs';
import type { Context } from '#kernel/context.ts';
import type { BoundPort, ContainerSpec, Endpoint, WantedContainer } from '#proto/container.ts';
import { openBelow, openPathOnly } from '../effects/content/inside-root.ts';
import type { ContentStore } from '../effects/content/port.ts';
import { hostnameIn, sharedHostFiles, writeHostFiles } from '../effects/host-files.ts';
import type { Interface, Network } from '../effects/network/port.ts';
import type { Records } from '../effects/records.ts';
import { StartError, type PreparedContainer, type PreparedMount, type Runtime } from '../effects/runtime/port.ts';
import type { Images } from './images.ts';
import { endpointsFor, interfacesFor } from './interfaces.ts';
import type { Ports } from './ports.ts';
import { volumeFolder } from './volume-folder.ts';
import type { Networks } from './networks.ts';

export type Preparing = {
  nodeId: string;
  /** Where the small files of containers are: hosts, hostname, resolv.conf. */
  filesDirectory: string;
  runtime: Runtime;
  content: ContentStore;
  network: Network;
  networks: Networks;
  images: Images;
  records: Records;
  ports: Ports;
  context: () => Context;
  /** Where this node answers clients of Docker. */
  apiSocket: string;
};

export type Prepared = { container: PreparedContainer; endpoints: readonly Endpoint[]; interfaces: Readonly<Record<string, string>>; ports: readonly BoundPort[] };

/** Brings everything together that a container needs to start here. What was brought before is used again. */
export const prepare = async (on: Preparing, { containerId, name, run, spec }: WantedContainer): Promise<Prepared> => {
  if (!spec) throw new StartError({ exitCode: 125, message: 'no specification' });
  const layers = await on.images.ensure(spec.imageId);
  const [ports, rootfs, interfaces] = await Promise.all([on.ports.choose(containerId, ownerOf(containerId, spec), spec.ports, (port) => isAnswered(on, port.hostPort, port.protocol, spec)), on.content.mountRootfs(containerId, layers), interfacesFor(on, containerId, spec)]);
  const [netns, mounts] = await Promise.all([networkNamespace(on, containerId, spec, interfaces), resolveMounts(on, containerId, spec, rootfs)]);
  const endpoints = endpointsFor(containerId, name, spec, interfaces);
  const links = spec.links.map((link) => linked(on, name, link));
  const sharing = spec.networkMode.startsWith('container:') ? (await running(on.runtime, spec.networkMode.slice('container:'.length))).containerId : undefined;
  const files = sharing !== undefined ? sharedHostFiles(join(on.filesDirectory, sharing), spec) : writeHostFiles({ links, directory: join(on.filesDirectory, containerId), containerId, spec, endpoints, hostGateway: interfaces.find(({ gateway }) => gateway !== undefined)?.gateway ?? '127.0.0.1' });
  const hostname = sharing === undefined ? spec.hostname : hostnameIn(join(on.filesDirectory, sharing));
  return {
    container: { containerId, run, spec: { ...spec, hostname }, rootfs, mounts: [...files, ...mounts], ...(netns === undefined ? {} : { netns }), ...(await sharedNamespaces(on.runtime, spec)) },
    endpoints,
    interfaces: Object.fromEntries(interfaces.map(({ networkId, ifname }) => [networkId, ifname])),
    ports,
  };
};

/** As dockerd words it. */
const linked = ({ records }: Preparing, name: string, { container, alias }: { container: string; alias: string }): { address: string; names: string[] } => {
  const record = records.get(container);
  const [endpoint] = record?.endpoints ?? [];
  if (!record || !endpoint) throw new StartError({ exitCode: 125, message: `Cannot link to a non running container: /${record?.name ?? container} AS /${name}/${alias}` });
  return { address: endpoint.address, names: [...new Set([alias, container.slice(0, 12), record.name])] };
};

/** Replicas of one service share its ports. */
export const ownerOf = (containerId: string, spec: ContainerSpec | undefined): string => spec?.replicaOf?.serviceId ?? containerId;

// This node may answer the port of a service before it has one of its replicas.
const isAnswered = ({ networks }: Preparing, hostPort: number, protocol: string, spec: ContainerSpec): boolean =>
  spec.replicaOf !== undefined && hostPort > 0 && networks.view().published.some((published) => published.hostPort === hostPort && published.protocol === (protocol || 'tcp'));

const networkNamespace = async ({ network, runtime }: Preparing, containerId: string, spec: ContainerSpec, interfaces: readonly Interface[]): Promise<string | undefined> => {
  if (spec.networkMode === 'host') return undefined;
  if (spec.networkMode.startsWith('container:')) {
    const other = spec.networkMode.slice('container:'.length);
    const pid = await runningPid(runtime, other);
    return `/proc/${pid}/ns/net`;
  }
  return (await network.attach({ containerId, interfaces, hostname: spec.hostname || containerId.slice(0, 12) })).netns;
};

const sharedNamespaces = async (runtime: Runtime, { pidMode, ipcMode }: ContainerSpec): Promise<{ joinPid?: number; joinIpc?: number }> => ({
  ...(pidMode.startsWith('container:') ? { joinPid: await runningPid(runtime, pidMode.slice('container:'.length)) } : {}),
  ...(ipcMode.startsWith('container:') ? { joinIpc: await runningPid(runtime, ipcMode.slice('container:'.length)) } : {}),
});

const runningPid = async (runtime: Runtime, reference: string): Promise<number> => (await running(runtime, reference)).pid;

const running = async (runtime: Runtime, reference: string): Promise<{ containerId: string; pid: number }> => {
  const found = (await runtime.list()).find(({ containerId, state }) => containerId.startsWith(reference) && state === 'running');
  if (!found) throw new StartError({ exitCode: 125, message: `container ${reference} does not run on this node: start it first` });
  return found;
};

const resolveMounts = async (on: Preparing, containerId: string, { mounts }: ContainerSpec, rootfs: string): Promise<PreparedMount[]> => {
  const resolved: PreparedMount[] = [];
  for (const [place, mount] of mounts.entries()) {
    if (mount.type === 'tmpfs') continue;
    const source = await sourceOf(on, `${containerId}${imageRootMark}${place}`, mount, rootfs);
    const path = mount.subpath ? pathInside(source, mount.subpath) : source;
    resolved.push({ source: path, isFile: !statSync(path).isDirectory(), target: mount.target, readOnly: mount.readOnly, propagation: mount.propagation || 'rprivate', nonRecursive: mount.nonRecursive, readOnlyNonRecursive: mount.readOnlyNonRecursive });
  }
  return resolved;
};

/** Root filesystems of images that a container mounts are named after it, and their place in its list. */
export const imageRootMark = '-image-';

const sourceOf = async ({ content, images, apiSocket }: Preparing, imageRootId: string, mount: ContainerSpec['mounts'][number], rootfs: string): Promise<string> => {
  if (mount.type === 'volume') return volumeFolder(content, mount, rootfs);
  if (mount.type === 'image') return content.mountRootfs(imageRootId, await images.ensure(mount.source));
  return bindSource(socketMeant(mount.source, apiSocket), mount.createHostPath);
};

const pathInside = (folder: string, subpath: string): string => {
  try {
    // Links and `..` in the volume are followed inside of it only.
    const found = openBelow(folder, subpath, openPathOnly);
    try {
      return readlinkSync(`/proc/self/fd/${found}`);
    } finally {
      closeSync(found);
    }
  } catch (error) {
    throw new StartError({ exitCode: 125, message: `subpath ${subpath} is not in the volume: ${error instanceof Error ? error.message : String(error)}` });
  }
};

/** Where Docker's engine listens: people mount it into containers that steer others, by habit. */
const dockerSockets = ['/var/run/docker.sock', '/run/docker.sock'];

// Unless Docker's own engine runs here, too.
export const socketMeant = (source: string, apiSocket: string): string => (dockerSockets.includes(source) && !existsSync(source) && existsSync(apiSocket) ? apiSocket : source);

const bindSource = (source: string, create: boolean): string => {
  if (!existsSync(source)) {
    if (!create) throw new StartError({ exitCode: 125, message: `invalid mount config for type "bind": bind source path does not exist: ${source}` });
    mkdirSync(source, { recursive: true });
  }
  return realpathSync(source);
};
