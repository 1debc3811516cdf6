import type { Log } from '#kernel/log.ts';
import { format, type Plan } from '../reconcile/plan.ts';
import type { Operation } from '../reconcile/plan.ts';

export type Turning = {
  /** What to do about one container now; looks at the machine. */
  plan: (containerId: string) => Promise<Plan>;
  perform: (containerId: string, operation: Operation) => Promise<void>;
  log: Log;
  clock: () => number;
};

/** How many containers are worked on at the same time. */
const sideBySideMax = 8;
const retryFirstMs = 200;
const retryMaxMs = 10_000;
/** A plan that is never empty is a fault of ours: it must not spin. */
const turnsInARowMax = 20;

export type Turns = {
  wake: (containerId: string) => void;
  /** Does something with a container while no turn of it runs, and none begins. */
  exclusively: <Result>(containerId: string, work: () => Promise<Result>) => Promise<Result>;
  settled: () => Promise<void>;
  close: () => void;
};

/** Look, compare, act: one container at a time, turns of one container never overlap, containers don't wait for each other. */
export const openTurns = ({ plan, perform, log, clock }: Turning): Turns => {
  const waiting = new Set<string>();
  const busy = new Map<string, Promise<void>>();
  const timers = new Map<string, NodeJS.Timeout>();
  const failures = new Map<string, number>();
  const held = new Map<string, Promise<unknown>>();
  let closed = false;

  const wake = (containerId: string): void => {
    if (closed) return;
    waiting.add(containerId);
    next();
  };

  const next = (): void => {
    for (const containerId of waiting) {
      if (busy.size >= sideBySideMax) return;
      if (busy.has(containerId) || held.has(containerId)) continue;
      waiting.delete(containerId);
      busy.set(containerId, take(containerId).finally(() => (busy.delete(containerId), next())));
    }
  };

  const take = async (containerId: string): Promise<void> => {
    clearTimeout(timers.get(containerId));
    try {
      for (let turn = 1; turn <= turnsInARowMax; turn++) {
        const decided = await plan(containerId);
        if (decided.lookAgainAtMs !== undefined) later(containerId, decided.lookAgainAtMs - clock());
        if (decided.steps.length === 0) break;
        log.debug({ plan: format(decided) }, 'turn');
        for (const { operation } of decided.steps) await perform(containerId, operation);
        // What was done will be heard back from the platform; looking again before that would do it twice.
        if (decided.steps.some(({ operation }) => operation.op === 'start' || operation.op.startsWith('report-') || operation.op === 'kill' || operation.op === 'signal')) break;
      }
      failures.delete(containerId);
    } catch (error) {
      const before = failures.get(containerId) ?? 0;
      failures.set(containerId, before + 1);
      const pauseMs = Math.min(retryFirstMs * 2 ** before, retryMaxMs);
      log.warn({ err: error, container: containerId, pauseMs }, 'a turn failed and is tried again');
      later(containerId, pauseMs);
    }
  };

  const later = (containerId: string, inMs: number): void => {
    clearTimeout(timers.get(containerId));
    timers.set(containerId, setTimeout(() => wake(containerId), Math.max(0, inMs)));
  };

  const exclusively: Turns['exclusively'] = async (containerId, work) => {
    for (let other = busy.get(containerId) ?? held.get(containerId); other; other = busy.get(containerId) ?? held.get(containerId)) await other.catch(() => {});
    const now = work().finally(() => {
      held.delete(containerId);
      next();
    });
    held.set(containerId, now);
    return now;
  };

  return {
    wake,
    exclusively,
    settled: async () => {
      while (busy.size > 0 || waiting.size > 0 || held.size > 0) await Promise.allSettled([...busy.values(), ...held.values()]);
    },
    close: () => {
      closed = true;
      timers.forEach((timer) => clearTimeout(timer));
    },
  };
};
