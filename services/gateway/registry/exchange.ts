import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Context } from '#kernel/context.ts';
import type { Gateway } from '../app/gateway.ts';

/** One request of a registry client: what a route is handed. */
export type Exchange = { gateway: Gateway; request: FastifyRequest; reply: FastifyReply; query: URLSearchParams; context: Context };

export const headerOf = ({ headers }: FastifyRequest, name: string): string | undefined => {
  const value = headers[name];
  return Array.isArray(value) ? value[0] : value;
};
