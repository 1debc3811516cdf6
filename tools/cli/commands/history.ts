import type { Command } from '../command.ts';
import { showImageHistory } from './image-history.ts';
import { listOptions, showList } from '../output.ts';
import { meantProject } from '../project.ts';

type ShownRevision = { revision: number; kind: string; state: string; actor: string; reason: string; atMs: number; message: string; steps: unknown[] };

export const history: Command = {
  name: 'history',
  usage: 'history [OPTIONS] [IMAGE]',
  help: 'Revisions of a project, newest first: what, when, who, why. With an image, how that was made.',
  options: listOptions,
  run: async (invocation) => {
    const [image] = invocation.words;
    if (image !== undefined) return showImageHistory(invocation, image, false);
    const project = await meantProject(invocation);
    const { items } = await invocation.api.json<{ items: ShownRevision[] }>('GET', `/api/v1/projects/${encodeURIComponent(project)}/revisions`);
    showList<ShownRevision>(
      invocation,
      items.toSorted((a, b) => b.revision - a.revision),
      [
        { name: 'REVISION', field: 'Revision', cell: ({ revision }) => String(revision) },
        { name: 'WHAT', field: 'What', cell: ({ kind }) => kind },
        { name: 'STATE', field: 'State', cell: ({ state, message }) => (message === '' ? state : `${state}: ${message}`) },
        { name: 'TIME', field: 'Time', cell: ({ atMs }) => new Date(atMs).toISOString() },
        { name: 'STEPS', field: 'Steps', cell: ({ steps }) => String(steps.length) },
        { name: 'ACTOR', field: 'Actor', cell: ({ actor }) => actor },
        { name: 'REASON', field: 'Reason', cell: ({ reason }) => reason },
      ],
      ({ revision }) => String(revision),
    );
  },
};
