import { parseEnvFile } from './env-file.ts';
import { interpolate, InterpolationError } from './interpolate.ts';
import { mergeTrees } from './merge.ts';
import type { Model, Service } from './model.ts';
import { baseName, resolvePath } from './paths.ts';
import { composeInvalid, type Problem } from './problem.ts';
import { openReader, type At, type Reader } from './reader.ts';
import { checkRelations } from './relations-check.ts';
import { topKeys } from './service-keys.ts';
import { readService } from './service.ts';
import { readNetwork, readVolume } from './top-level.ts';
import { child, isUnset, mapScalars, type Parse, type Tree } from './tree.ts';

/** A compose file and all it refers to, as read where the user is. */
export type ComposeInput = {
  /** Empty: the file's `name`, else the folder's. */
  project: string;
  projectDir: string;
  files: readonly { path: string; text: string }[];
  /** The shell's variables. */
  environment: Readonly<Record<string, string>>;
  /** `.env` of the project's folder and the files that `env_file` names, by absolute path. */
  envFiles: readonly { path: string; text: string }[];
  profiles: readonly string[];
};

const nameRule = /^[a-z0-9][a-z0-9_-]*$/;

/** Compose files to a model. Throws COMPOSE_INVALID with everything that is wrong, each with its place and remedy. */
export const load = (input: ComposeInput, parse: Parse): { model: Model; warnings: string[] } => {
  const problems: Problem[] = [];
  const warnings: string[] = [];
  const reader = openReader(problems, (text) => void warnings.push(text));
  const variables = variablesOf(input, problems);
  const tree = mergedFiles(input, parse, variables, problems, warnings);
  if (problems.length > 0) throw composeInvalid(problems);
  const model = readModel(reader, tree, input, variables, problems);
  problems.push(...checkRelations(model, tree));
  if (problems.length > 0) throw composeInvalid(problems);
  return { model, warnings };
};

/** For interpolation: what the shell has counts over `.env`. */
const variablesOf = ({ projectDir, envFiles, environment }: ComposeInput, problems: Problem[]): ReadonlyMap<string, string> => {
  const path = resolvePath(projectDir, '.env', undefined);
  const text = envFiles.find((file) => file.path === path)?.text ?? '';
  const { variables, problems: wrong } = parseEnvFile(text, (name) => environment[name]);
  for (const { line, message } of wrong) problems.push({ place: { file: path, line, column: 1 }, path: '', message });
  return new Map([...variables, ...Object.entries(environment)]);
};

const mergedFiles = ({ files }: ComposeInput, parse: Parse, variables: ReadonlyMap<string, string>, problems: Problem[], warnings: string[]): Tree | undefined => {
  const unset = new Set<string>();
  const withVariables = (scalar: Extract<Tree, { kind: 'scalar' }>, path: string): typeof scalar => {
    if (!scalar.text.includes('$')) return scalar;
    try {
      const text = interpolate(scalar.text, (name) => variables.get(name), (name) => void unset.add(name));
      return { ...scalar, value: text, text };
    } catch (error) {
      if (!(error instanceof InterpolationError)) throw error;
      problems.push({ place: scalar.place, path, message: error.message });
      return scalar;
    }
  };
  const trees = files.flatMap(({ path, text }) => {
    const tree = parse(text, path);
    if (tree === undefined) problems.push({ place: { file: path, line: 1, column: 1 }, path: '', message: 'the file is empty: write at least one service' });
    else if (tree.kind !== 'mapping') problems.push({ place: tree.place, path: '', message: 'the file is no mapping: begin with "services:"' });
    else return [mapScalars(tree, '', withVariables)];
    return [];
  });
  for (const name of unset) warnings.push(`variable ${name} is not set: an empty text is used`);
  return trees.reduce<Tree | undefined>((before, tree) => (before ? mergeTrees(before, tree) : tree), undefined);
};

const readModel = (reader: Reader, tree: Tree | undefined, input: ComposeInput, variables: ReadonlyMap<string, string>, problems: Problem[]): Model => {
  const field = reader.fields({ tree, path: '' }, topKeys);
  const name = projectName(reader, field('name'), input);
  const around = { projectDir: input.projectDir, home: variables.get('HOME'), inherited: (variable: string) => variables.get(variable), envFiles: (at: At) => readEnvFiles(reader, at, input, variables, problems) };
  const services: Record<string, Service> = {};
  for (const [key, at] of reader.entries(field('services'))) {
    if (!/^[a-zA-Z0-9._-]+$/.test(key)) reader.problem(at, `"${key}" is no name for a service: use letters, digits, . _ and -`);
    if (!isActive(reader, at, input.profiles)) continue;
    services[key] = readService(reader, at, around);
  }
  if (Object.keys(services).length === 0 && problems.length === 0)
    reader.problem(field('services'), reader.entries(field('services')).length === 0 ? 'no services: write at least one below "services:"' : 'no service is in an active profile: choose one with --profile');
  const networks = Object.fromEntries(reader.entries(field('networks')).map(([key, at]) => [key, readNetwork(reader, at, name, key)]));
  const usesDefault = Object.values(services).some((service) => service.networks.some(({ network }) => network === 'default'));
  if (usesDefault) networks.default ??= readNetwork(reader, { tree: undefined, path: 'networks.default' }, name, 'default');
  return { name, services, networks, volumes: Object.fromEntries(reader.entries(field('volumes')).map(([key, at]) => [key, readVolume(reader, at, name, key)])) };
};

const projectName = (reader: Reader, at: At, { project, projectDir }: ComposeInput): string => {
  const given = project || reader.text(at);
  if (given !== '') {
    if (!nameRule.test(given)) reader.problem(project === '' ? at : { tree: undefined, path: 'project' }, `"${given}" is no name for a project: use lower-case letters, digits, - and _, beginning with a letter or digit`);
    return given;
  }
  const fromFolder = baseName(projectDir).toLowerCase().replaceAll(/[^a-z0-9_-]/g, '').replace(/^[_-]+/, '');
  if (fromFolder === '') reader.problem(at, `no name can be made from the folder ${projectDir}: give one with -p, or "name:" in the file`);
  return fromFolder;
};

const isActive = (reader: Reader, at: At, active: readonly string[]): boolean => {
  const profiles = reader.texts({ tree: child(at.tree, 'profiles'), path: `${at.path}.profiles` });
  return profiles.length === 0 || active.includes('*') || profiles.some((profile) => active.includes(profile));
};

const readEnvFiles = (reader: Reader, at: At, { envFiles, projectDir }: ComposeInput, variables: ReadonlyMap<string, string>, problems: Problem[]): Map<string, string> => {
  const all = new Map<string, string>();
  const named = at.tree?.kind === 'sequence' ? reader.items(at) : isUnset(at.tree) ? [] : [at];
  for (const item of named) {
    const field = item.tree?.kind === 'mapping' ? reader.fields(item, { used: ['path', 'required', 'format'] }) : undefined;
    const path = resolvePath(projectDir, reader.text(field ? field('path') : item), variables.get('HOME'));
    const file = envFiles.find((one) => one.path === path);
    if (!file && (!field || reader.flag(field('required'), true))) reader.problem(item, `the file ${path} is not there: create it, or say "required: false"`);
    const { variables: read, problems: wrong } = parseEnvFile(file?.text ?? '', (name) => variables.get(name) ?? all.get(name));
    for (const { line, message } of wrong) problems.push({ place: { file: path, line, column: 1 }, path: '', message });
    for (const [name, value] of read) all.set(name, value);
  }
  return all;
};
