import type { FastifyInstance } from 'fastify';
import * as endpoints from '#endpoints/container.ts';
import { listImages } from '#endpoints/image.ts';
import { listNetworks } from '#endpoints/network.ts';
import type { Moment } from '#kernel/as-of.ts';
import type { Context } from '#kernel/context.ts';
import { Rejection } from '#kernel/rejection.ts';
import type { Container } from '#proto/container.ts';
import { diskUse } from '../app/disk-use.ts';
import type { Gateway } from '../app/gateway.ts';
import { imageBy, withDescendants } from '../app/images-then.ts';
import { timeOf } from '../app/moment-time.ts';
import { isYes } from '../http/query.ts';
import { contextOf } from '../http/request-context.ts';
import { momentAsked } from './as-of-header.ts';
import { checkContainerFilters, containerFilters, isAskedContainer } from './container-filters.ts';
import { dockerState, listRow } from './container-views.ts';
import { containerSizeFields } from './disk-use-routes.ts';
import { parseFilters, type Filters } from './filters.ts';

type Asked = { Querystring: { all?: string; limit?: string; size?: string; filters?: string } };

/** `docker ps`: the containers of every node, newest first. */
export const containerListRoutes = (app: FastifyInstance, gateway: Gateway): void => {
  const { bus } = gateway.platform;
  app.get<Asked>('/containers/json', async (request) => {
    const context = contextOf(request);
    const moment = momentAsked(request);
    const filters = parseFilters(request.query.filters, containerFilters);
    checkContainerFilters(filters);
    const limit = limitOf(request.query.limit);
    const all = isYes(request.query.all) || filters.has('status') || limit > 0;
    const needsAll = all || filters.has('before') || filters.has('since');
    const [{ message: listed }, { message: known }, ancestors, nowMs] = await Promise.all([
      bus.call(endpoints.listContainers, { all: needsAll, project: '', serviceId: '', nodeId: '', labels: [], removed: false, ...moment }, context),
      bus.call(listNetworks, { labels: [], ...moment }, context),
      ancestorsOf(gateway, filters, moment, context),
      timeOf(gateway.platform, moment),
    ]);
    const knowledge = { ancestors, networkNames: new Map(known.networks.map(({ networkId, name }) => [networkId, name])) };
    const asked = (await between(gateway, listed.containers, filters, moment, context)).filter((container) => (all || runs(container)) && isAskedContainer(container, filters, knowledge));
    const rows = limit > 0 ? asked.slice(0, limit) : asked;
    const sizes = isYes(request.query.size) ? await sizesOf(gateway, context) : () => ({});
    return rows.map((container) => ({ ...listRow(container, known.networks, nowMs), ...sizes(container) }));
  });
};

const limitOf = (text: string | undefined): number => {
  if (text === undefined || text === '') return 0;
  if (!/^-?\d+$/.test(text)) throw new Rejection('INVALID', `invalid limit "${text}": give a number`);
  return Number(text);
};

const runs = ({ state }: Container): boolean => ['running', 'paused', 'restarting'].includes(dockerState(state));

/** What comes after `before` and ahead of `since` in a list whose newest comes first. Throws CONTAINER_NOT_FOUND. */
const between = async ({ platform }: Gateway, containers: readonly Container[], filters: Filters, moment: Moment, context: Context): Promise<readonly Container[]> => {
  const placeOf = async (name: string): Promise<number | undefined> => {
    const reference = filters.get(name)?.at(-1);
    if (reference === undefined) return undefined;
    const { message } = await platform.bus.call(endpoints.getContainer, { container: reference, ...moment }, context);
    return containers.findIndex(({ containerId }) => containerId === message.containerId);
  };
  const [before, since] = [await placeOf('before'), await placeOf('since')];
  return containers.slice(before === undefined ? 0 : before + 1, since);
};

const ancestorsOf = async (gateway: Gateway, filters: Filters, moment: Moment, context: Context): Promise<ReadonlySet<string>> => {
  const asked = filters.get('ancestor') ?? [];
  if (asked.length === 0) return new Set();
  const { images } = (await gateway.platform.bus.call(listImages, moment, context)).message;
  return new Set(asked.flatMap((reference) => withDescendants(imageBy(images, reference), images)));
};

const sizesOf = async (gateway: Gateway, context: Context): Promise<(container: Container) => object> => {
  const [use, { message }] = await Promise.all([diskUse(gateway, context), gateway.platform.bus.call(listImages, { asOfSequence: 0, asOfMs: 0 }, context)]);
  return containerSizeFields(use, message.images);
};
