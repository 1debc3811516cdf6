import { Rejection } from '#kernel/rejection.ts';
import type { AskedHealthcheck, CreateRequest } from './request.ts';

const refuse = (message: string): never => {
  throw new Rejection('INVALID', message);
};

/** What a container runs as: environment, folder, signal, health check. */
export const checkConfig = ({ Env = [], WorkingDir = '', StopSignal = '', Healthcheck, MacAddress = '', Volumes = {} }: CreateRequest): void => {
  for (const variable of Env) if (variable === '' || variable.startsWith('=')) refuse(`invalid environment variable: ${variable}`);
  if (WorkingDir !== '' && !WorkingDir.startsWith('/')) refuse(`the working directory '${WorkingDir}' is invalid, it needs to be an absolute path`);
  if (StopSignal !== '' && !isSignal(StopSignal)) refuse(`invalid signal: ${StopSignal}`);
  if (MacAddress !== '' && !isMac(MacAddress)) refuse(`invalid MAC address ${MacAddress}`);
  for (const target of Object.keys(Volumes)) if (!target.startsWith('/') || target === '/' || target.includes(':')) refuse(`invalid volume: '${target}': a volume's place is an absolute path other than /`);
  if (Healthcheck) checkHealthcheck(Healthcheck);
};

const signalNames = new Set(
  ('HUP INT QUIT ILL TRAP ABRT IOT BUS FPE KILL USR1 SEGV USR2 PIPE ALRM TERM STKFLT CHLD CLD CONT STOP TSTP TTIN TTOU URG XCPU XFSZ VTALRM PROF WINCH IO POLL PWR SYS RTMIN RTMAX').split(' '),
);
const signalMax = 64;

const isSignal = (asked: string): boolean => {
  if (/^\d+$/.test(asked)) return Number(asked) > 0 && Number(asked) <= signalMax;
  const name = asked.toUpperCase().replace(/^SIG/, '');
  return signalNames.has(name) || /^RTMIN\+([1-9]|1[0-5])$/.test(name) || /^RTMAX-([1-9]|1[0-4])$/.test(name);
};

export const isMac = (text: string): boolean => /^([0-9a-f]{2}[:-]){5}[0-9a-f]{2}$/i.test(text);

const nsPerMs = 1_000_000;

const checkHealthcheck = (check: AskedHealthcheck): void => {
  for (const name of ['Interval', 'Timeout', 'StartPeriod', 'StartInterval'] as const) {
    const value = check[name] ?? 0;
    if (value !== 0 && value < nsPerMs) refuse(`${name} in Healthcheck cannot be less than 1ms`);
  }
  if ((check.Retries ?? 0) < 0) refuse('Retries in Healthcheck cannot be negative');
  const [kind] = check.Test ?? [];
  if (kind !== undefined && !['NONE', 'CMD', 'CMD-SHELL'].includes(kind)) refuse(`unknown type of health check: ${kind}: use NONE, CMD or CMD-SHELL`);
};
