import type { Context } from '#kernel/context.ts';
import { openNodes, type AgentTls } from '#kernel/nodes.ts';
import type { Platform } from '#kernel/platform.ts';
import { authorBook } from './app/authors.ts';
import { openExecutor } from './app/executor.ts';
import { openProjects } from './app/projects.ts';
import { serve } from './app/serve.ts';

/** Projects: what a compose file wants, planned, carried out step by step, and kept as revisions. Any number answer; one at a time acts. */
export const composeService = (platform: Platform, agentTls?: AgentTls): { serve: () => Promise<{ close: () => Promise<void> }> } => {
  const projects = openProjects(platform);
  const own = (): Context => {
    const commandId = platform.ids.uuid();
    return { commandId, actor: 'service:compose', reason: '', causationId: '', correlationId: commandId, traceparent: '' };
  };
  const nodes = openNodes(platform, agentTls, own);
  const authors = authorBook();
  platform.fromLog(authors.note, { authors: authors.kept });
  return {
    serve: async () => {
      serve(platform, nodes, projects, authors);
      return openExecutor(platform, nodes, projects);
    },
  };
};
