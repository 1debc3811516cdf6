import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { TransferLine } from '#endpoints/transfer-lines.ts';
import { canonical, familiar, parseReference } from '#kernel/reference.ts';
import { Rejection } from '#kernel/rejection.ts';
import { tagsAtRegistry, tagsHere } from '../app/all-tags.ts';
import type { Gateway } from '../app/gateway.ts';
import { openTransfer, type Asked } from '../app/transfers.ts';
import { contextOf, stepOf } from '../http/request-context.ts';
import { parseFilters } from './filters.ts';
import { failed, pullMessages, type Message } from './pull-messages.ts';
import { pushMessages } from './push-messages.ts';
import { loginIn, loginOf } from './registry-auth.ts';

type Query = { Querystring: Record<string, string | undefined>; Params: { '*': string } };

/** Docker Hub by any of the names that clients give it. */
const hubHosts = ['', 'docker.io', 'index.docker.io', 'registry-1.docker.io'];

/** Logins, searches, and what a name means at its registry. */
export const remoteRegistryRoutes = (app: FastifyInstance, gateway: Gateway): void => {
  const ask = <Answer>(what: string, body: object): Promise<Answer> => gateway.nodes.json<Answer>(gateway.config.localNodeId, 'POST', `/v1/registry/${what}`, body);

  app.post('/auth', async (request) => {
    const body = (request.body ?? {}) as { serveraddress?: string; username?: string; password?: string; auth?: string; identitytoken?: string };
    await ask('login', { domain: domainIn(body.serveraddress ?? ''), login: loginOf(body) ?? {} });
    return { Status: 'Login Succeeded', IdentityToken: '' };
  });

  app.get<Query>('/images/search', async (request) => {
    const { term = '', limit = '25' } = request.query;
    if (term === '') throw new Rejection('INVALID', 'Search term cannot be empty: give one in "term"');
    const filters = parseFilters(request.query.filters, ['is-automated', 'is-official', 'stars']);
    const { domain, rest } = registryIn(term);
    const found = await ask<{ name: string; description: string; stars: number; isOfficial: boolean; isAutomated: boolean }[]>('search', { domain, term: rest, limit: Number(limit) || 25, login: loginIn(request.headers['x-registry-auth']) });
    const wanted = (name: string, is: boolean): boolean => (filters.get(name) ?? []).every((value) => (value === 'true') === is);
    return found
      .filter(({ stars, isOfficial, isAutomated }) => wanted('is-official', isOfficial) && wanted('is-automated', isAutomated) && (filters.get('stars') ?? []).every((least) => stars >= Number(least)))
      .map(({ name, description, stars, isOfficial, isAutomated }) => ({ name: domain === 'docker.io' ? name : `${domain}/${name}`, description, star_count: stars, is_official: isOfficial, is_automated: isAutomated }));
  });

  app.get<Query>('/distribution/*', async (request) => {
    const name = /^(.*)\/json$/.exec(request.params['*'])?.[1];
    if (name === undefined) throw new Rejection('NOT_IMPLEMENTED', `GET /distribution/${request.params['*']} is not there`);
    type Inspected = { mediaType: string; digest: string; sizeBytes: number; platforms: { os: string; architecture: string; variant?: string }[] };
    const { mediaType, digest, sizeBytes, platforms } = await ask<Inspected>('inspect', { reference: canonical(parseReference(name)), login: loginIn(request.headers['x-registry-auth']) });
    return { Descriptor: { mediaType, digest, size: sizeBytes }, Platforms: platforms };
  });
};

