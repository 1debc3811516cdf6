import type { Commit } from '#proto/envelope.ts';
import type * as pb from '#proto/compose.ts';
import { readPlan } from '../codec/stored-json.ts';
import { latest, type Project, type Revision } from '../domain/project.ts';
import { describe } from '../plan/steps.ts';

/** Who accepted which revision, and why: told by the commit, not by the event. */
export type Authors = ReadonlyMap<number, Pick<Commit, 'actor' | 'reason'>>;

export const projectView = (name: string, project: Project, sequence: number, authors: Authors, services: readonly pb.ServiceStatus[]): pb.Project => {
  const last = latest(project);
  return {
    name,
    state: stateOf(last),
    revision: last?.revision ?? 0,
    modelJson: last?.modelJson ?? '',
    revisions: project.revisions.map((revision) => revisionView(revision, authors.get(revision.revision))),
    sequence,
    services: [...services],
  };
};

const stateOf = (last: Revision | undefined): string => {
  if (last?.state === 'running') return 'changing';
  if (last?.state === 'failed') return 'failed';
  return last === undefined || last.kind === 'down' ? 'down' : 'up';
};

export const revisionView = (revision: Revision, author: Pick<Commit, 'actor' | 'reason'> | undefined): pb.Revision => ({
  revision: revision.revision,
  kind: revision.kind,
  state: revision.state,
  modelJson: revision.modelJson,
  planText: revision.planText,
  steps: readPlan(revision.planJson).steps.map(({ step, operation, because }) => {
    const { state = 'waiting', message = '' } = revision.steps.get(step) ?? {};
    return { step, text: `${describe(operation)} (${because})`, state, message };
  }),
  actor: author?.actor ?? '',
  reason: author?.reason ?? '',
  atMs: revision.atMs,
  finishedAtMs: revision.finishedAtMs,
  message: revision.message,
});
