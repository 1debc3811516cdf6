import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { progressOf, startBuild, type StartedBuild } from '../app/builds.ts';
import type { Gateway } from '../app/gateway.ts';
import { contextOf } from '../http/request-context.ts';
import { buildRequestOf, type BuildQuery } from './build-query.ts';
import { dockerBuildStream } from './build-stream.ts';
import { loginsIn } from './registry-auth.ts';

/** `docker build` without BuildKit. Whoever goes away cancels the build. */
export const buildRoutes = (app: FastifyInstance, gateway: Gateway): void => {
  // Clients call a context by many names, and some send none at all.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', (_request, payload, done) => done(null, payload));

  app.post<{ Querystring: BuildQuery }>('/build', async (request, reply) => {
    const plain = buildRequestOf(request.query);
    const asked = { ...plain, more: { ...plain.more, logins: loginsIn(request.headers['x-registry-config']) } };
    const build = await startBuild(gateway, asked, (request.body as Readable | undefined) ?? Readable.from([]), contextOf(request));
    reply.raw.once('close', () => build.lines.destroy());
    return reply.type('application/json').send(Readable.from(dockerLines(build, [request.query.q ?? ''].flat()[0] ?? ''), { objectMode: false }));
  });
};

const dockerLines = async function* (build: StartedBuild, quiet: string): AsyncGenerator<string> {
  const told = dockerBuildStream({ quiet: ['1', 'true'].includes(quiet.toLowerCase()) });
  for await (const progress of progressOf(build)) for (const said of told(progress)) yield `${JSON.stringify(said)}\r\n`;
};
