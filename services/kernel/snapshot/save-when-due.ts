import type { Log } from '../log.ts';
import type { Closable } from '../service.ts';
import type { Snapshots } from './snapshots.ts';

const lookEveryMs = 10_000;
/** A stop waits no longer than this for a last one. What is not in it is read from the log. */
const lastMaxMs = 2_000;

/** Writes a snapshot now and then, and a last one at a stop. One that can't be written is told and does no harm. */
export const saveWhenDue = (snapshots: Pick<Snapshots, 'due' | 'save'>, log: Log): Closable => {
  let saving: Promise<void> | undefined;
  const stopping = new AbortController();
  const save = (calledOff: AbortSignal): Promise<void> =>
    (saving ??= snapshots
      .save(calledOff)
      .catch((error: unknown) => void (calledOff.aborted || log.warn({ err: error }, 'a snapshot could not be written: the next start takes longer')))
      .finally(() => (saving = undefined)));
  const timer = setInterval(() => void (snapshots.due() && save(stopping.signal)), lookEveryMs);
  timer.unref();
  // What readers know is whole as soon as it was read: a start that is cut short need not read it again.
  if (snapshots.due()) void save(stopping.signal);
  return {
    close: async () => {
      clearInterval(timer);
      stopping.abort();
      await saving;
      await save(AbortSignal.timeout(lastMaxMs));
    },
  };
};
