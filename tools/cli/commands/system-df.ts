import { flag, type Command } from '../command.ts';
import { listOptions, showList } from '../output.ts';
import { size, table } from '../table.ts';

type DiskUse = {
  LayersSize: number;
  Images: { Id: string; RepoTags: string[]; Size: number; SharedSize: number; Containers: number }[];
  Containers: { Id: string; Names: string[]; Image: string; State: string; SizeRw: number }[];
  Volumes: { Name: string; UsageData: { Size: number; RefCount: number } }[];
};
type Blobs = { nodeId: string; blobs: number; blobBytes: number; unusedBlobs: number; unusedBytes: number };
type Row = { type: string; total: number; active: number; bytes: number; reclaimable: number };

export const systemDf: Command = {
  name: 'system df',
  usage: 'system df [OPTIONS]',
  help: 'Shows how much of the disk goes to images, containers and volumes, of all nodes together.',
  options: { ...listOptions, verbose: { type: 'boolean', short: 'v', help: 'Each image, container, volume and node' } },
  run: async (invocation) => {
    const [use, { nodes }] = await Promise.all([invocation.api.json<DiskUse>('GET', '/system/df'), invocation.api.json<{ nodes: Blobs[] }>('GET', '/api/v1/blobs/use')]);
    if (flag(invocation.options, 'verbose')) return invocation.out(details(use, nodes));
    showList<Row>(
      invocation,
      rowsOf(use, nodes),
      [
        { name: 'TYPE', field: 'Type', cell: ({ type }) => type },
        { name: 'TOTAL', field: 'TotalCount', cell: ({ total }) => String(total) },
        { name: 'ACTIVE', field: 'Active', cell: ({ active }) => String(active) },
        { name: 'SIZE', field: 'Size', cell: ({ bytes }) => size(bytes) },
        { name: 'RECLAIMABLE', field: 'Reclaimable', cell: ({ reclaimable, bytes }) => `${size(reclaimable)}${bytes === 0 ? '' : ` (${Math.floor((reclaimable / bytes) * 100)}%)`}` },
      ],
      ({ type }) => type,
    );
  },
};

const running = new Set(['running', 'paused', 'restarting']);

const rowsOf = ({ LayersSize, Images, Containers, Volumes }: DiskUse, nodes: readonly Blobs[]): Row[] => {
  const used = Images.filter((image) => image.Containers > 0);
  // A layer that two images share can be had back when neither is used.
  const inUse = used.reduce((sum, image) => sum + image.Size - image.SharedSize, 0) + (used.length > 0 ? Math.max(...used.map(({ SharedSize }) => SharedSize)) : 0);
  const idle = Containers.filter(({ State }) => !running.has(State));
  const unused = Volumes.filter(({ UsageData }) => UsageData.RefCount === 0);
  return [
    { type: 'Images', total: Images.length, active: used.length, bytes: LayersSize, reclaimable: Math.max(0, LayersSize - inUse) },
    { type: 'Blobs', total: sum(nodes, ({ blobs }) => blobs), active: sum(nodes, ({ blobs, unusedBlobs }) => blobs - unusedBlobs), bytes: sum(nodes, ({ blobBytes }) => blobBytes), reclaimable: sum(nodes, ({ unusedBytes }) => unusedBytes) },
    { type: 'Containers', total: Containers.length, active: Containers.length - idle.length, bytes: sum(Containers, ({ SizeRw }) => SizeRw), reclaimable: sum(idle, ({ SizeRw }) => SizeRw) },
    { type: 'Local Volumes', total: Volumes.length, active: Volumes.length - unused.length, bytes: sum(Volumes, ({ UsageData }) => UsageData.Size), reclaimable: sum(unused, ({ UsageData }) => UsageData.Size) },
  ];
};

const sum = <One>(all: readonly One[], of: (one: One) => number): number => all.reduce((total, one) => total + of(one), 0);

const details = ({ Images, Containers, Volumes }: DiskUse, nodes: readonly Blobs[]): string =>
  [
    table(['IMAGE', 'ID', 'SIZE', 'SHARED SIZE', 'CONTAINERS'], Images.map(({ Id, RepoTags, Size, SharedSize, Containers: users }) => [RepoTags[0] ?? '<none>', Id.slice(7, 19), size(Size), size(SharedSize), String(users)])),
    table(['CONTAINER', 'IMAGE', 'STATE', 'SIZE'], Containers.map(({ Names, Image, State, SizeRw }) => [(Names[0] ?? '').replace(/^\//, ''), Image, State, size(SizeRw)])),
    table(['VOLUME', 'CONTAINERS', 'SIZE'], Volumes.map(({ Name, UsageData }) => [Name, String(UsageData.RefCount), size(UsageData.Size)])),
    table(['NODE', 'BLOBS', 'SIZE', 'UNUSED'], nodes.map(({ nodeId, blobs, blobBytes, unusedBytes }) => [nodeId, String(blobs), size(blobBytes), size(unusedBytes)])),
  ].join('\n');
