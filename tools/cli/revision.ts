import { CommandError } from './api.ts';
import type { Invocation } from './command.ts';
import { readSse } from './sse.ts';

export type ShownStep = { step: number; text: string; state: string; message: string };
type ShownRevision = { revision: number; kind: string; state: string; steps: ShownStep[]; message: string };

/** Shows a revision's steps as they are carried out, until it is over. Fails when it does. */
export const followRevision = async ({ api, err }: Invocation, project: string, revision: number): Promise<void> => {
  const response = await api.open('GET', `/api/v1/projects/${encodeURIComponent(project)}/revisions/${revision}/steps`);
  const show = process.stderr.isTTY && !process.env.CI ? repainted(err) : plain(err);
  let last: ShownRevision | undefined;
  for await (const { data } of readSse(response)) {
    last = JSON.parse(data) as ShownRevision;
    show(last);
  }
  if (last?.state === 'failed') throw new CommandError(last.message);
  if (last?.state === 'superseded') throw new CommandError(`another command took over before this was done: ${last.message || 'see "lading history"'}`);
};

const marks: Record<string, string> = { waiting: ' ', running: '…', done: '✔', failed: '✘' };

/** One line a change, for pipes and CI: never repainted. */
const plain = (err: (text: string) => void): ((revision: ShownRevision) => void) => {
  const shown = new Map<number, string>();
  return ({ steps }) => {
    for (const { step, text, state, message } of steps) {
      if (state === 'waiting' || shown.get(step) === state) continue;
      shown.set(step, state);
      err(`${marks[state] ?? '?'} ${text}${message && `: ${message}`}\n`);
    }
  };
};

/** The list of steps, painted again in place after each change. */
const repainted = (err: (text: string) => void): ((revision: ShownRevision) => void) => {
  let lines = 0;
  return ({ steps, kind, state }) => {
    const done = steps.filter((step) => step.state === 'done').length;
    const width = process.stderr.columns - 1;
    const room = Math.max(3, process.stderr.rows - 2);
    const body = steps.slice(-room).map(({ text, state: at, message }) => ` ${marks[at] ?? '?'} ${text}${message && `: ${message}`}`.slice(0, width));
    err(`${lines > 0 ? `\u001b[${lines}A\u001b[J` : ''}[+] ${kind} ${done}/${steps.length} ${state}\n${body.map((line) => `${line}\n`).join('')}`);
    lines = body.length + 1;
  };
};
