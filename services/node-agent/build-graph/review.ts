import { dockerfileInvalid } from '../dockerfile/problem.ts';
import { isSkipped } from '../dockerfile/warn.ts';
import type { EvaluatedStage } from './evaluate.ts';
import { undeclared } from './globals.ts';
import type { Warning } from './operation.ts';
import type { BuildPlan } from './plan.ts';

/**
 * The warnings of a build in the order of the file, without what `# check=skip=` leaves out. Throws the rejection DOCKERFILE_INVALID
 * with all of them if the file says `# check=error=true`. https://docs.docker.com/reference/build-checks/
 */
export const reviewWarnings = ({ dockerfile, warnings }: BuildPlan, evaluated: readonly EvaluatedStage[]): readonly Warning[] => {
  const all = [...warnings, ...evaluated.flatMap((stage) => stage.warnings)].filter(({ rule }) => !isSkipped(dockerfile.checks, rule)).toSorted((a, b) => a.place.line - b.place.line);
  if (dockerfile.checks.error && all.length > 0) throw dockerfileInvalid(all.map(({ rule, message, place }) => ({ message: `${message} (${rule}, which # check=error=true makes an error)`, place })), dockerfile.lines);
  return all;
};

/** What there is to say of build arguments that nothing declares, once all needed stages are evaluated. */
export const unusedArguments = ({ dockerfile, options }: BuildPlan, evaluated: readonly EvaluatedStage[]): readonly string[] => {
  const inFile = [...dockerfile.globals, ...dockerfile.stages.flatMap(({ instructions }) => instructions)].flatMap((one) => (one.kind === 'arg' ? one.arguments.map(({ name }) => name) : []));
  const declared = new Set([...inFile, ...evaluated.flatMap(({ scope }) => [...scope.arguments]), ...predefinedNames]);
  return Array.from(options.arguments.keys(), (name) => undeclared(name, declared)).filter((message) => message !== undefined);
};

const predefinedNames = ['BUILD', 'TARGET'].flatMap((prefix) => ['PLATFORM', 'OS', 'OSVERSION', 'ARCH', 'VARIANT'].map((name) => `${prefix}${name}`)).concat('TARGETSTAGE');
