import { flag, text, type Command } from '../command.ts';
import { moment } from '../moment.ts';
import { listOptions, showList, type Column } from '../output.ts';
import { projectIfAny } from '../project.ts';
import { ago, span } from '../table.ts';

export type ShownContainer = {
  containerId: string; name: string; nodeId: string; state: string; health: string; exitCode: number; message: string;
  createdAtMs: number; startedAtMs: number; finishedAtMs: number;
  spec: { image: string; entrypoint: string[]; command: string[]; labels: Record<string, string>; replicaOf?: { project: string; serviceName: string; slot: number } };
  endpoints: { address: string }[];
  ports: { protocol: string; containerPort: number; hostPort: number; hostAddress: string }[];
};

/** Which service it is a replica of: the platform's own, or what docker compose labelled. */
export const serviceOf = ({ spec }: Pick<ShownContainer, 'spec'>): string => spec.replicaOf?.serviceName ?? spec.labels['com.docker.compose.service'] ?? '';

const status = ({ state, health, exitCode, startedAtMs, finishedAtMs, message }: ShownContainer, nowMs: number): string => {
  const suffix = health === '' ? '' : ` (${health === 'starting' ? 'health: starting' : health})`;
  switch (state) {
    case 'running':
      return `Up ${span(nowMs - startedAtMs)}${suffix}`;
    case 'paused':
      return `Up ${span(nowMs - startedAtMs)} (Paused)`;
    case 'exited':
      return `Exited (${exitCode}) ${ago(finishedAtMs, nowMs)}${message && `: ${message}`}`;
    case 'created':
      return `Created${message && `: ${message}`}`;
    case 'restarting':
      return `Restarting (${exitCode}) ${ago(finishedAtMs, nowMs)}`;
    default:
      return `${state[0]?.toUpperCase()}${state.slice(1)}`;
  }
};

const portText = ({ ports }: ShownContainer): string => ports.map(({ hostAddress, hostPort, containerPort, protocol }) => `${hostAddress || '0.0.0.0'}:${hostPort}->${containerPort}/${protocol}`).join(', ');

const columns = (nowMs: number): Column<ShownContainer>[] => [
  { name: 'NAME', field: 'Name', cell: ({ name }) => name },
  { name: 'IMAGE', field: 'Image', cell: ({ spec }) => spec.image },
  { name: 'SERVICE', field: 'Service', cell: serviceOf },
  { name: 'NODE', field: 'Node', cell: ({ nodeId }) => nodeId },
  { name: 'STATUS', field: 'Status', cell: (row) => status(row, nowMs) },
  { name: 'PORTS', field: 'Ports', cell: portText },
  { name: 'ID', field: 'ID', cell: ({ containerId }) => containerId.slice(0, 12) },
];

export const ps: Command = {
  name: 'ps',
  usage: 'ps [OPTIONS] [SERVICE...]',
  help: 'Lists containers of the project meant, or all that run when there is none.',
  options: {
    all: { type: 'boolean', short: 'a', help: 'Also those that do not run' },
    at: { type: 'string', value: 'MOMENT', help: 'As it was: 5m ago, a time, or a sequence of the log' },
    ...listOptions,
  },
  run: async (invocation) => {
    const { api, options, words } = invocation;
    const project = await projectIfAny(invocation);
    const at = text(options, 'at');
    const nowMs = Date.now();
    const query = new URLSearchParams({
      ...(flag(options, 'all') || at !== undefined ? { all: 'true' } : {}),
      ...(project === undefined ? {} : { project }),
      ...(at === undefined ? {} : { as_of: moment(at, nowMs) }),
    });
    const { items } = await api.json<{ items: ShownContainer[] }>('GET', `/api/v1/containers?${query}`);
    const asked = items.filter(({ spec }) => words.length === 0 || words.includes(serviceOf({ spec })));
    showList(invocation, asked.toSorted((a, b) => a.name.localeCompare(b.name, undefined, { numeric: true })), columns(nowMs), ({ containerId }) => containerId.slice(0, 12));
  },
};
