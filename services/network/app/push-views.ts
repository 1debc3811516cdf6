import { networkWork } from '#endpoints/network.ts';
import { following } from '#kernel/context.ts';
import type { Platform } from '#kernel/platform.ts';
import type { NodeNetworks } from '#proto/network.ts';
import { networksToJoin, nodeNetworks } from '../views/node-networks.ts';
import type { Attachments } from './attachments.ts';
import { networkAggregate, networkViews, type Networks } from './networks.ts';

/** Tells each node what changed for it, all changes of one moment together. */
export const openViews = (platform: Platform, networks: Networks, attachments: Attachments): { of: (nodeId: string) => NodeNetworks; begin: () => void } => {
  const told = new Map<string, string>();
  let planned = false;
  let serving = false;

  const of = (nodeId: string): NodeNetworks => nodeNetworks(nodeId, platform.position(), networkViews(networks.known, []), attachments.all(), attachments.nodes());

  const push = (): void => {
    planned = false;
    for (const { nodeId } of attachments.nodes()) {
      joinWhatIsNeeded(nodeId);
      const view = of(nodeId);
      const { sequence: _, ...content } = view;
      const said = JSON.stringify(content);
      if (told.get(nodeId) === said) continue;
      told.set(nodeId, said);
      platform.bus.publish(`work.${nodeId}.${networkWork.kind}`, networkWork.message, view);
    }
  };

  const joinWhatIsNeeded = (nodeId: string): void => {
    for (const networkId of networksToJoin(nodeId, networkViews(networks.known, []), attachments.all())) {
      const commandId = `${networkId}/${nodeId}/join`;
      networks
        .handle(networkAggregate(networkId), { type: 'JoinNetwork', nodeId, fullBlocks: 0 }, following({ id: '', correlationId: commandId, traceparent: '' }, platform.ids.uuid(), 'service:network', 'answers a published port'))
        .catch((error: unknown) => platform.log.warn({ err: error, nodeId, networkId }, 'a node can not answer a published port'));
    }
  };

  const changed = (): void => {
    if (planned || !serving) return;
    planned = true;
    setImmediate(push);
  };
  networks.onChange(changed);
  attachments.onChange(changed);
  return { of, begin: () => ((serving = true), changed()) };
};
