import type { FastifyInstance, FastifyRequest, HTTPMethods } from 'fastify';
import type { Context } from '#kernel/context.ts';
import type { Gateway } from '../app/gateway.ts';
import { addressOf, type Address } from './address.ts';
import { giveBlob, refuseToDelete } from './blobs.ts';
import type { Exchange } from './exchange.ts';
import { giveCatalog, giveReferrers, giveTags } from './lists.ts';
import { deleteManifest, giveManifest, takeManifest } from './manifests.ts';
import { errorBody, RegistryError, registryError } from './registry-error.ts';
import { beginUpload, continueUpload } from './uploads.ts';

const methods: HTTPMethods[] = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** A registry of the platform's images, by https://github.com/opencontainers/distribution-spec/blob/v1.1.0/spec.md */
export const registryRoutes = (gateway: Gateway, contextOf: (request: FastifyRequest) => Context) => async (app: FastifyInstance): Promise<void> => {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
  app.addHook('onRequest', async (_request, reply) => void reply.header('Docker-Distribution-Api-Version', 'registry/2.0'));
  app.setErrorHandler((error, request, reply) => {
    const told = registryError(error);
    if (told.status >= 500) gateway.platform.log.warn({ err: error, url: request.url }, 'registry request failed');
    if (reply.raw.headersSent) return void reply.raw.destroy();
    // Whoever still sends is read to the end, or until it hears the answer: a closed connection would lose it.
    request.raw.resume();
    return reply.code(told.status).headers(told.headers).type('application/json').send(errorBody(told));
  });
  const handler = async (request: FastifyRequest, reply: Exchange['reply']): Promise<unknown> => {
    const [path = '', query = ''] = (request.raw.url ?? '').split(/\?(.*)/s);
    return answer({ gateway, request, reply, query: new URLSearchParams(query), context: contextOf(request) }, addressOf(path));
  };
  for (const url of ['/v2', '/v2/*']) app.route({ method: methods, url, exposeHeadRoute: false, handler });
};

const answer = (exchange: Exchange, address: Address): Promise<unknown> => {
  const { method } = exchange.request;
  const isRead = method === 'GET' || method === 'HEAD';
  const wrong = (): never => {
    throw new RegistryError(405, 'UNSUPPORTED', `${method} is not for ${exchange.request.url.split('?')[0]}`);
  };
  switch (address.what) {
    case 'root':
      return isRead ? Promise.resolve(exchange.reply.send({})) : wrong();
    case 'catalog':
      return isRead ? giveCatalog(exchange) : wrong();
    case 'tags':
      return isRead ? giveTags(exchange, address.name) : wrong();
    case 'referrers':
      return isRead ? giveReferrers(exchange, address.name, address.reference) : wrong();
    case 'manifest':
      if (isRead) return giveManifest(exchange, address.name, address.reference);
      if (method === 'PUT') return takeManifest(exchange, address.name, address.reference);
      return method === 'DELETE' ? deleteManifest(exchange, address.name, address.reference) : wrong();
    case 'blob':
      if (isRead) return giveBlob(exchange, address.reference);
      return method === 'DELETE' ? refuseToDelete() : wrong();
    case 'uploads':
      return method === 'POST' ? beginUpload(exchange, address.name) : wrong();
    case 'upload':
      return continueUpload(exchange, address.name, address.reference);
  }
};
