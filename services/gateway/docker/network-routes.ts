import type { FastifyInstance } from 'fastify';
import * as networks from '#endpoints/network.ts';
import { Rejection } from '#kernel/rejection.ts';
import type { Gateway } from '../app/gateway.ts';
import { networkAt } from '../app/objects-then.ts';
import { contextOf } from '../http/request-context.ts';
import { momentAsked } from './as-of-header.ts';
import { parseFilters } from './filters.ts';
import { isAskedNetwork, networkFilters } from './network-filters.ts';
import { networkInspect, networkView } from './network-view.ts';

type Named = { Params: { id: string }; Querystring: Record<string, string | undefined> };
type CreateBody = {
  Name?: string; Driver?: string; Scope?: string; Internal?: boolean; Attachable?: boolean; ConfigOnly?: boolean; Ingress?: boolean; Labels?: Record<string, string> | null; Options?: Record<string, string> | null;
  IPAM?: { Driver?: string; Config?: { Subnet?: string; Gateway?: string; IPRange?: string; AuxiliaryAddresses?: Record<string, string> | null }[] | null } | null;
};

const predefined = ['bridge', 'host', 'none'];

/** List, look at, make and remove networks. https://docs.docker.com/reference/api/engine/version/v1.51/#tag/Network */
export const networkRoutes = (app: FastifyInstance, gateway: Gateway): void => {
  const { bus } = gateway.platform;
  app.get<Named>('/networks', async (request) => {
    const filters = parseFilters(request.query.filters, networkFilters);
    const { message } = await bus.call(networks.listNetworks, { labels: [], ...momentAsked(request) }, contextOf(request));
    return message.networks.filter((network) => isAskedNetwork(network, filters)).map(networkView);
  });
  app.get<Named>('/networks/:id', async (request) => {
    const { id } = request.params;
    const { scope = '' } = request.query;
    if (scope !== '' && scope !== 'local') throw new Rejection('NETWORK_NOT_FOUND', `network ${id} not found`);
    return networkInspect(await networkAt(gateway, id, momentAsked(request), contextOf(request)));
  });
  app.post('/networks/create', async (request, reply) => {
    const { message } = await bus.call(networks.createNetwork, asked((request.body ?? {}) as CreateBody), contextOf(request));
    return reply.code(201).send({ Id: message.networkId, Warning: '' });
  });
  app.delete<Named>('/networks/:id', async (request, reply) => {
    await bus.call(networks.removeNetwork, { network: request.params.id }, contextOf(request));
    return reply.code(204).send();
  });
};

const asked = (body: CreateBody) => {
  const { Name = '', Driver = '', Scope = '', Internal = false, Attachable = false, Labels, Options, IPAM } = body;
  if (predefined.includes(Name)) throw new Rejection('NETWORK_PREDEFINED', `operation is not permitted on predefined ${Name} network `);
  if (Driver === 'host' || Driver === 'null') throw new Rejection('NETWORK_PREDEFINED', `only one instance of "${Driver}" network is allowed`);
  if (Scope === 'swarm') throw new Rejection('NETWORK_PREDEFINED', 'cannot create a swarm scoped network when swarm is not active');
  if (body.ConfigOnly || body.Ingress) throw new Rejection('NOT_IMPLEMENTED', 'networks that are a configuration only, and ingress networks, are not there: leave ConfigOnly and Ingress out');
  if (IPAM?.Driver && IPAM.Driver !== 'default') throw new Rejection('INVALID', `plugin "${IPAM.Driver}" not found: the driver of addresses is default`);
  // Networks are IPv4: an IPv6 pool beside it is left out.
  const pools = (IPAM?.Config ?? []).filter(({ Subnet = '' }) => !Subnet.includes(':'));
  const [pool, second] = pools;
  if (second) throw new Rejection('INVALID', `network ${Name} has more than one IPv4 subnet: give one`);
  if (pool && !pool.Subnet && (pool.Gateway || pool.IPRange)) throw new Rejection('INVALID', 'invalid network config:\ninvalid subnet : invalid CIDR block notation');
  return {
    name: Name, driver: Driver === 'default' ? '' : Driver, subnet: pool?.Subnet ?? '', gateway: pool?.Gateway ?? '', ipRange: pool?.IPRange ?? '', internal: Internal, attachable: Attachable, labels: Labels ?? {}, options: Options ?? {}, networkId: '', ifMissing: false,
  };
};
