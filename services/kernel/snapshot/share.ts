import { serialize } from 'node:v8';

/** An entry of aggregates is [id, hash, { state, answered }]: what a state is made of lies this deep. */
const depth = 3;

/**
 * Makes parts that are equal one part, so that they are written and read once: replicas differ in little.
 * Gives copies; parts deeper down are shared between entries when they are read back.
 */
export const shareParts = (entries: readonly unknown[]): unknown[] => {
  const parts = new Map<string, unknown>();
  const shared = (value: unknown, level: number): unknown => {
    if (typeof value !== 'object' || value === null) return value;
    if (level === depth) {
      const text = Array.isArray(value) && value.length === 0 ? '' : serialize(value).toString('latin1');
      const known = parts.get(text);
      if (known === undefined) parts.set(text, value);
      return known ?? value;
    }
    // What a state lists itself is its own: what it answered, above all.
    if (Array.isArray(value)) return level + 1 === depth ? value : value.map((one) => shared(one, level + 1));
    if (Object.getPrototypeOf(value) !== Object.prototype) return value;
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, shared(one, level + 1)]));
  };
  return entries.map((entry) => shared(entry, 0));
};
