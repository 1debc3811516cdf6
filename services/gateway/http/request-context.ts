import type { FastifyRequest } from 'fastify';
import type { Context } from '#kernel/context.ts';
import { randomIds } from '#kernel/ids.ts';
import { peerOf } from './listen-tcp.ts';
import { traceparentOf } from './trace.ts';

const header = (request: FastifyRequest, name: string): string => {
  const value = request.headers[name];
  return (Array.isArray(value) ? value[0] : value) ?? '';
};

// Who comes over the network may say who it is; what its connection proves stays beside that.
const actorOf = (said: string, peer: string): string => (said === '' ? peer : peer === 'unix-socket' ? said : `${said} (${peer})`);

/** Who asks and why, from the request's headers. A client that gives an Idempotency-Key may send its request again. */
export const contextOf = (request: FastifyRequest): Context => {
  const commandId = header(request, 'idempotency-key') || randomIds.uuid();
  return {
    commandId,
    actor: actorOf(header(request, 'x-lading-actor'), peerOf(request.raw.socket)),
    reason: header(request, 'x-lading-reason'),
    causationId: '',
    correlationId: header(request, 'x-request-id') || commandId,
    traceparent: traceparentOf(request),
  };
};

/** The context of a further step of the same request. */
export const stepOf = (context: Context, step: string): Context => ({ ...context, commandId: `${context.commandId}/${step}`, causationId: context.commandId });
