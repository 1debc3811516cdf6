import type { Instruction, Stage } from '../dockerfile/instruction.ts';
import { openNear } from '../dockerfile/near.ts';
import { parseTrigger } from '../dockerfile/parse.ts';
import type { Warning } from '../dockerfile/place.ts';
import { warner } from '../dockerfile/warn.ts';
import { configureStep } from './configure.ts';
import { addStep, allowanceOfStage, createdAt, type Draft } from './draft.ts';
import { emptyImage } from './image-config.ts';
import { misuseAt } from './misuse-at.ts';
import type { ContainerConfig, ImageConfig, Input, Step } from './operation.ts';
import { targetPlatformOf } from './options.ts';
import { placementStep } from './placement.ts';
import type { BuildPlan, PlannedStage } from './plan.ts';
import { formatPlatform, parsePlatform } from './platform.ts';
import { requireEarlier, resolveReference } from './references.ts';
import { runStep } from './run.ts';

/** What a stage stands on, resolved: `PlannedStage.base` says what it is. */
export type Base =
  | { kind: 'image'; image: ImageConfig }
  | { kind: 'stage'; stage: EvaluatedStage }
  /** Scratch, or a context that is a directory. */
  | { kind: 'files' };

export type EvaluatedStage = {
  number: number;
  /** `from` first. */
  steps: readonly Step[];
  /** The image that it makes, labels of the build included if it is the target; without layers. */
  image: ImageConfig;
  /** What its steps read, its base first; triggers of the base may read stages that the plan does not count as needed. */
  inputs: readonly Input[];
  warnings: readonly Warning[];
  /** What stages on top of this one go on with. */
  scope: { variables: ReadonlyMap<string, string>; arguments: ReadonlySet<string>; hasWorkdir: boolean };
};

/**
 * Evaluates a stage: every variable put in, every name resolved, ONBUILD of the base first. Throws the rejection DOCKERFILE_INVALID, with the place.
 */
export const evaluateStage = (plan: BuildPlan, number: number, base: Base): EvaluatedStage => {
  const planned = plan.stages[number];
  const stage = plan.dockerfile.stages[number];
  if (planned === undefined || stage === undefined) throw new Error(`the plan has no stage ${number}`);
  const image = imageOf(plan, planned, base);
  const triggers = planned.isReplaced ? [] : triggersOf(plan, stage, image);
  const instructions = planned.isReplaced ? [] : stage.instructions;
  const draft = openDraft(plan, planned, base, image);
  draft.total = countSteps([...triggers, ...instructions]) + (isCountedBase(planned.base) ? 1 : 0);
  warnOfPlatform(draft, stage, base);
  addStep(draft, stage, `FROM ${nameOf(planned.base, plan)}`, { op: 'from', base: planned.base }, isCountedBase(planned.base));
  for (const trigger of triggers) misuseAt(plan.dockerfile, stage, () => evaluate(draft, trigger, true), `ONBUILD ${trigger.text}: `);
  for (const instruction of instructions) misuseAt(plan.dockerfile, instruction, () => evaluate(draft, instruction, false));
  return { number, steps: draft.steps, image: finish(draft, image), inputs: draft.inputs, warnings: draft.warnings, scope: { variables: draft.variables, arguments: draft.arguments, hasWorkdir: draft.hasWorkdir } };
};

const imageOf = (plan: BuildPlan, { platform }: PlannedStage, base: Base): ImageConfig => {
  if (base.kind === 'files') return emptyImage(parsePlatform(platform, plan.options.buildPlatform));
  return base.kind === 'image' ? base.image : base.stage.image;
};

const triggersOf = ({ dockerfile }: BuildPlan, stage: Stage, { config }: ImageConfig): readonly Instruction[] =>
  (config.OnBuild ?? []).map((trigger) => misuseAt(dockerfile, stage, () => parseTrigger(trigger, stage, dockerfile.escape), `ONBUILD ${trigger.split('\n')[0] ?? ''}: `));

const defaultPath = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

