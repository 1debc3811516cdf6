import type { Endpoint } from '#proto/container.ts';
import type { Network } from '../../effects/network/port.ts';
import { addressOn, released, type Addressing } from '../interfaces.ts';

/** The network of a command: its namespace, or that of the machine. */
export type RunNetwork = { netns?: string; endpoints: readonly Endpoint[]; hostGateway: string };

export type RunNetworks = Addressing & { network: Network };

export const openRunNetwork = async (on: RunNetworks, containerId: string, mode: 'default' | 'none' | 'host', networkId: string): Promise<RunNetwork> => {
  if (mode === 'host') return { endpoints: [], hostGateway: '127.0.0.1' };
  const interfaces = mode === 'none' ? [] : [await addressOn(on, containerId, { network: networkId, aliases: [], address: '', mac: '' }, 'eth0')];
  const { netns } = await on.network.attach({ containerId, interfaces, hostname: containerId.slice(0, 12) });
  return { netns, endpoints: interfaces.map(({ networkId: id, address, mac }) => ({ networkId: id, address, mac, names: [] })), hostGateway: interfaces[0]?.gateway ?? '127.0.0.1' };
};

/** No error when it is gone. */
export const closeRunNetwork = async ({ network }: Pick<RunNetworks, 'network'>, containerId: string): Promise<void> => {
  await network.detach(containerId);
  released(containerId);
};
