import { familiar, parseReference } from '#kernel/reference.ts';
import { CommandError } from '../api.ts';
import { flag, text, type Command, type CommandOption, type Invocation } from '../command.ts';
import { loginFor } from '../registry-login.ts';
import { effort, transfer } from '../transfer.ts';

const options = {
  'all-tags': { type: 'boolean', short: 'a', help: 'All tags of the name' },
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
    for (const word of await referencesOf(invocation, 'tags-at-registry')) {
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
  options: { 'all-tags': options['all-tags'], quiet: options.quiet },
  run: async (invocation) => {
    const { words, options: given, out, err } = invocation;
    if (words.length === 0) throw new CommandError('say which image: lading push NAME[:TAG]', 125);
    for (const word of await referencesOf(invocation, 'tags-here')) {
      const transferred = await transfer(invocation, 'push', word, { quiet: flag(given, 'quiet') });
      const { opening, done } = transferred;
      if (!flag(given, 'quiet')) err(`digest: ${done.manifestDigest} (${effort(transferred)})\n`);
      out(`${familiar(parseReference(opening.reference))}\n`);
    }
  },
};

// Each of them, or with --all-tags what lies under it.
const referencesOf = async ({ api, words, options: given }: Invocation, place: 'tags-at-registry' | 'tags-here'): Promise<readonly string[]> => {
  if (!flag(given, 'all-tags')) return words;
  const found = await Promise.all(words.map(async (reference) => {
    const login = await loginFor(reference);
    return (await api.json<{ items: readonly string[] }>('POST', `/api/v1/images/${place}`, { reference, ...(login ? { login } : {}) })).items;
  }));
  return found.flat();
};
