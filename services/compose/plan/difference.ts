import type { Service } from '../project/model.ts';

/** What does not make a container a different one: how many there are, the order in which they start, and how their image comes to be. */
const apart: ReadonlySet<keyof Service> = new Set(['replicas', 'dependsOn', 'pullPolicy', 'pullEveryMs', 'build']);

/** The part of a service that its containers are made from, as text that is the same for the same service. */
export const canonical = (service: Service): string =>
  stable(Object.fromEntries(Object.entries(service).filter(([key]) => !apart.has(key as keyof Service))));

/** Names of the keys in which two services differ. */
export const difference = (before: Service, after: Service): string[] => {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]) as Set<keyof Service>;
  return [...keys].filter((key) => !apart.has(key) && stable(before[key]) !== stable(after[key])).toSorted();
};

const stable = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner) ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1))) : inner,
  ) ?? '';
