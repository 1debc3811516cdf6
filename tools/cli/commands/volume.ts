import { flag, type Command } from '../command.ts';
import { listOptions, showList } from '../output.ts';

type ShownVolume = { name: string; nodeId: string; driver: string; containerIds: string[] };

export const volumeLs: Command = {
  name: 'volume ls',
  usage: 'volume ls [OPTIONS]',
  help: 'Lists volumes and the node each lives on.',
  options: listOptions,
  run: async (invocation) => {
    const { items } = await invocation.api.json<{ items: ShownVolume[] }>('GET', '/api/v1/volumes');
    showList<ShownVolume>(
      invocation,
      items,
      [
        { name: 'DRIVER', field: 'Driver', cell: ({ driver }) => driver },
        { name: 'VOLUME NAME', field: 'Name', cell: ({ name }) => name },
        { name: 'NODE', field: 'Node', cell: ({ nodeId }) => nodeId },
        { name: 'CONTAINERS', field: 'Containers', cell: ({ containerIds }) => String(containerIds.length) },
      ],
      ({ name }) => name,
    );
  },
};

export const volumeRm: Command = {
  name: 'volume rm',
  usage: 'volume rm [OPTIONS] VOLUME...',
  help: 'Removes volumes that no container mounts, with their data.',
  options: { force: { type: 'boolean', short: 'f', help: 'No error when there is none' } },
  run: async ({ api, words, options, out }) => {
    for (const name of words) {
      await api.json('DELETE', `/volumes/${encodeURIComponent(name)}?force=${flag(options, 'force')}`);
      out(`${name}\n`);
    }
  },
};
