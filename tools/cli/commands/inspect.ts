import { CommandError } from '../api.ts';
import type { Command, Invocation } from '../command.ts';
import { text } from '../command.ts';
import { render } from '../template.ts';

const places = ['containers/%/json', 'images/%/json', 'networks/%', 'volumes/%'];

export const inspect: Command = {
  name: 'inspect',
  usage: 'inspect [OPTIONS] NAME|ID...',
  help: 'Shows all about a container, image, network or volume, as Docker does.',
  options: { format: { type: 'string', short: 'f', value: 'TEMPLATE', help: "Only this: '{{.State.Status}}'" } },
  run: (invocation) => show(invocation, places),
};

const show = async ({ api, words, options, out }: Invocation, among: readonly string[]): Promise<void> => {
  const found = await Promise.all(words.map((name) => first(among, name, (path) => api.json<unknown>('GET', path))));
  const format = text(options, 'format');
  out(format === undefined ? `${JSON.stringify(found, null, 4)}\n` : found.map((one) => `${render(format, one)}\n`).join(''));
};

export const imageInspect: Command = {
  ...inspect,
  name: 'image inspect',
  usage: 'image inspect [OPTIONS] IMAGE...',
  help: 'Shows all about images, as Docker does.',
  run: (invocation) => show(invocation, ['images/%/json']),
};

const first = async (places: readonly string[], name: string, get: (path: string) => Promise<unknown>): Promise<unknown> => {
  for (const place of places)
    try {
      return await get(`/${place.replace('%', encodeURIComponent(name))}`);
    } catch (error) {
      if (error instanceof CommandError && error.exitCode !== 1) throw error;
    }
  throw new CommandError(`No such object: ${name}`);
};
