import { reportBlobs } from '#endpoints/image.ts';
import type { Bus } from '#kernel/bus/bus.ts';
import type { Context } from '#kernel/context.ts';
import type { Log } from '#kernel/log.ts';
import type { Blob, ContentStore } from '../effects/content/port.ts';

export type Holdings = { close: () => void };

type Parts = { nodeId: string; bus: Bus; content: Pick<ContentStore, 'listBlobs' | 'watchBlobs'>; context: () => Context; log: Log };

/** Blobs that come one soon after another are told of together. */
const gatherMs = 100;
const tryAgainMs = 5_000;
/** A message of so many stays well below what the server takes. */
const perReportMax = 10_000;

/** Tells the platform which blobs are here: all at the start, and whenever it may have missed something; changes after. */
export const openHoldings = ({ nodeId, bus, content, context, log }: Parts): Holdings => {
  /** What is to be told of, by digest; undefined is "not here any more". */
  const news = new Map<string, Blob | undefined>();
  let all = true;
  let timer: NodeJS.Timeout | undefined;
  let telling = false;
  let closed = false;

  const next = (): Parameters<typeof tell>[0] => {
    if (all) {
      news.clear();
      return { stored: content.listBlobs(), dropped: [], all };
    }
    const some = [...news].slice(0, perReportMax);
    for (const [digest] of some) news.delete(digest);
    return { stored: some.flatMap(([, blob]) => blob ?? []), dropped: some.flatMap(([digest, blob]) => (blob ? [] : [digest])), all };
  };

  const tell = async (report: { stored: readonly Blob[]; dropped: readonly string[]; all: boolean }): Promise<void> => {
    telling = true;
    all = false;
    try {
      await bus.callAsNode(nodeId, reportBlobs, report, context());
    } catch (error) {
      all = true;
      if (!closed) log.warn({ err: error }, 'the platform could not be told which blobs are here');
    }
    telling = false;
    if (all || news.size > 0) soon(all ? tryAgainMs : 0);
  };

  const soon = (inMs: number): void => {
    if (closed || telling) return;
    clearTimeout(timer);
    timer = setTimeout(() => void tell(next()), inMs);
  };

  const stop = content.watchBlobs(({ stored, dropped }) => {
    for (const digest of dropped) news.set(digest, undefined);
    for (const blob of stored) news.set(blob.digest, blob);
    if (!all) soon(gatherMs);
  });
  soon(0);
  return {
    close: () => {
      closed = true;
      clearTimeout(timer);
      stop();
    },
  };
};
