import type { Invocation } from './command.ts';
import { serviceOf, type ShownContainer } from './commands/ps.ts';

/** Running containers of a service, by slot; those of every project when none is meant. */
export const containersOf = async ({ api }: Invocation, project: string | undefined, service: string | undefined, all = false): Promise<ShownContainer[]> => {
  const query = new URLSearchParams({ ...(project === undefined ? {} : { project }), ...(all ? { all: 'true' } : {}) });
  const { items } = await api.json<{ items: ShownContainer[] }>('GET', `/api/v1/containers?${query}`);
  return items
    .filter(({ spec }) => service === undefined || serviceOf({ spec }) === service)
    .toSorted((a, b) => (a.spec.replicaOf?.slot ?? 0) - (b.spec.replicaOf?.slot ?? 0));
};
