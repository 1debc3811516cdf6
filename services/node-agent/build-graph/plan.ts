import { Rejection } from '#kernel/rejection.ts';
import { expand, type Expansion } from '../dockerfile/expand.ts';
import type { Dockerfile, Stage, Written } from '../dockerfile/instruction.ts';
import type { Place, Warning } from '../dockerfile/place.ts';
import { openNear } from '../dockerfile/near.ts';
import { Misuse } from '../dockerfile/problem.ts';
import { warner, type Warn } from '../dockerfile/warn.ts';
import { epochOf, globalsOf } from './globals.ts';
import { imageNameProblem } from './image-name.ts';
import { misuseAt } from './misuse-at.ts';
import { namedContext } from './named-context.ts';
import type { Input } from './operation.ts';
import { targetPlatformOf, type BuildOptions } from './options.ts';
import { formatPlatform, parsePlatform } from './platform.ts';
import { earlierStage, namesTaken, requireEarlier, resolveReference, stageNames, targetStage, type StageNames } from './references.ts';

/** What is to be built for a target, as far as it can be known before images are resolved. */
export type BuildPlan = {
  dockerfile: Dockerfile;
  options: BuildOptions;
  /** All of the file, in its order. */
  stages: readonly PlannedStage[];
  names: StageNames;
  target: number;
  /** Numbers of the stages that are needed, each after those that it needs. An ONBUILD of a base image may need more: see EvaluatedStage.inputs. */
  order: readonly number[];
  globals: ReadonlyMap<string, string>;
  /** SOURCE_DATE_EPOCH: times of everything made, at the latest. */
  epochSeconds: number | undefined;
  warnings: readonly Warning[];
};

export type PlannedStage = {
  number: number;
  /** `build`, `stage-1`; empty where it is the only one. */
  name: string;
  /** What it stands on: another stage, an image, a named context, or nothing. */
  base: Input;
  /** Of its base, and of what RUN runs: `linux/arm64`. */
  platform: string;
  place: Place;
  /** What it needs, its base included, as far as the file tells. */
  inputs: readonly Input[];
  isNeeded: boolean;
  /** A named context is given in its place: its instructions are not executed. */
  isReplaced: boolean;
  ignoreCache: boolean;
};

/**
 * Finds out what is needed for the target. Throws the rejection DOCKERFILE_INVALID for what the file says wrong, TARGET_NOT_FOUND for a target
 * that it does not have. https://docs.docker.com/build/building/multi-stage/
 */
export const planBuild = (dockerfile: Dockerfile, options: BuildOptions): BuildPlan => {
  const names = stageNames(dockerfile.stages);
  const target = findTarget(dockerfile, names, options.target);
  const targetName = options.target || (dockerfile.stages[target]?.name ?? '');
  const globals = globalsOf(dockerfile, options, targetName);
  const epochSeconds = misuseAt(dockerfile, dockerfile.globals.findLast(({ text }) => text.includes('SOURCE_DATE_EPOCH')) ?? firstOf(dockerfile), () => epochOf(options, globals));
  const warnings: Warning[] = [];
  const stages: PlannedStage[] = [];
  const takings: Taking[] = [];
  const declared = new Set(dockerfile.globals.flatMap((arg) => arg.arguments.map(({ name }) => name)));
  const nearStage = openNear();
  const nearArgument = openNear();
  for (const stage of dockerfile.stages) stages.push(planStage(stage, { dockerfile, options, names, globals, declared, stages, takings, warn: warner(warnings, stage), nearStage, nearArgument }));
  warnOfDefaults(dockerfile, options, globalsOf(dockerfile, options, targetName, true), warnings);
  const needed = neededOf(stages, target);
  for (const { stage, instruction, name, input } of takings) if (needed.has(stage)) misuseAt(dockerfile, instruction, () => requireEarlier(input, name, stage));
  return {
    dockerfile, options, names, target, globals, epochSeconds,
    stages: stages.map((stage) => ({ ...stage, isNeeded: needed.has(stage.number) })),
    order: [...needed].toSorted((a, b) => a - b),
    warnings: [...dockerfile.warnings, ...warnings],
  };
};

const firstOf = ({ file }: Dockerfile): Pick<Written, 'place'> => ({ place: { file, line: 1, endLine: 1 } });

const findTarget = (dockerfile: Dockerfile, names: StageNames, target: string): number => {
  try {
    return targetStage(dockerfile, names, target);
  } catch (error) {
    throw error instanceof Misuse ? new Rejection('TARGET_NOT_FOUND', error.message) : error;
  }
};

/** A stage that is built needs only earlier ones: going back once through them finds all. */
const neededOf = (stages: readonly PlannedStage[], target: number): ReadonlySet<number> => {
  const needed = new Set([target]);
  for (let number = target; number >= 0; number--)
    if (needed.has(number)) for (const input of stages[number]?.inputs ?? []) if (input.kind === 'stage') needed.add(input.stage);
  return needed;
};

/** One mention of what a stage takes from. */
type Taking = { stage: number; instruction: Written; name: string; input: Input };

type Near = ReturnType<typeof openNear>;
type Planning = Pick<BuildPlan, 'dockerfile' | 'options' | 'names' | 'globals'> & { /** Names of ARG before the first FROM, set or not. */ declared: ReadonlySet<string>; /** Those before. */ stages: readonly PlannedStage[]; takings: Taking[]; warn: Warn; nearStage: Near; nearArgument: Near };

