import { readSecretSource } from './build.ts';
import { combine, parseFiles } from './combine.ts';
import { readEnvFiles, variablesOf, type Texts } from './env-files.ts';
import { interpolate, InterpolationError, type Lookup } from './interpolate.ts';
import type { Model, Service } from './model.ts';
import { baseName } from './paths.ts';
import { composeInvalid, type Place, type Problem } from './problem.ts';
import { openReader, type At, type Reader } from './reader.ts';
import { checkRelations } from './relations-check.ts';
import { topKeys } from './service-keys.ts';
import { readService } from './service.ts';
import { readNetwork, readVolume } from './top-level.ts';
import { child, type Parse, type Tree } from './tree.ts';

/** A compose file and all it refers to, as read where the user is. */
export type ComposeInput = {
  /** Empty: the file's `name`, else the folder's. */
  project: string;
  projectDir: string;
  files: readonly { path: string; text: string }[];
  /** The shell's variables. */
  environment: Readonly<Record<string, string>>;
  /** `.env` of the project's folder and the files that `env_file` names, by absolute path. */
  envFiles: Texts;
  /** Empty: those of the variable COMPOSE_PROFILES. */
  profiles: readonly string[];
};

const projectNameRule = /^[a-z0-9][a-z0-9_-]*$/;
const nameRule = /^[a-zA-Z0-9._-]+$/;

/** Compose files to a model. Throws COMPOSE_INVALID with everything that is wrong, each with its place and remedy. */
export const load = (input: ComposeInput, parse: Parse): { model: Model; warnings: string[] } => {
  const { variables, problems } = variablesOf(input.projectDir, input.envFiles, input.environment);
  const { trees, problems: noFiles } = parseFiles(input.files, parse);
  // Whatever else could be said of half of the files is a guess.
  if (noFiles.length > 0) throw composeInvalid([...problems, ...noFiles]);

  const name = projectName(input, trees, (variable) => variables.get(variable));
  if ('problem' in name) problems.push(name.problem);
  const project = 'problem' in name ? '' : name.name;
  const lookup: Lookup = (variable) => (variable === 'COMPOSE_PROJECT_NAME' ? project : variables.get(variable));
  const { tree, problems: noValues, unset } = combine(trees, lookup);
  problems.push(...noValues);

  const found: Problem[] = [];
  const warnings = [...unset].map((variable) => `variable ${variable} is not set: an empty text is used`);
  const reader = openReader(found, (text) => void warnings.push(text));
  const { model, inactive } = readModel(reader, tree, project, input, lookup);
  found.push(...checkRelations(model, tree, inactive));

  // A value without its variable is wrong for that reason only.
  const broken = new Set(noValues.map(({ place }) => placeText(place)));
  problems.push(...found.filter(({ place }) => place === undefined || !broken.has(placeText(place))));
  if (problems.length > 0) throw composeInvalid(inReadingOrder(problems, input.files));
  return { model: withoutMissing(model), warnings };
};

const inReadingOrder = (problems: readonly Problem[], files: ComposeInput['files']): Problem[] => {
  const order = ({ place }: Problem): [file: number, line: number, column: number] => (place ? [files.findIndex(({ path }) => path === place.file), place.line, place.column] : [-1, 0, 0]);
  return problems.toSorted((a, b) => {
    const [one, other] = [order(a), order(b)];
    return one[0] - other[0] || one[1] - other[1] || one[2] - other[2];
  });
};

const placeText = (place: Place | undefined): string => (place ? `${place.file}:${place.line}:${place.column}` : '');

