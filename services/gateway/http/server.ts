import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, rmSync } from 'node:fs';
import net, { type Socket } from 'node:net';
import fastify, { type FastifyInstance, type FastifyReply } from 'fastify';
import swagger from '@fastify/swagger';
import { randomIds } from '#kernel/ids.ts';
import type { Log } from '#kernel/log.ts';
import { http } from '#kernel/node-http.ts';
import { apiVersion, splitVersion, versionProblem } from '../docker/api-version.ts';
import { engineVersion } from '../docker/system-routes.ts';
import { badUrlBody, isRegistryPath } from '../registry/registry-error.ts';
import { unrouted } from '../docker/left-out.ts';
import { front, headMaxMs, routeUpgrades } from './hijack.ts';
import { readBodies } from './json-bodies.ts';
import { listenTcp, type TcpListen } from './listen-tcp.ts';
import { tell } from './status.ts';
import { traceRequests } from './trace.ts';

export type HttpServer = { app: FastifyInstance; listen: (socketPath: string, group: string | undefined, tcp: TcpListen | undefined) => Promise<{ close: () => Promise<void> }> };

const bodyMaxBytes = 16 * 2 ** 20;

/** One HTTP server for the native API and Docker's. */
export const openHttp = async (log: Log, routes: { native: (app: FastifyInstance) => void; docker: (app: FastifyInstance) => void }): Promise<HttpServer> => {
  const server = http.createServer({ keepAliveTimeout: 60_000, headersTimeout: headMaxMs, connectionsCheckingInterval: headMaxMs / 2 });
  // A hanging stream (logs, events, wait) is not a slow request.
  server.requestTimeout = 0;
  // Node looks after slow heads from when a server listens; this one is given its connections by another.
  server.emit('listening');
  const app = fastify({
    logger: false,
    bodyLimit: bodyMaxBytes,
    forceCloseConnections: true,
    genReqId: (request) => (typeof request.headers['x-request-id'] === 'string' ? request.headers['x-request-id'] : randomIds.uuid()),
    serverFactory: (handler) => (server.on('request', handler), server),
    rewriteUrl: (request) => splitVersion(request.url ?? '/').path,
    routerOptions: { maxParamLength: 512 },
    frameworkErrors: (error, request, reply: FastifyReply) => void reply.code(400).send(isRegistryPath(request.url) ? badUrlBody(error.message) : { message: error.message }),
  });
  routeUpgrades(server, app);
  readBodies(app);
  traceRequests(app);

  app.addHook('onRequest', async (request, reply) => {
    reply.headers({ 'Api-Version': apiVersion, Ostype: 'linux', 'Docker-Experimental': 'false', Server: `Docker/${engineVersion} (linux)`, 'X-Request-Id': request.id });
    const { version } = splitVersion(request.originalUrl);
    const problem = version === undefined ? undefined : versionProblem(version);
    if (problem !== undefined) return reply.code(400).send({ message: problem });
    return undefined;
  });
  // The docker client takes an error for JSON only when the type is this, to the letter.
  app.addHook('onSend', async (_request, reply, payload) => {
    if (reply.getHeader('content-type') === 'application/json; charset=utf-8') reply.header('content-type', 'application/json');
    return payload;
  });
  app.setErrorHandler((error, request, reply) => {
    const { status, code, message } = tell(error);
    if (status >= 500 && status !== 501) log.warn({ err: error, url: request.url }, 'request failed');
    if (reply.raw.headersSent) return void reply.raw.destroy();
    if (!request.url.startsWith('/api/v1')) return reply.code(status).send({ message });
    return reply.code(status).type('application/problem+json').send({ type: `urn:lading:${code.toLowerCase()}`, title: code, status, detail: message, code, request_id: request.id });
  });
  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?')[0] ?? '';
    if (request.method === 'OPTIONS') return reply.send();
    if (path.startsWith('/api/v1')) return reply.code(404).send({ message: `page not found: ${request.method} ${request.url}` });
    throw unrouted(request.method, path);
  });

  await app.register(
    async (native) => {
      await native.register(swagger, { openapi: { openapi: '3.1.0', info: { title: 'Lading', version: 'v1', description: 'Everything the lading command does. Docker clients use the Docker Engine API on the same socket.' } } });
      native.get('/openapi.json', { schema: { hide: true } as object }, async () => native.swagger());
      routes.native(native);
    },
    { prefix: '/api/v1' },
  );
  routes.docker(app);
  await app.ready();
  return { app, listen: (socketPath, group, tcp) => listen(app, front(server), socketPath, group, tcp) };
};

const listen = async (app: FastifyInstance, take: (socket: Socket) => void, socketPath: string, group: string | undefined, tcp: TcpListen | undefined): Promise<{ close: () => Promise<void> }> => {
  const listener = net.createServer({ noDelay: true, allowHalfOpen: true }, take);
  rmSync(socketPath, { force: true });
  await new Promise<void>((resolve, reject) => {
    listener.once('error', reject);
    listener.listen(socketPath, resolve);
  });
  chmodSync(socketPath, 0o660);
  const gid = group === undefined ? undefined : groupId(group);
  if (gid !== undefined) chownSync(socketPath, 0, gid);
  const remote = tcp && (await listenTcp(tcp, take));
  return {
    close: async () => {
      listener.close();
      remote?.close();
      await app.close();
      rmSync(socketPath, { force: true });
    },
  };
};

const groupId = (name: string): number | undefined => {
  try {
    return Number(execFileSync('getent', ['group', name], { encoding: 'utf8' }).split(':')[2]);
  } catch {
    return undefined;
  }
};
