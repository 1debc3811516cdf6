import { Rejection } from '#kernel/rejection.ts';

export type Filters = ReadonlyMap<string, readonly string[]>;

/** `filters={"label":["a=b"]}`, or the older `{"label":{"a=b":true}}`. Throws INVALID for others and for names not in `known`. */
export const parseFilters = (text: string | undefined, known: readonly string[]): Filters => {
  if (text === undefined || text === '') return new Map();
  const parsed = parse(text);
  const filters = new Map<string, readonly string[]>();
  for (const [name, values] of Object.entries(parsed)) {
    if (!known.includes(name)) throw new Rejection('INVALID', `invalid filter '${name}'`);
    filters.set(name, Array.isArray(values) ? values.map(String) : Object.keys(values as object));
  }
  return filters;
};

const parse = (text: string): Record<string, unknown> => {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    throw new Rejection('INVALID', `invalid filters: ${text} is no JSON`);
  }
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

/** A switch in a query or a filter. */
export const isYes = (value: string | undefined): boolean => value === '1' || value?.toLowerCase() === 'true';
