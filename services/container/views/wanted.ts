import type * as pb from '#proto/container.ts';
import type { Folded } from '#kernel/aggregates.ts';
import type { Container } from '../domain/container.ts';

/** What the container's node is to make of it; nothing once it is gone. */
export const wantedView = ({ state, sequence }: Folded<Container>): pb.WantedContainer | undefined => {
  if (state.phase !== 'present') return undefined;
  return {
    containerId: state.containerId,
    name: state.name,
    spec: state.spec as pb.ContainerSpec,
    wanted: state.wanted,
    run: state.run,
    notBeforeMs: state.notBeforeMs,
    stopSignal: state.stop.signal,
    killAtMs: state.stop.killAtMs,
    signalNumber: state.signal.number,
    signal: state.signal.name,
    paused: state.pausedWanted,
    removeVolumes: state.removeVolumes,
    sequence,
    runOver: state.seen === 'over' || state.seen === 'never',
    runSeen: state.seen === 'running',
  };
};
