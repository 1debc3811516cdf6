import { createHash } from 'node:crypto';
import { aggregates } from '#kernel/aggregates.ts';
import { following, type Context } from '#kernel/context.ts';
import { handler, type Handle } from '#kernel/handle.ts';
import type { Platform } from '#kernel/platform.ts';
import { Rejection } from '#kernel/rejection.ts';
import type { Aggregates } from '#kernel/aggregates.ts';
import type { CreateNetwork, Network as NetworkView } from '#proto/network.ts';
import { checkPool } from '../addressing/asked-pool.ts';
import { formatAddress, parseAddress, parseBlock } from '../addressing/subnets.ts';
import { nameCodec, networkCodec, poolCodec } from '../codec/events.ts';
import { nameDecider, type NameHolder } from '../domain/name.ts';
import { networkDecider, type Network, type NetworkCommand, type NetworkEvent } from '../domain/network.ts';
import { poolDecider } from '../domain/pool.ts';
import { namesOn, type Attached } from '../views/attached.ts';

const poolAggregate = 'network.pool';
const nameAggregate = (name: string): string => `network.name.${Buffer.from(name).toString('base64url')}`;
export const networkAggregate = (networkId: string): string => `network.${networkId}`;
const claimWithoutNetworkMaxMs = 15_000;
/** 50 bytes less than Ethernet's: what VXLAN puts around a packet. */
const mtuDefault = 1_450;

export type Networks = {
  known: Aggregates<Network, NetworkEvent>;
  handle: Handle<Network, NetworkCommand>;
  create: (request: CreateNetwork & { predefined?: boolean }, context: Context) => Promise<{ networkId: string; changed: boolean; sequence: number }>;
  remove: (networkId: string, users: readonly string[], context: Context) => Promise<{ changed: boolean; sequence: number }>;
  onChange: (listener: () => void) => void;
};

export const openNetworks = (platform: Platform): Networks => {
  const known = aggregates(networkDecider, networkCodec);
  const names = aggregates(nameDecider, nameCodec);
  const pool = aggregates(poolDecider, poolCodec);
  const listeners: (() => void)[] = [];
  platform.fromLog((stored) => {
    if (stored.aggregate.startsWith('network.name.')) names.apply(stored);
    else if (stored.aggregate === poolAggregate) pool.apply(stored);
    else if (stored.aggregate.startsWith('network.') && known.apply(stored)) listeners.forEach((listener) => listener());
  }, { networks: known.kept, networkNames: names.kept, networkPool: pool.kept });
  const handle = handler(networkDecider, networkCodec, known, platform);
  const handleName = handler(nameDecider, nameCodec, names, platform);
  const handlePool = handler(poolDecider, poolCodec, pool, platform);

  const holderGone = ({ networkId, sinceMs }: NonNullable<NameHolder>): boolean => {
    const { state } = known.get(networkAggregate(networkId));
    return state.phase === 'removed' || (state.phase === 'absent' && platform.clock() - sinceMs > claimWithoutNetworkMaxMs);
  };

  const create: Networks['create'] = async (request, context) => {
    const { name } = request;
    if (name === '') throw new Rejection('INVALID', 'invalid name: name is empty');
    if (!/^[a-zA-Z0-9][a-zA-Z0-9_.-]*$/.test(name)) throw new Rejection('INVALID', `invalid network name "${name}": use letters, digits, _ . and -`);
    checkPool(request);
    const held = names.get(nameAggregate(name)).state;
    if (request.ifMissing && held && !holderGone(held)) return { networkId: held.networkId, changed: false, sequence: platform.position() };
    // From the command's own id: asked again, it is the same network.
    const networkId = request.networkId || createHash('sha256').update(context.commandId).digest('hex');
    const step = (verb: string): Context => following({ id: context.commandId, ...context }, `${networkId}/${verb}`, 'service:network');
    try {
      await handleName(nameAggregate(name), { type: 'ClaimName', name, networkId, holderGone }, step('name'));
    } catch (error) {
      // Another asked for it at the same moment and won: theirs is the one that was missing.
      const winner = names.get(nameAggregate(name)).state;
      if (request.ifMissing && winner && error instanceof Rejection && error.code === 'NAME_TAKEN') return { networkId: winner.networkId, changed: false, sequence: platform.position() };
      throw error;
    }
    try {
      const place = isAddressed(request.driver) ? await claimSubnet(networkId, request, step('subnet')) : { subnet: '', vni: 0, gateway: '' };
      const { changed, sequence } = await handle(networkAggregate(networkId), { type: 'CreateNetwork', ...request, networkId, driver: request.driver || 'bridge', ...place, mtu: mtuOf(request), predefined: request.predefined ?? false }, context);
      return { networkId, changed, sequence };
    } catch (error) {
      if (error instanceof Rejection) await handleName(nameAggregate(name), { type: 'ReleaseName', name, networkId }, step('name-release'));
      throw error;
    }
  };

  const claimSubnet = async (networkId: string, { name, subnet, gateway }: CreateNetwork, context: Context): Promise<{ subnet: string; vni: number; gateway: string }> => {
    const { state } = await handlePool(poolAggregate, { type: 'ClaimSubnet', networkId, name, subnet }, context);
    const claimed = state.get(networkId);
    if (!claimed) throw new Error(`the pool lost the claim of ${networkId}`);
    return { ...claimed, gateway: formatAddress(gateway === '' ? parseBlock(claimed.subnet).first + 1 : parseAddress(gateway)) };
  };

  const remove: Networks['remove'] = async (networkId, users, context) => {
    const before = known.get(networkAggregate(networkId)).state;
    const { changed, sequence } = await handle(networkAggregate(networkId), { type: 'RemoveNetwork', users }, context);
    const step = (verb: string): Context => following({ id: context.commandId, ...context }, `${networkId}/${verb}`, 'service:network');
    if (before.phase === 'present') {
      await handleName(nameAggregate(before.name), { type: 'ReleaseName', name: before.name, networkId }, step('name-release'));
      await handlePool(poolAggregate, { type: 'ReleaseSubnet', networkId }, step('subnet-release'));
    }
    return { changed, sequence };
  };

  return { known, handle, create, remove, onChange: (listener) => void listeners.push(listener) };
};

const isAddressed = (driver: string): boolean => driver !== 'host' && driver !== 'none';

const mtuOf = ({ options }: CreateNetwork): number => Number(options['com.docker.network.driver.mtu'] ?? mtuDefault) || mtuDefault;

export const networkViews = (known: Aggregates<Network, NetworkEvent>, attached: readonly Attached[]): NetworkView[] =>
  [...known.entries()].flatMap(([, { state }]) => {
    if (state.phase !== 'present') return [];
    const { phase: _, ...facts } = state;
    return [{ ...facts, attached: attached.flatMap((container) => container.endpoints.filter(({ networkId }) => networkId === state.networkId).map((endpoint) => ({ containerId: container.containerId, name: namesOn(container, endpoint)[0] ?? '', address: endpoint.address, mac: endpoint.mac, nodeId: container.nodeId }))) }];
  });
