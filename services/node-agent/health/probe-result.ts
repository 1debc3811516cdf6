/** How a container's probes went so far. */
export type Probed = { health: 'starting' | 'healthy' | 'unhealthy'; failingStreak: number };

export type Rule = { startPeriodMs: number; retries: number };

export const untested: Probed = { health: 'starting', failingStreak: 0 };

/** Docker's rule: one success makes it healthy; failures in the start period don't count until the first success. */
export const afterProbe = (before: Probed, passed: boolean, sinceStartMs: number, { startPeriodMs, retries }: Rule): Probed => {
  if (passed) return { health: 'healthy', failingStreak: 0 };
  if (before.health === 'starting' && sinceStartMs < startPeriodMs) return before;
  const failingStreak = before.failingStreak + 1;
  return { health: failingStreak >= retries ? 'unhealthy' : before.health, failingStreak };
};

/** When to probe next: more often until a starting container is healthy for the first time. */
export const nextProbeInMs = ({ health }: Probed, sinceStartMs: number, { intervalMs, startIntervalMs, startPeriodMs }: { intervalMs: number; startIntervalMs: number; startPeriodMs: number }): number =>
  health === 'starting' && startPeriodMs > 0 && sinceStartMs < startPeriodMs ? Math.min(startIntervalMs, intervalMs) : intervalMs;
