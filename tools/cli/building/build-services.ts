import { readFileSync } from 'node:fs';
import type { Build } from '../../../services/compose/project/model.ts';
import { CommandError } from '../api.ts';
import type { Invocation } from '../command.ts';
import { allLogins } from '../registry-login.ts';
import { contextOf, type BuildContext } from './context-of.ts';
import { progressFor } from './progress-for.ts';
import { runBuild } from './run-build.ts';
import { openSshAgents } from './ssh-agents.ts';

/** What is to be built of a project. */
export type ProjectBuilds = {
  project: string;
  /** By service. */
  builds: Readonly<Record<string, Build>>;
  /** What the image of each service is called, those that are not built included. */
  images: Readonly<Record<string, string>>;
};

/** Over what the file says. */
export type BuildOverrides = { noCache: boolean; pull: boolean; arguments: Readonly<Record<string, string>>; ssh: readonly string[] };

const serviceContext = 'service:';

/** Builds images of a project's services, each after those that it is built on. Throws when one fails. */
export const buildServices = async (invocation: Invocation, { project, builds, images }: ProjectBuilds, over: BuildOverrides): Promise<void> => {
  const logins = await allLogins();
  for (const service of inOrder(builds)) {
    const build = builds[service];
    const image = images[service];
    if (!build || image === undefined) continue;
    invocation.err(`${image} of service ${service}:\n`);
    const context = await contextOf(build.context, { dockerfile: build.dockerfile || undefined, dockerfileText: build.dockerfileInline, contexts: contextsOf(build, images) });
    if (build.platforms.length > 1) invocation.err(`warning: ${image} is built for the machine's own platform only, not for ${build.platforms.join(', ')}\n`);
    const agents = await openSshAgents([...build.ssh, ...over.ssh]);
    const { outcome } = await runBuild(invocation.api, orderOf(build, context, { project, image, over, logins, ssh: agents.ids }), context.body, progressFor(invocation), agents);
    if (outcome !== 'done') throw new CommandError(`${image} could not be built`);
  }
};

// Those that others are built on come first; of a circle nobody knows where to begin.
const inOrder = (builds: Readonly<Record<string, Build>>): string[] => {
  const order: string[] = [];
  const visit = (service: string, above: readonly string[]): void => {
    if (above.includes(service)) throw new CommandError(`services are built on each other in a circle: ${[...above, service].join(' → ')}`);
    if (order.includes(service)) return;
    for (const context of Object.values(builds[service]?.contexts ?? {})) if (context.startsWith(serviceContext)) visit(context.slice(serviceContext.length), [...above, service]);
    if (builds[service]) order.push(service);
  };
  for (const service of Object.keys(builds).sort()) visit(service, []);
  return order;
};

const contextsOf = ({ contexts }: Build, images: ProjectBuilds['images']): Record<string, string> =>
  Object.fromEntries(Object.entries(contexts).map(([name, value]) => [name, value.startsWith(serviceContext) ? `docker-image://${images[value.slice(serviceContext.length)] ?? ''}` : value]));

type Around = { project: string; image: string; over: BuildOverrides; ssh: readonly string[]; logins: Awaited<ReturnType<typeof allLogins>> };

const orderOf = (build: Build, { dockerfile, more }: BuildContext, { project, image, over, logins, ssh }: Around): object => {
  return {
    references: [image, ...build.tags],
    dockerfile,
    target: build.target,
    platform: build.platforms.length === 1 ? build.platforms[0] : '',
    arguments: { ...build.arguments, ...over.arguments },
    network: build.network || 'default',
    project,
    more: {
      labels: build.labels, noCache: build.noCache || over.noCache, noCacheFilter: build.noCacheFilter, pull: build.pull || over.pull, extraHosts: build.extraHosts, shmSizeBytes: build.shmSizeBytes, ulimits: build.ulimits,
      entitlements: build.entitlements, cacheFrom: build.cacheFrom, cacheTo: build.cacheTo, secrets: Object.fromEntries(build.secrets.map(secretOf)), logins, ssh, ...more,
    },
  };
};

const secretOf = ({ id, file, environment }: Build['secrets'][number]): [string, string] => {
  if (file === '') {
    const value = process.env[environment];
    if (value === undefined) throw new CommandError(`secret ${id}: the variable ${environment} is not set`);
    return [id, Buffer.from(value).toString('base64')];
  }
  try {
    return [id, readFileSync(file).toString('base64')];
  } catch (error) {
    throw new CommandError(`secret ${id}: ${file} can't be read: ${error instanceof Error ? error.message : String(error)}`);
  }
};
