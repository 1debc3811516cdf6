import type { Decider } from '#kernel/decider.ts';
import { Rejection, unreachable } from '#kernel/rejection.ts';

export type ProjectEvent =
  | { type: 'RevisionAccepted'; revision: number; kind: string; modelJson: string; planText: string; planJson: string }
  | { type: 'StepStarted'; revision: number; step: number }
  | { type: 'StepDone'; revision: number; step: number; result: string }
  | { type: 'StepFailed'; revision: number; step: number; code: string; message: string }
  | { type: 'RevisionCompleted'; revision: number }
  | { type: 'RevisionFailed'; revision: number; code: string; message: string }
  | { type: 'RevisionSuperseded'; revision: number; byRevision: number };

export type ProjectCommand =
  /** `basedOn` is the last revision that the plan knew of. */
  | { type: 'AcceptRevision'; basedOn: number; kind: string; modelJson: string; planText: string; planJson: string }
  | { type: 'StartStep'; revision: number; step: number }
  | { type: 'FinishStep'; revision: number; step: number; result: string }
  | { type: 'FailStep'; revision: number; step: number; code: string; message: string }
  | { type: 'CompleteRevision'; revision: number }
  | { type: 'FailRevision'; revision: number; code: string; message: string };

export type StepState = { state: 'running' | 'done' | 'failed'; message: string };

export type Revision = {
  revision: number; kind: string; modelJson: string; planText: string; planJson: string; atMs: number; finishedAtMs: number; message: string;
  state: 'running' | 'completed' | 'failed' | 'superseded';
  /** Of the steps that were begun. */
  steps: ReadonlyMap<number, StepState>;
};

export type Project = { revisions: readonly Revision[] };

export const latest = ({ revisions }: Project): Revision | undefined => revisions.at(-1);

/** The planned steps that change something, by number; the plan itself is read by the codec. */
export type ChangingSteps = (planJson: string) => ReadonlySet<number>;

/** Revisions of a project: what was planned, and how far it came. One is carried out at a time. */
export const projectDecider = (changingSteps: ChangingSteps): Decider<Project, ProjectCommand, ProjectEvent> => ({
  initial: () => ({ revisions: [] }),
  decide: (command, project) => {
    if (command.type === 'AcceptRevision') return accept(command, project, changingSteps);
    const current = project.revisions.find(({ revision }) => revision === command.revision);
    // Reports of a revision that is over are old news, not errors.
    if (!current || current.state !== 'running') return [];
    return report(command, current);
  },
  evolve: (project, event, atMs) => {
    if (event.type !== 'RevisionAccepted') return { revisions: project.revisions.map((one) => (one.revision === event.revision ? change(one, event, atMs) : one)) };
    const { type: _, ...facts } = event;
    return { revisions: [...project.revisions, { ...facts, atMs, finishedAtMs: 0, message: '', state: 'running', steps: new Map() }] };
  },
});

type Accept = Extract<ProjectCommand, { type: 'AcceptRevision' }>;

const accept = ({ basedOn, kind, modelJson, planText, planJson }: Accept, project: Project, changingSteps: ChangingSteps): readonly ProjectEvent[] => {
  const before = latest(project);
  if ((before?.revision ?? 0) !== basedOn) throw new Rejection('PLAN_OUTDATED', 'the project was changed by somebody else meanwhile: try again');
  const revision = basedOn + 1;
  const accepted: ProjectEvent = { type: 'RevisionAccepted', revision, kind, modelJson, planText, planJson };
  if (before?.state !== 'running') return [accepted];
  const changing = changingSteps(before.planJson);
  const busy = [...before.steps].some(([step, { state }]) => state === 'running' && changing.has(step));
  // A step under way could undo what this revision plans on. Waiting steps can be left.
  if (busy) throw new Rejection('PROJECT_BUSY', `revision ${before.revision} (${before.kind}) is being carried out: wait until it is done, then try again`);
  return [{ type: 'RevisionSuperseded', revision: before.revision, byRevision: revision }, accepted];
};

const report = (command: Exclude<ProjectCommand, Accept>, current: Revision): readonly ProjectEvent[] => {
  switch (command.type) {
    case 'StartStep':
      return current.steps.has(command.step) ? [] : [{ ...command, type: 'StepStarted' }];
    case 'FinishStep':
      return current.steps.get(command.step)?.state === 'running' ? [{ ...command, type: 'StepDone' }] : [];
    case 'FailStep':
      return current.steps.get(command.step)?.state === 'running' ? [{ ...command, type: 'StepFailed' }] : [];
    case 'CompleteRevision':
      return [{ ...command, type: 'RevisionCompleted' }];
    case 'FailRevision':
      return [{ ...command, type: 'RevisionFailed' }];
    default:
      return unreachable(command);
  }
};

const change = (revision: Revision, event: Exclude<ProjectEvent, { type: 'RevisionAccepted' }>, atMs: number): Revision => {
  const step = (number: number, state: StepState): Revision => ({ ...revision, steps: new Map(revision.steps).set(number, state) });
  const over = (state: Revision['state'], message: string): Revision => ({ ...revision, state, message, finishedAtMs: atMs });
  switch (event.type) {
    case 'StepStarted':
      return step(event.step, { state: 'running', message: '' });
    case 'StepDone':
      return step(event.step, { state: 'done', message: event.result });
    case 'StepFailed':
      return step(event.step, { state: 'failed', message: event.message });
    case 'RevisionCompleted':
      return over('completed', '');
    case 'RevisionFailed':
      return over('failed', event.message);
    case 'RevisionSuperseded':
      return over('superseded', `revision ${event.byRevision} took over`);
    default:
      return unreachable(event);
  }
};
