import * as endpoints from '#endpoints/container.ts';
import { getNetwork } from '#endpoints/network.ts';
import { following, type Context } from '#kernel/context.ts';
import type { Platform } from '#kernel/platform.ts';
import { Rejection } from '#kernel/rejection.ts';
import type { Network } from '#proto/network.ts';
import { checkAddress } from '../domain/address.ts';
import type { Containers } from './containers.ts';

/** Networks that containers come to and leave, while they run or before. */
export const serveNetworkCommands = (platform: Platform, containers: Containers): void => {
  const { bus } = platform;
  const networkBy = async (reference: string, context: Context): Promise<Network> =>
    (await bus.call(getNetwork, { network: reference }, following({ id: context.commandId, ...context }, `${context.commandId}/network`, 'service:container'))).message;

  bus.serve(endpoints.connectContainer, async ({ container, attachment }, { context }) => {
    if (!attachment) throw new Rejection('INVALID', 'no network: say which');
    const network = await networkBy(attachment.network, context);
    refuseSpecial(network);
    checkAddress(attachment.address, network);
    const { aggregate, containerId } = containers.directory.find(container);
    const { changed, sequence, state } = await containers.handle(aggregate, { type: 'ConnectNetwork', attachment: { ...attachment, network: network.networkId }, network: network.name }, context);
    return { message: { containerId, changed, run: state.phase === 'present' ? state.run : 0 }, sequence };
  });

  bus.serve(endpoints.disconnectContainer, async ({ container, network }, { context }) => {
    const { aggregate, containerId } = containers.directory.find(container);
    const { networkId, name } = await networkBy(network, context);
    const { changed, sequence, state } = await containers.handle(aggregate, { type: 'DisconnectNetwork', networkId, network: name }, context);
    return { message: { containerId, changed, run: state.phase === 'present' ? state.run : 0 }, sequence };
  });
};

const refuseSpecial = ({ driver }: Network): void => {
  if (driver === 'host') throw new Rejection('NETWORK_REFUSED', 'cannot connect container to host network - container must be created in host network mode');
  if (driver === 'none') throw new Rejection('NETWORK_REFUSED', 'container cannot be connected to multiple networks with one of the networks in private (none) mode');
};
