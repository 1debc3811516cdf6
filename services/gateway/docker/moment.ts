import { Rejection } from '#kernel/rejection.ts';

const unitMs: Readonly<Record<string, number>> = { ns: 1e-6, us: 1e-3, µs: 1e-3, ms: 1, s: 1_000, m: 60_000, h: 3_600_000 };
const durationRule = /^(?:\d+(?:\.\d+)?(?:ns|us|µs|ms|s|m|h))+$/;
const part = /(\d+(?:\.\d+)?)(ns|us|µs|ms|s|m|h)/g;
const timestampRule = /^\d{4}-\d\d-\d\d(?:[T ]\d\d(?::\d\d(?::\d\d(?:\.\d+)?)?)?(?:Z|[+-]\d\d:\d\d)?)?$/;

/** A moment as Docker's filters write it: `24h` ago, seconds since 1970, or a time of RFC 3339, whose end may be missing. Throws INVALID, which names `where` it was asked for. */
export const momentMs = (text: string, nowMs: number, where = 'until filter'): number => {
  if (durationRule.test(text)) return nowMs - [...text.matchAll(part)].reduce((sum, [, number, unit = 's']) => sum + Number(number) * (unitMs[unit] ?? 0), 0);
  if (/^\d+(?:\.\d+)?$/.test(text)) return Number(text) * 1_000;
  // An hour without minutes is none to JavaScript.
  const ms = timestampRule.test(text) ? Date.parse(text.replace(/^(\d{4}-\d\d-\d\d[T ]\d\d)(?=Z|[+-]|$)/, '$1:00')) : NaN;
  if (Number.isNaN(ms)) throw new Rejection('INVALID', `invalid ${where}: "${text}" is no moment: give a duration (24h), seconds since 1970 or a time (2026-11-24T10:00:00Z)`);
  return ms;
};
