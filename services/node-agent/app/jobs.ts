import { reportJobs } from '#endpoints/image.ts';
import type { Bus } from '#kernel/bus/bus.ts';
import type { Context } from '#kernel/context.ts';
import type { Log } from '#kernel/log.ts';

const tellEveryMs = 15_000;

type Parts = { nodeId: string; bus: Bus; context: () => Context; log: Log; running: () => { transferIds: readonly string[]; buildIds: readonly string[] } };

/** Tells the platform at the start, and every now and then, which jobs run here: what it believes beyond that is lost. */
export const openJobs = ({ nodeId, bus, context, log, running }: Parts): { close: () => void } => {
  const tell = async (): Promise<void> => {
    const { transferIds, buildIds } = running();
    await bus.callAsNode(nodeId, reportJobs, { transferIds: [...transferIds], buildIds: [...buildIds] }, context());
  };
  const tellNow = (): void => void tell().catch((error: unknown) => log.warn({ err: error }, 'the platform could not be told which jobs run here'));
  tellNow();
  const timer = setInterval(tellNow, tellEveryMs);
  return { close: () => clearInterval(timer) };
};
