import type { Container } from '#proto/container.ts';
import { dockerState } from '../container-views.ts';
import type { Details } from './details.ts';

const never = '0001-01-01T00:00:00Z';

/** RFC 3339 with nine places, as clients expect it; Docker's "never" for 0. */
export const time = (ms: number): string => (ms === 0 ? never : new Date(ms).toISOString().replace('Z', '000000Z'));

/** `State`. */
export const stateView = (container: Container, { health }: Details) => {
  const state = dockerState(container.state);
  return {
    Status: state, Running: ['running', 'paused', 'restarting'].includes(state), Paused: state === 'paused', Restarting: state === 'restarting', OOMKilled: container.oomKilled, Dead: state === 'dead', Pid: container.pid,
    ExitCode: container.exitCode, Error: container.message, StartedAt: time(container.startedAtMs), FinishedAt: time(container.finishedAtMs),
    ...(container.spec?.healthcheck && container.startedAtMs > 0 ? { Health: { Status: container.health || 'starting', FailingStreak: health.probes.length > 0 ? health.failingStreak : container.failingStreak, Log: healthLog(container, health) } } : {}),
  };
};

const healthLog = ({ healthAtMs, health, healthOutput }: Container, { probes }: Details['health']): object[] => {
  if (probes.length > 0) return probes.map(({ startedAtMs, endedAtMs, exitCode, output }) => ({ Start: time(startedAtMs), End: time(endedAtMs), ExitCode: exitCode, Output: output }));
  // A node that is gone, or whose agent began anew: the change that the log has.
  return health === 'healthy' || health === 'unhealthy' ? [{ Start: time(healthAtMs), End: time(healthAtMs), ExitCode: health === 'healthy' ? 0 : 1, Output: healthOutput }] : [];
};
