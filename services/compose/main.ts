import type { Context } from '#kernel/context.ts';
import { openNodes, type AgentTls } from '#kernel/nodes.ts';
import type { Platform } from '#kernel/platform.ts';
import { authorBook } from './app/authors.ts';
import { openImages } from './app/images.ts';
import { openExecutor } from './app/executor.ts';
import { openProjects } from './app/projects.ts';
import { serve } from './app/serve.ts';

export type ComposeConfig = { /** Asked first about images: it is where the files are. */ localNodeId: string; agentTls?: AgentTls };

/** Projects: what a compose file wants, planned, carried out step by step, and kept as revisions. Any number answer; one at a time acts. */
export const composeService = (platform: Platform, { localNodeId, agentTls }: ComposeConfig): { serve: () => Promise<{ close: () => Promise<void> }> } => {
  const projects = openProjects(platform);
  const own = (): Context => {
    const commandId = platform.ids.uuid();
    return { commandId, actor: 'service:compose', reason: '', causationId: '', correlationId: commandId, traceparent: '' };
  };
  const images = openImages(platform, openNodes(platform, agentTls, own), localNodeId);
  const authors = authorBook();
  platform.fromLog(authors.note, { authors: authors.kept });
  return {
    serve: async () => {
      serve(platform, images, projects, authors);
      return openExecutor(platform, images, projects);
    },
  };
};
