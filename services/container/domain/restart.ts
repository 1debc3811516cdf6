import type { Present } from './container.ts';
import type { ContainerEvent } from './events.ts';

/** What follows when a run has ended: another run, the container's removal, or nothing. */
export const afterExit = (container: Present, exitCode: number, nowMs: number): readonly ContainerEvent[] => {
  if (container.wanted === 'removed') return [];
  const next = container.run + 1;
  if (container.thenStart) return [{ type: 'ContainerStartRequested', run: next, notBeforeMs: 0 }];
  if (container.wanted === 'running' && comesBack(container, exitCode)) return [{ type: 'ContainerStartRequested', run: next, notBeforeMs: nowMs + container.backoffMs }];
  return container.spec.autoRemove ? [{ type: 'ContainerRemoveRequested', volumes: true, graceful: false }] : [];
};

const comesBack = ({ spec: { restart }, restartCount }: Present, exitCode: number): boolean => {
  switch (restart?.condition) {
    case 'always':
    case 'unless-stopped':
      return true;
    case 'on-failure':
      return exitCode !== 0 && (restart.attemptsMax === 0 || restartCount < restart.attemptsMax);
    default:
      return false;
  }
};
