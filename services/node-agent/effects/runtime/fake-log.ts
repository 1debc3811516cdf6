import type { LogEntry, LogQuery } from './port.ts';

export type FakeLog = { entries: () => readonly LogEntry[]; isOver: () => boolean; changes: Set<() => void> };

const NANOS_PER_MS = 1_000_000n;

const wants = (query: LogQuery) => ({ stream, atNs }: LogEntry): boolean => {
  const atMs = Number(atNs / NANOS_PER_MS);
  const isInTime = (query.sinceMs === undefined || atMs >= query.sinceMs) && (query.untilMs === undefined || atMs <= query.untilMs);
  return isInTime && (stream === 'stdout' ? query.stdout : query.stderr);
};

const nextChange = (changes: Set<() => void>): Promise<void> =>
  new Promise((resolve) => {
    const change = (): void => {
      changes.delete(change);
      resolve();
    };
    changes.add(change);
  });

/** The part of a log in memory that was asked for, and what is added while it is followed. */
export async function* selectLog(log: FakeLog, query: LogQuery): AsyncGenerator<LogEntry> {
  const chosen = log.entries().filter(wants(query));
  let given = log.entries().length;
  yield* query.tail === undefined ? chosen : chosen.slice(Math.max(0, chosen.length - query.tail));
  while (query.follow) {
    const isOver = log.isOver();
    const added = log.entries().slice(given);
    given += added.length;
    yield* added.filter(wants(query));
    if (isOver) return;
    if (added.length === 0) await nextChange(log.changes);
  }
}
