import { reportBuild } from '#endpoints/image.ts';
import type { Bus } from '#kernel/bus/bus.ts';
import type { Context } from '#kernel/context.ts';
import type { Log } from '#kernel/log.ts';
import type { ReportBuild } from '#proto/image.ts';

/** What the platform is told of one build. */
export type BuildReports = {
  tell: (news: Omit<ReportBuild, 'buildId' | 'further'>) => void;
  /** Tells everything, the end last. Throws where the platform can't be told for `endMaxMs`. */
  end: (ended: NonNullable<ReportBuild['ended']>) => Promise<void>;
};

/** Steps that follow each other at once are told of together. */
const gatherMs = 200;
const endMaxMs = 60_000;
const againAfterMs = 1_000;

export const openBuildReports = (nodeId: string, buildId: string, bus: Bus, context: () => Context, log: Log): BuildReports => {
  const waiting: ReportBuild[] = [];
  /** Sent, and not known to have arrived: it goes again as it is, by the same id, so that it is taken once. */
  let sent: { commandId: string; reports: ReportBuild[] } | undefined;
  let timer: NodeJS.Timeout | undefined;
  let telling: Promise<void> = Promise.resolve();

  const sendAll = async (): Promise<void> => {
    while (sent !== undefined || waiting.length > 0) {
      const told = context();
      sent ??= { commandId: told.commandId, reports: waiting.splice(0) };
      const [first, ...further] = sent.reports;
      if (first) await bus.callAsNode(nodeId, reportBuild, { ...first, further }, { ...told, commandId: sent.commandId });
      sent = undefined;
    }
  };

  const flush = (): Promise<void> => {
    const now = telling.then(sendAll);
    telling = now.catch(() => {});
    return now;
  };

  return {
    tell: (news) => {
      waiting.push({ ...news, buildId, further: [] });
      timer ??= setTimeout(() => {
        timer = undefined;
        flush().catch((error: unknown) => log.warn({ err: error, build: buildId }, 'news of a build could not be told yet'));
      }, gatherMs);
    },
    end: async (ended) => {
      clearTimeout(timer);
      waiting.push({ buildId, ended, further: [] });
      const giveUpAtMs = performance.now() + endMaxMs;
      for (;;)
        try {
          return await flush();
        } catch (error) {
          if (performance.now() + againAfterMs > giveUpAtMs) throw error;
          await new Promise((resolve) => setTimeout(resolve, againAfterMs));
        }
    },
  };
};
