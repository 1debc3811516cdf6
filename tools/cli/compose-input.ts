import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { CommandError } from './api.ts';
import { texts, text, type Options } from './command.ts';

/** A compose file with all it refers to, as `POST /api/v1/projects` takes it. */
export type ComposeInput = {
  project: string;
  projectDir: string;
  files: { path: string; text: string }[];
  environment: Record<string, string>;
  envFiles: { path: string; text: string }[];
  profiles: string[];
};

/** In Compose's order. https://github.com/compose-spec/compose-spec/blob/main/01-status.md */
const names = ['compose.yaml', 'compose.yml', 'docker-compose.yml', 'docker-compose.yaml'];

/** The compose file of this folder or of one above it. */
export const findComposeFile = (from = process.cwd()): string | undefined => {
  for (let folder = from; ; folder = dirname(folder)) {
    const found = names.map((name) => join(folder, name)).find((path) => existsSync(path));
    if (found !== undefined || folder === dirname(folder)) return found;
  }
};

export const composeFiles = (options: Options): string[] => {
  const given = texts(options, 'file');
  if (given.length > 0) return given.map((path) => resolve(path));
  const found = findComposeFile();
  if (found === undefined) throw new CommandError(`no compose file here or above (${names.join(', ')}): name one with -f`, 1);
  const override = [found.replace(/(\.ya?ml)$/, '.override$1')].filter((path) => existsSync(path));
  return [found, ...override];
};

export const readComposeInput = async (options: Options): Promise<ComposeInput> => {
  const files = composeFiles(options).map((path) => ({ path, text: readText(path) }));
  const projectDir = dirname(files[0]?.path ?? process.cwd());
  const dotEnv = join(projectDir, '.env');
  return {
    project: text(options, 'project') ?? process.env.COMPOSE_PROJECT_NAME ?? '',
    projectDir,
    files,
    // The shell's variables count over those of `.env`; what parses `.env` is the compose service.
    environment: Object.fromEntries(Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))),
    envFiles: [...(existsSync(dotEnv) ? [{ path: dotEnv, text: readText(dotEnv) }] : []), ...(await referenced(files, projectDir))],
    profiles: texts(options, 'profile'),
  };
};

/** The project's name as the compose service would make it, without asking it. */
export const projectOfFolder = async (options: Options): Promise<string | undefined> => {
  const path = texts(options, 'file')[0] ?? findComposeFile();
  if (path === undefined) return undefined;
  const { parse } = await import('yaml');
  const { name } = (parse(readText(resolve(path))) ?? {}) as { name?: string };
  return name ?? basename(dirname(resolve(path))).toLowerCase().replaceAll(/[^a-z0-9_-]/g, '').replace(/^[_-]+/, '');
};

const readText = (path: string): string => {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new CommandError(`${path} can't be read: ${error instanceof Error ? error.message : String(error)}`);
  }
};

// A missing file is left for the compose service to tell, which knows whether it is required and where it is named.
const referenced = async (files: readonly { path: string; text: string }[], projectDir: string): Promise<{ path: string; text: string }[]> => {
  if (!files.some((file) => file.text.includes('env_file'))) return [];
  const { parse } = await import('yaml');
  const paths = files.flatMap((file) => {
    const services = Object.values((tryParse(parse, file.text) as { services?: Record<string, { env_file?: unknown }> })?.services ?? {});
    return services.flatMap((service) => [service?.env_file ?? []].flat()).map((entry) => (typeof entry === 'string' ? entry : String((entry as { path?: string }).path ?? '')));
  });
  return [...new Set(paths)].map((path) => resolve(projectDir, path)).filter((path) => existsSync(path)).map((path) => ({ path, text: readText(path) }));
};

const tryParse = (parse: (text: string) => unknown, source: string): unknown => {
  try {
    return parse(source);
  } catch {
    return undefined;
  }
};
