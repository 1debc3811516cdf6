import { CommandError } from './api.ts';
import { text, type Invocation } from './command.ts';
import { projectOfFolder } from './compose-input.ts';

type Listed = { name: string; state: string; managedBy: string };

/** The project meant: `-p`, else the compose file's of this folder, else the only one that runs. */
export const meantProject = async (invocation: Invocation): Promise<string> => {
  const found = await projectIfAny(invocation);
  if (found !== undefined) return found;
  // Those of docker compose are meant only when they are named: it changes them, not this command.
  const items = (await invocation.api.json<{ items: Listed[] }>('GET', '/api/v1/projects')).items.filter(({ managedBy }) => managedBy === 'lading');
  const [only, second] = items;
  if (!only) throw new CommandError('no project runs: start one with "lading up"');
  if (second) throw new CommandError(`several projects run (${items.map(({ name }) => name).join(', ')}): say which with -p`);
  return only.name;
};

/** `-p`, or the compose file's of this folder. */
export const projectIfAny = async ({ options }: Invocation): Promise<string | undefined> => text(options, 'project') ?? process.env.COMPOSE_PROJECT_NAME ?? (await projectOfFolder(options));
