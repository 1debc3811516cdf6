import { flag, type Command } from '../command.ts';
import { listOptions, showList } from '../output.ts';

type ShownProject = { name: string; state: string; revision: number; managedBy: string; services: { name: string; replicas: number; running: number }[] };

export const projectLs: Command = {
  name: 'project ls',
  usage: 'project ls [OPTIONS]',
  help: 'Lists projects that are up.',
  options: { all: { type: 'boolean', short: 'a', help: 'Also those that are down' }, ...listOptions },
  run: async (invocation) => {
    const { items } = await invocation.api.json<{ items: ShownProject[] }>('GET', `/api/v1/projects${flag(invocation.options, 'all') ? '?all=true' : ''}`);
    showList<ShownProject>(
      invocation,
      items,
      [
        { name: 'NAME', field: 'Name', cell: ({ name }) => name },
        { name: 'STATE', field: 'State', cell: ({ state }) => state },
        { name: 'REVISION', field: 'Revision', cell: ({ revision, managedBy }) => (managedBy === 'lading' ? String(revision) : '') },
        { name: 'BY', field: 'ManagedBy', cell: ({ managedBy }) => managedBy },
        { name: 'SERVICES', field: 'Services', cell: ({ services }) => services.map(({ name, replicas, running }) => `${name} ${running}/${replicas}`).join(', ') },
      ],
      ({ name }) => name,
    );
  },
};
