import { warningText, type BuildProgress, type PlannedStep } from '#endpoints/build-progress.ts';
import { failureText } from './failure-text.ts';

/** Shows a build while it goes on. */
export type Show = { tell: (progress: BuildProgress) => void; close: () => void };

type Write = (text: string) => void;

const seconds = (ms: number): string => `${(ms / 1_000).toFixed(1)}s`;

/** Steps that are worth a line: those that do something. */
const isShown = (step: PlannedStep | undefined): step is PlannedStep => step?.isWork ?? false;

/** A line for each thing that happens, for pipes and CI. */
export const plainProgress = (write: Write): Show => {
  let steps: readonly PlannedStep[] = [];
  const begun = new Map<number, number>();
  const unfinished = new Map<number, string>();
  const finish = (step: number): void => {
    const rest = unfinished.get(step);
    if (rest) write(`#${step} ${rest}\n`);
    unfinished.delete(step);
  };
  return {
    close: () => {},
    tell: (progress) => {
      switch (progress.type) {
        case 'warning':
          return write(`warning: ${warningText(progress)} (${progress.rule})\n`);
        case 'plan':
          return void (steps = progress.steps);
        case 'step-begun':
          begun.set(progress.step, progress.atMs);
          return isShown(steps[progress.step - 1]) ? write(`#${progress.step} ${steps[progress.step - 1]?.title}\n`) : undefined;
        case 'output': {
          const lines = `${unfinished.get(progress.step) ?? ''}${progress.text}`.split('\n');
          unfinished.set(progress.step, lines.pop() ?? '');
          return write(lines.map((line) => `#${progress.step} ${line}\n`).join(''));
        }
        case 'output-cut':
          return write(`#${progress.step} (more output was not kept)\n`);
        case 'step-ended': {
          finish(progress.step);
          if (!isShown(steps[progress.step - 1])) return undefined;
          const took = seconds(progress.atMs - (begun.get(progress.step) ?? progress.atMs));
          const how = { done: `DONE ${took}`, cached: 'CACHED', failed: `ERROR: ${progress.message}`, cancelled: 'CANCELLED' }[progress.state];
          return write(`#${progress.step} ${how}\n\n`);
        }
        case 'ended':
          return write(progress.outcome === 'done' ? '' : failureText(progress, { withOutput: false }));
        default:
          return undefined;
      }
    },
  };
};

/** Every line as it comes, for programs. */
export const jsonProgress = (write: Write): Show => ({ tell: (progress) => write(`${JSON.stringify(progress)}\n`), close: () => {} });

export const quietProgress = (write: Write): Show => ({ tell: (progress) => progress.type === 'ended' && progress.outcome !== 'done' && write(failureText(progress, { withOutput: true })), close: () => {} });

type Running = { step: PlannedStep; sinceMs: number; tail: string };

const repaintEveryMs = 100;
const tailLines = 6;
const tailMaxChars = 8_192;
const clear = (lines: number): string => (lines > 0 ? `\u001b[${lines}A\u001b[J` : '');

/** What ended stays; what goes on is below it, with the end of its output and a clock, painted again in place. */
export const terminalProgress = (write: Write, { columns, rows, clock }: { columns: () => number; rows: () => number; clock: () => number }): Show => {
  let steps: readonly PlannedStep[] = [];
  let painted = 0;
  const running = new Map<number, Running>();

  const paint = (above = ''): void => {
    const width = columns() - 1;
    const room = Math.max(3, rows() - 2);
    const lines = [...running.values()].flatMap(({ step, sinceMs, tail }) => [` ▸ ${step.title}  ${seconds(clock() - sinceMs)}`, ...tail.split('\n').filter((line) => line !== '').slice(-tailLines).map((line) => `   │ ${line}`)]);
    const shown = lines.slice(-room).map((line) => line.replaceAll(/[\r\t]/g, ' ').slice(0, width));
    write(`${clear(painted)}${above}${shown.map((line) => `${line}\n`).join('')}`);
    painted = shown.length;
  };
  const timer = setInterval(() => running.size > 0 && paint(), repaintEveryMs);

  return {
    close: () => {
      clearInterval(timer);
      running.clear();
      paint();
    },
    tell: (progress) => {
      switch (progress.type) {
        case 'warning':
          return paint(` ! ${warningText(progress)}\n`);
        case 'plan':
          return void (steps = progress.steps);
        case 'step-begun': {
          const step = steps[progress.step - 1];
          return isShown(step) ? void running.set(progress.step, { step, sinceMs: clock(), tail: '' }) : undefined;
        }
        case 'output': {
          const one = running.get(progress.step);
          return one ? void running.set(progress.step, { ...one, tail: (one.tail + progress.text).slice(-tailMaxChars) }) : undefined;
        }
        case 'step-ended': {
          const one = running.get(progress.step);
          running.delete(progress.step);
          if (!one) return undefined;
          const how = progress.state === 'cached' ? '= ' : progress.state === 'done' ? '✔ ' : '✘ ';
          const took = progress.state === 'cached' ? 'cached' : seconds(clock() - one.sinceMs);
          return paint(` ${how}${one.step.title.split('\n')[0]}  ${took}\n`);
        }
        case 'ended':
          running.clear();
          return paint(progress.outcome === 'done' ? '' : failureText(progress, { withOutput: true }));
        default:
          return undefined;
      }
    },
  };
};