const planStage = (stage: Stage, planning: Planning): PlannedStage =>
  misuseAt(planning.dockerfile, stage, () => {
    const { dockerfile, options, names } = planning;
    const asked = askedPlatform(stage, planning);
    const platform = asked || formatPlatform(targetPlatformOf(options));
    const replacement = namedContext(options.contexts, stage.name, platform);
    const base = replacement ?? baseOf(stage, platform, planning);
    const surroundings = { names, stageCount: dockerfile.stages.length, options, platform };
    const inputs = [base];
    if (replacement === undefined)
      for (const instruction of stage.instructions)
        for (const name of namesTaken(instruction)) {
          const input = misuseAt(dockerfile, instruction, () => resolveReference(name, stage.number, surroundings));
          warnOfStage(input, planning, instruction);
          planning.takings.push({ stage: stage.number, instruction, name, input });
          inputs.push(input);
        }
    return {
      number: stage.number,
      name: dockerfile.stages.length === 1 ? '' : stage.name || `stage-${stage.number}`,
      base,
      platform: base.kind === 'stage' ? (planning.stages[base.stage]?.platform ?? platform) : platform,
      place: stage.place,
      inputs,
      isNeeded: false,
      isReplaced: replacement !== undefined,
      ignoreCache: options.noCache || options.noCacheStages.some((name) => name !== '' && name.toLowerCase() === stage.name),
    };
  });

const expandGlobal = (word: string, { dockerfile, globals, declared, warn, nearArgument }: Planning, stage: Stage): Expansion => {
  const expansion = expand(word, (name) => globals.get(name), { escape: dockerfile.escape });
  for (const name of expansion.unset) {
    if (declared.has(name)) continue;
    const near = nearArgument(name, globals.keys());
    warn('UndefinedArgInFrom', `FROM uses ${name}, which is not set there${near === undefined ? `: declare it by ARG ${name} before the first FROM` : `; did you mean "${near}"?`}`, stage);
  }
  return expansion;
};

const askedPlatform = (stage: Stage, planning: Planning): string => {
  if (stage.platform === '') return '';
  const { text, used, unset } = expandGlobal(stage.platform, planning, stage);
  if (text === '') throw new Misuse(`the platform ${stage.platform} is empty: give its variable a value`, stage.platform);
  const platform = parsePlatform(text, planning.options.buildPlatform);
  if (used.size === 1 && used.has('TARGETPLATFORM') && text === planning.globals.get('TARGETPLATFORM')) planning.warn('RedundantTargetPlatform', `--platform=${stage.platform} is what FROM does anyway: remove it`, stage);
  if (used.size === 0 && unset.size === 0 && !stage.name.includes(platform.os) && !stage.name.includes(platform.architecture))
    planning.warn('FromPlatformFlagConstDisallowed', `--platform=${text} builds for one platform only: use a variable such as $BUILDPLATFORM, or have ${platform.architecture} in the stage's name`, stage);
  return formatPlatform(platform);
};

const baseOf = (stage: Stage, platform: string, planning: Planning): Input => {
  const { text, unset } = expandGlobal(stage.base, planning, stage);
  const remedy = unset.size === 0 ? '' : `; ${[...unset].join(' and ')} is not set: give it a value by ARG before the first FROM, or by --build-arg`;
  if (text === '') throw new Misuse(`FROM ${stage.base} names nothing${remedy || ': write an image, or scratch'}`, stage.base);
  const earlier = earlierStage(planning.names, text, stage.number);
  if (earlier !== undefined) return { kind: 'stage', stage: earlier };
  if (text === 'scratch') return { kind: 'scratch' };
  const context = namedContext(planning.options.contexts, text, platform);
  if (context) return context;
  const problem = imageNameProblem(text);
  if (problem !== undefined) throw new Misuse(`"${text}" is no name of an image: ${problem}${remedy}`, stage.base);
  const base: Input = { kind: 'image', reference: text, platform };
  warnOfStage(base, planning, stage);
  return base;
};

// Lading's own rule: a misspelt stage would otherwise be looked for in a registry.
const warnOfStage = (input: Input, { names, warn, nearStage }: Planning, written: Written): void => {
  if (input.kind !== 'image' || input.reference.length < 4 || !/^[\w.-]+$/.test(input.reference)) return;
  const near = nearStage(input.reference, names.keys());
  if (near !== undefined) warn('UnknownStage', `"${input.reference}" is no stage and is taken for an image; did you mean the stage "${near}"?`, written);
};

const warnOfDefaults = (dockerfile: Dockerfile, { arguments: given }: BuildOptions, globals: ReadonlyMap<string, string>, warnings: Warning[]): void => {
  for (const stage of dockerfile.stages) {
    if (!stage.base.includes('$')) continue;
    const { text } = misuseAt(dockerfile, stage, () => expand(stage.base, (name) => globals.get(name), { escape: dockerfile.escape }));
    if (imageNameProblem(text) !== undefined) warner(warnings, stage)('InvalidDefaultArgInFrom', `FROM ${stage.base} names no image${given.size > 0 ? ' without build arguments' : ''}: give each ARG in it a default`, stage);
  }
};
