import * as endpoints from '#endpoints/image.ts';
import { listNodes } from '#endpoints/node.ts';
import { following, type Context } from '#kernel/context.ts';
import type { Platform } from '#kernel/platform.ts';
import { Rejection } from '#kernel/rejection.ts';
import type { BeginBuild, CacheHit, ReportBuild, StoredImage } from '#proto/image.ts';
import type { BuildNews } from '../domain/build.ts';
import { canonical, parseReference } from '#kernel/reference.ts';
import { buildAggregate, buildViews, cacheAggregate, runningOn, type Builds } from './builds.ts';

const buildsShownMost = 1_000;
const keysMost = 10_000;
const buildIdRule = /^[A-Za-z0-9][A-Za-z0-9_-]{0,127}$/;

type Parts = {
  platform: Platform;
  builds: Builds;
  /** Records an image that a node has, and points names at it. */
  register: (image: StoredImage, nodeId: string, references: readonly string[], context: Context) => Promise<void>;
  /** Nodes that hold a blob. */
  holdersOf: (digest: string) => readonly string[];
};

/** Builds begin, are told of by their nodes, and can be looked at; and what their steps made is found again. */
export const serveBuilds = ({ platform, builds, register, holdersOf }: Parts): void => {
  const { bus } = platform;

  bus.serve(endpoints.beginBuild, async (request, { context }) => {
    const buildId = context.commandId;
    if (!buildIdRule.test(buildId)) throw new Rejection('INVALID', `"${buildId.slice(0, 100)}" is no id for a build: use letters, digits, - and _, at most 128`);
    const references = [...new Set(request.references.map(named))];
    const nodeId = request.nodeId || (await freestNode(platform, builds, request, context));
    const { nearNodeId: _, ...order } = request;
    const { state, sequence } = await builds.handleBuild(buildAggregate(buildId), { type: 'BeginBuild', ...order, references, buildId, nodeId }, context);
    return { message: { buildId, references, nodeId: state.phase === 'absent' ? nodeId : state.nodeId }, sequence };
  });

  bus.serve(endpoints.abandonBuild, async ({ buildId, message }, { context }) => {
    const { sequence } = await builds.handleBuild(buildAggregate(buildId), { type: 'AbandonBuild', message }, context);
    return { message: { buildId, references: [], nodeId: '' }, sequence };
  });

  bus.serveNode(endpoints.reportBuild, async (report, { nodeId, context }) => {
    const aggregate = buildAggregate(report.buildId);
    const { state } = builds.builds.get(aggregate);
    if (state.phase === 'absent') throw new Rejection('BUILD_NOT_FOUND', `build ${report.buildId} is not known: it was never begun`);
    const reports = [report, ...report.further];
    if (state.phase === 'running' && state.nodeId === nodeId)
      for (const [place, { pulled, ended }] of reports.entries()) {
        const step = following({ id: context.commandId, ...context }, `${context.commandId}/${place}`, context.actor, `build ${report.buildId}`);
        if (pulled?.image) await register(pulled.image, nodeId, namesOf(pulled.reference), step);
        // Before the build is known to be done: who waits for that may ask for the image at once.
        if (ended?.image) await register(ended.image, nodeId, state.references, step);
      }
    const { sequence } = await builds.handleBuild(aggregate, { type: 'ReportBuild', nodeId, news: reports.flatMap(newsOf) }, context);
    return { message: {}, sequence };
  });

  bus.serve(endpoints.listBuilds, async ({ buildId, most }, { minSequence }) => {
    await platform.applied(minSequence);
    return { message: { builds: buildViews(builds, buildId, Math.min(most || buildsShownMost, buildsShownMost)) }, sequence: platform.position() };
  });

  bus.serveNode(endpoints.reportCache, async (filling, { nodeId, context }) => {
    const { sequence } = await builds.handleCache(cacheAggregate(filling.key), { type: 'FillCache', ...filling, nodeId }, context);
    return { message: {}, sequence };
  });
  bus.serveNode(endpoints.askCache, async ({ keys }) => ({ message: { hits: keys.slice(0, keysMost).flatMap((key) => hitOf(builds, key, holdersOf)) }, sequence: platform.position() }));
};

/** Ends what a node's agent does not know of any more: it began anew. */
export const loseBuilds = async (builds: Builds, nodeId: string, running: readonly string[], context: Context): Promise<void> => {
  for (const buildId of runningOn(builds, nodeId).filter((one) => !running.includes(one)))
    await builds.handleBuild(buildAggregate(buildId), { type: 'LoseBuild' }, following({ id: context.commandId, ...context }, `${context.commandId}/${buildId}`, context.actor, 'its agent began anew'));
};

// One that was pulled by its digest has no name afterwards.
const namesOf = (reference: string): string[] => (reference.includes('@') ? [] : [reference]);

const named = (reference: string): string => {
  const parsed = parseReference(reference);
  if (parsed.digest !== '') throw new Rejection('INVALID', `${reference}: an image that is built can't be given a digest: name it by a tag`);
  return canonical(parsed);
};

// What a node is asked for it does, unless another one has less to do.
const freestNode = async (platform: Platform, builds: Builds, { nearNodeId }: BeginBuild, context: Context): Promise<string> => {
  const { message } = await platform.bus.call(listNodes, { asOfSequence: 0, asOfMs: 0 }, following({ id: context.commandId, ...context }, `${context.commandId}/nodes`, 'service:image'));
  const able = message.nodes.filter(({ state, availability }) => state === 'ready' && availability === 'active').map(({ nodeId }) => ({ nodeId, busy: runningOn(builds, nodeId).length - (nodeId === nearNodeId ? 0.5 : 0) }));
  const [freest] = able.toSorted((one, other) => one.busy - other.busy);
  if (!freest) throw new Rejection('NO_NODE', 'no node can build: see "lading node ls"');
  return freest.nodeId;
};

const newsOf = ({ stepBegun, stepEnded, ended }: ReportBuild): BuildNews[] => {
  if (stepBegun) return [{ type: 'BuildStepBegun', ...stepBegun }];
  if (stepEnded) return [{ type: 'BuildStepEnded', ...stepEnded }];
  return ended ? [{ type: 'BuildEnded', outcome: ended.outcome, message: ended.message, imageId: ended.image?.imageId ?? '', manifestDigest: ended.image?.manifests[0]?.digest ?? '' }] : [];
};

// A layer that nobody holds any more is none.
const hitOf = ({ cache }: Builds, key: string, holdersOf: Parts['holdersOf']): CacheHit[] => {
  const { state } = cache.get(cacheAggregate(key));
  if (!state) return [];
  const nodeIds = state.layer ? holdersOf(state.layer.digest) : [];
  return state.layer && nodeIds.length === 0 ? [] : [{ key, layer: state.layer, nodeIds, madeAtMs: state.madeAtMs, digest: state.digest }];
};
