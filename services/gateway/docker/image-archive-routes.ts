import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { registerImage } from '#endpoints/image.ts';
import { canonical, parseReference } from '#kernel/reference.ts';
import { Rejection } from '#kernel/rejection.ts';
import type { RegisterImage } from '#proto/image.ts';
import { containerBy, type Gateway } from '../app/gateway.ts';
import { importImage } from '../app/import-image.ts';
import { saveImages } from '../app/save-images.ts';
import { isYes } from '../http/query.ts';
import { contextOf, stepOf } from '../http/request-context.ts';
import { committedConfig } from './committed-config.ts';
import { inspectView } from './inspect/container.ts';
import { familiarName } from '../app/familiar-name.ts';

type Named = { Params: { id: string }; Querystring: Record<string, string | undefined> };
type ImportQuery = { fromSrc?: string; repo?: string; tag?: string; message?: string; changes?: string | string[] };
type CommitQuery = { Querystring: { container?: string; repo?: string; tag?: string; author?: string; comment?: string; pause?: string; changes?: string | string[] } };
type Names = { Querystring: { names?: string | string[] } };

/** Images as archives, and images made of containers. https://docs.docker.com/reference/api/engine/version/v1.51/ */
export const imageArchiveRoutes = (app: FastifyInstance, gateway: Gateway): void => {
  const { bus } = gateway.platform;
  app.get<Names>('/images/get', async (request, reply) => {
    const names = [request.query.names ?? []].flat();
    if (names.length === 0) throw new Rejection('INVALID', 'no image was named: say which in "names"');
    return sendTar(reply, await saveImages(gateway, names, contextOf(request)));
  });

  app.post<Named>('/images/load', async (request, reply) => {
    const { images } = await importImage(gateway, request.body as Readable, { kind: 'auto', reference: '' }, contextOf(request));
    const lines = images.flatMap(({ imageId, references }) => (references.length > 0 ? references.map((name) => `Loaded image: ${familiarName(name)}\n`) : [`Loaded image ID: ${imageId}\n`]));
    return reply.type('application/json').send(lines.map((stream) => `${JSON.stringify({ stream })}\r\n`).join(''));
  });

  app.get<Named>('/containers/:id/export', async (request, reply) => {
    const { containerId, nodeId } = await containerBy(gateway, request.params.id, contextOf(request));
    gateway.tell({ kind: 'container', id: containerId, action: 'export', attributes: {} });
    return sendTar(reply, await gateway.nodes.open(nodeId, 'GET', `/v1/containers/${containerId}/export`));
  });

  app.get<Named>('/containers/:id/changes', async (request) => {
    const { containerId, nodeId } = await containerBy(gateway, request.params.id, contextOf(request));
    const { changes } = await gateway.nodes.json<{ changes: { path: string; kind: keyof typeof kinds }[] }>(nodeId, 'GET', `/v1/containers/${containerId}/changes`);
    return changes.length > 0 ? changes.map(({ path, kind }) => ({ Path: path, Kind: kinds[kind] })) : null;
  });

  app.post<CommitQuery>('/commit', async (request, reply) => {
    const { container = '', repo = '', tag = '', author = '', comment = '', pause, changes } = request.query;
    const context = contextOf(request);
    const reference = named(repo, tag);
    const found = await containerBy(gateway, container, context);
    const { containerId, nodeId } = found;
    const config = committedConfig(inspectView(found, []).Config, (request.body ?? {}) as Record<string, unknown>);
    const image = await gateway.nodes.json<Omit<RegisterImage, 'nodeId'>>(nodeId, 'POST', `/v1/containers/${containerId}/commit`, { author, comment, pause: pause === undefined || isYes(pause), config, changes: [changes ?? []].flat() });
    await bus.call(registerImage, { ...image, references: reference === '' ? [] : [reference], nodeId }, stepOf(context, 'register'));
    gateway.tell({ kind: 'container', id: containerId, action: 'commit', attributes: { comment, imageID: image.imageId, imageRef: reference === '' ? '' : familiarName(reference) } });
    return reply.code(201).send({ Id: image.imageId });
  });
};

/** `POST /images/create?fromSrc=`: a root filesystem becomes an image. */
export const importRootfs = async (gateway: Gateway, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
  const { fromSrc = '', repo = '', tag = '', message = '', changes } = request.query as ImportQuery;
  const reference = named(repo, tag);
  const archive = fromSrc === '-' ? (request.body as Readable) : await fetched(fromSrc);
  const { images } = await importImage(gateway, archive, { kind: 'rootfs', reference, changes: [changes ?? []].flat(), comment: message || `Imported from ${fromSrc}`, created: new Date().toISOString() }, contextOf(request));
  return reply.type('application/json').send(images.map(({ imageId }) => `${JSON.stringify({ status: imageId })}\r\n`).join(''));
};

/** What to call an image; empty for nothing. Judged before anything is made that could not be called so. Throws INVALID. */
const named = (repository: string, tag: string): string => {
  if (repository === '') return '';
  const parsed = parseReference(tag === '' ? repository : `${repository}:${tag}`);
  if (parsed.digest !== '') throw new Rejection('INVALID', `refusing to create a tag with a digest reference: ${repository}`);
  return canonical(parsed);
};

const kinds = { modified: 0, added: 1, deleted: 2 } as const;

const fetched = async (url: string): Promise<Readable> => {
  if (!/^https?:\/\//.test(url)) throw new Rejection('INVALID', `"${url}" is no source: give a URL, or - for the body of the request`);
  const response = await fetch(url).catch((error: unknown) => {
    throw new Rejection('INVALID', `${url} can't be fetched: ${error instanceof Error ? String(error.cause ?? error.message) : String(error)}`);
  });
  if (!response.ok || !response.body) throw new Rejection('INVALID', `${url} answered ${response.status}: give the URL of a tar`);
  return Readable.fromWeb(response.body as ReadableStream);
};

const sendTar = (reply: FastifyReply, archive: Readable): FastifyReply => reply.type('application/x-tar').send(archive);
