import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as compose from '#endpoints/compose.ts';
import { listContainers } from '#endpoints/container.ts';
import type { CallOptions } from '#kernel/bus/bus.ts';
import { Rejection } from '#kernel/rejection.ts';
import type { Gateway } from '../app/gateway.ts';
import { labelledProjects, type KeptProject } from '../app/labelled-projects.ts';
import { contextOf, stepOf } from '../http/request-context.ts';
import { momentOf } from './as-of.ts';
import { object, text } from './schema.ts';

type Query = { Params: { name: string }; Querystring: Record<string, string | undefined> };
type Moment = ReturnType<typeof momentOf>;

const now: Moment = momentOf(undefined);
const asOf = text({ description: 'Answer as of this sequence of the log, or this time' });

/** Projects, of the platform and of docker compose, which only labels what it makes. */
export const projectRoutes = (app: FastifyInstance, { platform: { bus } }: Gateway, seen: (request: FastifyRequest) => CallOptions): void => {
  const labelled = async (request: FastifyRequest, project: string, moment: Moment): Promise<KeptProject[]> =>
    labelledProjects((await bus.call(listContainers, { all: true, project, serviceId: '', nodeId: '', labels: [], removed: false, ...moment }, stepOf(contextOf(request), 'labelled'), seen(request))).message.containers);
  const answer = <Message>(reply: FastifyReply, { sequence }: { sequence: number }, body: Message): Message => {
    reply.header('X-Event-Sequence', String(sequence));
    return body;
  };
  const isUnknown = (error: unknown): boolean => error instanceof Rejection && error.code === 'PROJECT_NOT_FOUND';

  app.get<Query>('/projects', { schema: { summary: 'Projects', querystring: object({}, { all: text(), as_of: asOf }) } }, async (request, reply) => {
    const all = request.query.all === 'true' || request.query.all === '1';
    const moment = momentOf(request.query.as_of);
    const [asked, others] = await Promise.all([bus.call(compose.listProjects, { all, ...moment }, contextOf(request), seen(request)), labelled(request, '', moment)]);
    const own = asked.message.projects.map((project): KeptProject => ({ ...project, managedBy: 'lading' }));
    return answer(reply, asked, { items: [...own, ...others.filter(({ state, name }) => (all || state === 'up') && !own.some((one) => one.name === name))] });
  });
  app.get<Query>('/projects/:name', { schema: { summary: 'One project, now or at a past moment', querystring: object({}, { as_of: asOf }) } }, async (request, reply) => {
    const { name } = request.params;
    const moment = momentOf(request.query.as_of);
    try {
      const asked = await bus.call(compose.getProject, { name, ...moment }, contextOf(request), seen(request));
      return answer(reply, asked, { ...asked.message, managedBy: 'lading' });
    } catch (error) {
      const [other] = isUnknown(error) ? await labelled(request, name, moment) : [];
      if (!other) throw error;
      return answer(reply, other, other);
    }
  });
  app.get<Query>('/projects/:name/revisions', { schema: { summary: 'Every revision' } }, async (request, reply) => {
    const { name } = request.params;
    try {
      const asked = await bus.call(compose.getProject, { name, ...now }, contextOf(request), seen(request));
      return answer(reply, asked, { items: asked.message.revisions });
    } catch (error) {
      const [other] = isUnknown(error) ? await labelled(request, name, now) : [];
      if (!other) throw error;
      throw new Rejection('PROJECT_NOT_FOUND', `project ${name} is docker compose's, which keeps no revisions: see "lading events -p ${name} --since 1h"`);
    }
  });
};
