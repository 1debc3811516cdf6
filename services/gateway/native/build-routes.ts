import { pipeline, Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { listBuilds } from '#endpoints/image.ts';
import { orderLengthBytes, orderMaxBytes } from '#endpoints/build-progress.ts';
import { Rejection } from '#kernel/rejection.ts';
import type { Build } from '#proto/image.ts';
import { startBuild, type BuildRequest } from '../app/builds.ts';
import type { Gateway } from '../app/gateway.ts';
import { hijack } from '../http/hijack.ts';
import { contextOf, stepOf } from '../http/request-context.ts';
import { object, text } from './schema.ts';

type Asked = { Params: { id: string; connection: string }; Querystring: { most?: string } };

const usual: BuildRequest = { references: [], dockerfile: 'Dockerfile', target: '', platform: '', arguments: {}, network: 'default', project: '', nodeId: '', more: {} };

/** Builds by the native API: what happens comes as JSON, one a line. */
export const nativeBuildRoutes = (app: FastifyInstance, gateway: Gateway): void => {
  const { bus } = gateway.platform;
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', (_request, payload, done) => done(null, payload));

  const buildBy = async (id: string, request: Parameters<typeof contextOf>[0]): Promise<Build> => {
    const context = contextOf(request);
    const { message } = await bus.call(listBuilds, { buildId: id, most: 2 }, stepOf(context, 'build'));
    const [build, second] = message.builds;
    if (second && build?.buildId !== id) throw new Rejection('AMBIGUOUS', `several builds begin with ${id}: give more of the id`);
    if (!build) throw new Rejection('BUILD_NOT_FOUND', `no such build: ${id}`);
    return build;
  };

  app.post('/builds', { schema: { summary: 'Build an image. The body is the length of an order (four bytes, big end first), the order as JSON, and a tar with the context; the answer what happens, a line of JSON each' } }, async (request, reply) => {
    const body = (request.body as Readable | undefined) ?? Readable.from([]);
    const build = await startBuild(gateway, { ...usual, ...(await orderIn(body)) }, body, contextOf(request));
    reply.raw.once('close', () => build.lines.destroy());
    return reply.type('application/x-ndjson').send(build.lines);
  });
  app.get<Asked>('/builds', { schema: { summary: 'Builds, newest first', querystring: object({}, { most: text() }) } }, async (request) => {
    const { message } = await bus.call(listBuilds, { buildId: '', most: Number(request.query.most ?? 0) }, contextOf(request));
    return { items: message.builds };
  });
  app.get<Asked>('/builds/:id', { schema: { summary: 'One build, by its id or the beginning of it' } }, async (request) => buildBy(request.params.id, request));
  app.get<Asked>('/builds/:id/log', { schema: { summary: 'What a build said, as when it went on' } }, async (request, reply) => {
    const { nodeId, buildId } = await buildBy(request.params.id, request);
    return reply.type('application/x-ndjson').send(await gateway.nodes.open(nodeId, 'GET', `/v1/builds/${buildId}/log`));
  });
  app.post<Asked>('/builds/:id/ssh/:connection', { schema: { summary: 'Join a command of a build, which said ssh-asked, with an ssh agent (the connection becomes a stream both ways)' } }, async (request, reply) => {
    const { nodeId, buildId } = await buildBy(request.params.id, request);
    const node = await gateway.nodes.stream(nodeId, `/v1/builds/${buildId}/ssh/${encodeURIComponent(request.params.connection)}`);
    const { socket, early } = hijack(request, reply, 'application/octet-stream');
    if (node.early.length > 0) socket.write(node.early);
    if (early.length > 0) node.socket.write(early);
    pipeline(socket, node.socket, () => {});
    pipeline(node.socket, socket, () => {});
  });
};

const orderIn = async (body: Readable): Promise<Partial<BuildRequest>> => {
  const length = (await exactly(body, orderLengthBytes)).readUInt32BE(0);
  if (length > orderMaxBytes) throw new Rejection('INVALID', `the order of the build has ${length} bytes: at most ${orderMaxBytes} are taken`);
  try {
    return JSON.parse((await exactly(body, length)).toString('utf8')) as Partial<BuildRequest>;
  } catch {
    throw new Rejection('INVALID', 'the order of the build is no JSON');
  }
};

const exactly = async (body: Readable, length: number): Promise<Buffer> => {
  for (;;) {
    const piece = body.read(length) as Buffer | null;
    if (piece?.length === length) return piece;
    if (piece !== null || body.readableEnded) throw new Rejection('INVALID', 'the order of the build was cut');
    await new Promise<void>((resolve) => {
      body.once('readable', resolve);
      body.once('end', resolve);
      body.once('close', resolve);
    });
  }
};
