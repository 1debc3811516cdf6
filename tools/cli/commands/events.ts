import { flag, text, texts, type Command } from '../command.ts';
import { moment } from '../moment.ts';
import { readSse } from '../sse.ts';

type ShownEvent = { sequence: number; aggregate: string; type: string; at: string; actor: string; reason: string; data: Record<string, unknown> };

export const events: Command = {
  name: 'events',
  usage: 'events [OPTIONS]',
  help: 'Follows everything that happens: containers, networks, projects, nodes.',
  options: {
    since: { type: 'string', value: 'MOMENT', help: 'From then on: 5m ago, a time, or a sequence of the log; ends at the present unless -f' },
    follow: { type: 'boolean', short: 'f', help: 'With --since: go on with what happens next' },
    kind: { type: 'string', multiple: true, help: 'Only of this kind: container, network, compose, ...' },
    container: { type: 'string', help: 'Only about this container' },
    format: { type: 'string', value: 'json', help: 'json: one object a line' },
  },
  run: async (invocation) => {
    const { api, options, out } = invocation;
    const since = text(options, 'since');
    const query = new URLSearchParams();
    if (since !== undefined) query.set('from', moment(since, Date.now()));
    if (since !== undefined && !flag(options, 'follow')) query.set('follow', '0');
    for (const kind of texts(options, 'kind')) query.append('kind', kind);
    for (const name of ['project', 'container']) if (text(options, name) !== undefined) query.set(name, text(options, name) ?? '');
    for await (const { data } of readSse(await api.open('GET', `/api/v1/events?${query}`)))
      out(text(options, 'format') === 'json' ? `${data}\n` : line(JSON.parse(data) as ShownEvent));
  },
};

const line = ({ sequence, at, aggregate, type, actor, data }: ShownEvent): string => `${at} ${String(sequence).padStart(6)} ${aggregate.split('.')[0]} ${type.split('.').at(-1)} ${about(aggregate, data)} (${actor})\n`;

const about = (aggregate: string, data: Record<string, unknown>): string => {
  const short = aggregate.split('.').slice(1).map((token) => (/^[0-9a-f]{64}$/.test(token) ? token.slice(0, 12) : token)).join('/');
  const told = ['name', 'service', 'revision', 'run', 'exitCode', 'health', 'signal', 'replicas', 'slot', 'nodeId', 'because', 'message'].filter((key) => !['', undefined, null].includes(data[key] as string)).map((key) => `${key}=${String(data[key])}`);
  return [short, ...told].join(' ');
};
