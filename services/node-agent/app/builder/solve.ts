import { arch } from 'node:os';
import type { Log } from '#kernel/log.ts';
import type { StoredImage } from '#proto/image.ts';
import { evaluateStage, type Base, type EvaluatedStage } from '../../build-graph/evaluate.ts';
import { readImageConfig } from '../../build-graph/image-config.ts';
import type { ImageConfig, Input } from '../../build-graph/operation.ts';
import { defaultOptions, type BuildOptions } from '../../build-graph/options.ts';
import { planBuild, type BuildPlan } from '../../build-graph/plan.ts';
import { reviewWarnings, unusedArguments } from '../../build-graph/review.ts';
import { parsePlatform } from '../../build-graph/platform.ts';
import { parseDockerfile } from '../../dockerfile/parse.ts';
import type { BuildRoots } from '../../effects/builder/build-roots.ts';
import type { AgentSockets } from '../../effects/builder/agent-sockets.ts';
import type { CacheMounts } from '../../effects/builder/cache-mounts.ts';
import type { ContentStore } from '../../effects/content/port.ts';
import { parseCacheTarget } from '../../build-cache/cache-place.ts';
import { entriesWith } from '../../build-cache/entries.ts';
import type { Images } from '../images.ts';
import type { Transfers } from '../transfers/transfers.ts';
import { assemble } from './assemble.ts';
import type { BaseImage, BaseRequest, KnownImage, ResolveImage } from './base-images.ts';
import { bringFor, LayersGone } from './bringing.ts';
import type { Copying } from './copy.ts';
import { fetchSource } from './fetch-source.ts';
import { openInputs } from './inputs.ts';
import type { BuildOrder } from './order.ts';
import { openReads } from './reads.ts';
import { openRegistryCache, type RegistryCache } from './registry-cache.ts';
import type { Running } from './run.ts';
import { folderIn, remoteContext, type Context } from './sent-context.ts';
import { folderAsBase, runStage, type StageParts, type StageResult } from './stages.ts';
import type { StepCache } from './step-cache.ts';
import { openStepTeller, plannedStep } from './step-teller.ts';
import type { Tell } from './told.ts';
import { newRecord, recording, writeCache } from './write-cache.ts';

export type Solving = {
  nodeId: string;
  content: ContentStore;
  images: Pick<Images, 'bring'>;
  resolveImage: ResolveImage;
  /** Repositories of caches. */
  reach: Transfers['reach'];
  known: KnownImage;
  roots: BuildRoots;
  running: Running;
  caches: CacheMounts;
  agentSockets: AgentSockets;
  openCache: (distrusted: ReadonlySet<string>) => StepCache;
  onPulled: BaseRequest['onPulled'];
  log: Log;
  /** Of the agent: proxies. */
  environment: NodeJS.ProcessEnv;
  clock: () => number;
  order: BuildOrder;
  context: Context;
  /** Of the build's own, for what is temporary. */
  folder: string;
  tell: Tell;
  signal: AbortSignal;
};

/** Each time at least one more layer is not counted on. */
const triesMax = 5;

/**
 * Builds the target of a Dockerfile: the stages that it needs side by side, each as far as the cache does not know it. What the cache knows
 * and no node has any more is made again.
 */
