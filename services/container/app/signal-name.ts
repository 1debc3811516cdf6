import { constants } from 'node:os';
import { Rejection } from '#kernel/rejection.ts';

/** `9`, `KILL`, `sigkill` → `SIGKILL`. See signal(7). */
export const signalName = (asked: string): string => {
  const known = Object.entries(constants.signals);
  const byNumber = known.find(([, number]) => String(number) === asked);
  if (byNumber) return byNumber[0];
  const name = `SIG${asked.toUpperCase().replace(/^SIG/, '')}`;
  if (known.some(([signal]) => signal === name) || /^SIGRTM(IN|AX)/.test(name)) return name;
  throw new Rejection('INVALID', `Invalid signal: ${asked}`);
};
