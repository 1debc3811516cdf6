import type { Decider } from '#kernel/decider.ts';
import { Rejection, unreachable } from '#kernel/rejection.ts';

type Order = { buildId: string; nodeId: string; references: readonly string[]; dockerfile: string; target: string; platform: string; argumentNames: readonly string[]; project: string };

type BuildOutcome = 'done' | 'failed' | 'cancelled' | 'lost';

export type BuildEvent =
  | ({ type: 'BuildBegun' } & Order)
  | { type: 'BuildStepBegun'; number: number; name: string }
  | { type: 'BuildStepEnded'; number: number; cached: boolean; message: string }
  | { type: 'BuildEnded'; outcome: string; message: string; imageId: string; manifestDigest: string };

/** What a node tells of a build, in the order it happened. */
export type BuildNews = Exclude<BuildEvent, { type: 'BuildBegun' }>;

export type BuildCommand =
  | ({ type: 'BeginBuild' } & Order)
  | { type: 'ReportBuild'; nodeId: string; news: readonly BuildNews[] }
  /** The node's agent began anew, or left, and does not know of it. */
  | { type: 'LoseBuild' }
  /** Its node was never reached. */
  | { type: 'AbandonBuild'; message: string };

export type BuildStep = { number: number; name: string; state: 'running' | 'cached' | 'done' | 'failed'; begunAtMs: number; endedAtMs: number; message: string };

export type Build =
  | { phase: 'absent' }
  | (Order & { phase: 'running' | 'ended'; begunAtMs: number; steps: readonly BuildStep[]; outcome: string; message: string; imageId: string; endedAtMs: number });

/** So long a build may be on its way to its node, which does not know of it until then. */
export const arriveMaxMs = 10_000;

const lostMessage = 'the agent of the node ended while it was building: build again';

/** One build, from its beginning to its end. News of a build that has ended are late, and nothing comes of them. */
export const buildDecider: Decider<Build, BuildCommand, BuildEvent> = {
  initial: () => ({ phase: 'absent' }),
  decide: (command, build, nowMs) => {
    switch (command.type) {
      case 'BeginBuild': {
        if (build.phase !== 'absent') throw new Rejection('BUILD_EXISTS', `build ${command.buildId} was begun before: give another id`);
        return [{ ...command, type: 'BuildBegun' }];
      }
      case 'ReportBuild':
        return build.phase === 'running' && build.nodeId === command.nodeId ? untilEnd(command.news) : [];
      case 'LoseBuild':
        return build.phase === 'running' && nowMs - build.begunAtMs > arriveMaxMs ? [endedAs('lost', lostMessage)] : [];
      case 'AbandonBuild':
        return build.phase === 'running' ? [endedAs('failed', command.message)] : [];
      default:
        return unreachable(command);
    }
  },
  evolve: (build, event, atMs) => {
    if (event.type === 'BuildBegun') {
      const { type: _, ...order } = event;
      return { ...order, phase: 'running', begunAtMs: atMs, steps: [], outcome: '', message: '', imageId: '', endedAtMs: 0 };
    }
    if (build.phase !== 'running') return build;
    switch (event.type) {
      case 'BuildStepBegun':
        // Again where it was to be made again: what was known of it is gone.
        return { ...build, steps: [...build.steps.filter(({ number }) => number !== event.number), { number: event.number, name: event.name, state: 'running', begunAtMs: atMs, endedAtMs: 0, message: '' }] };
      case 'BuildStepEnded':
        return { ...build, steps: build.steps.map((step) => (step.number === event.number ? endedStep(step, event, atMs) : step)) };
      case 'BuildEnded':
        return { ...build, phase: 'ended', outcome: event.outcome, message: event.message, imageId: event.imageId, endedAtMs: atMs };
      default:
        return unreachable(event);
    }
  },
};

const endedAs = (outcome: BuildOutcome, message: string): BuildEvent => ({ type: 'BuildEnded', outcome, message, imageId: '', manifestDigest: '' });

const untilEnd = (news: readonly BuildNews[]): readonly BuildNews[] => {
  const end = news.findIndex(({ type }) => type === 'BuildEnded');
  return end < 0 ? news : news.slice(0, end + 1);
};

const endedStep = (step: BuildStep, { cached, message }: Extract<BuildEvent, { type: 'BuildStepEnded' }>, atMs: number): BuildStep => ({
  ...step,
  state: message !== '' ? 'failed' : cached ? 'cached' : 'done',
  endedAtMs: atMs,
  message,
});
