import { hint } from '#kernel/suggest.ts';
import type { Dockerfile, Instruction, Stage } from '../dockerfile/instruction.ts';
import { mountType } from '../dockerfile/mount-flag.ts';
import { Misuse } from '../dockerfile/problem.ts';
import { imageNameProblem } from './image-name.ts';
import { namedContext } from './named-context.ts';
import type { Input } from './operation.ts';
import type { BuildOptions } from './options.ts';

/** Stages by name, each name with its numbers in their order. */
export type StageNames = ReadonlyMap<string, readonly number[]>;

export const stageNames = (stages: readonly Pick<Stage, 'name' | 'number'>[]): StageNames => {
  const names = new Map<string, number[]>();
  for (const { name, number } of stages)
    if (name !== '') {
      const numbers = names.get(name);
      if (numbers) numbers.push(number);
      else names.set(name, [number]);
    }
  return names;
};

/** The last stage of this name before `before`. Stages are found in any case: `--from=Build` is the stage `build`. */
export const earlierStage = (names: StageNames, name: string, before: number): number | undefined => names.get(name.toLowerCase())?.findLast((number) => number < before);

export type Surroundings = { names: StageNames; stageCount: number; options: BuildOptions; platform: string };

/**
 * What `--from=` and `from=` of a stage mean: a stage by number or name, a named context, an image. Throws Misuse for the stage itself and for a number
 * that no stage has. A stage may turn out to be a later one, from which nothing can be taken: see requireEarlier.
 */
export const resolveReference = (name: string, current: number, { names, stageCount, options, platform }: Surroundings): Input => {
  const isNumber = /^\d+$/.test(name);
  if (isNumber && Number(name) >= stageCount) throw new Misuse(`there is no stage ${name}: the file has ${stageCount}, counted from 0`, name);
  const stage = isNumber ? Number(name) : (earlierStage(names, name, current) ?? names.get(name.toLowerCase())?.[0]);
  if (stage === current) throw new Misuse(`the stage takes from itself: name another one than "${name}"`, name);
  if (stage !== undefined) return { kind: 'stage', stage };
  if (name.toLowerCase() === 'scratch') return { kind: 'scratch' };
  const context = namedContext(options.contexts, name, platform);
  if (context) return context;
  const problem = imageNameProblem(name);
  if (problem !== undefined) throw new Misuse(`"${name}" is no stage, no context, and no name of an image: ${problem}${hint(name, [...names.keys()])}`, name);
  return { kind: 'image', reference: name, platform };
};

/** Throws Misuse for a stage that is made after the one that takes from it. In a stage that is not needed that does no harm. */
export const requireEarlier = (input: Input, name: string, current: number): Input => {
  if (input.kind === 'stage' && input.stage > current) throw new Misuse(`the stage "${name}" stands later in the file: move it before this one`, name);
  return input;
};

/** What the instructions of a stage take from, in their order, as it is written. */
export const namesTaken = (instruction: Instruction): readonly string[] => {
  if (instruction.kind === 'copy' || instruction.kind === 'add') return instruction.from === '' ? [] : [instruction.from];
  if (instruction.kind !== 'run') return [];
  return instruction.mounts.flatMap(({ fields }) => {
    const value = (key: string): string | undefined => fields.find((field) => field.key === key)?.value;
    const type = mountType(value('type') ?? 'bind');
    const from = value('from') ?? '';
    return from === '' || type === 'tmpfs' || type === 'secret' || type === 'ssh' ? [] : [from];
  });
};

/** Which stage the build is of. Throws Misuse for one that does not exist. */
export const targetStage = ({ stages }: Dockerfile, names: StageNames, target: string): number => {
  if (target === '') return stages.length - 1;
  const number = names.get(target.toLowerCase())?.at(-1) ?? (/^\d+$/.test(target) && Number(target) < stages.length ? Number(target) : undefined);
  if (number === undefined) throw new Misuse(`there is no stage "${target}"${hint(target, [...names.keys()]) || `: the file has ${[...names.keys()].join(', ') || 'none with a name'}`}`);
  return number;
};
