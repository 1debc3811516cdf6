import { CommandError } from '../api.ts';
import { flag, text, type Command, type Invocation } from '../command.ts';
import { containersOf } from '../containers-of.ts';
import { projectIfAny } from '../project.ts';
import { unframe } from '../terminal.ts';
import type { ShownContainer } from './ps.ts';

const colours = [36, 33, 32, 35, 34, 96, 93, 92, 95, 94];

export const logs: Command = {
  name: 'logs',
  usage: 'logs [OPTIONS] [SERVICE|CONTAINER...]',
  help: 'Shows what containers wrote; of several, each line begins with its name.',
  options: {
    follow: { type: 'boolean', short: 'f', help: 'Go on as they write' },
    tail: { type: 'string', short: 'n', value: 'N', help: 'Only the last N lines of each' },
    since: { type: 'string', value: 'TIME', help: 'Not before this: 5m (ago) or a time' },
    until: { type: 'string', value: 'TIME', help: 'Not after this' },
    timestamps: { type: 'boolean', short: 't', help: 'With the time of each line' },
    'no-log-prefix': { type: 'boolean', help: 'Without names' },
  },
  run: async (invocation) => {
    const found = await meant(invocation);
    const plain = flag(invocation.options, 'no-log-prefix') || (found.length === 1 && found[0]?.spec.replicaOf === undefined);
    const width = Math.max(...found.map((container) => label(container).length));
    await Promise.all(found.map((container, place) => show(invocation, container, plain ? '' : prefix(label(container).padEnd(width), place))));
  },
};

const label = ({ name, spec }: ShownContainer): string => (spec.replicaOf ? `${spec.replicaOf.serviceName}-${spec.replicaOf.slot}` : name);

const prefix = (name: string, place: number): string => (process.stdout.isTTY && !process.env.NO_COLOR ? `\u001b[${colours[place % colours.length]}m${name} | \u001b[0m` : `${name} | `);

const meant = async (invocation: Invocation): Promise<ShownContainer[]> => {
  const project = await projectIfAny(invocation);
  const known = await containersOf(invocation, project, undefined, true);
  if (invocation.words.length === 0) {
    if (known.length === 0) throw new CommandError('no containers: name one, or a project with -p');
    return known;
  }
  const chosen = invocation.words.flatMap((word) => known.filter(({ name, containerId, spec }) => spec.replicaOf?.serviceName === word || name === word || containerId.startsWith(word)));
  if (chosen.length === 0) throw new CommandError(`no service or container is called ${invocation.words.join(', ')}: see "lading ps -a"`);
  return chosen;
};

const show = async ({ api, options, out, err }: Invocation, { containerId }: ShownContainer, before: string): Promise<void> => {
  const query = new URLSearchParams({ stdout: '1', stderr: '1', follow: flag(options, 'follow') ? '1' : '0', timestamps: flag(options, 'timestamps') ? '1' : '0' });
  for (const name of ['tail', 'since', 'until']) if (text(options, name) !== undefined) query.set(name, name === 'tail' ? (text(options, name) ?? '') : unixTime(text(options, name) ?? ''));
  const response = await api.open('GET', `/containers/${containerId}/logs?${query}`);
  const take = unframe((stream, data) => (stream === 2 ? err : out)(before === '' ? data.toString() : lines(data.toString(), before)));
  for await (const chunk of response) take(chunk as Buffer);
};

const lines = (said: string, before: string): string => `${said.replace(/\n$/, '').split('\n').map((line) => `${before}${line}`).join('\n')}\n`;

const unitsS: Record<string, number> = { s: 1, m: 60, h: 3_600, d: 86_400 };

const unixTime = (given: string): string => {
  const [, amount, unit = ''] = /^(\d+)([smhd])$/.exec(given) ?? [];
  return String((amount === undefined ? Date.parse(given) : Date.now() - Number(amount) * (unitsS[unit] ?? 1) * 1_000) / 1_000);
};
