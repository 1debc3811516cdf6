import type { FastifyInstance } from 'fastify';
import { listContainers } from '#endpoints/container.ts';
import { listImages } from '#endpoints/image.ts';
import { listNetworks } from '#endpoints/network.ts';
import { listVolumes } from '#endpoints/volume.ts';
import type { Container } from '#proto/container.ts';
import type { Image } from '#proto/image.ts';
import { containerSizes, diskUse, layerSizes, volumeSizes, type NodeUse } from '../app/disk-use.ts';
import type { Gateway } from '../app/gateway.ts';
import { contextOf } from '../http/request-context.ts';
import { listRow } from './container-views.ts';
import { imageRow } from './object-routes.ts';
import { volumeView } from './volume-routes.ts';

const now = { asOfSequence: 0, asOfMs: 0 };

/** `docker system df`: what lies on all nodes together, a layer once however many nodes have it. */
export const diskUseRoutes = (app: FastifyInstance, gateway: Gateway): void => {
  const { bus } = gateway.platform;
  app.get<{ Querystring: { type?: string | string[] } }>('/system/df', async (request) => {
    const context = contextOf(request);
    const asked = [request.query.type ?? []].flat();
    const wants = (type: string): boolean => asked.length === 0 || asked.includes(type);
    const [use, { message: containers }, { message: images }, { message: volumes }, { message: networks }] = await Promise.all([
      diskUse(gateway, context),
      bus.call(listContainers, { all: true, project: '', serviceId: '', nodeId: '', labels: [], removed: false, ...now }, context),
      bus.call(listImages, now, context),
      bus.call(listVolumes, { labels: [], nodeId: '', ...now }, context),
      bus.call(listNetworks, { labels: [], ...now }, context),
    ]);
    const layers = layerSizes(use);
    const withSizes = containerSizeFields(use, images.images);
    const sizes = volumeSizes(use);
    return {
      LayersSize: [...layers.values()].reduce((sum, size) => sum + size, 0),
      Images: wants('image') ? imageUses(images.images, containers.containers, layers) : null,
      Containers: wants('container') ? containers.containers.map((container) => ({ ...listRow(container, networks.networks, Date.now()), ...withSizes(container) })) : null,
      Volumes: wants('volume') ? volumes.volumes.map((volume) => ({ ...volumeView(volume), UsageData: { Size: sizes.get(volume.name) ?? 0, RefCount: volume.containerIds.length } })) : null,
      BuildCache: wants('build-cache') ? [] : null,
    };
  });
};

/** What a container's own layer takes, and that with its image, in bytes. */
export const containerSizeFields = (use: readonly NodeUse[], images: readonly Image[]) => {
  const own = containerSizes(use);
  const layers = layerSizes(use);
  return (container: Container) => {
    const SizeRw = own.get(container.containerId) ?? 0;
    return { SizeRw, SizeRootFs: SizeRw + imageSize(images, container, layers) };
  };
};

const sizeOf = ({ layers }: Image, sizes: ReadonlyMap<string, number>, only: (diffId: string) => boolean = () => true): number =>
  [...new Set(layers.map(({ diffId }) => diffId))].filter(only).reduce((sum, diffId) => sum + (sizes.get(diffId) ?? 0), 0);

const imageUses = (images: readonly Image[], containers: readonly Container[], sizes: ReadonlyMap<string, number>) => {
  const users = new Map<string, number>();
  for (const { layers } of images) for (const diffId of new Set(layers.map((layer) => layer.diffId))) users.set(diffId, (users.get(diffId) ?? 0) + 1);
  return images.map((image) => ({
    ...imageRow(image),
    Size: sizeOf(image, sizes),
    SharedSize: sizeOf(image, sizes, (diffId) => (users.get(diffId) ?? 0) > 1),
    Containers: containers.filter(({ spec }) => spec?.imageId === image.imageId).length,
  }));
};

const imageSize = (images: readonly Image[], { spec }: Container, sizes: ReadonlyMap<string, number>): number => {
  const image = images.find(({ imageId }) => imageId === spec?.imageId);
  return image ? sizeOf(image, sizes) : 0;
};
