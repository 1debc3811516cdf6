import type { LogEntry } from './port.ts';

/** `isLineEnd`: the program wrote a newline here; otherwise the line goes on in the stream's next entry. */
export type DecodedEntry = LogEntry & { isLineEnd: boolean };

const SPACE = 0x20;
const NEWLINE = 0x0a;
const NANOS_PER_SECOND = 1_000_000_000n;
const SECOND_LENGTH = '2026-01-01T00:00:00'.length;
const FRACTION_DIGITS = 9;

/** RFC 3339 with up to nine digits of fraction, exactly; undefined for anything else. */
export const parseTimestampNs = (text: string): bigint | undefined => {
  const match = /^\.?(\d*)(Z|[+-]\d\d:\d\d)$/.exec(text.slice(SECOND_LENGTH));
  const seconds = match === null ? NaN : Date.parse(`${text.slice(0, SECOND_LENGTH)}${match[2]}`) / 1000;
  if (match === null || !Number.isFinite(seconds)) return undefined;
  const fraction = (match[1] ?? '').padEnd(FRACTION_DIGITS, '0').slice(0, FRACTION_DIGITS);
  return BigInt(seconds) * NANOS_PER_SECOND + BigInt(fraction);
};

/** Time, stream and tag of a line; the payload begins at `start`. */
const header = (line: Buffer): { time: string; stream: string; tag: string; start: number } | undefined => {
  const timeEnd = line.indexOf(SPACE);
  const streamEnd = line.indexOf(SPACE, timeEnd + 1);
  const tagEnd = line.indexOf(SPACE, streamEnd + 1);
  if (timeEnd < 0 || streamEnd < 0 || tagEnd < 0) return undefined;
  return {
    time: line.toString('latin1', 0, timeEnd),
    stream: line.toString('latin1', timeEnd + 1, streamEnd),
    tag: line.toString('latin1', streamEnd + 1, tagEnd),
    start: tagEnd + 1,
  };
};

/**
 * One line of conmon's log, `<time> stdout|stderr P|F <bytes>`, with the newline that ends it. A `P` line is a piece the program wrote
 * without a newline, so what the program wrote comes back byte by byte. undefined for a line that a crash cut short.
 */
export const decodeEntry = (line: Buffer): DecodedEntry | undefined => {
  const found = header(line);
  const atNs = found === undefined ? undefined : parseTimestampNs(found.time);
  if (found === undefined || atNs === undefined || line.at(-1) !== NEWLINE) return undefined;
  if (found.stream !== 'stdout' && found.stream !== 'stderr') return undefined;
  const isLineEnd = found.tag.startsWith('F');
  // The newline at the end of an `F` line is the program's own.
  return { stream: found.stream, atNs, isLineEnd, data: line.subarray(found.start, isLineEnd ? line.length : line.length - 1) };
};

/** Splits off the complete lines; what follows the last newline is still being written. */
export const completeLines = (bytes: Buffer): { lines: readonly Buffer[]; rest: Buffer } => {
  const lines: Buffer[] = [];
  let start = 0;
  for (let end = bytes.indexOf(NEWLINE); end >= 0; end = bytes.indexOf(NEWLINE, start)) {
    lines.push(bytes.subarray(start, end + 1));
    start = end + 1;
  }
  return { lines, rest: bytes.subarray(start) };
};
