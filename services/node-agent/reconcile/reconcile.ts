import type { Delivered, Operation, Plan } from './plan.ts';

/** What the platform wants of one container. */
export type Wanted = {
  wanted: string;
  run: number;
  notBeforeMs: number;
  stopSignal: string;
  killAtMs: number;
  signalNumber: number;
  signal: string;
  paused: boolean;
  removeVolumes: boolean;
  /** The platform knows that this run is over. */
  runOver: boolean;
  /** The platform knows that this run has started. */
  runSeen: boolean;
  /** Changes when the limits of the container do. */
  limits: string;
  /** Changes when the networks do that it is to be on. */
  networks: string;
};

/** What the machine shows of it. */
export type Seen = { run: number; state: 'created' | 'running' | 'exited' | 'lost'; exitCode?: number; oomKilled?: boolean; paused: boolean; /** 0 when it was made and never started. */ startedAtMs?: number };

/** What the agent noted about it on this machine. */
export type Noted = { delivered: Delivered; limits: string; networks: string; /** Something of a finished run is still here (mounts, network). */ remains: boolean; reportedRun: number };

/** Compares what should be with what is, for one container, and returns the changes to make. Reads nothing else. */
export const reconcile = (containerId: string, wanted: Wanted | undefined, seen: Seen | undefined, noted: Noted, nowMs: number): Plan => {
  const steps: { containerId: string; operation: Operation; because: string }[] = [];
  const add = (operation: Operation, because: string): void => void steps.push({ containerId, operation, because });

  if (!wanted) {
    if (seen || noted.remains) add({ op: 'remove', volumes: false }, 'nobody asked for it');
    return { steps };
  }
  if (wanted.wanted === 'removed') return removed(wanted, seen, noted, nowMs, steps, add);
  if (!seen) return absent(wanted, noted, nowMs, steps, add);
  return here(wanted, seen, noted, nowMs, steps, add);
};

type Add = (operation: Operation, because: string) => void;

/** How it ended is told before it is gone: that belongs to its history. */
const removed = (wanted: Wanted, seen: Seen | undefined, noted: Noted, nowMs: number, steps: Plan['steps'], add: Add): Plan => {
  const isCurrent = seen?.run === wanted.run && !wanted.runOver;
  if (seen?.state === 'running' && isCurrent && wanted.runSeen) {
    if (wanted.stopSignal !== '') return stopping(wanted, seen, deliveredIn(wanted, noted), nowMs, steps, add);
    add({ op: 'kill' }, 'should be removed');
    return { steps, lookAgainAtMs: nowMs + killAgainMs };
  }
  if (seen?.state === 'exited' && isCurrent) add({ op: 'report-exited', run: seen.run, exitCode: seen.exitCode ?? 255, oomKilled: seen.oomKilled ?? false, message: '' }, 'has ended');
  add({ op: 'remove', volumes: wanted.removeVolumes }, 'should be removed');
  add({ op: 'report-removed' }, 'is gone');
  return { steps };
};

const deliveredIn = (wanted: Wanted, noted: Noted): Delivered => (noted.delivered.run === wanted.run ? noted.delivered : { run: wanted.run, stop: '', signalNumber: 0 });

const absent = (wanted: Wanted, noted: Noted, nowMs: number, steps: Plan['steps'], add: Add): Plan => {
  if (noted.remains && (wanted.runOver || wanted.runSeen)) add({ op: 'clean' }, 'its run is over');
  if (wanted.runOver) return { steps };
  const exited = { op: 'report-exited', run: wanted.run, oomKilled: false } as const;
  if (wanted.runSeen) {
    add({ ...exited, exitCode: 255, message: 'its process and its supervisor are gone: the machine was restarted or its state was removed' }, 'was running and is gone');
    return { steps };
  }
  if (wanted.wanted === 'stopped') {
    add({ ...exited, exitCode: 137, message: 'stopped before it started' }, 'should not start any more');
    return { steps };
  }
  if (wanted.wanted !== 'running') return { steps };
  if (nowMs < wanted.notBeforeMs) return { steps, lookAgainAtMs: wanted.notBeforeMs };
  add({ op: 'start', run: wanted.run }, 'should be running');
  return { steps };
};

