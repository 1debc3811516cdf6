import { StringDecoder } from 'node:string_decoder';
import type { BuildFailure, PlannedStep } from '#endpoints/build-progress.ts';
import type { Step } from '../../build-graph/operation.ts';
import { LayersGone } from './bringing.ts';
import { CommandFailed } from './execute.ts';
import { BuildFailed, type Tell } from './told.ts';

/** Tells of one step. */
export type StepTeller = {
  begun: (containerId?: string) => void;
  output: (stream: 'stdout' | 'stderr', data: Buffer) => void;
  ended: (state: 'done' | 'cached', result: string) => void;
  /** Tells of its end, and gives the error of the build. */
  failed: (error: unknown) => BuildFailed | unknown;
};

/** Of the output of a command that failed, in the error of the build. */
const lastOutputChars = 4_096;
/** Of one step: who reads has to hold what steps beside each other write. */
const outputMaxChars = 16 * 2 ** 20;
const linesAround = 3;

export const openStepTeller = (tell: Tell, step: Step, number: number, lines: readonly string[], { clock, signal }: { clock: () => number; signal: AbortSignal }): StepTeller => {
  const decoders = { stdout: new StringDecoder('utf8'), stderr: new StringDecoder('utf8') };
  let isBegun = false;
  let last = '';
  let chars = 0;
  const begun: StepTeller['begun'] = (containerId) => {
    if (isBegun) return;
    isBegun = true;
    tell({ type: 'step-begun', step: number, atMs: clock(), ...(containerId === undefined ? {} : { containerId }) });
  };
  return {
    begun,
    output: (stream, data) => {
      const text = decoders[stream].write(data);
      if (text === '') return;
      last = (last + text).slice(-lastOutputChars);
      const wasCut = chars > outputMaxChars;
      chars += text.length;
      if (chars <= outputMaxChars) tell({ type: 'output', step: number, stream, text });
      else if (!wasCut) tell({ type: 'output-cut', step: number });
    },
    ended: (state, result) => tell({ type: 'step-ended', step: number, atMs: clock(), state, result, message: '' }),
    failed: (error) => {
      // What is gone is made again.
      if (error instanceof BuildFailed || error instanceof LayersGone) return error;
      const message = error instanceof Error ? error.message : String(error);
      begun();
      tell({ type: 'step-ended', step: number, atMs: clock(), state: signal.aborted ? 'cancelled' : 'failed', result: '', message });
      return signal.aborted ? error : new BuildFailed(messageOf(step, error, message), failureOf(step, error, last, lines), error);
    },
  };
};

// As Docker's first builder says it.
const messageOf = ({ operation }: Step, error: unknown, message: string): string =>
  error instanceof CommandFailed || (operation.op !== 'copy' && operation.op !== 'add') ? message : `${operation.op.toUpperCase()} failed: ${message}`;

const failureOf = ({ place }: Step, error: unknown, output: string, lines: readonly string[]): BuildFailure => ({
  place: { file: place.file, line: place.line, endLine: place.endLine },
  lines: linesOf(lines, place.line, place.endLine),
  ...(error instanceof CommandFailed ? { exitCode: error.exitCode, command: error.command, output } : {}),
});

const linesOf = (lines: readonly string[], from: number, to: number): BuildFailure['lines'] => {
  const first = Math.max(1, from - linesAround);
  return lines.slice(first - 1, to + linesAround).map((text, place) => ({ number: first + place, text }));
};

/** Steps as they are planned, over all stages that are needed. */
export const plannedStep = ({ title }: Step, number: number): PlannedStep => {
  const [, instruction = title] = /^\[[^\]]*\] (.*)$/s.exec(title) ?? [];
  return { step: number, title, instruction, isWork: instruction !== title };
};
