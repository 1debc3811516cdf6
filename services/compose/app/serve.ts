import * as endpoints from '#endpoints/compose.ts';
import { asOf, isPast, type Moment } from '#kernel/as-of.ts';
import type { Context } from '#kernel/context.ts';
import type { Platform } from '#kernel/platform.ts';
import { Rejection } from '#kernel/rejection.ts';
import type { AwaitRevision, AwaitRevisionReply, Project as ProjectView, ServiceStatus } from '#proto/compose.ts';
import { projectCodec } from '../codec/events.ts';
import { parseYaml } from '../codec/yaml.ts';
import { format } from '../plan/steps.ts';
import { load } from '../project/load.ts';
import { projectView, revisionView } from '../views/project-view.ts';
import type { Images } from './images.ts';
import type { authorBook } from './authors.ts';
import { decider, projectAggregate, projectOf, type Projects } from './projects.ts';
import { accept, proposeDown, proposeScale, proposeUp } from './revise.ts';
import { isRunning, seeServices } from './seen.ts';

/** Shorter than the bus's own limit: who waits longer asks again. */
const awaitMaxMs = 25_000;

export const serve = (platform: Platform, images: Images, projects: Projects, authors: ReturnType<typeof authorBook>): void => {
  const { bus } = platform;
  bus.serve(endpoints.upProject, (request, { context }) => accept(platform, projects, () => proposeUp(platform, images, projects, request, context), context));
  bus.serve(endpoints.scaleProject, ({ project, replicas }, { context }) => accept(platform, projects, () => proposeScale(platform, projects, project, replicas, context), context));
  bus.serve(endpoints.downProject, ({ project, volumes }, { context }) => accept(platform, projects, () => proposeDown(platform, projects, project, volumes, context), context));

  bus.serve(endpoints.planProject, async ({ up }, { context }) => {
    if (!up) throw new Rejection('INVALID', 'no project: say what "up" would be given');
    const { project, plan, warnings, model, builds } = await proposeUp(platform, images, projects, up, context);
    return { message: { project, planText: format(plan), planJson: JSON.stringify(plan), warnings, modelJson: JSON.stringify(model), buildsJson: JSON.stringify(builds) }, sequence: platform.position() };
  });
  bus.serve(endpoints.loadProject, async ({ input }) => {
    if (!input) throw new Rejection('INVALID', 'no compose file: send its text in "files"');
    const { model, warnings } = load(input, parseYaml);
    return { message: { project: model.name, modelJson: JSON.stringify(model), warnings } };
  });

  const view = async (aggregate: string, known: Projects['known'], moment: Moment, context: Context): Promise<ProjectView> => {
    const name = projectOf(aggregate);
    const { state, sequence } = known.get(aggregate);
    return projectView(name, state, sequence, authors.of(aggregate), await statusOf(platform, name, moment, context));
  };
  const at = async (moment: Moment): Promise<Projects['known']> => (isPast(moment) ? asOf(platform.store, 'compose.*', moment, decider, projectCodec) : projects.known);

  bus.serve(endpoints.listProjects, async (request, { context, minSequence }) => {
    await platform.applied(minSequence);
    const known = await at(request);
    const views = await Promise.all([...known.entries()].map(([aggregate]) => view(aggregate, known, request, context)));
    return { message: { projects: views.filter(({ state }) => request.all || state !== 'down').sort((a, b) => (a.name < b.name ? -1 : 1)) }, sequence: platform.position() };
  });
  bus.serve(endpoints.getProject, async (request, { context, minSequence }) => {
    await platform.applied(minSequence);
    const known = await at(request);
    const aggregate = projectAggregate(request.name);
    if (known.get(aggregate).version === 0) throw new Rejection('PROJECT_NOT_FOUND', `no project ${request.name}${isPast(request) ? ' at that moment' : ''}: see "lading project ls --all"`);
    return { message: await view(aggregate, known, request, context), sequence: platform.position() };
  });
  bus.serve(endpoints.awaitRevision, async (request, { minSequence }) => {
    await platform.applied(minSequence);
    return { message: await awaitRevision(platform, projects, authors, request), sequence: platform.position() };
  });
};

const statusOf = async (platform: Platform, project: string, moment: Moment, context: Context): Promise<ServiceStatus[]> =>
  (await seeServices(platform, project, context, { asOfSequence: moment.asOfSequence, asOfMs: moment.asOfMs })).map(({ service, containers }) => ({
    name: service.name,
    image: service.template?.spec?.image ?? '',
    replicas: service.replicas,
    running: containers.filter(isRunning).length,
    healthy: containers.filter(({ health }) => health === 'healthy').length,
  }));

const awaitRevision = async (platform: Platform, projects: Projects, authors: ReturnType<typeof authorBook>, { project, revision, timeoutMs, stepsDone }: AwaitRevision): Promise<AwaitRevisionReply> => {
  const giveUpAt = platform.clock() + Math.min(timeoutMs || awaitMaxMs, awaitMaxMs);
  for (;;) {
    const next = projects.nextChange(Math.max(1, giveUpAt - platform.clock()));
    const found = projects.get(project).state.revisions.find((one) => one.revision === revision);
    if (!found) throw new Rejection('REVISION_NOT_FOUND', `project ${project} has no revision ${revision}: see "lading history -p ${project}"`);
    const over = found.state !== 'running';
    const done = [...found.steps.values()].filter(({ state }) => state !== 'running').length;
    if (over || done > stepsDone || platform.clock() >= giveUpAt) return { over, revision: revisionView(found, authors.of(projectAggregate(project)).get(revision)) };
    await next;
  }
};
