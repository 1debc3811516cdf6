import type { Platform } from '#kernel/platform.ts';
import { followAttachments } from './app/attachments.ts';
import { openNetworks } from './app/networks.ts';
import { openViews } from './app/push-views.ts';
import { ensurePredefined, serve } from './app/serve.ts';

/** Networks, the addresses each node gives out, who is where, and which ports are answered. */
export const networkService = (platform: Platform): { serve: () => Promise<void> } => {
  const networks = openNetworks(platform);
  const attachments = followAttachments(platform);
  const views = openViews(platform, networks, attachments);
  const own = () => {
    const commandId = platform.ids.uuid();
    return { commandId, actor: 'service:network', reason: 'predefined', causationId: '', correlationId: commandId, traceparent: '' };
  };
  return {
    serve: async () => {
      await ensurePredefined(networks, own);
      serve(platform, networks, attachments, views.of);
      views.begin();
    },
  };
};
