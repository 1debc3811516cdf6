import { setTimeout as pause } from 'node:timers/promises';
import { askedWaitMaxMs, backOffMs, triesMax } from './back-off.ts';
import { RegistryError } from './registry-error.ts';

export type Clock = { nowMs: () => number; wait: (ms: number, signal?: AbortSignal) => Promise<void>; chance: () => number };

export const machineClock: Clock = {
  nowMs: Date.now,
  wait: async (ms, signal) => pause(ms, undefined, signal ? { signal } : {}),
  chance: Math.random,
};

/** Waits before another try, or throws the error when there is none. `failures` counts this one. */
export const waitToRetry = async (clock: Clock, error: unknown, failures: number, signal?: AbortSignal): Promise<void> => {
  if (!(error instanceof RegistryError) || !error.again || failures >= triesMax || signal?.aborted) throw error;
  if (error.waitMs !== undefined && error.waitMs > askedWaitMaxMs) throw error;
  await clock.wait(Math.max(error.waitMs ?? 0, backOffMs(failures, clock.chance())), signal);
};

/** Does it again while that may help. */
export const retrying = async <Result>(clock: Clock, work: () => Promise<Result>, signal?: AbortSignal): Promise<Result> => {
  for (let failures = 1; ; failures++) {
    try {
      return await work();
    } catch (error) {
      await waitToRetry(clock, error, failures, signal);
    }
  }
};