const openDraft = (plan: BuildPlan, planned: PlannedStage, base: Base, { config, author, os }: ImageConfig): Draft => {
  const environment = new Map((config.Env ?? []).map(splitVariable));
  if (!environment.has('PATH') && os !== 'windows') environment.set('PATH', defaultPath);
  const scope = base.kind === 'stage' ? base.stage.scope : undefined;
  return {
    plan, planned, environment, author,
    variables: new Map([...(scope?.variables ?? []), ...environment]),
    arguments: new Set(scope?.arguments),
    config: ownConfig(config),
    steps: [], inputs: [planned.base], warnings: [], last: {}, counted: 0, total: 0,
    hasWorkdir: scope?.hasWorkdir ?? false,
    allowance: { left: allowanceOfStage },
    near: openNear(),
  };
};

const splitVariable = (text: string): [string, string] => {
  const at = text.indexOf('=');
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
};

/** What the stage may change without changing its base. Triggers are used up by it. */
const ownConfig = ({ Env: _env, OnBuild: _triggers, ExposedPorts, Volumes, Labels, ...rest }: ContainerConfig): Draft['config'] => ({
  ...rest,
  ...(ExposedPorts && { ExposedPorts: { ...ExposedPorts } }),
  ...(Volumes && { Volumes: { ...Volumes } }),
  ...(Labels && { Labels: { ...Labels } }),
});

const counted = new Set<Instruction['kind']>(['run', 'copy', 'add', 'workdir']);
const countSteps = (instructions: readonly Instruction[]): number => instructions.filter(({ kind }) => counted.has(kind)).length;
const isCountedBase = ({ kind }: Input): boolean => kind === 'image' || kind === 'named-context';

const nameOf = (input: Input, { stages }: BuildPlan): string => {
  switch (input.kind) {
    case 'image':
      return input.reference;
    case 'named-context':
      return input.name;
    case 'stage':
      return stages[input.stage]?.name ?? String(input.stage);
    default:
      return input.kind;
  }
};

const evaluate = (draft: Draft, instruction: Instruction, isTrigger: boolean): void => {
  const { plan, planned } = draft;
  const surroundings = { names: plan.names, stageCount: plan.stages.length, options: plan.options, platform: planned.platform };
  const resolve = (name: string): Input => requireEarlier(resolveReference(name, planned.number, surroundings), name, planned.number);
  switch (instruction.kind) {
    case 'run':
      return runStep(draft, instruction, resolve, isTrigger);
    case 'copy':
    case 'add':
      return placementStep(draft, instruction, instruction.from === '' ? { kind: 'context' } : resolve(instruction.from), isTrigger);
    default:
      return configureStep(draft, instruction, isTrigger);
  }
};

const warnOfPlatform = (draft: Draft, stage: Stage, base: Base): void => {
  if (base.kind !== 'image') return;
  const { os, architecture, variant } = base.image;
  const { platform } = draft.planned;
  const wanted = parsePlatform(platform, draft.plan.options.buildPlatform);
  if (os !== wanted.os || architecture !== wanted.architecture)
    warner(draft.warnings, stage)('InvalidBaseImagePlatform', `${nameOf(draft.planned.base, draft.plan)} is an image for ${formatPlatform({ os, architecture, variant: variant ?? '' })}, and ${platform} was asked for`);
};

/** The image of the target is for the platform that was asked for, whatever its base says. */
const finish = ({ plan, planned, author, environment, config, steps }: Draft, base: ImageConfig): ImageConfig => {
  const isTarget = planned.number === plan.target;
  const labels = isTarget && plan.options.labels.size > 0 ? { Labels: { ...config.Labels, ...Object.fromEntries(plan.options.labels) } } : {};
  const { os, architecture, variant } = isTarget && plan.options.targetPlatform ? targetPlatformOf(plan.options) : { os: base.os, architecture: base.architecture, variant: base.variant ?? '' };
  return {
    ...createdAt(plan),
    ...(author !== undefined && { author }),
    architecture,
    os,
    ...(variant !== '' && { variant }),
    ...(base['os.version'] !== undefined && { 'os.version': base['os.version'] }),
    config: { ...config, ...labels, Env: Array.from(environment, ([name, value]) => `${name}=${value}`) },
    history: [...base.history, ...steps.flatMap(({ history }) => (history ? [history] : []))],
  };
};
