import type * as pb from '#proto/container.ts';
import type { Folded } from '#kernel/aggregates.ts';
import type { Container, Present } from '../domain/container.ts';

/** A container as queries show it; nothing for one that was never created. */
export const containerView = ({ state, sequence }: Folded<Container>): pb.Container | undefined => {
  if (state.phase === 'absent') return undefined;
  const container = state.phase === 'removed' ? state.last : state;
  return {
    containerId: container.containerId,
    nodeId: container.nodeId,
    name: container.name,
    spec: container.spec as pb.ContainerSpec,
    state: state.phase === 'removed' ? 'removed' : shown(container),
    run: container.run,
    pid: container.pid,
    exitCode: container.exitCode,
    oomKilled: container.oomKilled,
    message: container.message,
    health: container.health,
    failingStreak: container.failingStreak,
    healthOutput: container.healthOutput,
    createdAtMs: container.createdAtMs,
    startedAtMs: container.startedAtMs,
    finishedAtMs: container.finishedAtMs,
    restartCount: container.restartCount,
    endpoints: container.endpoints,
    ports: container.ports,
    sequence,
    healthAtMs: container.healthAtMs,
  };
};

/** The one word for where a container is in its life. */
const shown = ({ abandoned, wanted, seen, paused, restartCount, startedAtMs }: Present): string => {
  if (abandoned) return 'abandoned';
  if (wanted === 'removed') return 'removing';
  switch (seen) {
    case 'never':
      return 'created';
    case 'waiting':
      return restartCount > 0 ? 'restarting' : wanted === 'stopped' ? 'stopping' : 'starting';
    case 'running':
      return paused ? 'paused' : wanted === 'stopped' ? 'stopping' : 'running';
    case 'over':
      // Docker shows one that never came up as created.
      return startedAtMs === 0 ? 'created' : 'exited';
  }
};
