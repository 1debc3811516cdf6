import { hint } from '#kernel/suggest.ts';
import { Misuse } from '../dockerfile/problem.ts';

/** signal(7) */
const names = [
  'ABRT', 'ALRM', 'BUS', 'CHLD', 'CLD', 'CONT', 'FPE', 'HUP', 'ILL', 'INT', 'IO', 'IOT', 'KILL', 'PIPE', 'POLL', 'PROF', 'PWR', 'QUIT', 'SEGV', 'STKFLT', 'STOP', 'SYS', 'TERM', 'TRAP', 'TSTP', 'TTIN', 'TTOU', 'URG',
  'USR1', 'USR2', 'VTALRM', 'WINCH', 'XCPU', 'XFSZ', 'RTMIN', 'RTMAX',
];

const numberMax = 64;

/** Throws Misuse for what is no signal of Linux: `SIGTERM`, `term`, `15`, `SIGRTMIN+3`. */
export const requireSignal = (text: string): void => {
  if (/^\d+$/.test(text) ? Number(text) >= 1 && Number(text) <= numberMax : isName(text)) return;
  throw new Misuse(`"${text}" is no signal${hint(text.toUpperCase(), names.map((name) => `SIG${name}`)) || ': write a name such as SIGTERM, or a number'}`, text);
};

const isName = (text: string): boolean => {
  const [, name = '', sign = '', offset = '0'] = /^(?:SIG)?([A-Z0-9]+?)(?:([+-])(\d{1,2}))?$/.exec(text.toUpperCase()) ?? [];
  if (!names.includes(name)) return false;
  return sign === '' || (Number(offset) <= (name === 'RTMIN' ? 15 : 14) && ((name === 'RTMIN' && sign === '+') || (name === 'RTMAX' && sign === '-')));
};
