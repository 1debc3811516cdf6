import { randomBytes } from 'node:crypto';
import { stepKey } from '../../build-cache/step-key.ts';
import type { Copy, ImageConfig, Input, Operation, Step } from '../../build-graph/operation.ts';
import type { EvaluatedStage } from '../../build-graph/evaluate.ts';
import type { Output } from '../../effects/builder/run-step.ts';
import type { LayerDescriptor } from '../../effects/content/port.ts';
import type { HeldLayer, Images } from '../images.ts';
import type { PreparedCopy } from './copy.ts';
import { executeCopy, executeRun, executeWorkdir, prepare, type Executing } from './execute.ts';
import { openLookAhead, type LookAhead } from './look-ahead.ts';
import type { Reads } from './reads.ts';
import { hashOf, type Made, type StepCache } from './step-cache.ts';
import type { StepTeller } from './step-teller.ts';

/** What a stage came to. */
export type StageResult = {
  layers: readonly HeldLayer[];
  /** The whole image but its layers, with the times when steps were executed. */
  image: ImageConfig;
  /** Time of its last layer; 0 where none says. */
  madeAtMs: number;
};

export type StageParts = {
  executing: Executing;
  cache: StepCache;
  reads: Reads;
  bring: Images['bring'];
  /** Tells of one step of this stage. */
  teller: (step: Step) => StepTeller;
  /** Of this node, which holds what it makes. */
  nodeId: string;
  epochSeconds: number | undefined;
  clock: () => number;
  signal: AbortSignal;
};

type Progress = { layers: HeldLayer[]; history: ImageConfig['history']; madeAtMs: number; /** A step was executed: what lies below has been brought. */ isExecuting: boolean; lookAhead: LookAhead };

/** A folder as what a stage stands on: one layer with all of it. */
export const folderAsBase = async (parts: StageParts, from: Extract<Input, { kind: 'named-context' }>, image: ImageConfig): Promise<StageResult> => {
  const operation: Copy = { op: 'copy', from, sources: [{ kind: 'path', pattern: '.', hasWildcards: false, pivot: 0 }], destination: '/', destinationIsDirectory: true, owner: '', mode: '', link: true, parents: false, excludes: [] };
  const { digests, copy } = await parts.reads.of(operation);
  const key = stepKey(hashOf, { lowers: [], operation, contents: digests, epochSeconds: parts.epochSeconds });
  const hit = (await parts.cache.find([key])).get(key);
  const made = hit ?? { layer: await executeCopy(parts.executing, [], operation, copy ?? (await prepare(parts.executing, operation))), madeAtMs: parts.epochSeconds === undefined ? parts.clock() : parts.epochSeconds * 1_000 };
  if (!hit) parts.cache.fill(key, { ...made, name: `FROM ${from.name}` });
  const { layer, madeAtMs } = made;
  const history = [{ created: new Date(madeAtMs).toISOString(), created_by: `FROM ${from.name}`, ...(layer ? {} : { empty_layer: true }) }];
  return { layers: layer ? [{ layer, nodeIds: hit?.nodeIds ?? [parts.nodeId] }] : [], image: { ...image, history }, madeAtMs };
};

/** Carries a stage out on its base, step by step, as far as the cache does not know what comes of it. */
export const runStage = async (parts: StageParts, { steps, image }: EvaluatedStage, base: StageResult): Promise<StageResult> => {
  const now: Progress = { layers: [...base.layers], history: [...base.image.history], madeAtMs: base.madeAtMs, isExecuting: false, lookAhead: openLookAhead({ ...parts, steps }) };
  for (const [place, step] of steps.entries()) {
    parts.signal.throwIfAborted();
    const teller = parts.teller(step);
    try {
      await carryOut(parts, { step, place }, now, teller);
    } catch (error) {
      throw teller.failed(error);
    }
  }
  return { layers: now.layers, madeAtMs: now.madeAtMs, image: { ...image, history: now.history } };
};

const carryOut = async (parts: StageParts, { step, place }: { step: Step; place: number }, now: Progress, teller: StepTeller): Promise<void> => {
  const { operation } = step;
  if (operation.op === 'from' || operation.op === 'configure') {
    teller.begun();
    note(now, step, undefined);
    return teller.ended('done', now.layers.at(-1)?.layer.diffId ?? '');
  }
  const { key, read, hit } = await now.lookAhead(place, operation, now.layers.map(({ layer }) => layer.diffId));
  if (hit) {
    teller.begun();
    note(now, step, hit, hit.nodeIds);
    return teller.ended('cached', key);
  }
  if (!now.isExecuting) await parts.bring(now.layers);
  now.isExecuting = true;
  const made = await execute(parts, operation, now, read.copy, teller);
  parts.cache.fill(key, { ...made, name: step.title });
  note(now, step, made, [parts.nodeId]);
  return teller.ended('done', key);
};

const execute = async ({ executing, epochSeconds, clock }: StageParts, operation: Exclude<Operation, { op: 'from' | 'configure' }>, now: Progress, prepared: PreparedCopy | undefined, teller: StepTeller): Promise<Made> => {
  const lowers = now.layers.map(({ layer }) => layer);
  const layer = await changesOf(executing, operation, lowers, prepared, teller);
  return { layer, madeAtMs: epochSeconds === undefined ? clock() : epochSeconds * 1_000 };
};

const changesOf = async (executing: Executing, operation: Exclude<Operation, { op: 'from' | 'configure' }>, lowers: readonly LayerDescriptor[], prepared: PreparedCopy | undefined, teller: StepTeller): Promise<LayerDescriptor | undefined> => {
  switch (operation.op) {
    case 'run': {
      const containerId = randomBytes(32).toString('hex');
      teller.begun(containerId);
      const output: Output = (stream, data) => teller.output(stream, data);
      return executeRun(executing, lowers, operation, containerId, output);
    }
    case 'copy':
    case 'add':
      teller.begun();
      return executeCopy(executing, lowers, operation, prepared ?? (await prepare(executing, operation)));
    case 'workdir':
      teller.begun();
      return executeWorkdir(executing, lowers, operation);
  }
};

// One that changed nothing leaves a line and no layer.
const note = (now: Progress, { history }: Step, made: Made | undefined, nodeIds: readonly string[] = []): void => {
  if (made?.layer) now.layers.push({ layer: made.layer, nodeIds });
  if (made) now.madeAtMs = made.madeAtMs;
  if (!history) return;
  const { empty_layer: _, ...line } = history;
  now.history.push({ created: new Date(now.madeAtMs).toISOString(), ...line, ...(made?.layer ? {} : { empty_layer: true }) });
};
