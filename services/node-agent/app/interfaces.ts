import type { ContainerSpec, Endpoint, NetworkAttachment } from '#proto/container.ts';
import type { Network } from '#proto/network.ts';
import { allocate, macOf, rangeOf } from '../addressing/allocate.ts';
import { interfaceNames } from '../addressing/interface-names.ts';
import type { Interface } from '../effects/network/port.ts';
import type { Records } from '../effects/records.ts';
import { StartError } from '../effects/runtime/port.ts';
import type { Networks } from './networks.ts';

export type Addressing = { nodeId: string; networks: Networks; records: Records };

/** Whether it has a network namespace of its own, with interfaces. */
export const hasInterfaces = ({ networkMode }: ContainerSpec): boolean => networkMode === '' || networkMode === 'bridge';

/** Changes when the interfaces do that a container is to have. */
export const networksText = (spec: ContainerSpec | undefined): string => (spec && hasInterfaces(spec) ? JSON.stringify(spec.networks) : '');

/** An interface for each network of the container. Throws when one can't be joined. */
export const interfacesFor = (on: Addressing, containerId: string, spec: ContainerSpec): Promise<Interface[]> => {
  if (!hasInterfaces(spec)) return Promise.resolve([]);
  const names = interfaceNames(spec.networks.map(({ network }) => network), {});
  return Promise.all(spec.networks.map((attachment) => addressOn(on, containerId, attachment, names[attachment.network] ?? 'eth0')));
};

export const endpointsFor = (containerId: string, name: string, { networks }: ContainerSpec, interfaces: readonly Interface[]): Endpoint[] =>
  interfaces.map(({ networkId, address, mac }) => ({ networkId, address, mac, names: namesOf(containerId, name, networks.find(({ network }) => network === networkId)?.aliases ?? []) }));

const namesOf = (containerId: string, name: string, aliases: readonly string[]): string[] => [...new Set([name, containerId.slice(0, 12), ...aliases])];

const lastGiven = new Map<string, string>();

/** An address of this node's block in a network. It stays taken until `released`, or for as long as the container has a record. */
export const addressOn = async (on: Addressing, containerId: string, { network: networkId, address: asked, mac }: NetworkAttachment, ifname: string): Promise<Interface> => {
  let network = await on.networks.join(networkId);
  const mine = on.records.get(containerId)?.endpoints.find((endpoint) => endpoint.networkId === networkId)?.address;
  let address = asked || mine || freeAddress(on, network);
  if (address === undefined) {
    network = await on.networks.join(networkId, blocksOf(on, network).length);
    address = freeAddress(on, network);
  }
  if (address === undefined) throw new StartError({ exitCode: 125, message: `no free address left on network ${network.name} on this node: remove containers or use a larger subnet` });
  lastGiven.set(networkId, address);
  taken.set(containerId, new Set([...(taken.get(containerId) ?? []), `${networkId} ${address}`]));
  return { networkId, ifname, address, prefix: rangeOf(network.subnet).prefix, mac: mac || macOf(address), mtu: network.mtu, ...(network.internal ? {} : { gateway: network.gateway }) };
};

/** Addresses given to containers that are starting and have no record yet. */
const taken = new Map<string, Set<string>>();
export const released = (containerId: string): void => void taken.delete(containerId);

const blocksOf = ({ nodeId }: Addressing, { blocks }: Network): Network['blocks'] => blocks.filter((block) => block.nodeId === nodeId);

const freeAddress = (on: Addressing, network: Network): string | undefined => {
  const { records, networks } = on;
  const { networkId, subnet, gateway } = network;
  // Nodes' own addresses lie in their first blocks.
  const used = new Set([gateway, ...network.blocks.map(({ nodeAddress }) => nodeAddress)]);
  for (const { endpoints } of records.all()) for (const endpoint of endpoints) if (endpoint.networkId === networkId) used.add(endpoint.address);
  for (const endpoint of networks.view().endpoints) if (endpoint.networkId === networkId) used.add(endpoint.address);
  for (const starting of taken.values()) for (const pair of starting) if (pair.startsWith(`${networkId} `)) used.add(pair.slice(networkId.length + 1));
  for (const { block } of blocksOf(on, network)) {
    const free = allocate(block, subnet, used, lastGiven.get(networkId) ?? '');
    if (free !== undefined) return free;
  }
  return undefined;
};
