import { Rejection } from '#kernel/rejection.ts';

export type Filters = ReadonlyMap<string, readonly string[]>;

/** `filters={"label":["a=b"]}`, or the older `{"label":{"a=b":true}}`. Throws INVALID for others and for names not in `known`. */
export const parseFilters = (text: string | undefined, known: readonly string[]): Filters => {
  if (text === undefined || text === '') return new Map();
  const parsed = parse(text);
  const filters = new Map<string, readonly string[]>();
  for (const [name, values] of Object.entries(parsed)) {
    if (!known.includes(name)) throw new Rejection('INVALID', `invalid filter '${name}'`);
    if (typeof values !== 'object' || values === null) throw new Rejection('INVALID', `invalid filter '${name}': its values come as a list, ["…"], or as {"…":true}`);
    filters.set(name, Array.isArray(values) ? values.map(String) : Object.keys(values));
  }
  return filters;
};

const parse = (text: string): Record<string, unknown> => {
  try {
    const parsed: unknown = JSON.parse(text);
    if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)) return parsed as Record<string, unknown>;
  } catch {
    // Told below, as what is JSON and no object.
  }
  throw new Rejection('INVALID', `invalid filters: ${text.slice(0, 200)} is no JSON object`);
};

/** True when the filter is absent or one of its values passes. */
export const passes = (filters: Filters, name: string, test: (value: string) => boolean): boolean => filters.get(name)?.some(test) ?? true;

/** All label filters must hold: `key` or `key=value`. */
export const hasLabels = (filters: Filters, labels: Record<string, string>): boolean => (filters.get('label') ?? []).every((asked) => hasLabel(labels, asked));

/** None of the filters `label!` may hold. */
export const lacksLabels = (filters: Filters, labels: Record<string, string>): boolean => !(filters.get('label!') ?? []).some((asked) => hasLabel(labels, asked));

const hasLabel = (labels: Record<string, string>, asked: string): boolean => {
  const [key = '', ...value] = asked.split('=');
  return key in labels && (value.length === 0 || labels[key] === value.join('='));
};

/** A switch as the value of a filter. Throws INVALID for what is none. */
export const switchOf = (name: string, value: string): boolean => {
  if (['1', 'true', 't'].includes(value.toLowerCase())) return true;
  if (['0', 'false', 'f'].includes(value.toLowerCase())) return false;
  throw new Rejection('INVALID', `invalid filter '${name}=[${value}]'`);
};
