import { Rejection } from '#kernel/rejection.ts';
import type { Network } from '#proto/network.ts';
import { hasLabels, passes, switchOf, type Filters } from './filters.ts';

export const networkFilters = ['dangling', 'driver', 'id', 'label', 'name', 'scope', 'type'];

const types = ['builtin', 'custom'];

/** Whether `GET /networks?filters=` asks for this one. Throws INVALID for a type that there is none of. */
export const isAskedNetwork = (network: Network, filters: Filters): boolean => {
  const { networkId, name, driver, labels, predefined, attached } = network;
  for (const type of filters.get('type') ?? []) if (!types.includes(type)) throw new Rejection('INVALID', `invalid filter: 'type'='${type}'`);
  return (
    hasLabels(filters, labels) &&
    passes(filters, 'name', (value) => name.includes(value)) &&
    passes(filters, 'id', (value) => networkId.startsWith(value)) &&
    passes(filters, 'driver', (value) => value === (driver === 'none' ? 'null' : driver)) &&
    passes(filters, 'scope', (value) => value === 'local') &&
    passes(filters, 'type', (value) => (value === 'builtin') === predefined) &&
    passes(filters, 'dangling', (value) => switchOf('dangling', value) === (!predefined && attached.length === 0))
  );
};
