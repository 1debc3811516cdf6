import type { Context } from '#kernel/context.ts';
import type { Platform } from '#kernel/platform.ts';
import { followFacts } from './app/facts.ts';
import { openLeader } from './app/leader.ts';
import { openLiveness } from './app/liveness.ts';
import { serveNodes } from './app/serve-nodes.ts';
import { serveServices } from './app/serve-services.ts';
import { openStates } from './app/states.ts';

/** Services and their replicas, and the nodes they run on. Any number answer; one at a time acts. */
export const schedulerService = (platform: Platform): { serve: () => Promise<{ close: () => Promise<void> }> } => {
  const states = openStates(platform);
  const facts = followFacts(platform);
  const own = (reason: string): Context => {
    const commandId = platform.ids.uuid();
    return { commandId, actor: 'service:scheduler', reason, causationId: '', correlationId: commandId, traceparent: '' };
  };
  return {
    serve: async () => {
      const liveness = openLiveness(platform, states, own);
      serveServices(platform, states);
      serveNodes(platform, states, liveness);
      const leader = await openLeader(platform, states, facts, liveness);
      return {
        close: async () => {
          await leader.close();
          liveness.close();
        },
      };
    },
  };
};
