import type { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as compose from '#endpoints/compose.ts';
import * as containers from '#endpoints/container.ts';
import * as images from '#endpoints/image.ts';
import * as networks from '#endpoints/network.ts';
import * as nodes from '#endpoints/node.ts';
import * as scheduler from '#endpoints/scheduler.ts';
import * as volumes from '#endpoints/volume.ts';
import type { CallOptions } from '#kernel/bus/bus.ts';
import { Rejection } from '#kernel/rejection.ts';
import type { UpProject } from '#proto/compose.ts';
import type { Gateway } from '../app/gateway.ts';
import { importImage } from '../app/import-image.ts';
import { isYes } from '../http/query.ts';
import { contextOf } from '../http/request-context.ts';
import { momentOf } from './as-of.ts';
import { byName, listOf, object, text, truth, whole } from './schema.ts';
import { projectRoutes } from './project-routes.ts';
import { streamSteps } from './steps.ts';

type Query = { Params: { name: string; id: string; revision: string }; Querystring: Record<string, string | undefined> };

const replicas = byName(whole({ minimum: 0 }));
const sourceFile = object({ path: text(), text: text() });
const upBody = object(
  { projectDir: text(), files: listOf(sourceFile, { minItems: 1 }) },
  {
    project: text(),
    environment: byName(text()),
    envFiles: listOf(sourceFile),
    profiles: listOf(text()),
    scale: replicas,
    removeOrphans: truth,
    forceRecreate: truth,
    services: listOf(text()),
    builds: text({ description: 'Which images are to be built: again for all, done for those that are missing' }),
    pull: text({ description: 'always, missing or never, over what the file says' }),
  },
);

type UpBody = { project?: string; projectDir: string; files: { path: string; text: string }[]; environment?: Record<string, string>; envFiles?: { path: string; text: string }[]; profiles?: string[]; scale?: Record<string, number>; removeOrphans?: boolean; forceRecreate?: boolean; services?: string[]; builds?: string; pull?: string };

const upOf = (body: UpBody): UpProject => ({
  input: { project: body.project ?? '', projectDir: body.projectDir, files: body.files, environment: body.environment ?? {}, envFiles: body.envFiles ?? [], profiles: body.profiles ?? [] },
  scale: body.scale ?? {},
  removeOrphans: body.removeOrphans ?? false,
  forceRecreate: body.forceRecreate ?? false,
  services: body.services ?? [],
  builds: body.builds ?? '',
  pull: body.pull ?? '',
});

/** The platform's own API. What is answered says by X-Event-Sequence how far the log is in it; `min_sequence` waits for that. */
export const nativeRoutes = (app: FastifyInstance, gateway: Gateway): void => {
  const { bus } = gateway.platform;
  const seen = (request: FastifyRequest): CallOptions => ({ minSequence: Number((request.query as Record<string, string>).min_sequence ?? request.headers['x-min-event-sequence'] ?? 0) });
  const answer = <Message>(reply: FastifyReply, { sequence }: { sequence: number }, body: Message): Message => {
    reply.header('X-Event-Sequence', String(sequence));
    return body;
  };

  projectRoutes(app, gateway, seen);
  app.post('/projects', { schema: { summary: 'Make what a compose file says run', body: upBody } }, async (request, reply) => {
    const asked = await bus.call(compose.upProject, upOf(request.body as UpBody), contextOf(request));
    reply.code(202).header('Location', `/api/v1/projects/${asked.message.project}/revisions/${asked.message.revision}/steps`);
    return answer(reply, asked, asked.message);
  });
  app.post('/projects/plan', { schema: { summary: 'What that would do, without doing it', body: upBody } }, async (request) => (await bus.call(compose.planProject, { up: upOf(request.body as UpBody) }, contextOf(request))).message);
  app.post('/projects/load', { schema: { summary: 'What a compose file means', body: upBody } }, async (request) => {
    const { input } = upOf(request.body as UpBody);
    return (await bus.call(compose.loadProject, { input }, contextOf(request))).message;
  });
  app.post<Query>('/projects/:name/scale', { schema: { summary: 'Change numbers of replicas', body: object({ replicas }) } }, async (request, reply) => {
    const asked = await bus.call(compose.scaleProject, { project: request.params.name, replicas: (request.body as { replicas: Record<string, number> }).replicas }, contextOf(request));
    reply.code(202);
    return answer(reply, asked, asked.message);
  });
  app.delete<Query>('/projects/:name', { schema: { summary: 'Stop and remove a project', querystring: object({}, { volumes: text() }) } }, async (request, reply) => {
    const asked = await bus.call(compose.downProject, { project: request.params.name, volumes: isYes(request.query.volumes) }, contextOf(request));
    reply.code(202);
    return answer(reply, asked, asked.message);
  });
  app.get<Query>('/projects/:name/revisions/:revision/steps', { schema: { summary: 'Steps of a revision as they are carried out (server-sent events)' } }, (request, reply) =>
    streamSteps(gateway, request.params.name, Number(request.params.revision), contextOf(request), reply));

  app.get<Query>('/services', { schema: { summary: 'Services and where their replicas are' } }, async (request, reply) => {
    const asked = await bus.call(scheduler.listServices, { project: request.query.project ?? '', ...momentOf(request.query.as_of) }, contextOf(request), seen(request));
    return answer(reply, asked, { items: asked.message.services });
  });
  app.get<Query>('/containers', { schema: { summary: 'Containers, now or at a past moment' } }, async (request, reply) => {
    const { all, project = '', service = '', node = '', as_of, removed } = request.query;
    const asked = await bus.call(containers.listContainers, { all: isYes(all), project, serviceId: service, nodeId: node, labels: [], removed: isYes(removed), ...momentOf(as_of) }, contextOf(request), seen(request));
    return answer(reply, asked, { items: asked.message.containers });
  });
  app.get<Query>('/containers/:id', { schema: { summary: 'One container, now or at a past moment' } }, async (request, reply) => {
    const asked = await bus.call(containers.getContainer, { container: request.params.id, ...momentOf(request.query.as_of) }, contextOf(request), seen(request));
    return answer(reply, asked, asked.message);
  });
  app.get<Query>('/images', { schema: { summary: 'Images and the nodes that hold them' } }, async (request, reply) => {
    const asked = await bus.call(images.listImages, momentOf(request.query.as_of), contextOf(request), seen(request));
    return answer(reply, asked, { items: asked.message.images });
  });
  app.post<Query>('/images/import', { schema: { summary: 'Take an image archive or a root filesystem in (the body is the tar)' } }, async (request, reply) => {
    const { kind, reference = '', node } = request.query;
    const imported = await importImage(gateway, request.body as Readable, { kind: kind === 'rootfs' ? 'rootfs' : 'auto', reference, ...(node ? { nodeId: node } : {}) }, contextOf(request));
    reply.code(201);
    return answer(reply, imported, { images: imported.images });
  });
  app.get<Query>('/blobs/use', { schema: { summary: 'How much of each node\'s disk goes to blobs, and how much of that nobody refers to' } }, async (request, reply) => {
    const asked = await bus.call(images.getDiskUse, {}, contextOf(request), seen(request));
    return answer(reply, asked, asked.message);
  });
  app.get<Query>('/networks', { schema: { summary: 'Networks' } }, async (request, reply) => {
    const asked = await bus.call(networks.listNetworks, { labels: [], ...momentOf(request.query.as_of) }, contextOf(request), seen(request));
    return answer(reply, asked, { items: asked.message.networks });
  });
  app.get<Query>('/volumes', { schema: { summary: 'Volumes and the node each lives on' } }, async (request, reply) => {
    const asked = await bus.call(volumes.listVolumes, { labels: [], nodeId: '', ...momentOf(request.query.as_of) }, contextOf(request), seen(request));
    return answer(reply, asked, { items: asked.message.volumes });
  });
  app.get<Query>('/nodes', { schema: { summary: 'Nodes' } }, async (request, reply) => {
    const asked = await bus.call(nodes.listNodes, momentOf(request.query.as_of), contextOf(request), seen(request));
    return answer(reply, asked, { items: asked.message.nodes });
  });
  app.post('/nodes/tokens', { schema: { summary: 'A token with which one more node may join' } }, async (request, reply) => {
    const { join } = gateway.config;
    if (!join) throw new Rejection('NOT_CLUSTERED', 'this daemon is for one machine: start it with LADING_CLUSTER_ADDRESS set to an address that the other machines reach');
    const { message } = await bus.call(nodes.issueNodeToken, { validMs: 0 }, contextOf(request));
    reply.code(201);
    return { token: `${message.secret}.${join.fingerprint}`, address: join.address, expiresAtMs: message.expiresAtMs };
  });
  app.post<Query>('/nodes/:id/drain', { schema: { summary: 'Move replicas away from a node' } }, async (request) => (await bus.call(nodes.drainNode, { node: request.params.id }, contextOf(request))).message);
  app.post<Query>('/nodes/:id/activate', { schema: { summary: 'Let a node take replicas again' } }, async (request) => (await bus.call(nodes.activateNode, { node: request.params.id }, contextOf(request))).message);
};
