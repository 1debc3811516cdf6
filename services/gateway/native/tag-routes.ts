import type { FastifyInstance } from 'fastify';
import { getTagHistory, listRepositories, setImmutable, tagImage } from '#endpoints/image.ts';
import type { Gateway } from '../app/gateway.ts';
import { contextOf } from '../http/request-context.ts';
import { momentOf } from './as-of.ts';
import { object, text, truth } from './schema.ts';

const tagBody = object(
  { image: text({ description: 'Reference, id or unique prefix of an id' }), reference: text({ description: 'The tag to set' }) },
  { as_of: text({ description: 'What the reference pointed at at this sequence of the log, or this time' }) },
);

type TagBody = { image: string; reference: string; as_of?: string };
type Named = { Params: { name: string; reference: string } };

/** Names of images: what they point at, pointed at, and whether they may be moved. Names are encoded as one part of the path. */
export const tagRoutes = (app: FastifyInstance, { platform: { bus } }: Gateway): void => {
  app.post('/tags', { schema: { summary: 'Point a tag at an image, or back at what a tag pointed at in a past moment', body: tagBody } }, async (request, reply) => {
    const { image, reference, as_of } = request.body as TagBody;
    const { message, sequence } = await bus.call(tagImage, { image, reference, ...momentOf(as_of) }, contextOf(request));
    reply.code(201).header('X-Event-Sequence', String(sequence));
    return message;
  });
  app.get<Named>('/tags/:reference/history', { schema: { summary: 'Where a tag pointed: what, when, who, why' } }, async (request, reply) => {
    const { message, sequence } = await bus.call(getTagHistory, { reference: request.params.reference }, contextOf(request));
    reply.header('X-Event-Sequence', String(sequence));
    return { items: message.moves };
  });
  app.get('/repositories', { schema: { summary: 'Repositories, their tags, and whether those may be moved' } }, async (request, reply) => {
    const { message, sequence } = await bus.call(listRepositories, {}, contextOf(request));
    reply.header('X-Event-Sequence', String(sequence));
    return { items: message.repositories };
  });
  app.put<Named>('/repositories/:name/immutability', { schema: { summary: 'Let tags of a repository be set once only, or be moved again', body: object({ immutable: truth }) } }, async (request, reply) => {
    const { immutable } = request.body as { immutable: boolean };
    const { message, sequence } = await bus.call(setImmutable, { repository: request.params.name, immutable }, contextOf(request));
    reply.header('X-Event-Sequence', String(sequence));
    return message;
  });
};
