import type { FastifyInstance } from 'fastify';
import { updateContainer } from '#endpoints/container.ts';
import { containerBy, type Gateway } from '../../app/gateway.ts';
import { contextOf } from '../../http/request-context.ts';
import { updateShape } from '../create/request.ts';
import { reviewResources } from '../create/review.ts';
import { shaped } from '../create/shape.ts';
import { merged } from './merge.ts';

/** `POST /containers/{id}/update`: new limits and another restart policy, at once where it runs. */
export const updateRoutes = (app: FastifyInstance, gateway: Gateway): void => {
  app.post<{ Params: { id: string } }>('/containers/:id/update', async (request) => {
    const context = contextOf(request);
    const container = await containerBy(gateway, request.params.id, context);
    const { resources, restart, warnings } = merged(container, shaped(request.body ?? {}, updateShape));
    const { containerId, nodeId } = container;
    const ofNode = await reviewResources(gateway.nodes, nodeId, resources);
    // The kernel decides first: what it refuses is not recorded.
    await gateway.nodes.json(nodeId, 'PUT', `/v1/containers/${containerId}/limits`, resources);
    await gateway.platform.bus.call(updateContainer, { container: containerId, resources, restart }, context);
    const told = [...warnings, ...ofNode];
    return { Warnings: told.length > 0 ? told : null };
  });
};