const readModel = (reader: Reader, tree: Tree | undefined, project: string, { projectDir, envFiles, profiles }: ComposeInput, lookup: Lookup): { model: Model; inactive: ReadonlySet<string> } => {
  const field = reader.fields({ tree, path: '' }, topKeys);
  const around = { projectDir, home: lookup('HOME'), inherited: lookup, envFiles: (at: At) => readEnvFiles(reader, at, envFiles, projectDir, lookup) };
  const named = (key: string, kind: string): [name: string, at: At][] => {
    const entries = reader.entries(field(key));
    for (const [name, at] of entries) if (!nameRule.test(name)) reader.problem(at, `"${name}" is no name for a ${kind}: use letters, digits, . _ and -`);
    return entries;
  };
  const written = named('services', 'service');
  const chosen = profiles.length > 0 ? profiles : (lookup('COMPOSE_PROFILES') ?? '').split(',').map((profile) => profile.trim());
  const active = written.filter(([, at]) => isActive(reader, at, chosen));
  if (written.length === 0) reader.problem(field('services'), 'no services: write at least one below "services:"');
  else if (active.length === 0) reader.problem(field('services'), 'no service is in an active profile: choose one with --profile');

  const secrets = new Map(named('secrets', 'secret').map(([key, at]) => [key, readSecretSource(reader, at, { projectDir, home: lookup('HOME') })]));
  const services: [string, Service][] = active.map(([key, at]) => [key, withName(readService(reader, at, { ...around, secrets }), project, key)]);
  const networks = new Map(named('networks', 'network').map(([key, at]) => [key, readNetwork(reader, at, project, key)]));
  const usesDefault = services.some(([, service]) => service.networks.some(({ network }) => network === 'default'));
  if (usesDefault && !networks.has('default')) networks.set('default', readNetwork(reader, { tree: undefined, path: 'networks.default' }, project, 'default'));
  const volumes = named('volumes', 'volume').map(([key, at]) => [key, readVolume(reader, at, project, key)] as const);
  const model = { name: project, services: Object.fromEntries(services), networks: Object.fromEntries(networks), volumes: Object.fromEntries(volumes) };
  return { model, inactive: new Set(written.map(([key]) => key).filter((key) => !Object.hasOwn(model.services, key))) };
};

// What is built has a name in any case, and is for what it will run on.
const withName = (service: Service, project: string, key: string): Service => {
  const { build, platform } = service;
  if (!build) return service;
  const platforms = build.platforms.length === 0 && platform !== '' ? [platform] : build.platforms;
  return { ...service, image: service.image || `${project}-${key}`, build: { ...build, platforms } };
};

/** The name that was asked for, else the last one that a file gives, else the folder's. Known before all else, as the files may refer to it. */
const projectName = ({ project, projectDir }: ComposeInput, trees: readonly Tree[], lookup: Lookup): { name: string } | { problem: Problem } => {
  const written = trees.map((tree) => child(tree, 'name')).findLast((tree) => tree?.kind === 'scalar' && tree.text !== '');
  const given = project || (written?.kind === 'scalar' ? nameIn(written.text, lookup) : '');
  if (projectNameRule.test(given)) return { name: given };
  const place = project === '' ? written?.place : undefined;
  if (given !== '') return { problem: { place, path: place ? 'name' : 'project', message: `"${given}" is no name for a project: use lower-case letters, digits, - and _, beginning with a letter or digit` } };
  const fromFolder = baseName(projectDir).toLowerCase().replaceAll(/[^a-z0-9_-]/g, '').replace(/^[_-]+/, '');
  if (fromFolder !== '') return { name: fromFolder };
  return { problem: { place: undefined, path: 'project', message: `no name can be made from the folder ${projectDir}: give one with -p, or "name:" in the file` } };
};

const nameIn = (text: string, lookup: Lookup): string => {
  try {
    return interpolate(text, lookup, () => {});
  } catch (error) {
    // Told with all the other values that can't be made.
    if (error instanceof InterpolationError) return '';
    throw error;
  }
};

const isActive = (reader: Reader, at: At, active: readonly string[]): boolean => {
  const profiles = reader.texts({ tree: child(at.tree, 'profiles'), path: `${at.path}.profiles` });
  return profiles.length === 0 || active.includes('*') || profiles.some((profile) => active.includes(profile));
};

// A dependency that may be missing and is leaves nothing to wait for.
const withoutMissing = (model: Model): Model => ({
  ...model,
  services: Object.fromEntries(Object.entries(model.services).map(([name, service]) => [name, { ...service, dependsOn: service.dependsOn.filter((one) => Object.hasOwn(model.services, one.service)) }])),
});
