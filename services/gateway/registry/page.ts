import { RegistryError } from './registry-error.ts';

/** A part of a list, and the query of the next one where there is more. */
export type Page = { items: readonly string[]; next?: string };

const compare = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));

/** As `?n=` and `?last=` ask; `sorted` is in the order of its bytes. https://github.com/opencontainers/distribution-spec/blob/v1.1.0/spec.md#listing-tags */
export const pageOf = (sorted: readonly string[], query: URLSearchParams): Page => {
  const last = query.get('last');
  const rest = last === null || last === '' ? sorted : sorted.filter((item) => compare(item, last) > 0);
  const asked = query.get('n');
  if (asked === null || asked === '') return { items: rest };
  if (!/^\d{1,9}$/.test(asked)) throw new RegistryError(400, 'UNSUPPORTED', `n=${asked.slice(0, 50)} is no number of entries`);
  const items = rest.slice(0, Number(asked));
  const [end] = items.slice(-1);
  return items.length < rest.length && end !== undefined ? { items, next: String(new URLSearchParams({ n: asked, last: end })) } : { items };
};
