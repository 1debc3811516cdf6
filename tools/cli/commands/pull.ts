import { familiar, parseReference } from '#kernel/reference.ts';
import { CommandError } from '../api.ts';
import { flag, text, type Command, type CommandOption } from '../command.ts';
import { effort, transfer } from '../transfer.ts';

const options = {
  platform: { type: 'string', value: 'OS/ARCH', help: 'For another platform than that of the node' },
  quiet: { type: 'boolean', short: 'q', help: 'Only the name at the end' },
} as const satisfies Record<string, CommandOption>;

export const pull: Command = {
  name: 'pull',
  usage: 'pull [OPTIONS] NAME[:TAG|@DIGEST]...',
  help: 'Brings images from their registries. What is there already is not fetched.',
  options,
  run: async (invocation) => {
    const { words, options: given, out, err } = invocation;
    if (words.length === 0) throw new CommandError('say which image: lading pull NAME[:TAG]', 125);
    for (const word of words) {
      const transferred = await transfer(invocation, 'pull', word, { platform: text(given, 'platform') ?? '', quiet: flag(given, 'quiet') });
      const { opening, done } = transferred;
      if (!flag(given, 'quiet')) err(`digest: ${done.manifestDigest}\n${opening.before === done.manifestDigest ? 'is up to date' : 'pulled'} (${effort(transferred)})\n`);
      out(`${familiar(parseReference(opening.reference))}\n`);
    }
  },
};

export const push: Command = {
  name: 'push',
  usage: 'push [OPTIONS] NAME[:TAG]...',
  help: 'Sends images to their registries. What is there already is not sent.',
  options: { quiet: options.quiet },
  run: async (invocation) => {
    const { words, options: given, out, err } = invocation;
    if (words.length === 0) throw new CommandError('say which image: lading push NAME[:TAG]', 125);
    for (const word of words) {
      const transferred = await transfer(invocation, 'push', word, { quiet: flag(given, 'quiet') });
      const { opening, done } = transferred;
      if (!flag(given, 'quiet')) err(`digest: ${done.manifestDigest} (${effort(transferred)})\n`);
      out(`${familiar(parseReference(opening.reference))}\n`);
    }
  },
};
