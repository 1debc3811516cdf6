import type { Command } from '../command.ts';
import { listOptions, showList } from '../output.ts';

type DockerNetwork = { Id: string; Name: string; Driver: string; Scope: string; IPAM?: { Config?: { Subnet?: string }[] } };

export const networkLs: Command = {
  name: 'network ls',
  usage: 'network ls [OPTIONS]',
  help: 'Lists networks.',
  options: listOptions,
  run: async (invocation) => {
    const networks = await invocation.api.json<DockerNetwork[]>('GET', '/networks');
    showList<DockerNetwork>(
      invocation,
      networks,
      [
        { name: 'NETWORK ID', field: 'ID', cell: ({ Id }) => Id.slice(0, 12) },
        { name: 'NAME', field: 'Name', cell: ({ Name }) => Name },
        { name: 'DRIVER', field: 'Driver', cell: ({ Driver }) => Driver },
        { name: 'SUBNET', field: 'Subnet', cell: ({ IPAM }) => IPAM?.Config?.map(({ Subnet }) => Subnet).join(', ') ?? '' },
      ],
      ({ Id }) => Id.slice(0, 12),
    );
  },
};
