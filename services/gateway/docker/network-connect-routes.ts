import type { FastifyInstance } from 'fastify';
import * as containers from '#endpoints/container.ts';
import { getNetwork } from '#endpoints/network.ts';
import { Rejection } from '#kernel/rejection.ts';
import { awaitCondition, containerBy, type Gateway } from '../app/gateway.ts';
import { contextOf, stepOf } from '../http/request-context.ts';

type ById = { Params: { id: string } };
type Body = { Container?: string; Force?: boolean; EndpointConfig?: { Aliases?: string[] | null; Links?: string[] | null; IPAMConfig?: { IPv4Address?: string } | null; MacAddress?: string } | null };

/** Puts containers on networks and takes them off, while they run or before. Answers once it is so. */
export const networkConnectRoutes = (app: FastifyInstance, gateway: Gateway): void => {
  const { bus } = gateway.platform;

  app.post<ById>('/networks/:id/connect', async (request, reply) => {
    const context = contextOf(request);
    const { Container, EndpointConfig } = (request.body ?? {}) as Body;
    const container = named(Container);
    const attachment = { network: request.params.id, aliases: EndpointConfig?.Aliases ?? [], address: EndpointConfig?.IPAMConfig?.IPv4Address ?? '', mac: EndpointConfig?.MacAddress ?? '' };
    const { message, sequence } = await bus.call(containers.connectContainer, { container, attachment }, context);
    const after = await awaitCondition(gateway, message.containerId, 'attached', 0, stepOf(context, 'attached'), { minSequence: sequence });
    const { message: network } = await bus.call(getNetwork, { network: request.params.id }, stepOf(context, 'network'));
    if (after && !after.spec?.networks.some((one) => one.network === network.networkId)) throw new Rejection('NETWORK_NOT_JOINED', after.message || `container ${container} could not be connected to network ${network.name}`);
    return reply.code(200).send();
  });

  app.post<ById>('/networks/:id/disconnect', async (request, reply) => {
    const context = contextOf(request);
    const { Container, Force = false } = (request.body ?? {}) as Body;
    const container = named(Container);
    if (Force) await refuseMissing(container, () => containerBy(gateway, container, stepOf(context, 'container')));
    const { message, sequence } = await bus.call(containers.disconnectContainer, { container, network: request.params.id }, context);
    await awaitCondition(gateway, message.containerId, 'attached', 0, stepOf(context, 'detached'), { minSequence: sequence });
    return reply.code(200).send();
  });
};

const named = (container: string | undefined): string => {
  if (!container) throw new Rejection('INVALID', 'invalid name or ID supplied: ""');
  return container;
};

// What Docker says when it is forced to: it then looks among endpoints.
const refuseMissing = async (container: string, look: () => Promise<unknown>): Promise<void> => {
  await look().catch((error: unknown) => {
    throw error instanceof Rejection && error.code === 'CONTAINER_NOT_FOUND' ? new Rejection('CONTAINER_NOT_FOUND', `endpoint ${container} not found`) : error;
  });
};
