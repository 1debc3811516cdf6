import type { FastifyInstance } from 'fastify';
import type { EventFeed, FeedOptions } from '../app/event-feed.ts';
import type { Gateway } from '../app/gateway.ts';
import { shownEvents } from '../codec/event-registry.ts';
import { dockerEvents, openTranslator, type DockerEvent } from './docker-events.ts';
import { parseFilters, passes, type Filters } from './filters.ts';
import { streamLines } from './stream-routes.ts';

/** `docker events`: the log in Docker's words, from any moment on, without Docker's limit of 256. */
export const eventRoutes = (app: FastifyInstance, { platform }: Gateway, feed: EventFeed): void => {
  app.get<{ Querystring: { since?: string; until?: string; filters?: string } }>('/events', async (request, reply) => {
    const filters = parseFilters(request.query.filters, ['config', 'container', 'daemon', 'event', 'image', 'label', 'network', 'node', 'plugin', 'scope', 'secret', 'service', 'type', 'volume']);
    const untilMs = request.query.until === undefined ? Infinity : Number(request.query.until) * 1_000;
    const sinceMs = request.query.since === undefined ? undefined : Number(request.query.since) * 1_000;
    const after = sinceMs === undefined ? await platform.store.last() : await platform.store.sequenceAt(sinceMs - 1);
    const follow = untilMs > Date.now();
    await streamLines(reply, lines(feed, after, untilMs, filters, { follow, gone: () => reply.raw.destroyed, over: () => Date.now() > untilMs }));
  });
};

async function* lines(feed: EventFeed, after: number, untilMs: number, filters: Filters, options: FeedOptions): AsyncIterable<string> {
  const translate = openTranslator();
  // What a later event says of a container (its name, its image) was told when it was created, perhaps long before.
  if (after > 0) for await (const stored of feed.from(0, { ...options, follow: false })) {
    if (stored.sequence > after) break;
    for (const event of shownEvents(stored)) {
      translate.learn(event);
      translate.networkChanges(event);
    }
  }
  for await (const stored of feed.from(after, options))
    for (const shown of shownEvents(stored)) {
      if (Date.parse(shown.at) > untilMs) return;
      for (const event of dockerEvents(translate, shown)) if (wanted(event, filters)) yield `${JSON.stringify(event)}\n`;
    }
}

const wanted = ({ Type, Action, Actor }: DockerEvent, filters: Filters): boolean =>
  passes(filters, 'type', (type) => type === Type) &&
  passes(filters, 'event', (action) => Action === action || Action.startsWith(`${action}:`)) &&
  passes(filters, 'container', (reference) => Type === 'container' && (Actor.ID.startsWith(reference) || Actor.Attributes.name === reference)) &&
  passes(filters, 'network', (reference) => Type === 'network' && (Actor.ID.startsWith(reference) || Actor.Attributes.name === reference)) &&
  passes(filters, 'volume', (reference) => Type === 'volume' && Actor.ID === reference) &&
  passes(filters, 'image', (reference) => Actor.Attributes.image === reference || (Type === 'image' && Actor.ID === reference)) &&
  (filters.get('label') ?? []).every((label) => {
    const [key = '', ...value] = label.split('=');
    return key in Actor.Attributes && (value.length === 0 || Actor.Attributes[key] === value.join('='));
  });