const here = (wanted: Wanted, seen: Seen, noted: Noted, nowMs: number, steps: Plan['steps'], add: Add): Plan => {
  const isCurrent = seen.run === wanted.run && !wanted.runOver;
  if (seen.state === 'exited') {
    if (isCurrent) add({ op: 'report-exited', run: seen.run, exitCode: seen.exitCode ?? 255, oomKilled: seen.oomKilled ?? false, message: '' }, 'has ended');
    add({ op: 'clean' }, 'its run is over');
    return { steps };
  }
  // The agent was killed while it made the container: nothing of it has run yet, so it is made anew.
  if (seen.state === 'lost' && isCurrent && seen.startedAtMs === 0) {
    add({ op: 'kill' }, 'lost its supervisor before it was started');
    add({ op: 'clean' }, 'makes room');
    return { steps, lookAgainAtMs: nowMs };
  }
  if (seen.state === 'lost') {
    add({ op: 'kill' }, 'its supervisor is gone: nobody would learn how it ends');
    if (isCurrent) add({ op: 'report-exited', run: seen.run, exitCode: 255, oomKilled: false, message: 'its supervisor was lost' }, 'its supervisor is gone');
    add({ op: 'clean' }, 'its run is over');
    return { steps };
  }
  if (seen.state === 'created' || !isCurrent) {
    add({ op: 'kill' }, seen.state === 'created' ? 'was made but not started' : `run ${seen.run} is not wanted any more`);
    add({ op: 'clean' }, 'makes room');
    return { steps, lookAgainAtMs: nowMs };
  }
  if (!wanted.runSeen && noted.reportedRun < wanted.run) add({ op: 'report-started', run: wanted.run }, 'runs and nobody was told');
  return running(wanted, seen, noted, nowMs, steps, add);
};

const running = (wanted: Wanted, seen: Seen, noted: Noted, nowMs: number, steps: Plan['steps'], add: Add): Plan => {
  const delivered = deliveredIn(wanted, noted);
  if (wanted.wanted === 'stopped') return stopping(wanted, seen, delivered, nowMs, steps, add);
  if (wanted.signalNumber > delivered.signalNumber && wanted.runSeen)
    add({ op: 'signal', signal: wanted.signal, delivered: { ...delivered, signalNumber: wanted.signalNumber } }, 'was asked for');
  if (wanted.paused !== seen.paused) {
    add({ op: wanted.paused ? 'pause' : 'unpause' }, wanted.paused ? 'should be paused' : 'should go on');
    add({ op: 'report-paused', paused: wanted.paused }, 'is so now');
  }
  if (wanted.networks !== noted.networks) add({ op: 'attach' }, 'its networks were changed');
  if (wanted.limits !== noted.limits) add({ op: 'update' }, 'its limits were changed');
  return { steps };
};

const stopping = (wanted: Wanted, seen: Seen, delivered: Delivered, nowMs: number, steps: Plan['steps'], add: Add): Plan => {
  if (nowMs >= wanted.killAtMs) {
    add({ op: 'kill' }, 'its time to stop is over');
    return { steps, lookAgainAtMs: nowMs + killAgainMs };
  }
  // A frozen process can't act on the signal: Docker thaws it first, too.
  if (seen.paused) add({ op: 'unpause' }, 'must run to be stopped');
  if (delivered.stop === '') add({ op: 'signal', signal: wanted.stopSignal, delivered: { ...delivered, stop: wanted.stopSignal } }, 'should stop');
  return { steps, lookAgainAtMs: wanted.killAtMs };
};

/** A process in an uninterruptible wait dies later than it is killed. */
const killAgainMs = 2_000;
