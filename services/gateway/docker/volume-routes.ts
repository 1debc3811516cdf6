import type { FastifyInstance } from 'fastify';
import * as volumes from '#endpoints/volume.ts';
import { Rejection } from '#kernel/rejection.ts';
import type { Volume } from '#proto/volume.ts';
import type { Gateway } from '../app/gateway.ts';
import { volumeAt } from '../app/objects-then.ts';
import { isYes } from '../http/query.ts';
import { contextOf } from '../http/request-context.ts';
import { momentAsked } from './as-of-header.ts';
import { hasLabels, parseFilters, passes, switchOf } from './filters.ts';

type Named = { Params: { name: string }; Querystring: Record<string, string | undefined> };
type CreateBody = { Name?: string; Driver?: string; Labels?: Record<string, string> | null; DriverOpts?: Record<string, string> | null };

/** List, look at, make and remove volumes. https://docs.docker.com/reference/api/engine/version/v1.51/#tag/Volume */
export const volumeRoutes = (app: FastifyInstance, gateway: Gateway): void => {
  const { bus } = gateway.platform;
  app.get<Named>('/volumes', async (request) => {
    const filters = parseFilters(request.query.filters, ['dangling', 'driver', 'label', 'name']);
    const { message } = await bus.call(volumes.listVolumes, { labels: [], nodeId: '', ...momentAsked(request) }, contextOf(request));
    const found = message.volumes.filter(
      (volume) =>
        hasLabels(filters, labelsOf(volume)) &&
        passes(filters, 'name', (value) => volume.name.includes(value)) &&
        passes(filters, 'driver', (value) => volume.driver === value) &&
        passes(filters, 'dangling', (value) => switchOf('dangling', value) === (volume.containerIds.length === 0)),
    );
    return { Volumes: found.map(volumeView), Warnings: null };
  });
  app.get<Named>('/volumes/:name', async (request) => volumeView(await volumeAt(gateway, request.params.name, momentAsked(request), contextOf(request))));
  app.post('/volumes/create', async (request, reply) => {
    const { Name = '', Driver = '', Labels, DriverOpts } = (request.body ?? {}) as CreateBody;
    if (Driver !== 'local' && Driver !== '') throw new Rejection('PLUGIN_NOT_FOUND', `create ${Name}: error looking up volume plugin ${Driver}: plugin "${Driver}" not found`);
    checkName(Name);
    const { message } = await bus.call(volumes.createVolume, { name: Name, nodeId: gateway.config.localNodeId, driver: 'local', labels: Labels ?? {}, options: DriverOpts ?? {}, anonymous: Name === '' }, contextOf(request));
    return reply.code(201).send(message.volume && volumeView(message.volume));
  });
  app.delete<Named>('/volumes/:name', async (request, reply) => {
    await bus.call(volumes.removeVolume, { name: request.params.name, force: isYes(request.query.force) }, contextOf(request));
    return reply.code(204).send();
  });
};

const checkName = (name: string): void => {
  if (name.length === 1) throw new Rejection('INVALID', `create ${name}: volume name is too short, names should be at least two alphanumeric characters`);
};

// How clients of Docker tell a volume that nobody gave a name.
const labelsOf = ({ labels, anonymous }: Volume): Record<string, string> => (anonymous ? { ...labels, 'com.docker.volume.anonymous': '' } : labels);

const orNone = (map: Record<string, string>): Record<string, string> | null => (Object.keys(map).length > 0 ? map : null);

export const volumeView = (volume: Volume) => ({
  CreatedAt: `${new Date(volume.createdAtMs).toISOString().slice(0, 19)}Z`,
  Driver: volume.driver,
  Labels: orNone(labelsOf(volume)),
  Mountpoint: `/var/lib/lading/volumes/${volume.name}/_data`,
  Name: volume.name,
  Options: orNone(volume.options),
  Scope: 'local',
});
