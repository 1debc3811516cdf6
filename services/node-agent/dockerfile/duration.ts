import { Misuse } from './problem.ts';

const unitsNs: ReadonlyMap<string, number> = new Map([['ns', 1], ['us', 1e3], ['µs', 1e3], ['ms', 1e6], ['s', 1e9], ['m', 60e9], ['h', 3600e9]]);

/** Go's notation of durations (`1m30s`, `1.5h`, `0`), in nanoseconds. https://pkg.go.dev/time#ParseDuration */
export const parseDuration = (text: string): number => {
  if (text === '0') return 0;
  const parts = [...text.matchAll(/(\d+(?:\.\d*)?|\.\d+)(ns|us|µs|ms|s|m|h)/g)];
  const value = parts.reduce((sum, [, number = '', unit = '']) => sum + Number(number) * (unitsNs.get(unit) ?? 0), 0);
  if (parts.length === 0 || parts.map(([whole]) => whole).join('') !== text || !Number.isSafeInteger(Math.round(value)))
    throw new Misuse(`"${text}" is no duration: write a number with its unit, for example 30s or 1m30s`, text);
  return Math.round(value);
};
