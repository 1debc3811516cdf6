import { flag, type Command } from '../command.ts';
import { meantProject } from '../project.ts';
import { followRevision } from '../revision.ts';
import type { RevisionAnswer } from './up.ts';

export const down: Command = {
  name: 'down',
  usage: 'down [OPTIONS]',
  help: 'Stops and removes containers and networks of a project. Volumes and history stay.',
  options: { volumes: { type: 'boolean', short: 'v', help: 'Remove its named volumes, too' } },
  run: async (invocation) => {
    const project = await meantProject(invocation);
    const { changed, revision } = await invocation.api.json<RevisionAnswer>('DELETE', `/api/v1/projects/${encodeURIComponent(project)}?volumes=${flag(invocation.options, 'volumes')}`);
    if (changed) await followRevision(invocation, project, revision);
    else invocation.err(`${project} is down: nothing to do\n`);
  },
};
