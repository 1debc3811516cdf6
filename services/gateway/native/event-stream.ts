import type { FastifyInstance } from 'fastify';
import { Rejection } from '#kernel/rejection.ts';
import type { EventFeed } from '../app/event-feed.ts';
import type { Gateway } from '../app/gateway.ts';
import { shownEvents, type ShownEvent } from '../codec/event-registry.ts';
import { openSse } from './sse.ts';

type Asked = { from?: string; follow?: string; kind?: string | string[]; project?: string; container?: string };

/** Everything that happens, as server-sent events. Their id is the log's sequence: Last-Event-ID goes on where a client left off, nothing missing. */
export const eventStream = (app: FastifyInstance, { platform }: Gateway, feed: EventFeed): void => {
  app.get<{ Querystring: Asked }>('/events', { schema: { summary: 'Everything that happens (server-sent events)' } }, async (request, reply) => {
    const { from, follow, kind, project, container } = request.query;
    const last = request.headers['last-event-id'];
    const after = typeof last === 'string' ? sequence(last) : await startOf(from);
    const belongs = openProjects();
    if (project !== undefined) for await (const stored of feed.from(0, { follow: false, gone: () => false })) shownEvents(stored).forEach(belongs.learn);
    const stream = openSse(reply);
    const kinds = kind === undefined ? [] : [kind].flat();
    for await (const stored of feed.from(after, { follow: follow !== '0', gone: stream.gone }))
      for (const event of shownEvents(stored)) {
        belongs.learn(event);
        const noun = stored.aggregate.split('.')[0] ?? '';
        if (kinds.length > 0 && !kinds.includes(noun)) continue;
        if (container !== undefined && !isAbout(event, container)) continue;
        if (project !== undefined && belongs.of(event) !== project) continue;
        await stream.send({ id: String(event.sequence), event: event.type, data: event });
      }
    stream.end();
  });

  const startOf = async (from: string | undefined): Promise<number> => {
    if (from === undefined || from === '') return platform.store.last();
    if (/^\d+$/.test(from)) return Math.max(0, sequence(from) - 1);
    const ms = Date.parse(from);
    if (Number.isNaN(ms)) throw new Rejection('INVALID', `from=${from} is no moment: give a sequence of the log or a time such as 2026-11-24T10:00:00Z`);
    return platform.store.sequenceAt(ms - 1);
  };
};

const sequence = (text: string): number => {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 0) throw new Rejection('INVALID', `"${text}" is no sequence of the log`);
  return number;
};

const isAbout = ({ aggregate, data }: ShownEvent, container: string): boolean => aggregate.split('.').at(-1)?.startsWith(container) === true || data.name === container || String(data.containerId ?? '').startsWith(container);

/** Which project an event belongs to: told by the project's own aggregates, and for a container when it was created. */
const openProjects = () => {
  const projectOf = new Map<string, string>();
  return {
    learn: ({ aggregate, data }: ShownEvent): void => {
      const { replicaOf, labels } = (data.spec ?? {}) as { replicaOf?: { project: string }; labels?: Record<string, string> };
      // Networks and volumes have their labels at their own top.
      const own = (data.labels ?? {}) as Record<string, string>;
      const project = replicaOf?.project ?? labels?.['com.docker.compose.project'] ?? own['com.docker.compose.project'] ?? (typeof data.project === 'string' ? data.project : undefined);
      if (project !== undefined) projectOf.set(aggregate, project);
    },
    of: ({ aggregate }: ShownEvent): string | undefined => projectOf.get(aggregate) ?? (aggregate.startsWith('compose.') ? aggregate.slice('compose.'.length) : undefined),
  };
};
