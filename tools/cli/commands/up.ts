import { CommandError } from '../api.ts';
import { flag, text, texts, type Command, type Invocation } from '../command.ts';
import { readComposeInput } from '../compose-input.ts';
import type { ProjectBuilds } from '../building/build-services.ts';
import { followRevision } from '../revision.ts';
import { parseScale } from './scale.ts';

export type RevisionAnswer = { project: string; revision: number; changed: boolean; planText: string; warnings: string[] };

export const composeOptions = {
  profile: { type: 'string', multiple: true, help: 'Also services of this profile' },
  scale: { type: 'string', multiple: true, value: 'SERVICE=N', help: 'Replicas, over what the file says' },
  'remove-orphans': { type: 'boolean', help: 'Remove services that the file no longer has' },
  pull: { type: 'string', value: 'always|missing|never', help: 'When to pull images, over what the file says' },
  'force-recreate': { type: 'boolean', help: 'Recreate containers although nothing changed' },
} as const;

export const up: Command = {
  name: 'up',
  usage: 'up [OPTIONS] [SERVICE...]',
  help: 'Makes what the compose file says run. A second time without a change does nothing.',
  options: {
    detach: { type: 'boolean', short: 'd', help: 'Return when everything runs, instead of showing logs' },
    ...composeOptions,
    wait: { type: 'boolean', help: 'Like -d' },
    build: { type: 'boolean', help: 'Build images first, though they are there' },
    'no-build': { type: 'boolean', help: 'Build no image, though one is missing' },
    progress: { type: 'string', value: 'auto|tty|plain|json|quiet', help: 'How to show builds' },
  },
  run: async (invocation) => {
    const { api, options, err } = invocation;
    const body = await upBody(invocation);
    if (!flag(options, 'no-build') && body.files.some((file) => file.text.includes('build'))) await buildWanted(invocation, body);
    const answer = await api.json<RevisionAnswer>('POST', '/api/v1/projects', { ...body, builds: 'done' });
    for (const warning of answer.warnings) err(`warning: ${warning}\n`);
    if (!answer.changed) err(`${answer.project} is as the file says: nothing to do\n`);
    else await followRevision(invocation, answer.project, answer.revision);
    if (flag(options, 'detach') || flag(options, 'wait')) return 0;
    const { logs } = await import('./logs.ts');
    return logs.run({ ...invocation, words: [], options: { ...options, project: answer.project, follow: true } });
  },
};

type PlanAnswer = { project: string; buildsJson: string; modelJson: string };

// The files that are built from are here, and the platform may be elsewhere.
const buildWanted = async (invocation: Invocation, body: object): Promise<void> => {
  const { project, buildsJson, modelJson } = await invocation.api.json<PlanAnswer>('POST', '/api/v1/projects/plan', { ...body, builds: flag(invocation.options, 'build') ? 'again' : '' });
  const builds = JSON.parse(buildsJson) as ProjectBuilds['builds'];
  if (Object.keys(builds).length === 0) return;
  const { services } = JSON.parse(modelJson) as { services: Record<string, { image: string }> };
  const { buildServices } = await import('../building/build-services.ts');
  await buildServices(invocation, { project, builds, images: Object.fromEntries(Object.entries(services).map(([name, { image }]) => [name, image])) }, { noCache: false, pull: false, arguments: {}, ssh: [] });
};

export const upBody = async ({ options, words }: Invocation) => {
  if (text(options, 'project') === '') throw new CommandError('an empty project name: give one with -p', 125);
  return {
    ...(await readComposeInput(options)),
    scale: parseScale(texts(options, 'scale')),
    removeOrphans: flag(options, 'remove-orphans'),
    forceRecreate: flag(options, 'force-recreate'),
    services: words,
    pull: text(options, 'pull') ?? '',
  };
};
