import { CommandError } from '../api.ts';
import { text, type Command } from '../command.ts';

export const serve: Command = {
  name: 'serve',
  usage: 'serve SERVICE --nats URL [--seed-file FILE]',
  help: 'Runs one service as a process of its own: image, volume, network, container, scheduler, compose, gateway or node-agent.',
  options: {
    nats: { type: 'string', value: 'URL', help: 'nats://host:port of the server, several by commas' },
    'seed-file': { type: 'string', value: 'FILE', help: 'The nkey to connect with' },
  },
  run: async ({ words, options }) => {
    const { serveInForeground } = await import('../../daemon/serve-in-foreground.ts');
    const [name] = words;
    if (name === undefined) throw new CommandError('say which service: lading serve container --nats nats://127.0.0.1:4222', 125);
    await serveInForeground(name, { nats: text(options, 'nats'), seedFile: text(options, 'seed-file') });
  },
};
