import type { Command } from '../command.ts';
import { listOptions, showList } from '../output.ts';
import { size } from '../table.ts';

type ShownNode = { nodeId: string; name: string; address: string; state: string; availability: string; cpus: number; memoryBytes: number; version: string };

export const nodeLs: Command = {
  name: 'node ls',
  usage: 'node ls [OPTIONS]',
  help: 'Lists nodes.',
  options: listOptions,
  run: async (invocation) => {
    const { items } = await invocation.api.json<{ items: ShownNode[] }>('GET', '/api/v1/nodes');
    showList<ShownNode>(
      invocation,
      items,
      [
        { name: 'ID', field: 'ID', cell: ({ nodeId }) => nodeId },
        { name: 'HOSTNAME', field: 'Hostname', cell: ({ name }) => name },
        { name: 'STATE', field: 'State', cell: ({ state }) => state },
        { name: 'AVAILABILITY', field: 'Availability', cell: ({ availability }) => availability },
        { name: 'ADDRESS', field: 'Address', cell: ({ address }) => address },
        { name: 'CPUS', field: 'Cpus', cell: ({ cpus }) => String(cpus) },
        { name: 'MEMORY', field: 'Memory', cell: ({ memoryBytes }) => size(memoryBytes) },
        { name: 'VERSION', field: 'Version', cell: ({ version }) => version },
      ],
      ({ nodeId }) => nodeId,
    );
  },
};
