import type { Platform } from '#kernel/platform.ts';
import { reconcile, type Step } from '../replicas/reconcile.ts';
import { execute } from './execute.ts';
import type { Facts } from './facts.ts';
import type { Liveness } from './liveness.ts';
import { serviceAggregate, type States } from './states.ts';
import { worldOf } from './world.ts';

/** Looks at everything so often, in case nothing tells that time has passed. */
const lookEveryMs = 500;
const stepsAtOnceMax = 16;
const backOffMinMs = 500;
const backOffMaxMs = 30_000;

/** Makes replicas as wanted while it has the lease. Steps that failed are tried again, later each time. */
export const openLeader = async (platform: Platform, states: States, facts: Facts, liveness: Liveness): Promise<{ close: () => Promise<void> }> => {
  const { log, clock, ids } = platform;
  const underway = new Set<string>();
  const failed = new Map<string, { tries: number; notBeforeMs: number }>();
  let woken = false;
  let looking: Promise<void> | undefined;

  const perform = async (key: string, step: Step): Promise<void> => {
    underway.add(key);
    try {
      await execute(platform, states, step);
      failed.delete(key);
    } catch (error) {
      const tries = (failed.get(key)?.tries ?? 0) + 1;
      failed.set(key, { tries, notBeforeMs: clock() + Math.min(backOffMinMs * 2 ** (tries - 1), backOffMaxMs) });
      log.warn({ err: error, service: step.serviceId, step: step.operation }, 'a replica is not as wanted yet');
      await tell(step, error);
    } finally {
      underway.delete(key);
      wake();
    }
  };

  // What keeps a replica from being made is part of its history.
  const tell = async ({ serviceId, operation }: Step, error: unknown): Promise<void> => {
    if (operation.op !== 'create' && operation.op !== 'start') return;
    const because = error instanceof Error ? error.message : String(error);
    const context = { commandId: ids.uuid(), actor: 'service:scheduler', reason: '', causationId: '', correlationId: serviceId, traceparent: '' };
    await states.handleService(serviceAggregate(serviceId), { type: 'ReportNotPlaced', slot: operation.slot, because }, context).catch(() => {});
  };

  const due = (): [string, Step][] =>
    reconcile(worldOf(states, facts)).flatMap((step) => {
      const key = keyOf(step);
      return underway.has(key) || (failed.get(key)?.notBeforeMs ?? 0) > clock() ? [] : [[key, step]];
    });

  const look = async (): Promise<void> => {
    if (!lease.held()) return;
    await liveness.look();
    const steps = due();
    // Placing is a decision on the log alone; the next look must know it, or it would count wrongly.
    for (const [key, step] of steps.filter(([, { operation }]) => operation.op === 'place')) await perform(key, step);
    for (const [key, step] of steps.filter(([, { operation }]) => operation.op !== 'place')) if (underway.size < stepsAtOnceMax) void perform(key, step);
  };

  const wake = (): void => {
    woken = true;
    looking ??= (async () => {
      // Commits come in bursts: one look for all that arrived together.
      await new Promise((resolve) => setImmediate(resolve));
      while (woken) {
        woken = false;
        await look();
      }
    })()
      .catch((error: unknown) => log.error({ err: error }, 'the scheduler could not look at its services'))
      .finally(() => (looking = undefined));
  };

  const lease = await platform.lease('scheduler', () => {
    liveness.listenAnew();
    wake();
  });
  facts.onChange(wake);
  const timer = setInterval(wake, lookEveryMs);
  return {
    close: async () => {
      clearInterval(timer);
      await lease.close();
      await looking;
    },
  };
};

/** One act at a time on one slot. */
const keyOf = ({ serviceId, operation }: Step): string => ('slot' in operation ? `${serviceId}/${operation.slot}` : `${serviceId}/${operation.op}`);
