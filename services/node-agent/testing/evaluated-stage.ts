import assert from 'node:assert/strict';
import { Rejection } from '#kernel/rejection.ts';
import { parseDockerfile } from '../dockerfile/parse.ts';
import { evaluateStage, type Base, type EvaluatedStage } from '../build-graph/evaluate.ts';
import { formatSteps } from '../build-graph/format.ts';
import type { ContainerConfig, ImageConfig } from '../build-graph/operation.ts';
import { defaultOptions, type BuildOptions } from '../build-graph/options.ts';
import { planBuild, type BuildPlan } from '../build-graph/plan.ts';

/** What tests evaluate: a Dockerfile, what is asked of the build, and the configuration that every image has. */
export type Given = { options?: Partial<BuildOptions>; image?: Partial<ImageConfig>; config?: ContainerConfig };

export const planOf = (text: string, options: Partial<BuildOptions> = {}): BuildPlan => planBuild(parseDockerfile(text, { file: 'Dockerfile' }), { ...defaultOptions('linux/amd64'), ...options });

/** Evaluates a stage, and those that it stands on. */
export const evaluateOf = (plan: BuildPlan, number: number, given: Given = {}): EvaluatedStage => evaluateStage(plan, number, baseOf(plan, number, given));

const baseOf = (plan: BuildPlan, number: number, given: Given): Base => {
  const base = plan.stages[number]?.base;
  if (base?.kind === 'stage') return { kind: 'stage', stage: evaluateOf(plan, base.stage, given) };
  if (base?.kind !== 'image') return { kind: 'files' };
  return { kind: 'image', image: { os: 'linux', architecture: 'amd64', history: [], config: { Env: ['PATH=/bin'], ...given.config }, ...given.image } };
};

export const evaluated = (text: string, given: Given = {}): EvaluatedStage => {
  const plan = planOf(text, given.options);
  return evaluateOf(plan, plan.target, given);
};

/** All steps of the target but FROM, as text. */
export const steps = (text: string, given: Given = {}): string => formatSteps(evaluated(text, given).steps.slice(1));

/** Steps of instructions on an image, without their history. */
export const doing = (instructions: string, given: Given = {}): string => steps(`FROM alpine\n${instructions}`, given).replace(/^ {2}history: .*\n/gm, '');

export const warnings = (text: string, given: Given = {}): readonly string[] => evaluated(text, given).warnings.map(({ rule, message, place }) => `${place.line} ${rule}: ${message}`);

/** Why it is refused, without the lines around it. */
export const refusal = (text: string, given: Given = {}): string => {
  try {
    return steps(text, given);
  } catch (error) {
    assert.ok(error instanceof Rejection && error.code === 'DOCKERFILE_INVALID', String(error));
    return (error.message.split('\n')[0] ?? '').replace('Dockerfile:', '');
  }
};

/** The same for one instruction, which stands in line 2. */
export const wrong = (instruction: string, given: Given = {}): string => refusal(`FROM alpine\n${instruction}`, given);
