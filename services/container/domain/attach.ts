import { Rejection } from '#kernel/rejection.ts';
import type { Present } from './container.ts';
import type { ContainerEvent } from './events.ts';
import type { Endpoint, NetworkAttachment } from './spec.ts';

export const isOn = ({ spec }: Present, networkId: string): boolean => spec.networks.some(({ network }) => network === networkId);

const goesOn = ({ seen }: Present): boolean => seen === 'running' || seen === 'waiting';
const isSameAttachment = (a: NetworkAttachment, b: NetworkAttachment): boolean => a.address === b.address && a.mac === b.mac && a.aliases.join('\n') === b.aliases.join('\n');

/** One more network for a container. In the words of Docker's engine, which clients look for. */
export const connect = ({ attachment, network }: { attachment: NetworkAttachment; network: string }, container: Present): readonly ContainerEvent[] => {
  const { name, spec, wanted } = container;
  if (wanted === 'removed') throw new Rejection('CONTAINER_REMOVING', `container ${name} is being removed: create a new one`);
  if (spec.networkMode === 'host' || spec.networkMode.startsWith('container:'))
    throw new Rejection('NETWORK_REFUSED', 'container sharing network namespace with another container or host cannot be connected to any other network');
  if (spec.networkMode === 'none') throw new Rejection('NETWORK_REFUSED', 'container cannot be connected to multiple networks with one of the networks in private (none) mode');
  const before = spec.networks.find((one) => one.network === attachment.network);
  // Before it runs, what it is to have there is said anew.
  if (before && !goesOn(container)) return isSameAttachment(before, attachment) ? [] : [{ type: 'ContainerNetworkDisconnected', networkId: attachment.network, message: '' }, { type: 'ContainerNetworkConnected', attachment }];
  if (before) throw new Rejection('ENDPOINT_EXISTS', `endpoint with name ${name} already exists in network ${network}`);
  return [{ type: 'ContainerNetworkConnected', attachment }];
};

export const disconnect = ({ networkId, network }: { networkId: string; network: string }, container: Present): readonly ContainerEvent[] => {
  if (!isOn(container, networkId)) throw new Rejection('ENDPOINT_NOT_FOUND', `container ${container.containerId} is not connected to network ${network}`);
  return [{ type: 'ContainerNetworkDisconnected', networkId, message: '' }];
};

export const isSame = (before: readonly Endpoint[], after: readonly Endpoint[]): boolean => {
  const text = (endpoints: readonly Endpoint[]): string => endpoints.map(({ networkId, address, mac, names }) => [networkId, address, mac, ...names].join(' ')).join('\n');
  return text(before) === text(after);
};
