import type { Command } from '../command.ts';

export const version: Command = {
  name: 'version',
  usage: 'version',
  help: 'Shows the versions of this command and of the daemon.',
  run: async ({ api, out }) => {
    const { default: own } = await import('../../../package.json', { with: { type: 'json' } });
    out(`lading ${own.version} (Node ${process.version})\n`);
    try {
      const { Version, ApiVersion } = await api.json<{ Version: string; ApiVersion: string }>('GET', '/version');
      out(`daemon ${Version}, Docker API ${ApiVersion}\n`);
    } catch {
      out('daemon does not answer\n');
    }
  },
};
