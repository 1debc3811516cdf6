import type { FastifyInstance } from 'fastify';
import { Rejection } from '#kernel/rejection.ts';
import { isStored, type EventFeed, type FeedOptions } from '../app/event-feed.ts';
import type { Gateway } from '../app/gateway.ts';
import { shownEvents } from '../codec/event-registry.ts';
import { dockerEvents, occurrenceEvent, type DockerEvent } from './docker-events.ts';
import { eventFilters, isAskedEvent } from './event-filters.ts';
import { openEventMemories } from './event-memories.ts';
import type { EventMemory } from './event-memory.ts';
import { parseFilters, type Filters } from './filters.ts';
import { momentMs } from './moment.ts';
import { streamLines } from './stream-routes.ts';

type Span = { sinceMs: number; untilMs: number };

/** `docker events`: the log in Docker's words, from any moment on, without Docker's limit of 256. */
export const eventRoutes = (app: FastifyInstance, { platform }: Gateway, feed: EventFeed): void => {
  const memoryAt = openEventMemories(feed);
  app.get<{ Querystring: { since?: string; until?: string; filters?: string } }>('/events', async (request, reply) => {
    const filters = parseFilters(request.query.filters, eventFilters);
    const { since = '', until = '' } = request.query;
    const nowMs = platform.clock();
    const untilMs = until === '' ? Infinity : momentMs(until, nowMs, 'until');
    const sinceMs = since === '' ? undefined : momentMs(since, nowMs, 'since');
    if (sinceMs !== undefined && sinceMs > untilMs) throw new Rejection('INVALID', `\`since\` time (${since}) cannot be after \`until\` time (${until})`);
    const after = sinceMs === undefined ? await platform.store.last() : await platform.store.sequenceAt(Math.ceil(sinceMs) - 1);
    const options = { follow: untilMs > nowMs, gone: () => reply.raw.destroyed, over: () => platform.clock() > untilMs };
    // What a later event says of a container (its name, its image) was told when it was created, perhaps long before.
    await streamLines(reply, lines(feed, await memoryAt(after), after, { sinceMs: sinceMs ?? nowMs, untilMs }, filters, options));
  });
};

async function* lines(feed: EventFeed, memory: EventMemory, after: number, { sinceMs, untilMs }: Span, filters: Filters, options: FeedOptions): AsyncIterable<string> {
  const asked = (event: DockerEvent): string[] => (isAskedEvent(event, filters) ? [`${JSON.stringify(event)}\n`] : []);
  for await (const item of feed.withOccurrences(after, sinceMs, options)) {
    if (!isStored(item)) {
      if (item.atMs <= untilMs) yield* asked(occurrenceEvent(memory, item));
      continue;
    }
    for (const shown of shownEvents(item)) {
      if (Date.parse(shown.at) > untilMs) return;
      for (const event of dockerEvents(memory, shown)) yield* asked(event);
    }
  }
}
