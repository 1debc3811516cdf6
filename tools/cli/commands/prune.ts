import { confirm } from '../confirm.ts';
import { flag, texts, type Command, type CommandOption, type Invocation, type Options } from '../command.ts';
import { size } from '../table.ts';

type Pruned = { SpaceReclaimed?: number; ImagesDeleted?: { Untagged?: string; Deleted?: string }[] | null; ContainersDeleted?: string[] | null; NetworksDeleted?: string[] | null; VolumesDeleted?: string[] | null };

const common = {
  force: { type: 'boolean', short: 'f', help: 'Do not ask' },
  filter: { type: 'string', multiple: true, value: 'NAME=VALUE', help: "Only these: 'until=24h', 'label=KEY[=VALUE]', 'label!=KEY'" },
} as const satisfies Record<string, CommandOption>;
const all = { type: 'boolean', short: 'a' } as const;

/** `label=a=b` and `label!=a` are filters "label" and "label!". */
const filtersOf = (options: Options): Record<string, string[]> => {
  const filters: Record<string, string[]> = {};
  for (const word of texts(options, 'filter')) {
    const [, name = word, value = ''] = /^([^=]*?!?)=(.*)$/s.exec(word) ?? [];
    (filters[name] ??= []).push(value);
  }
  return filters;
};

const prune = async ({ api, out }: Invocation, kind: 'containers' | 'networks' | 'volumes' | 'images' | 'build', filters: Record<string, string[]>): Promise<number> => {
  const done = await api.json<Pruned>('POST', `/${kind}/prune?${new URLSearchParams({ filters: JSON.stringify(filters) })}`);
  const images = (done.ImagesDeleted ?? []).map(({ Untagged, Deleted }) => (Untagged === undefined ? `deleted: ${Deleted}` : `untagged: ${Untagged}`));
  const names = [...images, ...(done.ContainersDeleted ?? []), ...(done.NetworksDeleted ?? []), ...(done.VolumesDeleted ?? [])];
  if (names.length > 0) out(`Deleted ${kind}:\n${names.join('\n')}\n\n`);
  return done.SpaceReclaimed ?? 0;
};

const reclaimed = ({ out }: Invocation, bytes: number): void => out(`Total reclaimed space: ${size(bytes)}\n`);

const pruning = (kind: Parameters<typeof prune>[1], noun: string, warning: (options: Options) => string, options: Record<string, CommandOption>, more: (options: Options) => Record<string, string[]> = () => ({})): Command => ({
  name: `${noun} prune`,
  usage: `${noun} prune [OPTIONS]`,
  help: `Removes ${kind} that nobody uses.`,
  options: { ...common, ...options },
  run: async (invocation) => {
    if (!flag(invocation.options, 'force') && !(await confirm(warning(invocation.options)))) return 1;
    const bytes = await prune(invocation, kind, { ...filtersOf(invocation.options), ...more(invocation.options) });
    if (kind !== 'networks') reclaimed(invocation, bytes);
    return 0;
  },
});

export const imagePrune = pruning(
  'images', 'image',
  (options) => (flag(options, 'all') ? 'This removes all images that no container uses.' : 'This removes all images that have no name.'),
  { all: { ...all, help: 'Images that no container uses, not only those without a name' } },
  (options): Record<string, string[]> => (flag(options, 'all') ? { dangling: ['false'] } : {}),
);
export const buildPrune: Command = {
  name: 'build prune',
  usage: 'build prune [OPTIONS]',
  help: 'Forgets what steps of builds made. Layers of images stay.',
  options: { force: common.force, filter: { type: 'string', multiple: true, value: 'until=24h', help: 'Only what was made before' } },
  run: async (invocation) => {
    if (!flag(invocation.options, 'force') && !(await confirm('This has every step executed again by the next build.'))) return 1;
    reclaimed(invocation, await prune(invocation, 'build', filtersOf(invocation.options)));
    return 0;
  },
};
export const containerPrune = pruning('containers', 'container', () => 'This removes all containers that do not run and belong to no project.', {});
export const networkPrune = pruning('networks', 'network', () => 'This removes all networks that no container is attached to.', {});
export const volumePrune = pruning(
  'volumes', 'volume',
  (options) => (flag(options, 'all') ? 'This removes all volumes that no container mounts, with their data.' : 'This removes all volumes without a name that no container mounts, with their data.'),
  { all: { ...all, help: 'Volumes that have a name, too' } },
  (options): Record<string, string[]> => (flag(options, 'all') ? { all: ['true'] } : {}),
);

export const systemPrune: Command = {
  name: 'system prune',
  usage: 'system prune [OPTIONS]',
  help: 'Removes containers that do not run, and networks and images that nobody uses; with --volumes also volumes without a name.',
  options: { ...common, all: { ...all, help: 'Images that no container uses, not only those without a name, and the build cache' }, volumes: { type: 'boolean', help: 'Volumes without a name, too, with their data' } },
  run: async (invocation) => {
    const { options } = invocation;
    const volumes = flag(options, 'volumes');
    if (!flag(options, 'force') && !(await confirm(`This removes containers that do not run, and networks${volumes ? ', volumes' : ''} and images that nobody uses.`))) return 1;
    const filters = filtersOf(options);
    let bytes = await prune(invocation, 'containers', filters);
    await prune(invocation, 'networks', filters);
    // What is older than a moment is not known of volumes.
    if (volumes) bytes += await prune(invocation, 'volumes', Object.fromEntries(Object.entries(filters).filter(([name]) => name !== 'until')));
    bytes += await prune(invocation, 'images', { ...filters, ...(flag(options, 'all') ? { dangling: ['false'] } : {}) });
    if (flag(options, 'all')) bytes += await prune(invocation, 'build', Object.fromEntries(Object.entries(filters).filter(([name]) => name === 'until')));
    reclaimed(invocation, bytes);
    return 0;
  },
};
