import type { FastifyInstance } from 'fastify';
import * as images from '#endpoints/image.ts';
import type { Image } from '#proto/image.ts';
import type { Gateway } from '../app/gateway.ts';
import { imageAt } from '../app/objects-then.ts';
import { saveImages } from '../app/save-images.ts';
import { isYes } from '../http/query.ts';
import { contextOf } from '../http/request-context.ts';
import { isOlder, splitVersion } from './api-version.ts';
import { takeBodiesAsTheyCome } from './archive-routes.ts';
import { familiarName, familiarRepository } from '../app/familiar-name.ts';
import { momentAsked } from './as-of-header.ts';
import { parseFilters } from './filters.ts';
import { pullImage, pushImage } from './registry-routes.ts';
import { importRootfs } from './image-archive-routes.ts';
import { askedDigests, askedNames, imageFilters, isAskedImage } from './image-filters.ts';
import { unrouted } from './left-out.ts';
import { momentMs } from './moment.ts';

type Named = { Params: { '*': string; id: string }; Querystring: Record<string, string | undefined> };
const now = { asOfSequence: 0, asOfMs: 0 };
const iso = (ms: number): string => new Date(ms).toISOString();

export const imageRoutes = (app: FastifyInstance, gateway: Gateway): void => {
  const { bus } = gateway.platform;
  app.get<Named>('/images/json', async (request) => {
    const context = contextOf(request);
    const filters = parseFilters(request.query.filters, imageFilters);
    const moment = momentAsked(request);
    const { message } = await bus.call(images.listImages, moment, context);
    const createdAt = async (name: string): Promise<number | undefined> => {
      const [image] = filters.get(name) ?? [];
      return image === undefined ? undefined : (await imageAt(gateway, image, moment, context)).createdAtMs;
    };
    const [until] = filters.get('until') ?? [];
    const moments = { beforeMs: await createdAt('before'), sinceMs: await createdAt('since'), untilMs: until === undefined ? undefined : momentMs(until, Date.now()) };
    return message.images.filter((image) => isAskedImage(image, filters, moments)).map(imageRow).map((row) => ({ ...row, RepoTags: askedNames(row.RepoTags, filters), ...(filters.has('reference') ? { RepoDigests: askedDigests(row.RepoDigests, askedNames(row.RepoTags, filters)) } : {}) }));
  });
  app.get<Named>('/images/*', async (request, reply) => {
    const [, name = '', what] = /^(.*)\/(json|history|get)$/.exec(request.params['*']) ?? [];
    if (what === undefined) throw unrouted('GET', `/images/${request.params['*']}`);
    if (what === 'get') return reply.type('application/x-tar').send(await saveImages(gateway, [name], contextOf(request)));
    const image = await imageAt(gateway, name, momentAsked(request), contextOf(request));
    return what === 'json' ? { ...imageInspect(image), ...olderFields(splitVersion(request.originalUrl).version, request.headers['user-agent']) } : imageHistory(image);
  });
  app.register(async (scope) => {
    // The docker client calls a tar text/plain.
    takeBodiesAsTheyCome(scope);
    scope.post<Named>('/images/create', (request, reply) => (request.query.fromSrc === undefined ? pullImage(gateway, request, reply) : importRootfs(gateway, request, reply)));
  });
  app.post<Named>('/images/*', async (request, reply) => {
    const [, name = '', what] = /^(.*)\/(tag|push)$/.exec(request.params['*']) ?? [];
    if (what === 'push') return pushImage(gateway, request, reply, name);
    if (what === undefined) throw unrouted('POST', `/images/${request.params['*']}`);
    const { repo = '', tag = '' } = request.query;
    await bus.call(images.tagImage, { image: name, reference: tag === '' ? repo : `${repo}:${tag}`, ...now }, contextOf(request));
    return reply.code(201).send();
  });
  app.delete<Named>('/images/*', async (request) => {
    const { message } = await bus.call(images.removeImage, { image: request.params['*'], force: isYes(request.query.force) }, contextOf(request));
    return [...message.untagged.map((Untagged) => ({ Untagged })), ...message.deleted.map((Deleted) => ({ Deleted }))];
  });
};

type ImageConfig = { architecture?: string; os?: string; created?: string; author?: string; config?: { Labels?: Record<string, string> | null }; rootfs?: { diff_ids: string[] }; history?: { created?: string; created_by?: string; comment?: string; empty_layer?: boolean }[] };

/** One row of `GET /images/json`. */
export const imageRow = (image: Image) => ({
  Id: image.imageId,
  ParentId: '',
  RepoTags: image.references.filter((reference) => !reference.includes('@')).map(familiarName),
  RepoDigests: repoDigests(image),
  Created: Math.floor(image.createdAtMs / 1_000),
  Size: image.sizeBytes,
  VirtualSize: image.sizeBytes,
  SharedSize: -1,
  Containers: -1,
  Labels: (JSON.parse(image.configJson) as ImageConfig).config?.Labels ?? {},
});

// What a name points at may be an index, which is not the image's own manifest: it is what can be pulled by digest.
const repoDigests = ({ references, referenceDigests }: Image): string[] =>
  [...new Set(references.flatMap((reference, place) => (reference.includes('@') || !referenceDigests[place] ? [] : [`${familiarRepository(reference)}@${referenceDigests[place]}`])))];

const imageInspect = (image: Image) => {
  const config = JSON.parse(image.configJson) as ImageConfig;
  const { Id, RepoTags, RepoDigests, Size } = imageRow(image);
  return {
    Id, RepoTags, RepoDigests, Parent: '', Comment: '', Created: config.created ?? iso(image.createdAtMs), DockerVersion: '', Author: config.author ?? '', Config: config.config ?? {}, Architecture: config.architecture ?? '', Os: config.os ?? 'linux',
    Size, VirtualSize: Size, GraphDriver: { Name: 'overlay2', Data: null }, RootFS: { Type: 'layers', Layers: config.rootfs?.diff_ids ?? [] }, Metadata: { LastTagTime: iso(0) },
  };
};

// Gone from the API since 1.45. docker-compose of the first version speaks the newest one, and reads them all the same when it makes a container anew.
const olderFields = (version: string | undefined, agent = ''): object => ((version !== undefined && isOlder(version, '1.45')) || agent.startsWith('docker-compose/1.') ? { Container: '', ContainerConfig: { Volumes: null, Labels: null } } : {});

const imageHistory = (image: Image) => {
  const sizes = image.layers.map(({ sizeBytes }) => sizeBytes);
  const rows = ((JSON.parse(image.configJson) as ImageConfig).history ?? []).map((one) => ({ Id: '<missing>', Created: Math.floor(Date.parse(one.created ?? '') / 1_000) || 0, CreatedBy: one.created_by ?? '', Tags: null as string[] | null, Size: one.empty_layer ? 0 : (sizes.shift() ?? 0), Comment: one.comment ?? '' }));
  const [top] = rows.reverse();
  if (top) Object.assign(top, { Id: image.imageId, Tags: image.references.map(familiarName) });
  return rows;
};
