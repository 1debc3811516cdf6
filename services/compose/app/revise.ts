import type { Context } from '#kernel/context.ts';
import type { Platform } from '#kernel/platform.ts';
import { Rejection } from '#kernel/rejection.ts';
import type { RevisionReply, UpProject } from '#proto/compose.ts';
import { readModel, type StoredModel } from '../codec/stored-json.ts';
import { latest } from '../domain/project.ts';
import { planDown } from '../plan/down.ts';
import { format, type Plan } from '../plan/steps.ts';
import { planUp } from '../plan/up.ts';
import { parseYaml } from '../codec/yaml.ts';
import { load } from '../project/load.ts';
import type { Build, Model } from '../project/model.ts';
import { check } from './check.ts';
import type { Images } from './images.ts';
import { projectAggregate, type Projects } from './projects.ts';
import { seeProject, seeRemains } from './seen.ts';
import { hashOf } from './template.ts';

export type Proposal = {
  project: string; kind: string; basedOn: number; model: StoredModel | undefined; plan: Plan;
  /** By service: how its image is to be built before. */
  builds: Readonly<Record<string, Build>>;
  warnings: readonly string[]; sameModel: boolean;
};

/** A step of another revision that is under way is waited for so long. */
const busyMaxMs = 15_000;
const outdatedTriesMax = 10;

/** Works out what `up` would do now. Changes nothing. */
export const proposeUp = async (platform: Platform, images: Images, projects: Projects, { input, scale, services, forceRecreate, removeOrphans, builds: wanted, pull }: UpProject, context: Context): Promise<Proposal> => {
  if (!input) throw new Rejection('INVALID', 'no compose file: send its text in "files"');
  const { model: loaded, warnings } = load(input, parseYaml);
  const scaled = withScale(loaded, scale);
  for (const name of services) if (!scaled.services[name]) throw noService(loaded.name, name, Object.keys(scaled.services));
  const { ids, pulls, builds } = await check(platform, images, scaled, { builds: wanted, pull }, context);
  const known = Object.fromEntries(Object.keys(scaled.services).map((name) => [name, hashOf(scaled, name, ids[name] ?? '')]));
  const { basedOn, before, running } = stateOf(projects, scaled.name);
  const hashes = forceRecreate ? Object.fromEntries(Object.entries(known).map(([name, hash]) => [name, services.length === 0 || services.includes(name) ? `${hash}+${basedOn + 1}` : hash])) : known;
  const model: StoredModel = { ...withoutBuilds(scaled), projectDir: input.projectDir, configFiles: input.files.map(({ path }) => path), images: ids, hashes };
  const seen = await seeProject(platform, model.name, context);
  const plan = planUp(model, seen, { only: services, forceRecreate, removeOrphans, before, pulls, builds, hashOf: (service) => known[nameOf(model, service)] ?? '' });
  return { project: model.name, kind: 'up', basedOn, model, plan, warnings, builds: buildsOf(scaled, builds), sameModel: running ? false : JSON.stringify(before) === JSON.stringify(model) };
};

// Arguments of builds are for whoever builds, and nobody who reads the log.
const withoutBuilds = (model: Model): Model => ({ ...model, services: Object.fromEntries(Object.entries(model.services).map(([name, { build: _, ...service }]) => [name, service])) });

const buildsOf = ({ services }: Model, needed: Readonly<Record<string, string>>): Record<string, Build> =>
  Object.fromEntries(Object.entries(services).flatMap(([name, { build }]) => (build && name in needed ? [[name, build]] : [])));

const nameOf = ({ services }: Pick<StoredModel, 'services'>, service: object): string => Object.entries(services).find(([, one]) => one === service)?.[0] ?? '';

export const proposeScale = async (platform: Platform, projects: Projects, project: string, replicas: Record<string, number>, context: Context): Promise<Proposal> => {
  const { basedOn, before } = stateOf(projects, project);
  if (!before) throw new Rejection('PROJECT_NOT_FOUND', `no project ${project} is up: see "lading project ls --all"`);
  const model = withScale(before, replicas);
  const seen = await seeProject(platform, project, context);
  const plan = planUp(model, seen, { only: Object.keys(replicas), forceRecreate: false, removeOrphans: false, before, pulls: {}, builds: {}, hashOf: (service) => (model.hashes[nameOf(model, service)] ?? '').split('+')[0] ?? '' });
  return { project, kind: 'scale', basedOn, model, plan, warnings: [], builds: {}, sameModel: true };
};

