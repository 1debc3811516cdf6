import { hostname } from 'node:os';
import { CommandError } from '../api.ts';
import { text, type Command } from '../command.ts';
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

export const nodeToken: Command = {
  name: 'node token',
  usage: 'node token',
  help: 'Makes a token with which one more machine may join, and prints the command to run there.',
  run: async ({ api, out, err }) => {
    const { token, address, expiresAtMs } = await api.json<{ token: string; address: string; expiresAtMs: number }>('POST', '/api/v1/nodes/tokens');
    err(`good once, until ${new Date(expiresAtMs).toISOString()}; run on the machine that is to join:\n`);
    out(`lading node join --token ${token} ${address}\n`);
  },
};

export const nodeJoin: Command = {
  name: 'node join',
  usage: 'node join --token TOKEN --address ADDRESS HOST:PORT',
  help: 'Makes this machine a node of the platform at HOST:PORT, and starts its agent.',
  options: {
    token: { type: 'string', value: 'TOKEN', help: 'From "lading node token"' },
    address: { type: 'string', value: 'ADDRESS', help: "This machine's address that the other nodes reach" },
    id: { type: 'string', value: 'ID', help: "The node's id (default: the host name)" },
  },
  run: async ({ words, options, out, err, socketPath }) => {
    const [platform] = words;
    const [token, address] = [text(options, 'token'), text(options, 'address')];
    if (platform === undefined || token === undefined || address === undefined) throw new CommandError('say where, with which token and from which address: lading node join --token TOKEN --address ADDRESS HOST:PORT', 125);
    const [{ daemonConfig }, { joinPlatform }, { control }] = await Promise.all([import('../../daemon/config.ts'), import('../../daemon/join.ts'), import('../../daemon/control.ts')]);
    const nodeId = text(options, 'id') ?? process.env.LADING_NODE ?? hostname().replace(/[^A-Za-z0-9_-]/g, '-');
    await joinPlatform(daemonConfig(process.env), platform, token, nodeId, address);
    await control(process.env, socketPath, err).detach();
    out(`${nodeId}\n`);
  },
};
