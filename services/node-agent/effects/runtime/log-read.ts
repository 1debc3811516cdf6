import { closeSync, fstatSync, openSync, readSync, statSync } from 'node:fs';
import { completeLines, decodeEntry, type DecodedEntry } from './log-decode.ts';
import { tailPosition } from './log-tail.ts';
import type { LogEntry, LogQuery } from './port.ts';

/** The log of one container: its files, and what a follower needs to know of the container. */
export type LogSource = {
  /** The files as they are named now, oldest first, the one being written last. */
  paths: () => readonly string[];
  /** Nothing more will be written. */
  isOver: () => boolean;
  /** Settles when the log or the container may have changed, at the latest after a while. */
  changed: () => Promise<void>;
  /** Stops what `changed` waits with. */
  close: () => void;
};

const CHUNK_BYTES = 64 * 1024;
const NANOS_PER_MS = 1_000_000n;

type OpenFile = { fd: number; inode: number };

const openFile = (path: string): OpenFile | undefined => {
  try {
    const fd = openSync(path, 'r');
    return { fd, inode: fstatSync(fd).ino };
  } catch {
    return undefined;
  }
};

const openAll = (paths: readonly string[]): OpenFile[] => {
  const files = paths.map(openFile).filter((file) => file !== undefined);
  // A rotation between two opens gives one file under two names.
  return files.filter((file, index) => {
    const isFirst = files.findIndex((other) => other.inode === file.inode) === index;
    if (!isFirst) closeSync(file.fd);
    return isFirst;
  });
};

const selects = (query: LogQuery): ((entry: DecodedEntry) => boolean) => {
  const since = query.sinceMs === undefined ? undefined : BigInt(Math.ceil(query.sinceMs)) * NANOS_PER_MS;
  const until = query.untilMs === undefined ? undefined : BigInt(Math.floor(query.untilMs)) * NANOS_PER_MS;
  return ({ stream, atNs }) =>
    (stream === 'stdout' ? query.stdout : query.stderr) && (since === undefined || atNs >= since) && (until === undefined || atNs <= until);
};

/** Reads a file from a position to its present end, one complete line after the other. */
const reader = (fd: number, offset: number) => {
  let position = offset;
  let rest = Buffer.alloc(0);
  const buffer = Buffer.alloc(CHUNK_BYTES);
  return function* entries(): Generator<DecodedEntry> {
    for (let read = readSync(fd, buffer, 0, CHUNK_BYTES, position); read > 0; read = readSync(fd, buffer, 0, CHUNK_BYTES, position)) {
      position += read;
      const split = completeLines(Buffer.concat([rest, buffer.subarray(0, read)]));
      rest = Buffer.from(split.rest);
      for (const line of split.lines) {
        const entry = decodeEntry(line);
        if (entry !== undefined) yield entry;
      }
    }
  };
};

/** The files written after the one with this inode; all of them when that one has been rotated away meanwhile. */
const newerThan = (paths: readonly string[], inode: number): readonly string[] => {
  const inodes = paths.map((path) => statSync(path, { throwIfNoEntry: false })?.ino);
  return paths.slice(inodes.lastIndexOf(inode) + 1);
};

/** Everything of the log that was asked for, in order and complete over rotations. */
export async function* readLog(source: LogSource, query: LogQuery): AsyncGenerator<LogEntry> {
  const wants = selects(query);
  const isPast = (entry: DecodedEntry): boolean => query.untilMs !== undefined && entry.atNs > BigInt(Math.floor(query.untilMs)) * NANOS_PER_MS;
  let files = openAll(source.paths());
  const opened = [...files];
  try {
    const start = query.tail === undefined ? { file: 0, offset: 0 } : tailPosition(files.map((file) => file.fd), query.tail, wants);
    files = files.slice(start.file);
    let offset = start.offset;
    for (;;) {
      const file = files.shift();
      const read = file === undefined ? undefined : reader(file.fd, offset);
      offset = 0;
      for (;;) {
        // Both are looked at before the last read: what was written up to then is in it.
        const isOver = !query.follow || source.isOver();
        const newer = query.follow && files.length === 0 ? openAll(newerThan(source.paths(), file?.inode ?? 0)) : [];
        opened.push(...newer);
        files.push(...newer);
        for (const entry of read?.() ?? []) {
          if (isPast(entry)) return;
          if (wants(entry)) yield { stream: entry.stream, atNs: entry.atNs, data: entry.data };
        }
        if (files.length > 0) break;
        if (isOver) return;
        await source.changed();
      }
    }
  } finally {
    source.close();
    for (const { fd } of opened) closeSync(fd);
  }
}
