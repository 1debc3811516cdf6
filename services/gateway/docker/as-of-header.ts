import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Moment } from '#kernel/as-of.ts';
import { Rejection } from '#kernel/rejection.ts';
import { momentMs } from './moment.ts';

const header = 'x-lading-as-of';
/** What can be told of the past: lists and single objects, from the log. */
const known = /^\/(?:containers\/(?:json|[^/]+\/json)|images\/(?:json|.+\/(?:json|history))|networks(?:\/[^/]+)?|volumes(?:\/[^/]+)?|_ping|version|info)\/?$/;

const askedFor = (request: FastifyRequest): string => {
  const value = request.headers[header];
  return (Array.isArray(value) ? value[0] : value)?.trim() ?? '';
};

/** `X-Lading-As-Of`: a sequence of the log (`1200`), a time (RFC 3339) or how long ago (`15m`); zeros, which mean now, without it. Throws INVALID. */
export const momentAsked = (request: FastifyRequest): Moment => {
  const asked = askedFor(request);
  if (asked === '') return { asOfSequence: 0, asOfMs: 0 };
  if (/^\d+$/.test(asked)) return { asOfSequence: Number(asked), asOfMs: 0 };
  return { asOfSequence: 0, asOfMs: Math.floor(momentMs(asked, Date.now(), 'X-Lading-As-Of')) };
};

/** Whoever looks into the past changes nothing by mistake, and is never shown the present for it. */
export const refuseChangesOfThePast = (app: FastifyInstance): void => {
  app.addHook('onRequest', async (request) => {
    if (askedFor(request) === '' || request.url.startsWith('/api/v1/')) return;
    const path = request.url.split('?')[0] ?? '';
    if (request.method !== 'GET' && request.method !== 'HEAD') throw new Rejection('INVALID', `the past can't be changed: ${request.method} ${path} came with X-Lading-As-Of; send it without`);
    if (!known.test(path)) throw new Rejection('NOT_IMPLEMENTED', `${path} is not kept of the past: ask without X-Lading-As-Of`);
  });
};
