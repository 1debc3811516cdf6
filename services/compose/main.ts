import type { Platform } from '#kernel/platform.ts';
import { authorBook } from './app/authors.ts';
import { openExecutor } from './app/executor.ts';
import { openProjects } from './app/projects.ts';
import { serve } from './app/serve.ts';

/** Projects: what a compose file wants, planned, carried out step by step, and kept as revisions. Any number answer; one at a time acts. */
export const composeService = (platform: Platform): { serve: () => Promise<{ close: () => Promise<void> }> } => {
  const projects = openProjects(platform);
  const authors = authorBook();
  platform.fromLog(authors.note, { authors: authors.kept });
  return {
    serve: async () => {
      serve(platform, projects, authors);
      return openExecutor(platform, projects);
    },
  };
};
