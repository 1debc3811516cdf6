import { Rejection } from '#kernel/rejection.ts';

/** `as_of=<sequence>` or `as_of=<RFC 3339 time>`. */
export const momentOf = (asked: string | undefined): { asOfSequence: number; asOfMs: number } => {
  if (asked === undefined || asked === '') return { asOfSequence: 0, asOfMs: 0 };
  if (/^\d+$/.test(asked)) return { asOfSequence: Number(asked), asOfMs: 0 };
  const ms = Date.parse(asked);
  if (Number.isNaN(ms)) throw new Rejection('INVALID', `as_of=${asked} is no moment: give a sequence of the log or a time such as 2026-11-24T10:00:00Z`);
  return { asOfSequence: 0, asOfMs: ms };
};
