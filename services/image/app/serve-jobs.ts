import { reportJobs } from '#endpoints/image.ts';
import type { Context } from '#kernel/context.ts';
import type { Platform } from '#kernel/platform.ts';
import type { ReportJobs } from '#proto/image.ts';

/** An agent that begins anew says what of its work still runs; each kind of work ends the rest. */
export const serveJobs = ({ bus }: Platform, kinds: readonly ((nodeId: string, report: ReportJobs, context: Context) => Promise<void>)[]): void => {
  bus.serveNode(reportJobs, async (report, { nodeId, context }) => {
    for (const endRest of kinds) await endRest(nodeId, report, context);
    return { message: {} };
  });
};
