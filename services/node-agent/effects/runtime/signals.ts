import { constants } from 'node:os';

const SIGRTMIN = 34;
const SIGRTMAX = 64;

/** The number of a signal by any of its names: `SIGTERM`, `term`, `15`, `RTMIN+3`. Throws for what is none. */
export const signalNumber = (name: string): number => {
  const plain = name.trim().toUpperCase().replace(/^SIG/, '');
  const realTime = /^RT(MIN|MAX)(?:([+-])(\d+))?$/.exec(plain);
  const base = realTime?.[1] === 'MAX' ? SIGRTMAX : SIGRTMIN;
  const offset = Number(realTime?.[3] ?? 0) * (realTime?.[2] === '-' ? -1 : 1);
  const byName: Readonly<Record<string, number>> = constants.signals;
  const number = realTime === null ? (byName[`SIG${plain}`] ?? Number(plain || NaN)) : base + offset;
  if (!Number.isInteger(number) || number < 1 || number > SIGRTMAX) throw new Error(`signal ${name}: not known; use a name such as TERM or a number`);
  return number;
};
