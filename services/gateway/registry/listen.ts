import type { Server } from 'node:http';
import https from 'node:https';
import fastify, { type FastifyReply, type FastifyRequest } from 'fastify';
import { randomIds } from '#kernel/ids.ts';
import type { Context } from '#kernel/context.ts';
import { http } from '#kernel/node-http.ts';
import type { Gateway } from '../app/gateway.ts';
import { traceparentOf, traceRequests } from '../http/trace.ts';
import { badUrlBody } from './registry-error.ts';
import { registryRoutes } from './routes.ts';

/** Where registry clients connect. Without a certificate only what the configuration has judged safe comes here. */
export type RegistryListen = { host: string; port: number; tls?: { cert: string; key: string } };

/** Clients open a connection for each layer they move. */
const connectionsMax = 1_024;
/** A client that neither sends nor takes anything for so long is gone. */
const idleMaxMs = 5 * 60_000;

/** Serves `/v2/` over TCP, and nothing else: whoever reaches it may push and pull, not run containers. */
export const listenForRegistry = async (gateway: Gateway, { host, port, tls }: RegistryListen): Promise<{ close: () => Promise<void> }> => {
  const server = tls ? https.createServer({ ...tls, minVersion: 'TLSv1.2' }) : http.createServer();
  // A large layer is not a slow request.
  server.requestTimeout = 0;
  server.maxConnections = connectionsMax;
  server.setTimeout(idleMaxMs);
  const app = fastify({
    logger: false,
    forceCloseConnections: true,
    serverFactory: (handler) => (server.on('request', handler), server as Server),
    frameworkErrors: (error, _request, reply: FastifyReply) => void reply.code(400).send(badUrlBody(error.message)),
  });
  traceRequests(app);
  app.setNotFoundHandler((_request, reply) => reply.code(404).type('application/json').send({ errors: [{ code: 'UNSUPPORTED', message: 'only the registry is here, at /v2/', detail: null }] }));
  app.register(registryRoutes(gateway, remoteContext));
  await app.listen({ host, port });
  gateway.platform.log.info({ host, port, tls: tls !== undefined }, 'the registry listens');
  return { close: () => app.close() };
};

// Whoever comes over the network does not say who it is.
const remoteContext = (request: FastifyRequest): Context => {
  const commandId = randomIds.uuid();
  return { commandId, actor: `registry:${request.socket.remoteAddress ?? ''}`, reason: '', causationId: '', correlationId: commandId, traceparent: traceparentOf(request) };
};
