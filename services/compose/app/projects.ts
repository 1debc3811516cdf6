import { aggregates, type Aggregates, type Folded } from '#kernel/aggregates.ts';
import { handler, type Handle } from '#kernel/handle.ts';
import type { Platform } from '#kernel/platform.ts';
import { projectCodec } from '../codec/events.ts';
import { changingSteps } from '../codec/stored-json.ts';
import { projectDecider, type Project, type ProjectCommand, type ProjectEvent } from '../domain/project.ts';

export const decider = projectDecider(changingSteps);

export const projectAggregate = (project: string): string => `compose.${project}`;
export const projectOf = (aggregate: string): string => aggregate.slice('compose.'.length);

export type Projects = {
  known: Aggregates<Project, ProjectEvent>;
  get: (project: string) => Folded<Project>;
  handle: Handle<Project, ProjectCommand>;
  /** Settles at the next commit of the platform, or after `limitMs`. */
  nextChange: (limitMs: number) => Promise<void>;
  onChange: (listener: () => void) => void;
};

export const openProjects = (platform: Platform): Projects => {
  const known = aggregates(decider, projectCodec);
  const listeners: (() => void)[] = [];
  const waiting = new Set<() => void>();
  platform.fromLog((stored) => {
    if (stored.aggregate.startsWith('compose.') && known.apply(stored)) listeners.forEach((listener) => listener());
    for (const wake of waiting) wake();
  }, { projects: known.kept });
  return {
    known,
    get: (project) => known.get(projectAggregate(project)),
    handle: handler(decider, projectCodec, known, platform),
    nextChange: (limitMs) =>
      new Promise((resolve) => {
        const end = (): void => {
          clearTimeout(timer);
          waiting.delete(end);
          resolve();
        };
        const timer = setTimeout(end, limitMs);
        waiting.add(end);
      }),
    onChange: (listener) => void listeners.push(listener),
  };
};
