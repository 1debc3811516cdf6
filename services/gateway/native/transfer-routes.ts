import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { RegistryLogin, TransferLine, TransferOpening } from '#endpoints/transfer-lines.ts';
import { tagsAtRegistry, tagsHere } from '../app/all-tags.ts';
import type { Gateway } from '../app/gateway.ts';
import { openTransfer } from '../app/transfers.ts';
import { contextOf } from '../http/request-context.ts';
import { object, text } from './schema.ts';

const login = object(
  {},
  { username: text(), password: text(), identityToken: text(), registryToken: text() },
  { description: 'For the registry of the reference; without one, the node looks into its own ~/.docker/config.json' },
);
const body = object({ reference: text({ minLength: 1 }) }, { platform: text({ description: 'os/arch[/variant]; that of the node where it is left out' }), login });

type Body = { reference: string; platform?: string; login?: RegistryLogin };

/** Pulls and pushes. The answer is progress, a JSON object a line; the last one has the event `done` or `failed`. Whoever goes away ends it. */
export const transferRoutes = (app: FastifyInstance, gateway: Gateway): void => {
  for (const [direction, summary] of [['pull', 'Bring an image from a registry'], ['push', 'Send an image to a registry']] as const)
    app.post<{ Body: Body }>(`/images/${direction}`, { schema: { summary: `${summary} (progress as newline-delimited JSON)`, body } }, (request, reply) => answer(gateway, direction, request, reply));
  app.post<{ Body: Body }>('/images/tags-at-registry', { schema: { summary: 'References of all tags that a registry has under a name', body } }, async ({ body: { reference, login: given } }) => ({ items: await tagsAtRegistry(gateway, reference, given) }));
  app.post<{ Body: Body }>('/images/tags-here', { schema: { summary: 'References of all tags that are here under a name', body } }, async (request) => ({ items: await tagsHere(gateway, request.body.reference, contextOf(request)) }));
};

const answer = async (gateway: Gateway, direction: 'pull' | 'push', request: FastifyRequest<{ Body: Body }>, reply: FastifyReply): Promise<unknown> => {
  const { reference, platform = '', login: given } = request.body;
  const leaving = new AbortController();
  reply.raw.once('close', () => leaving.abort());
  const { begun, first, rest } = await openTransfer(gateway, { direction, reference, platform, ...(given ? { login: given } : {}) }, contextOf(request), leaving.signal);
  const said = (line: TransferLine | TransferOpening): string => `${JSON.stringify(line)}\n`;
  const lines = async function* (): AsyncGenerator<string> {
    yield said({ event: 'begun', transferId: begun.transferId, nodeId: begun.nodeId, reference: begun.reference, before: begun.manifestDigest });
    yield said(first);
    for await (const line of rest) yield said(line);
  };
  return reply.type('application/x-ndjson').send(Readable.from(lines(), { objectMode: false }));
};
