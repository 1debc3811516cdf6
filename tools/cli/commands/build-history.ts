import { createInterface } from 'node:readline';
import type { BuildProgress } from '#endpoints/build-progress.ts';
import { CommandError } from '../api.ts';
import { plainProgress, jsonProgress } from '../building/show-progress.ts';
import { text, type Command } from '../command.ts';
import { listOptions, showList } from '../output.ts';
import { ago } from '../table.ts';

type ShownBuild = { buildId: string; nodeId: string; references: string[]; state: string; message: string; imageId: string; actor: string; reason: string; begunAtMs: number; endedAtMs: number; steps: { state: string }[] };

const shortIdLength = 12;
const familiar = (reference: string): string => reference.replace(/^docker\.io\/(?:library\/)?/, '');

export const buildHistory: Command = {
  name: 'build history',
  usage: 'build history [OPTIONS]',
  help: 'Builds, newest first: what came of them, who asked, where and why.',
  options: { ...listOptions, last: { type: 'string', short: 'n', value: 'N', help: 'Only so many' } },
  run: async (invocation) => {
    const { items } = await invocation.api.json<{ items: ShownBuild[] }>('GET', `/api/v1/builds?most=${Number(text(invocation.options, 'last') ?? 0)}`);
    const nowMs = Date.now();
    showList<ShownBuild>(
      invocation,
      items,
      [
        { name: 'BUILD ID', field: 'ID', cell: ({ buildId }) => buildId.slice(0, shortIdLength) },
        { name: 'NAME', field: 'Name', cell: ({ references }) => references.map(familiar).join(' ') },
        { name: 'STATE', field: 'State', cell: ({ state }) => state },
        { name: 'BEGUN', field: 'Begun', cell: ({ begunAtMs }) => ago(begunAtMs, nowMs) },
        { name: 'TOOK', field: 'Took', cell: ({ begunAtMs, endedAtMs }) => (endedAtMs === 0 ? '' : `${((endedAtMs - begunAtMs) / 1_000).toFixed(1)}s`) },
        { name: 'STEPS', field: 'Steps', cell: ({ steps }) => `${steps.filter(({ state }) => state === 'cached').length}/${steps.length} cached` },
        { name: 'IMAGE', field: 'Image', cell: ({ imageId }) => imageId.replace('sha256:', '').slice(0, shortIdLength) },
        { name: 'NODE', field: 'Node', cell: ({ nodeId }) => nodeId },
        { name: 'ACTOR', field: 'Actor', cell: ({ actor }) => actor },
        { name: 'REASON', field: 'Reason', cell: ({ reason }) => reason },
      ],
      ({ buildId }) => buildId,
    );
  },
};

export const buildLogs: Command = {
  name: 'build logs',
  usage: 'build logs [OPTIONS] BUILD',
  help: 'What a build said. It is kept on the node that built.',
  options: { progress: { type: 'string', value: 'plain|json', help: 'How to show it' } },
  run: async ({ api, words, options, out }) => {
    const [build] = words;
    if (build === undefined) throw new CommandError('say which build: lading build logs BUILD; "lading build history" lists them', 125);
    const show = text(options, 'progress') === 'json' ? jsonProgress(out) : plainProgress(out);
    const response = await api.open('GET', `/api/v1/builds/${encodeURIComponent(build)}/log`);
    for await (const line of createInterface({ input: response, crlfDelay: Infinity })) if (line !== '') show.tell(JSON.parse(line) as BuildProgress);
  },
};
