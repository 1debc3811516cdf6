import type { FastifyInstance, FastifyRequest } from 'fastify';
import { startSpan } from '#kernel/telemetry.ts';

const traceparents = new WeakMap<FastifyRequest, string>();

/** A span for each request, from its first byte to the end of its connection's answer. */
export const traceRequests = (app: FastifyInstance): void => {
  app.addHook('onRequest', async (request, reply) => {
    const given = request.headers.traceparent;
    const span = startSpan(`${request.method} ${request.routeOptions.url ?? request.url.split('?')[0]}`, 'server', typeof given === 'string' ? given : '');
    traceparents.set(request, span.traceparent);
    reply.raw.once('close', () => span.end({ attributes: { 'http.response.status_code': reply.statusCode } }));
  });
};

/** What everything that this request asks for is to be a child of; empty without tracing. */
export const traceparentOf = (request: FastifyRequest): string => traceparents.get(request) ?? '';
