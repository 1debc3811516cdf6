const unitsMs: Readonly<Record<string, number>> = { ns: 1e-6, us: 1e-3, 'µs': 1e-3, ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 };
const part = /(\d+(?:\.\d+)?)(ns|us|µs|ms|s|m|h|d|w)/gy;

/** `1m30s` in milliseconds; undefined when it is no duration. A number needs a unit, 0 does not. */
export const parseDuration = (text: string): number | undefined => {
  if (text === '0') return 0;
  let total = 0;
  let end = 0;
  for (const [all, number, unit = ''] of text.matchAll(part)) {
    total += Number(number) * (unitsMs[unit] ?? 0);
    end += all.length;
  }
  return end === text.length && end > 0 ? Math.round(total) : undefined;
};

const factors: Readonly<Record<string, number>> = { '': 1, b: 1, k: 2 ** 10, m: 2 ** 20, g: 2 ** 30, t: 2 ** 40, p: 2 ** 50 };

/** `64m`, `1.5gb` or a plain number in bytes; undefined when it is no size. -1 stands for no limit. */
export const parseBytes = (text: string): number | undefined => {
  if (text === '-1') return -1;
  const [, number, unit = ''] = /^(\d+(?:\.\d+)?)\s*([bkmgtp]?)(?:i?b)?$/i.exec(text) ?? [];
  return number === undefined ? undefined : Math.round(Number(number) * (factors[unit.toLowerCase()] ?? 1));
};
