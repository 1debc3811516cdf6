import { createHash } from 'node:crypto';
import * as endpoints from '#endpoints/network.ts';
import { asOf, isPast } from '#kernel/as-of.ts';
import type { Context } from '#kernel/context.ts';
import type { Platform } from '#kernel/platform.ts';
import { Rejection } from '#kernel/rejection.ts';
import type { Network as NetworkView, NodeNetworks } from '#proto/network.ts';
import { networkCodec } from '../codec/events.ts';
import { networkDecider } from '../domain/network.ts';
import type { Attachments } from './attachments.ts';
import { networkAggregate, networkViews, type Networks } from './networks.ts';

export const serve = (platform: Platform, networks: Networks, attachments: Attachments, viewOf: (nodeId: string) => NodeNetworks): void => {
  const { bus } = platform;
  const all = (): NetworkView[] => networkViews(networks.known, attachments.all());
  const find = (reference: string): NetworkView => {
    const found = all();
    const exact = found.find(({ networkId, name }) => networkId === reference || name === reference);
    const [only, second] = exact ? [exact] : found.filter(({ networkId }) => /^[0-9a-f]+$/.test(reference) && networkId.startsWith(reference));
    if (second) throw new Rejection('AMBIGUOUS', `network ${reference} is ambiguous: give more of its id`);
    if (!only) throw new Rejection('NETWORK_NOT_FOUND', `network ${reference} not found`);
    return only;
  };

  bus.serve(endpoints.createNetwork, async (request, { context }) => {
    if (!['', 'bridge', 'overlay'].includes(request.driver)) throw new Rejection('INVALID', `plugin "${request.driver}" not found: the driver is bridge (which spans nodes by itself)`);
    const { networkId, changed, sequence } = await networks.create({ ...request, driver: 'bridge' }, context);
    return { message: { networkId, changed }, sequence };
  });
  bus.serve(endpoints.removeNetwork, async ({ network }, { context }) => {
    const { networkId } = find(network);
    const users = attachments.all().filter(({ endpoints: on }) => on.some((endpoint) => endpoint.networkId === networkId)).map(({ name, containerId }) => `name:"${name}" id:"${containerId.slice(0, 12)}"`);
    const { changed, sequence } = await networks.remove(networkId, users, context);
    return { message: { networkId, changed }, sequence };
  });
  bus.serve(endpoints.listNetworks, async (request, { minSequence }) => {
    await platform.applied(minSequence);
    const views = isPast(request) ? networkViews(await asOf(platform.store, 'network.*', request, networkDecider, networkCodec), []) : all();
    return { message: { networks: views.filter(({ labels }) => request.labels.every((label) => hasLabel(labels, label))) }, sequence: platform.position() };
  });
  bus.serve(endpoints.getNetwork, async ({ network }, { minSequence }) => {
    await platform.applied(minSequence);
    return { message: find(network), sequence: platform.position() };
  });
  bus.serveNode(endpoints.joinNetwork, async ({ networkId, fullBlocks }, { nodeId, context }) => {
    await networks.handle(networkAggregate(networkId), { type: 'JoinNetwork', nodeId, fullBlocks }, context);
    return { message: viewOf(nodeId), sequence: platform.position() };
  });
  bus.serveNode(endpoints.getNodeNetworks, async (_request, { nodeId }) => ({ message: viewOf(nodeId), sequence: platform.position() }));
};

const hasLabel = (labels: Record<string, string>, asked: string): boolean => {
  const [key = '', ...value] = asked.split('=');
  return key in labels && (value.length === 0 || labels[key] === value.join('='));
};

const predefined = [
  { name: 'bridge', driver: 'bridge', subnet: '172.17.0.0/16' },
  { name: 'host', driver: 'host', subnet: '' },
  { name: 'none', driver: 'none', subnet: '' },
];

/** Makes Docker's three networks where they are missing. Their ids follow from their names: two that do it at once do it once. */
export const ensurePredefined = async (networks: Networks, context: () => Context): Promise<void> => {
  for (const { name, driver, subnet } of predefined) {
    const networkId = createHash('sha256').update(`lading network ${name}`).digest('hex');
    await networks.create({ name, driver, subnet, gateway: '', ipRange: '', internal: false, attachable: false, labels: {}, options: {}, networkId, ifMissing: true, predefined: true }, context());
  }
};