export const solve = async (on: Solving): Promise<StoredImage> => {
  const distrusted = new Set<string>();
  on.order.cacheTo.forEach(parseCacheTarget);
  const imported = await openRegistryCache(on);
  for (let tries = 1; ; tries++) {
    try {
      return await solveTrusting(on, imported, distrusted);
    } catch (error) {
      const news = error instanceof LayersGone ? error.diffIds.filter((diffId) => !distrusted.has(diffId)) : [];
      if (news.length === 0 || tries === triesMax || on.signal.aborted) throw error;
      for (const diffId of news) distrusted.add(diffId);
      on.tell({ type: 'warning', message: `what an earlier build made is gone with the nodes that had it, and is made again (${messageOf(error)})`, rule: 'CacheGone', file: '', line: 0 });
    }
  }
};

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const solveTrusting = async (on: Solving, imported: RegistryCache, distrusted: ReadonlySet<string>): Promise<StoredImage> => {
  const own = new AbortController();
  const signal = AbortSignal.any([on.signal, own.signal]);
  const plan = planOf(on.order, on.context);
  const resolved = openResolved(on);
  const stages = await evaluated(plan, resolved);
  tellPlan(on.tell, plan, stages);
  const lease = on.content.lease();
  const record = newRecord();
  const cache = recording(imported.over(on.openCache(distrusted), distrusted), record, on.nodeId);
  const bring = bringFor({ content: on.content, images: { bring: imported.bringing(on.images.bring) }, lease });
  const inputs = openInputs({
    folder: on.folder,
    contextOf: (value) => contextOf(on, value, signal),
    layersOf: async (input) => (input.kind === 'stage' ? (await resultOf(input.stage)).layers : (await resolved(input)).layers),
    bring,
    roots: on.roots,
  });
  const copying: Copying = { folder: on.folder, inputs, fetch: (source) => fetchSource(source, on.folder, { environment: on.environment, signal }), digests: on.context.digests, signal };
  const ssh = { ids: new Set(on.order.ssh), sockets: on.agentSockets, ask: (id: string, connection: string) => on.tell({ type: 'ssh-asked', id, connection }) };
  const mounting = { inputs, ssh, caches: on.caches, secrets: new Map(Object.entries(on.order.secrets).map(([id, text]) => [id, Buffer.from(text, 'base64')])), filesDirectory: on.running.filesDirectory, folder: on.folder, signal };
  const executing = { order: on.order, roots: on.roots, running: on.running, copying, mounting, lease, epochSeconds: plan.epochSeconds, signal };
  const layersOf = async (input: Input): Promise<readonly string[] | undefined> => {
    if (input.kind === 'stage') return (await resultOf(input.stage)).layers.map(({ layer }) => layer.diffId);
    return input.kind === 'image' ? (await resolved(input)).layers.map(({ layer }) => layer.diffId) : input.kind === 'scratch' ? [] : undefined;
  };
  const reads = openReads({ copying, cache, layersOf });
  const numbers = new Map(stages.values().flatMap(({ steps }) => steps).map((step, place) => [step, place + 1]));
  const parts: StageParts = {
    executing, cache, reads, bring, nodeId: on.nodeId, epochSeconds: plan.epochSeconds, clock: on.clock, signal,
    teller: (step) => openStepTeller(on.tell, step, numbers.get(step) ?? 0, plan.dockerfile.lines, { clock: on.clock, signal }),
  };

  const results = new Map<number, Promise<StageResult>>();
  const resultOf = (number: number): Promise<StageResult> => {
    const before = results.get(number);
    if (before) return before;
    const stage = stages.get(number);
    if (!stage) throw new Error(`stage ${number} was not evaluated`);
    const now = baseOf(plan.stages[number]?.base, { resultOf, resolved, plan, parts }).then((base) => runStage(parts, stage, base));
    results.set(number, now);
    now.catch((error: unknown) => own.abort(error));
    return now;
  };

  try {
    const all = await Promise.allSettled([...stages.keys()].map(resultOf));
    const failed = all.find((one) => one.status === 'rejected');
    if (failed) throw on.signal.aborted ? failed.reason : (own.signal.reason as unknown);
    const result = await resultOf(plan.target);
    const caches = on.order.cacheTo.map(parseCacheTarget);
    const inline = caches.some(({ type }) => type === 'inline') ? entriesWith(record.entries.values(), new Set(result.layers.map(({ layer }) => layer.diffId))) : undefined;
    const image = await assemble(on.content, bring, lease, result, inline);
    for (const target of caches) if (target.type === 'registry') await writeCache({ ...on, bring, lease, signal }, target, record, result.layers);
    return image;
  } finally {
    await inputs.close();
    await cache.settled();
    lease.end();
  }
};

const contextOf = async ({ context, folder, environment }: Solving, value: string, signal: AbortSignal): Promise<string> => {
  if (value === '') return context.root;
  return value.startsWith(sentFolder) ? folderIn(context.sent, value.slice(sentFolder.length)) : (await remoteContext(value, { folder, environment, signal })).root;
};

/** A named context that the client sent along. */
const sentFolder = 'sent:';

const platformOfNode = `linux/${arch() === 'x64' ? 'amd64' : arch()}`;

