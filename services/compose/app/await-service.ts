import type { Platform } from '#kernel/platform.ts';
import { Rejection, unreachable } from '#kernel/rejection.ts';
import type { Container } from '#proto/container.ts';
import type { Condition } from '../plan/steps.ts';
import type { Projects } from './projects.ts';
import { hasCompleted, isRunning, wantedReplicas, type ServiceSeen } from './seen.ts';

/** Longer than any sensible start; a health check that never decides must not hold a revision for ever. */
const awaitMaxMs = 15 * 60_000;
/** What keeps a replica from being made may pass (another replica makes the volume); then it is told. */
const troubleMaxMs = 6_000;
const lookAgainMs = 1_000;

/** `look` gives the services of the project; `goesOn` says whether anybody still wants to know. */
export type Awaiting = { platform: Pick<Platform, 'clock'>; projects: Pick<Projects, 'nextChange'>; look: () => Promise<readonly ServiceSeen[]>; goesOn: () => boolean };

/** Settles when every replica of the service is as wanted; throws as soon as it can't become so. */
export const awaitService = async ({ platform, projects, look, goesOn }: Awaiting, name: string, condition: Condition): Promise<void> => {
  const startedAtMs = platform.clock();
  while (goesOn()) {
    const next = projects.nextChange(lookAgainMs);
    const seen = (await look()).find(({ service }) => service.name === name);
    if (!seen) throw new Rejection('SERVICE_NOT_FOUND', `service ${name} was removed by somebody else`);
    const replicas = wantedReplicas(seen);
    if (replicas.every((container) => container !== undefined && fulfils(container, condition))) return;
    for (const container of replicas) if (container) refuseHopeless(container, condition);
    const waitedMs = platform.clock() - startedAtMs;
    const trouble = troubleOf(seen);
    if (trouble !== undefined && waitedMs > troubleMaxMs) throw new Rejection('REPLICA_NOT_PLACED', `service ${name}: ${trouble}`);
    if (waitedMs > awaitMaxMs) throw new Rejection('TIMEOUT', `service ${name} is not ${condition} after ${awaitMaxMs / 60_000} minutes: see "lading logs ${name}"`);
    await next;
  }
};

/** Settles when nothing is left of the service. */
export const awaitRemoved = async ({ projects, look, goesOn }: Awaiting, name: string): Promise<void> => {
  while (goesOn()) {
    const next = projects.nextChange(lookAgainMs);
    const there = (await look()).some(({ service }) => service.name === name);
    if (!there) return;
    await next;
  }
};

const fulfils = (container: Container, condition: Condition): boolean => {
  switch (condition) {
    case 'started':
      return isRunning(container) || hasCompleted(container);
    case 'healthy':
      return container.health === 'healthy';
    case 'completed':
      return hasCompleted(container);
    default:
      return unreachable(condition);
  }
};

const refuseHopeless = (container: Container, condition: Condition): void => {
  const { name, state, exitCode, health, healthOutput, message, run, restartCount, spec } = container;
  const runs = isRunning(container);
  const failed = (why: string): Rejection => new Rejection('SERVICE_FAILED', `container ${name} ${why}: see "lading logs ${spec?.replicaOf?.serviceName ?? name}"`);
  if (message !== '' && run > 0 && !runs && state !== 'starting') throw new Rejection('SERVICE_FAILED', `container ${name} could not be started: ${message}`);
  if (state === 'exited' && (exitCode !== 0 || condition === 'healthy')) throw failed(`ended with ${exitCode}`);
  if (restartCount >= restartsMax && !runs) throw failed(`ended ${restartCount + 1} times, last with ${exitCode}`);
  if (condition === 'healthy' && runs && health === '') throw new Rejection('NO_HEALTHCHECK', `container ${name} has no health check to wait for: give service ${spec?.replicaOf?.serviceName ?? ''} a healthcheck, or depend on it with condition service_started`);
  if (condition === 'healthy' && health === 'unhealthy') throw failed(`is unhealthy${healthOutput.trim() === '' ? '' : ` (${healthOutput.trim().slice(0, 200)})`}`);
};

/** One that was started again so often will not come up by waiting. */
const restartsMax = 3;

const troubleOf = ({ service, containers }: ServiceSeen): string | undefined =>
  service.replicasPlaced.find(({ slot, containerId, trouble }) => slot <= service.replicas && trouble !== '' && !containers.some((one) => one.containerId === containerId))?.trouble;
