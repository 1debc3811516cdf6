import type { FastifyInstance } from 'fastify';
import * as containers from '#endpoints/container.ts';
import * as images from '#endpoints/image.ts';
import * as networks from '#endpoints/network.ts';
import * as volumes from '#endpoints/volume.ts';
import type { Context } from '#kernel/context.ts';
import { Rejection } from '#kernel/rejection.ts';
import type { Container } from '#proto/container.ts';
import { containerSizes, diskUse, volumeSizes } from '../app/disk-use.ts';
import { awaitCondition, type Gateway } from '../app/gateway.ts';
import { isYes } from '../http/query.ts';
import { contextOf, stepOf } from '../http/request-context.ts';
import { hasLabels, lacksLabels, parseFilters, type Filters } from './filters.ts';
import { momentMs } from './moment.ts';

type Asked = { Querystring: { filters?: string } };

const now = { asOfSequence: 0, asOfMs: 0 };
const none = null as string[] | null;
const prunable = new Set(['created', 'exited', 'abandoned']);

/** Removes what nobody uses, and tells what and how much room that makes. https://docs.docker.com/reference/api/engine/version/v1.51/ */
export const pruneRoutes = (app: FastifyInstance, gateway: Gateway): void => {
  const { bus } = gateway.platform;
  const tell = (kind: string, reclaimed = 0): void => gateway.tell({ kind, id: '', action: 'prune', attributes: { reclaimed: String(reclaimed) } });

  app.post<Asked>('/containers/prune', async (request) => {
    const context = contextOf(request);
    const filters = parseFilters(request.query.filters, ['label', 'label!', 'until']);
    const [{ message }, use] = await Promise.all([bus.call(containers.listContainers, { all: true, project: '', serviceId: '', nodeId: '', labels: [], removed: false, ...now }, context), diskUse(gateway, context)]);
    const removed = await removedOf(message.containers.filter((one) => isLeftOver(one, filters)).map(({ containerId }) => containerId), (container) => removeWhole(gateway, container, context));
    const SpaceReclaimed = sum(removed, containerSizes(use));
    tell('container', SpaceReclaimed);
    return { ContainersDeleted: orNone(removed), SpaceReclaimed };
  });

  app.post<Asked>('/networks/prune', async (request) => {
    const context = contextOf(request);
    const filters = parseFilters(request.query.filters, ['label', 'label!', 'until']);
    const { message } = await bus.call(networks.listNetworks, { labels: [], ...now }, context);
    const unused = message.networks.filter(({ predefined, attached, labels, createdAtMs }) => !predefined && attached.length === 0 && isAsked(filters, labels, createdAtMs));
    const removed = await removedOf(unused.map(({ name }) => name), (network) => bus.call(networks.removeNetwork, { network }, stepOf(context, network)));
    tell('network');
    return { NetworksDeleted: orNone(removed) };
  });

  app.post<Asked>('/volumes/prune', async (request) => {
    const context = contextOf(request);
    const filters = parseFilters(request.query.filters, ['all', 'label', 'label!']);
    // Without it only those go that nobody gave a name.
    const all = filters.get('all')?.some(isYes) ?? false;
    const [{ message }, use] = await Promise.all([bus.call(volumes.listVolumes, { labels: [], nodeId: '', ...now }, context), diskUse(gateway, context)]);
    const unused = message.volumes.filter(({ anonymous, containerIds, removing, labels }) => (all || anonymous) && !removing && containerIds.length === 0 && isAsked(filters, labels, 0));
    const removed = await removedOf(unused.map(({ name }) => name), (name) => bus.call(volumes.removeVolume, { name, force: false }, stepOf(context, name)));
    const SpaceReclaimed = sum(removed, volumeSizes(use));
    tell('volume', SpaceReclaimed);
    return { VolumesDeleted: orNone(removed), SpaceReclaimed };
  });

  app.post<Asked>('/images/prune', async (request) => {
    const filters = parseFilters(request.query.filters, ['dangling', 'label', 'label!', 'until']);
    const all = filters.get('dangling')?.some((value) => !isYes(value)) ?? false;
    const { message } = await bus.call(images.pruneImages, { all, cache: false, cacheOnly: false, untilMs: Math.floor(untilOf(filters) ?? 0), labels: filters.get('label') ?? [], withoutLabels: filters.get('label!') ?? [] }, contextOf(request));
    const told = [...message.untagged.map((Untagged) => ({ Untagged })), ...message.deleted.map((Deleted) => ({ Deleted }))];
    tell('image', message.freedBytes);
    return { ImagesDeleted: told.length > 0 ? told : null, SpaceReclaimed: message.freedBytes };
  });

  app.post<Asked>('/build/prune', async (request) => {
    const filters = parseFilters(request.query.filters, ['until', 'unused-for', 'all']);
    const { message } = await bus.call(images.pruneImages, { all: false, cache: true, cacheOnly: true, untilMs: Math.floor(untilOf(filters) ?? 0), labels: [], withoutLabels: [] }, contextOf(request));
    return { CachesDeleted: null, SpaceReclaimed: message.freedBytes };
  });
};

// As after a removal by name: who lists containers next sees none of them.
const removeWhole = async (gateway: Gateway, container: string, context: Context): Promise<void> => {
  const { sequence } = await gateway.platform.bus.call(containers.removeContainer, { container, force: false, volumes: false, graceful: false }, stepOf(context, container));
  await awaitCondition(gateway, container, 'removed', 0, stepOf(context, `${container}/removed`), { minSequence: sequence });
};

const orNone = (names: readonly string[]) => (names.length > 0 ? names : none);

// A replica that has ended is its service's to remove: another one would be made in its place, and do its work once more.
const isLeftOver = ({ state, spec, createdAtMs }: Container, filters: Filters): boolean => prunable.has(state) && spec?.replicaOf === undefined && isAsked(filters, spec?.labels ?? {}, createdAtMs);

const untilOf = (filters: Filters): number | undefined => {
  const [until, ...more] = filters.get('until') ?? [];
  if (more.length > 0) throw new Rejection('INVALID', 'more than one until filter specified: give one');
  return until === undefined ? undefined : momentMs(until, Date.now());
};

const isAsked = (filters: Filters, labels: Record<string, string>, createdAtMs: number): boolean => hasLabels(filters, labels) && lacksLabels(filters, labels) && createdAtMs < (untilOf(filters) ?? Infinity);

const sum = (names: readonly string[], sizes: ReadonlyMap<string, number>): number => names.reduce((total, name) => total + (sizes.get(name) ?? 0), 0);

/** Those that could be removed; what somebody came to use meanwhile, or removed before, is passed over. */
const removedOf = async (names: readonly string[], remove: (name: string) => Promise<unknown>): Promise<string[]> => {
  const removed: string[] = [];
  for (const name of names)
    try {
      await remove(name);
      removed.push(name);
    } catch (error) {
      if (!(error instanceof Rejection)) throw error;
    }
  return removed;
};
