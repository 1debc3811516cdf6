import { CommandError } from './api.ts';

const unitsMs: Record<string, number> = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** `5m` (that long ago), a sequence of the log, or an RFC 3339 time, as the API's `as_of` takes it. */
export const moment = (given: string, nowMs: number): string => {
  const spans = [...given.matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h|d)/g)];
  if (spans.length > 0 && spans.map(([whole]) => whole).join('') === given)
    return new Date(nowMs - spans.reduce((sum, [, amount, unit]) => sum + Number(amount) * (unitsMs[unit ?? ''] ?? 0), 0)).toISOString();
  if (/^\d+$/.test(given)) return given;
  if (!Number.isNaN(Date.parse(given))) return new Date(given).toISOString();
  throw new CommandError(`"${given}" is no moment: say 5m (ago), a time such as 2026-11-24T10:00:00Z, or a sequence`, 125);
};