export const proposeDown = async (platform: Platform, projects: Projects, project: string, volumes: boolean, context: Context): Promise<Proposal> => {
  const { basedOn, before } = stateOf(projects, project);
  const plan = planDown(before, await seeRemains(platform, project, volumes, context));
  if (plan.steps.length === 0 && basedOn === 0) throw new Rejection('PROJECT_NOT_FOUND', `no project ${project}: see "lading project ls --all"`);
  return { project, kind: 'down', basedOn, model: undefined, plan, warnings: [], builds: {}, sameModel: before === undefined };
};

/** The model that counts: of the last revision, unless that one took the project down. */
const stateOf = (projects: Projects, project: string): { basedOn: number; before: StoredModel | undefined; running: boolean } => {
  const last = latest(projects.get(project).state);
  return { basedOn: last?.revision ?? 0, before: readModel(last?.modelJson ?? ''), running: last?.state === 'running' };
};

const withScale = <Some extends Pick<StoredModel, 'name' | 'services'>>(model: Some, replicas: Record<string, number>): Some => {
  const services = { ...model.services };
  for (const [name, count] of Object.entries(replicas)) {
    const service = services[name];
    if (!service) throw noService(model.name, name, Object.keys(services));
    if (count > 1 && service.containerName !== '') throw new Rejection('INVALID', `service ${name} has the fixed container_name ${service.containerName}: remove it from the file to run more than one`);
    services[name] = { ...service, replicas: count };
  }
  return { ...model, services };
};

const noService = (project: string, name: string, names: readonly string[]): Rejection =>
  new Rejection('SERVICE_NOT_FOUND', `project ${project} has no service ${name}: it has ${names.toSorted().join(', ') || 'none'}`);

const refuseUnbuilt = ({ plan }: Proposal): void => {
  const images = plan.steps.flatMap(({ operation }) => (operation.op === 'build' ? [operation.image] : []));
  if (images.length > 0) throw new Rejection('BUILD_NEEDED', `${images.join(', ')} ${images.length === 1 ? 'has' : 'have'} to be built first: "lading up" does it, or "lading build"`);
};

/** Makes a proposal the project's next revision. Waits for a step of another one that is under way, and proposes again when somebody was faster. */
export const accept = async (platform: Platform, projects: Projects, propose: () => Promise<Proposal>, context: Context): Promise<{ message: RevisionReply; sequence: number }> => {
  const giveUpAt = platform.clock() + busyMaxMs;
  for (let tries = 1; ; tries++) {
    const proposal = await propose();
    refuseUnbuilt(proposal);
    const { project, kind, basedOn, model, plan, warnings, sameModel } = proposal;
    const modelJson = model ? JSON.stringify(model) : '';
    const planText = format(plan);
    const reply = (revision: number, changed: boolean, sequence: number) => ({ message: { project, revision, changed, planText, warnings: [...warnings], sequence }, sequence });
    const last = latest(projects.get(project).state);
    // The same thing asked for twice is one revision.
    if (last?.state === 'running' && last.kind === kind && last.modelJson === modelJson) return reply(last.revision, true, platform.position());
    if (plan.steps.length === 0 && sameModel && last?.state !== 'running') return reply(basedOn, false, platform.position());
    try {
      const { sequence } = await projects.handle(projectAggregate(project), { type: 'AcceptRevision', basedOn, kind, modelJson, planText, planJson: JSON.stringify(plan) }, context);
      return reply(basedOn + 1, plan.steps.length > 0, sequence);
    } catch (error) {
      if (!(error instanceof Rejection)) throw error;
      if (error.code === 'PLAN_OUTDATED' && tries < outdatedTriesMax) continue;
      if (error.code !== 'PROJECT_BUSY' || platform.clock() > giveUpAt) throw error;
      await projects.nextChange(1_000);
    }
  }
};
