import { RegistryError } from './registry-error.ts';

/** Bytes from `start` to before `end`. */
export type Span = { start: number; end: number };

const numberRule = '(\\d{1,15})';
const rangeRule = new RegExp(`^bytes=(?:${numberRule}-${numberRule}?|-${numberRule})$`);
const contentRangeRule = new RegExp(`^(?:bytes )?${numberRule}-${numberRule}(?:/(?:\\*|\\d{1,15}))?$`);

/** The one span that is asked for; nothing for all, and for what RFC 9110 lets a server pass over: several spans, or other units. Throws RANGE_INVALID (416). */
export const spanOf = (range: string | undefined, sizeBytes: number): Span | undefined => {
  const [whole, from, to, last] = rangeRule.exec(range ?? '') ?? [];
  if (whole === undefined || (from !== undefined && to !== undefined && Number(to) < Number(from))) return undefined;
  const span = last === undefined ? { start: Number(from), end: to === undefined ? sizeBytes : Math.min(Number(to) + 1, sizeBytes) } : { start: Math.max(0, sizeBytes - Number(last)), end: sizeBytes };
  if (span.start >= span.end) throw new RegistryError(416, 'RANGE_INVALID', `the blob has ${sizeBytes} bytes, ${range} is not among them`, { 'Content-Range': `bytes */${sizeBytes}` });
  return span;
};

/** Where a chunk of an upload begins; nothing where that is not said. Throws SIZE_INVALID and RANGE_INVALID. */
export const chunkStart = (contentRange: string | undefined, contentLength: string | undefined): number | undefined => {
  if (contentRange === undefined || contentRange === '') return undefined;
  const [whole, from, to] = contentRangeRule.exec(contentRange) ?? [];
  if (whole === undefined || Number(to) < Number(from)) throw new RegistryError(416, 'RANGE_INVALID', `Content-Range ${JSON.stringify(contentRange.slice(0, 100))} is none: give <start>-<end>`);
  const length = Number(to) - Number(from) + 1;
  if (contentLength !== undefined && Number(contentLength) !== length) throw new RegistryError(400, 'SIZE_INVALID', `Content-Range ${contentRange} is ${length} bytes, Content-Length says ${contentLength}`);
  return Number(from);
};