const domainIn = (address: string): string => {
  const host = address.replace(/^https?:\/\//, '').split('/')[0] ?? '';
  return hubHosts.includes(host) ? 'docker.io' : host;
};

// As in names of images: what could be no part of a name on Docker Hub is a host.
const registryIn = (term: string): { domain: string; rest: string } => {
  const [, host = '', rest = ''] = /^([^/]*)\/(.*)$/.exec(term) ?? [];
  return /[.:]/.test(host) || host === 'localhost' ? { domain: domainIn(host), rest } : { domain: 'docker.io', rest: term };
};

/** `POST /images/create` with `fromImage`. A digest beside a tag wins, and then nothing gets the tag: so Docker has it. */
export const pullImage = async (gateway: Gateway, request: FastifyRequest<Query>, reply: FastifyReply): Promise<unknown> => {
  const { fromImage = '', tag = '', platform = '' } = request.query;
  const parsed = parseReference(tag === '' ? fromImage : `${fromImage}${tag.includes(':') ? '@' : ':'}${tag}`);
  const reference = canonical(parsed.digest === '' ? parsed : { ...parsed, tag: '' });
  const login = loginIn(request.headers['x-registry-auth']);
  // Without a tag, Docker pulls them all; its command always says one.
  if (tag === '' && isNameAlone(fromImage)) {
    const references = await tagsAtRegistry(gateway, fromImage, login).catch((error: unknown) => {
      throw inDockersWords(error, familiar(parsed), familiar({ ...parsed, tag: '', digest: '' }));
    });
    return streamAll(gateway, references.map((one) => ({ direction: 'pull', reference: one, platform, ...(login ? { login } : {}) })), request, reply, (line, { manifestDigest }, one) => pullMessages(line, one, manifestDigest));
  }
  return stream(gateway, { direction: 'pull', reference, platform, ...(login ? { login } : {}) }, request, reply, (line, { manifestDigest }) => pullMessages(line, reference, manifestDigest)).catch((error: unknown) => {
    throw inDockersWords(error, familiar(parsed), familiar({ ...parsed, tag: '', digest: '' }));
  });
};

/** `POST /images/{name}/push` */
export const pushImage = async (gateway: Gateway, request: FastifyRequest<Query>, reply: FastifyReply, name: string): Promise<unknown> => {
  const { tag = '', platform = '' } = request.query;
  const parsed = parseReference(tag === '' ? name : `${name}:${tag}`);
  const reference = canonical(parsed);
  const login = loginIn(request.headers['x-registry-auth']);
  const opening: Message = { status: `The push refers to repository [${canonical({ ...parsed, tag: '', digest: '' })}]` };
  if (tag === '' && isNameAlone(name)) {
    const references = await tagsHere(gateway, name, contextOf(request));
    return streamAll(gateway, references.map((one) => ({ direction: 'push', reference: one, platform, ...(login ? { login } : {}) })), request, reply, (line, _begun, one) => pushMessages(line, one), [opening]);
  }
  return stream(gateway, { direction: 'push', reference, platform, ...(login ? { login } : {}) }, request, reply, (line) => pushMessages(line, reference), [opening]).catch((error: unknown) => {
    if (error instanceof Rejection && error.code === 'IMAGE_NOT_FOUND') throw new Rejection(error.code, `An image does not exist locally with the tag: ${familiar(parsed)}`);
    throw error;
  });
};

// Neither tag nor digest: a colon before the last slash is a port.
const isNameAlone = (name: string): boolean => !/[:@]/.test(name.slice(name.lastIndexOf('/') + 1));

type Told = (line: TransferLine, begun: { manifestDigest: string }) => Message[];

// What fails before anything was told is an answer with a status, everything later a line of the stream: so Docker has it.
const stream = async (gateway: Gateway, asked: Asked, request: FastifyRequest, reply: FastifyReply, told: Told, opening: readonly Message[] = []): Promise<unknown> => {
  const leaving = new AbortController();
  reply.raw.once('close', () => leaving.abort());
  const { begun, first, rest } = await openTransfer(gateway, asked, contextOf(request), leaving.signal);
  const text = (messages: readonly Message[]): string => messages.map((message) => `${JSON.stringify(message)}\r\n`).join('');
  const lines = async function* (): AsyncGenerator<string> {
    yield text([...opening, ...told(first, begun)]);
    for await (const line of rest) {
      const said = text(told(line, begun));
      if (said !== '') yield said;
    }
  };
  return reply.type('application/json').send(Readable.from(lines(), { objectMode: false }));
};

type ToldOfOne = (line: TransferLine, begun: { manifestDigest: string }, reference: string) => Message[];

// One after the other; what fails ends it.
const streamAll = async (gateway: Gateway, all: readonly Asked[], request: FastifyRequest, reply: FastifyReply, told: ToldOfOne, opening: readonly Message[] = []): Promise<unknown> => {
  const leaving = new AbortController();
  reply.raw.once('close', () => leaving.abort());
  const text = (messages: readonly Message[]): string => messages.map((message) => `${JSON.stringify(message)}\r\n`).join('');
  const lines = async function* (): AsyncGenerator<string> {
    yield text(opening);
    for (const [place, asked] of all.entries())
      try {
        const { begun, first, rest } = await openTransfer(gateway, asked, stepOf(contextOf(request), `tag-${place}`), leaving.signal);
        yield text(told(first, begun, asked.reference));
        for await (const line of rest) {
          yield text(told(line, begun, asked.reference));
          if (line.event === 'failed') return;
        }
      } catch (error) {
        return yield text([failed(error instanceof Error ? error.message : String(error))]);
      }
  };
  return reply.type('application/json').send(Readable.from(lines(), { objectMode: false }));
};

const inDockersWords = (error: unknown, image: string, name: string): unknown => {
  if (!(error instanceof Rejection)) return error;
  if (error.code === 'REGISTRY_DENIED') return new Rejection('IMAGE_NOT_FOUND', `pull access denied for ${name}, repository does not exist or may require 'docker login': ${error.message}`);
  if (error.code === 'IMAGE_NOT_FOUND' && /: manifest .*\(?HTTP 404/.test(error.message)) return new Rejection('IMAGE_NOT_FOUND', `manifest for ${image} not found: manifest unknown: ${error.message}`);
  return error;
};
