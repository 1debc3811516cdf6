import { parseDuration } from './duration.ts';
import { readFlags, type FlagKind, type Flags } from './flags.ts';
import type { Healthcheck } from './instruction.ts';
import { listForm } from './list-form.ts';
import { Misuse } from './problem.ts';
import { splitFirst } from './words.ts';

const kinds: Readonly<Record<string, FlagKind>> = { interval: 'value', timeout: 'value', 'start-period': 'value', 'start-interval': 'value', retries: 'value' };

/** `HEALTHCHECK [flags] CMD …` or `HEALTHCHECK NONE`. Throws Misuse. */
export const readHealthcheck = (flagWords: readonly string[], text: string): Healthcheck => {
  const { first, rest } = splitFirst(text);
  const type = first.toUpperCase();
  if (type === 'NONE') {
    if (rest !== '' || flagWords.length > 0) throw new Misuse('HEALTHCHECK NONE takes nothing else: it switches the check of the base image off');
    return { kind: 'healthcheck', test: ['NONE'], intervalNs: 0, timeoutNs: 0, startPeriodNs: 0, startIntervalNs: 0, retries: 0 };
  }
  if (type !== 'CMD') throw new Misuse(first === '' ? 'HEALTHCHECK needs a command: write HEALTHCHECK CMD … or HEALTHCHECK NONE' : `HEALTHCHECK has no "${first}": write HEALTHCHECK [flags] CMD …`, first);
  const flags = readFlags('HEALTHCHECK', flagWords, kinds);
  const list = listForm(rest);
  if (list === undefined ? rest === '' : list.length === 0) throw new Misuse('HEALTHCHECK CMD has no command: write the command after it');
  return {
    kind: 'healthcheck',
    test: list === undefined ? ['CMD-SHELL', rest] : ['CMD', ...list],
    intervalNs: time(flags, 'interval'),
    timeoutNs: time(flags, 'timeout'),
    startPeriodNs: time(flags, 'start-period'),
    startIntervalNs: time(flags, 'start-interval'),
    retries: retries(flags.value('retries')),
  };
};

/** Docker's engine refuses a shorter one. */
const shortestNs = 1e6;

const time = (flags: Flags, name: string): number => {
  const value = flags.value(name);
  if (value === '') return 0;
  const ns = parseDuration(value);
  if (ns !== 0 && ns < shortestNs) throw new Misuse(`--${name}=${value} is too short: it has to be at least 1ms, or 0 for the default`, value);
  return ns;
};

const retries = (value: string): number => {
  if (value === '') return 0;
  if (!/^\+?\d{1,9}$/.test(value)) throw new Misuse(`--retries=${value} is no whole number from 0 on`, value);
  return Number(value);
};
