import { mkdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Socket } from 'node:net';
import type { Readable } from 'node:stream';
import type { BuildProgress } from '#endpoints/build-progress.ts';
import type { Bus } from '#kernel/bus/bus.ts';
import type { Context } from '#kernel/context.ts';
import type { Log } from '#kernel/log.ts';
import type { StoredImage } from '#proto/image.ts';
import type { BuildLogs } from '../../effects/builder/build-logs.ts';
import type { BuildRoots } from '../../effects/builder/build-roots.ts';
import { asDiskFull } from '../../effects/content/disk-full.ts';
import { sideBySide } from '../../effects/content/side-by-side.ts';
import { openBuildReports, type BuildReports } from './build-reports.ts';
import type { BuildOrder } from './order.ts';
import { closeRunNetwork } from './run-network.ts';
import type { Running } from './run.ts';
import { takeContext } from './sent-context.ts';
import { solve, type Solving } from './solve.ts';
import { CommandFailed } from './execute.ts';
import { BuildFailed, type Tell } from './told.ts';

export type Builds = {
  /** Builds what comes, and tells of it until its end. Never throws: how it ended is the last thing that is told. */
  build: (buildId: string, order: BuildOrder, body: Readable, tell: Tell, signal: AbortSignal) => Promise<void>;
  /** Ids of those that go on, or wait for their turn. */
  running: () => readonly string[];
  /** What a build of this node said; undefined where it is not kept. */
  log: (buildId: string) => Readable | undefined;
  /** The end of a command's connection to its client's ssh agent; undefined when nobody waits for it. */
  takeSsh: (connection: string) => Socket | undefined;
  close: () => Promise<void>;
};

export type BuildsParts = Omit<Solving, 'order' | 'context' | 'folder' | 'tell' | 'signal' | 'onPulled'> & {
  nodeId: string;
  bus: Bus;
  log: Log;
  platformContext: () => Context;
  running: Running;
  roots: BuildRoots;
  logs: BuildLogs;
  /** Folder for what is of no use once a build has ended. */
  workFolder: string;
  stateDirectory: string;
};

/** More of them would only take longer each; the others wait. */
const sideBySideMax = 4;

/** Builds of this node. What a killed agent left of its own is taken away first, and the platform told that nothing of it goes on. */
export const openBuilds = async (parts: BuildsParts): Promise<Builds> => {
  const { nodeId, bus, log, platformContext, logs, workFolder } = parts;
  await clearLeftovers(parts);
  const inTurn = sideBySide(sideBySideMax);
  const underway = new Map<string, AbortController>();
  const ends = new Set<Promise<void>>();
  const keep = (work: Promise<void>): void => {
    ends.add(work);
    void work.finally(() => ends.delete(work));
  };

  const build: Builds['build'] = async (buildId, order, body, tellClient, clientSignal) => {
    const own = new AbortController();
    const signal = AbortSignal.any([clientSignal, own.signal]);
    underway.set(buildId, own);
    const kept = logs.open(buildId);
    const reports = openBuildReports(nodeId, buildId, bus, platformContext, log);
    const tellPlatform = platformTeller(reports);
    const tell: Tell = (progress) => {
      if (progress.type !== 'ssh-asked') kept.write(progress);
      tellPlatform(progress);
      tellClient(progress);
    };
    const folder = join(workFolder, buildId);
    try {
      const ended = await inTurn(() => carryOut(parts, { buildId, order, body, tell, signal, folder, onPulled: (reference, image) => reports.tell({ pulled: { reference, image } }) }));
      const told = await reports.end({ outcome: ended.progress.outcome, message: ended.progress.message, image: ended.image }).then(
        () => ended.progress,
        (error: unknown) => ({ ...ended.progress, outcome: 'failed' as const, message: `the platform could not be told of the end of the build: ${messageOf(error)}` }),
      );
      kept.write(told);
      tellClient(told);
    } finally {
      underway.delete(buildId);
      // Nobody waits for it: a large context takes its time to go.
      keep(rm(folder, { recursive: true, force: true }).catch((error: unknown) => log.warn({ err: error, build: buildId }, 'the files of a build are left until the agent starts again')));
    }
  };

  return {
    build: (...asked) => {
      const now = build(...asked).catch((error: unknown) => log.error({ err: error, build: asked[0] }, 'a build ended without saying how'));
      keep(now);
      return now;
    },
    running: () => [...underway.keys()],
    log: logs.read,
    takeSsh: parts.agentSockets.take,
    close: async () => {
      for (const own of underway.values()) own.abort(new Error('the agent of the node is stopping'));
      while (ends.size > 0) await Promise.all(ends);
      parts.running.runner.close();
    },
  };
};

type Ended = { progress: Extract<BuildProgress, { type: 'ended' }>; image: StoredImage | undefined };

type Job = { buildId: string; order: BuildOrder; body: Readable; tell: Tell; signal: AbortSignal; folder: string; onPulled: Solving['onPulled'] };

const carryOut = async (parts: BuildsParts, { buildId, order, body, tell, signal, folder, onPulled }: Job): Promise<Ended> => {
  const { references } = order;
  try {
    tell({ type: 'begun', buildId, nodeId: parts.nodeId });
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const context = await takeContext(order, body, { folder, environment: parts.environment, signal });
    tell({ type: 'context', bytes: context.bytes });
    const image = await solve({ ...parts, order, context, folder, tell, signal, onPulled });
    return { image, progress: { type: 'ended', outcome: 'done', message: '', imageId: image.imageId, references } };
  } catch (error) {
    const outcome = signal.aborted ? 'cancelled' : 'failed';
    if (outcome === 'failed' && !(error instanceof BuildFailed)) parts.log.debug({ err: error, build: buildId }, 'a build failed');
    const message = messageOf(signal.aborted ? signal.reason : reasonOf(error, parts.stateDirectory));
    return { image: undefined, progress: { type: 'ended', outcome, message, imageId: '', references, ...(error instanceof BuildFailed ? { failure: error.failure } : {}) } };
  }
};

// What a command says of a full disk is among its output, and its own affair.
const reasonOf = (error: unknown, stateDirectory: string): unknown => (error instanceof BuildFailed && error.cause instanceof CommandFailed ? error : asDiskFull(stateDirectory, error));

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const clearLeftovers = async ({ running, roots, workFolder }: BuildsParts): Promise<void> => {
  for (const containerId of await running.runner.clear()) await closeRunNetwork(running, containerId);
  await rm(running.filesDirectory, { recursive: true, force: true });
  await roots.clear();
  await rm(workFolder, { recursive: true, force: true });
  mkdirSync(workFolder, { recursive: true, mode: 0o700 });
};

const platformTeller = (reports: BuildReports): Tell => {
  const titles = new Map<number, string>();
  return (progress) => {
    if (progress.type === 'plan') for (const { step, title } of progress.steps) titles.set(step, title);
    if (progress.type === 'step-begun') reports.tell({ stepBegun: { number: progress.step, name: titles.get(progress.step) ?? '' } });
    if (progress.type === 'step-ended') reports.tell({ stepEnded: { number: progress.step, cached: progress.state === 'cached', message: progress.message } });
  };
};
