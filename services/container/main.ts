import type { Platform } from '#kernel/platform.ts';
import { openContainers } from './app/containers.ts';
import { serveCommands } from './app/serve-commands.ts';
import { serveNodes } from './app/serve-nodes.ts';
import { serveQueries } from './app/serve-queries.ts';

/** A container's life: what is wanted, what was seen. Construct it before the platform begins, serve after. */
export const containerService = (platform: Platform): { serve: () => void } => {
  const containers = openContainers(platform);
  return {
    serve: () => {
      serveCommands(platform, containers);
      serveQueries(platform, containers);
      serveNodes(platform, containers);
    },
  };
};
