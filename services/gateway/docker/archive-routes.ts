import type { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { containerBy, type Gateway } from '../app/gateway.ts';
import { contextOf } from '../http/request-context.ts';

type Asked = { Params: { id: string }; Querystring: { path?: string } };
const statHeader = 'x-docker-container-path-stat';

/** Bodies are streams, whatever they say that they are. */
export const takeBodiesAsTheyCome = (app: FastifyInstance): void => {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
};

/** `docker cp`: a path of a container as a tar, and a tar into one. The container's node has the files. */
export const archiveRoutes = (app: FastifyInstance, gateway: Gateway): void => {
  const { nodes } = gateway;
  // The docker client calls a tar text/plain.
  takeBodiesAsTheyCome(app);
  const pathOf = (containerId: string, path = ''): string => `/v1/containers/${containerId}/archive?${new URLSearchParams({ path })}`;

  app.route<Asked>({
    method: ['HEAD', 'GET'],
    url: '/containers/:id/archive',
    handler: async (request, reply) => {
      const { containerId, nodeId } = await containerBy(gateway, request.params.id, contextOf(request));
      const from = await nodes.open(nodeId, request.method, pathOf(containerId, request.query.path));
      reply.header('X-Docker-Container-Path-Stat', from.headers[statHeader]);
      if (request.method === 'HEAD') return reply.send();
      gateway.tell({ kind: 'container', id: containerId, action: 'archive-path', attributes: {} });
      reply.raw.once('close', () => from.destroy());
      return reply.type('application/x-tar').send(from);
    },
  });
  app.put<Asked>('/containers/:id/archive', async (request, reply) => {
    const { containerId, nodeId } = await containerBy(gateway, request.params.id, contextOf(request));
    (await nodes.open(nodeId, 'PUT', pathOf(containerId, request.query.path), request.body as Readable)).resume();
    gateway.tell({ kind: 'container', id: containerId, action: 'extract-to-dir', attributes: {} });
    return reply.code(200).send();
  });
};
