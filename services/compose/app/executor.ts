import type { Context } from '#kernel/context.ts';
import { Unavailable } from '#kernel/eventstore/event-store.ts';
import type { Platform } from '#kernel/platform.ts';
import { Rejection } from '#kernel/rejection.ts';
import { readModel, readPlan } from '../codec/stored-json.ts';
import { latest, type ProjectCommand, type Revision } from '../domain/project.ts';
import { perform } from './perform.ts';
import type { Images } from './images.ts';
import { projectAggregate, projectOf, type Projects } from './projects.ts';
import { seeServices } from './seen.ts';
import { sharedLook } from './shared-look.ts';

const lookEveryMs = 1_000;
/** A service that can't be reached for a moment is asked again, this often. */
const triesMax = 20;
const tryAgainMs = 500;

/** Carries out revisions while it has the lease: also those that a process began which is gone now. */
export const openExecutor = async (platform: Platform, images: Images, projects: Projects): Promise<{ close: () => Promise<void> }> => {
  const { log, ids } = platform;
  const underway = new Map<string, Promise<void>>();

  const own = (commandId: string): Context => ({ commandId, actor: 'service:compose', reason: '', causationId: '', correlationId: '', traceparent: '' });

  const carryOut = async (project: string, revision: Revision): Promise<void> => {
    const number = revision.revision;
    const { steps } = readPlan(revision.planJson);
    const model = readModel(revision.modelJson);
    const state = (): Revision | undefined => projects.get(project).state.revisions.find((one) => one.revision === number);
    const goesOn = (): boolean => lease.held() && state()?.state === 'running';
    const decide = (command: ProjectCommand) => projects.handle(projectAggregate(project), command, own(ids.uuid()));
    const correlationId = `${project}/${number}`;
    const doing = new Map<number, Promise<void>>();
    const look = sharedLook(() => seeServices(platform, project, own(ids.uuid())));

    const doStep = async (step: (typeof steps)[number]): Promise<void> => {
      try {
        await decide({ type: 'StartStep', revision: number, step: step.step });
        if (!goesOn()) return;
        const result = await again(() => perform({ platform, images, projects, project, revision: number, model, cause: { id: correlationId, correlationId, traceparent: '' }, look, goesOn }, step), goesOn);
        if (goesOn()) await decide({ type: 'FinishStep', revision: number, step: step.step, result });
      } catch (error) {
        // It says nothing of the step: the revision is taken up again when the log and the services are back.
        if (error instanceof Unavailable) throw error;
        const message = error instanceof Error ? error.message : String(error);
        log.warn({ err: error, project, revision: number, step: step.step }, 'a step failed');
        await decide({ type: 'FailStep', revision: number, step: step.step, code: error instanceof Rejection ? error.code : 'INTERNAL', message });
      } finally {
        doing.delete(step.step);
      }
    };

    while (goesOn()) {
      const seen = state()?.steps ?? new Map<number, { state: string; message: string }>();
      const failed = [...seen.values()].find((step) => step.state === 'failed');
      const isDone = (step: number): boolean => seen.get(step)?.state === 'done';
      const ready = failed ? [] : steps.filter(({ step, after }) => !doing.has(step) && !isDone(step) && after.every(isDone));
      for (const step of ready) doing.set(step.step, doStep(step));
      if (doing.size > 0) {
        // What is under way ends before the revision does, or it could undo what comes next.
        await Promise.race(doing.values()).catch(async (error: unknown) => {
          await Promise.allSettled(doing.values());
          throw error;
        });
        continue;
      }
      await decide(failed ? { type: 'FailRevision', revision: number, code: 'STEP_FAILED', message: failed.message } : { type: 'CompleteRevision', revision: number });
    }
    await Promise.allSettled(doing.values());
  };

  const takeUp = (): void => {
    if (!lease?.held()) return;
    for (const [aggregate, { state }] of projects.known.entries()) {
      const project = projectOf(aggregate);
      const revision = latest(state);
      const key = `${project}/${revision?.revision}`;
      if (revision?.state !== 'running' || underway.has(key)) continue;
      const work = carryOut(project, revision)
        .catch((error: unknown) => log.error({ err: error, project, revision: revision.revision }, 'a revision could not be carried out and is taken up again'))
        .finally(() => underway.delete(key));
      underway.set(key, work);
    }
  };

  const lease = await platform.lease('compose', () => setImmediate(takeUp));
  projects.onChange(() => setImmediate(takeUp));
  const timer = setInterval(takeUp, lookEveryMs);
  return {
    close: async () => {
      clearInterval(timer);
      await lease.close();
      await Promise.allSettled(underway.values());
    },
  };
};

// A refusal is an answer. Anything else may be a service that is being started again.
const again = async <Result>(work: () => Promise<Result>, goesOn: () => boolean): Promise<Result> => {
  for (let tries = 1; ; tries++)
    try {
      return await work();
    } catch (error) {
      if (error instanceof Rejection || tries === triesMax || !goesOn()) throw error;
      await new Promise((resolve) => setTimeout(resolve, tryAgainMs));
    }
};
