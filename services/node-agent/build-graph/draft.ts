import { expand, type Allowance, type Expansion } from '../dockerfile/expand.ts';
import type { Written } from '../dockerfile/instruction.ts';
import type { openNear } from '../dockerfile/near.ts';
import type { Warning } from '../dockerfile/place.ts';
import { Misuse } from '../dockerfile/problem.ts';
import { warner } from '../dockerfile/warn.ts';
import type { ContainerConfig, HistoryEntry, Input, Operation, Step } from './operation.ts';
import type { BuildPlan, PlannedStage } from './plan.ts';

/** A stage while it is evaluated, instruction by instruction. */
export type Draft = {
  plan: BuildPlan;
  planned: PlannedStage;
  /** What `$NAME` means and RUN sees: environment of the image and build arguments, the later of both. */
  variables: Map<string, string>;
  /** Build arguments declared so far, here and in the stages below, in their order. */
  arguments: Set<string>;
  /** Of the image. */
  environment: Map<string, string>;
  config: Omit<ContainerConfig, 'Env'>;
  author: string | undefined;
  steps: Step[];
  inputs: Input[];
  warnings: Warning[];
  /** The last of its kind here: it counts, and ENTRYPOINT leaves a CMD of the base out. */
  last: { cmd?: Written; entrypoint?: Written; healthcheck?: Written };
  /** An absolute WORKDIR of this file stands before. */
  hasWorkdir: boolean;
  /** How many steps are counted, and how many were. */
  total: number;
  counted: number;
  /** Text that the stage may still make: by expansions, history and environments. */
  allowance: Allowance;
  near: ReturnType<typeof openNear>;
};

/** Enough for thousands of instructions with thousands of variables, and no more than an agent can hold. */
export const allowanceOfStage = 32 * 1024 * 1024;

export const spend = ({ allowance }: Draft, length: number): void => {
  allowance.left -= length;
  if (allowance.left < 0) throw new Misuse('the stage makes too much text of its variables: use fewer of them, or shorter ones');
};

/** Puts variables in, and warns of those that are not there. Throws Misuse. */
export const expandIn = (draft: Draft, written: Written, word: string): Expansion => {
  const expansion = expand(word, (name) => draft.variables.get(name), { escape: draft.plan.dockerfile.escape, allowance: draft.allowance });
  warnOfUnset(draft, written, expansion);
  return expansion;
};

export const warnOfUnset = (draft: Draft, written: Written, { unset }: Expansion): void => {
  for (const name of unset) {
    if (draft.arguments.has(name)) continue;
    const near = draft.near(name, draft.variables.keys());
    warner(draft.warnings, written)('UndefinedVar', `${name} is not set here, and stands for nothing${near === undefined ? '' : `; did you mean "${near}"?`}`);
  }
};

export const textIn = (draft: Draft, written: Written, word: string): string => expandIn(draft, written, word).text;

/** `NAME=value` of all that a command sees. */
export const environmentOf = (draft: Draft): readonly string[] => {
  const environment = Array.from(draft.variables, ([name, value]) => `${name}=${value}`);
  spend(draft, environment.reduce((sum, { length }) => sum + length, 0));
  return environment;
};

/** Tools tell by it how `created_by` is to be read. */
const historyFormat = 'buildkit.dockerfile.v0';

/** One without a layer is said to be empty. */
export const historyEntry = (draft: Draft, createdBy: string, hasLayer: boolean): HistoryEntry => {
  spend(draft, createdBy.length);
  return { ...createdAt(draft.plan), created_by: createdBy, comment: historyFormat, ...(!hasLayer && { empty_layer: true }) };
};

export const createdAt = ({ epochSeconds }: BuildPlan): { created?: string } => (epochSeconds === undefined ? {} : { created: new Date(epochSeconds * 1_000).toISOString().replace('.000Z', 'Z') });

const titleMaxLength = 300;

/** Adds a step. Only those that are counted have their number in the title. */
export const addStep = (draft: Draft, { place }: Written, said: string, operation: Operation, isCounted: boolean, history?: HistoryEntry): void => {
  const { planned, total } = draft;
  if (isCounted) draft.counted++;
  const number = isCounted ? draft.counted : 0;
  const prefix = isCounted ? `[${planned.name === '' ? '' : `${planned.name} `}${String(number).padStart(String(total).length)}/${total}] ` : '';
  const title = said.length <= titleMaxLength ? said : `${said.slice(0, titleMaxLength)}…`;
  draft.steps.push({ number, title: `${prefix}${title}`, place, operation, ...(history && { history }), ignoreCache: planned.ignoreCache });
};

/** What an instruction is called: its keyword in capitals, as it was written otherwise. */
export const titleOf = ({ keyword, text }: Written, isTrigger: boolean): string => `${isTrigger ? 'ONBUILD ' : ''}${keyword.toUpperCase()}${text.slice(keyword.length)}`;
