import { writeFileSync } from 'node:fs';
import { CommandError } from '../api.ts';
import { buildOptions, orderFrom } from '../building/build-options.ts';
import { buildServices } from '../building/build-services.ts';
import { contextOf, namedContexts } from '../building/context-of.ts';
import { progressFor } from '../building/progress-for.ts';
import { runBuild } from '../building/run-build.ts';
import { openSshAgents } from '../building/ssh-agents.ts';
import { flag, text, texts, type Command, type Invocation } from '../command.ts';
import { findComposeFile, readComposeInput } from '../compose-input.ts';
import { allLogins } from '../registry-login.ts';
import type { Model } from '../../../services/compose/project/model.ts';

export const build: Command = {
  name: 'build',
  usage: 'build [OPTIONS] PATH|URL|-\n       lading [-f FILE]... build [OPTIONS] [SERVICE...]',
  help: 'Builds an image from a Dockerfile and the files of a folder. Without a folder, those of the services of the compose file. Ctrl-C cancels.',
  options: buildOptions,
  run: async (invocation) => {
    const { words, options } = invocation;
    // Before the command, -f names compose files; after it, the Dockerfile.
    const isProject = Array.isArray(options.file) || (words.length === 0 && text(options, 'file') === undefined && findComposeFile() !== undefined);
    return isProject ? buildProject(invocation) : buildOne(invocation);
  },
};

const buildOne = async (invocation: Invocation): Promise<number> => {
  const { api, words, options, out } = invocation;
  const [path, ...more] = words;
  if (path === undefined) throw new CommandError('say what to build from: lading build PATH', 125);
  if (more.length > 0) throw new CommandError(`one context is built from, not ${words.length}: lading build PATH`, 125);
  const { dockerfile, more: ofContext, body } = await contextOf(path, { dockerfile: text(options, 'file'), contexts: namedContexts(texts(options, 'build-context')) });
  const { more: ofOptions, ...order } = orderFrom(options);
  const agents = await openSshAgents(texts(options, 'ssh'));
  const { outcome, imageId } = await runBuild(api, { ...order, dockerfile, more: { ...ofOptions, ...ofContext, ssh: agents.ids, logins: await allLogins() } }, body, progressFor(invocation), agents);
  if (outcome !== 'done') return 1;
  const file = text(options, 'iidfile');
  if (file !== undefined) writeFileSync(file, imageId);
  if (text(options, 'progress') !== 'json') out(`${imageId}\n`);
  return 0;
};

const buildProject = async (invocation: Invocation): Promise<number> => {
  const { api, words, options, err } = invocation;
  const { project, modelJson, warnings } = await api.json<{ project: string; modelJson: string; warnings: string[] }>('POST', '/api/v1/projects/load', await readComposeInput(options));
  for (const warning of warnings) err(`warning: ${warning}\n`);
  const { services } = JSON.parse(modelJson) as Model;
  for (const name of words) if (!services[name]) throw new CommandError(`project ${project} has no service ${name}: it has ${Object.keys(services).sort().join(', ')}`);
  const builds = Object.fromEntries(Object.entries(services).flatMap(([name, service]) => (service.build && (words.length === 0 || words.includes(name)) ? [[name, service.build]] : [])));
  if (Object.keys(builds).length === 0) err(`nothing of ${project} is built\n`);
  const images = Object.fromEntries(Object.entries(services).map(([name, { image }]) => [name, image]));
  await buildServices(invocation, { project, builds, images }, { noCache: flag(options, 'no-cache'), pull: flag(options, 'pull'), arguments: orderFrom(options).arguments, ssh: texts(options, 'ssh') });
  return 0;
};