const planOf = (order: BuildOrder, { dockerfile }: Context): BuildPlan => {
  const usual = defaultOptions(platformOfNode);
  const options: BuildOptions = {
    ...usual,
    target: order.target,
    arguments: new Map(Object.entries(order.arguments)),
    contexts: new Map(Object.entries(order.contexts)),
    targetPlatform: order.platform === '' ? undefined : parsePlatform(order.platform, usual.buildPlatform),
    labels: new Map(Object.entries(order.labels)),
    noCache: order.noCache,
    noCacheStages: order.noCacheFilter,
    network: order.network,
  };
  return planBuild(parseDockerfile(dockerfile.text, { file: dockerfile.file }), options);
};

type Resolved = (input: Extract<Input, { kind: 'image' }>) => Promise<BaseImage>;

/** Each image is asked for once: in one build a name means one image. */
const openResolved = ({ resolveImage, order, onPulled, signal }: Solving): Resolved => {
  const asked = new Map<string, Promise<BaseImage>>();
  return ({ reference, platform }) => {
    const key = `${platform} ${reference}`;
    const now = asked.get(key) ?? resolveImage({ reference, platform: order.platform === '' ? '' : platform, pull: order.pull, logins: order.logins, onPulled, signal });
    asked.set(key, now);
    return now;
  };
};

/** The stages that are needed, in the order of the file. What ONBUILD of a base reads is needed, too. */
const evaluated = async (plan: BuildPlan, resolved: Resolved): Promise<Map<number, EvaluatedStage>> => {
  const found = new Map<number, EvaluatedStage>();
  const add = async (number: number): Promise<EvaluatedStage> => {
    const before = found.get(number);
    if (before) return before;
    const stage = evaluateStage(plan, number, await baseFor(plan.stages[number]?.base, add, resolved));
    found.set(number, stage);
    for (const input of stage.inputs) if (input.kind === 'stage') await add(input.stage);
    return stage;
  };
  await Promise.all(plan.stages.flatMap(({ base, isNeeded }) => (isNeeded && base.kind === 'image' ? [resolved(base)] : [])));
  for (const number of plan.order) await add(number);
  return new Map([...found].toSorted(([one], [other]) => one - other));
};

const baseFor = async (base: Input | undefined, add: (number: number) => Promise<EvaluatedStage>, resolved: Resolved): Promise<Base> => {
  if (base?.kind === 'stage') return { kind: 'stage', stage: await add(base.stage) };
  return base?.kind === 'image' ? { kind: 'image', image: imageOf(await resolved(base)) } : { kind: 'files' };
};

const imageOf = ({ configJson }: BaseImage): ImageConfig => readImageConfig(JSON.parse(configJson));

type Results = { resultOf: (number: number) => Promise<StageResult>; resolved: Resolved; plan: BuildPlan; parts: StageParts };

const baseOf = async (base: Input | undefined, { resultOf, resolved, plan, parts }: Results): Promise<StageResult> => {
  if (base?.kind === 'stage') return resultOf(base.stage);
  if (base?.kind === 'image') {
    const found = await resolved(base);
    const image = imageOf(found);
    return { layers: found.layers, image, madeAtMs: Date.parse(image.created ?? '') || 0 };
  }
  const nothing: ImageConfig = { architecture: '', os: '', config: {}, history: [] };
  if (base?.kind === 'named-context') return folderAsBase(parts, base, nothing);
  return { layers: [], image: nothing, madeAtMs: (plan.epochSeconds ?? 0) * 1_000 };
};

const tellPlan = (tell: Tell, plan: BuildPlan, stages: ReadonlyMap<number, EvaluatedStage>): void => {
  const evaluated = [...stages.values()];
  for (const { message, rule, place } of reviewWarnings(plan, evaluated)) tell({ type: 'warning', message, rule, file: place.file, line: place.line });
  for (const message of unusedArguments(plan, evaluated)) tell({ type: 'warning', message, rule: 'UndeclaredArgument', file: '', line: 0 });
  const steps = evaluated.flatMap((stage) => stage.steps);
  tell({ type: 'plan', steps: steps.map((step, place) => plannedStep(step, place + 1)) });
};
