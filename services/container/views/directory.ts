import type { Folded } from '#kernel/aggregates.ts';
import { Rejection } from '#kernel/rejection.ts';
import type { Container } from '../domain/container.ts';

export type Entry = { aggregate: string; containerId: string; folded: Folded<Container> };

/** Finds containers by what people call them. */
export type Directory = {
  /** Must be called after each change of an aggregate. */
  note: (aggregate: string, folded: Folded<Container>) => void;
  /** By id, name or unique id prefix, in Docker's order. Removed ones only by full id. Throws CONTAINER_NOT_FOUND or AMBIGUOUS. */
  find: (reference: string) => Entry;
  all: () => Iterable<Entry>;
};

export const directory = (): Directory => {
  const byId = new Map<string, Entry>();
  const byName = new Map<string, string>();

  const note = (aggregate: string, folded: Folded<Container>): void => {
    const containerId = aggregate.slice(aggregate.lastIndexOf('.') + 1);
    const before = byId.get(containerId);
    const nameBefore = before && nameOf(before.folded.state);
    if (nameBefore !== undefined && byName.get(nameBefore) === containerId) byName.delete(nameBefore);
    byId.set(containerId, { aggregate, containerId, folded });
    const name = nameOf(folded.state);
    if (name !== undefined) byName.set(name, containerId);
  };

  const find = (reference: string): Entry => {
    const plain = reference.replace(/^\//, '');
    const exact = byId.get(plain) ?? byId.get(byName.get(plain) ?? '');
    if (exact) return exact;
    const found = /^[0-9a-f]{1,63}$/.test(plain) ? [...byId.values()].filter((entry) => entry.containerId.startsWith(plain) && nameOf(entry.folded.state) !== undefined) : [];
    if (found.length > 1) throw new Rejection('AMBIGUOUS', `Multiple IDs found with provided prefix: ${plain}`);
    const [only] = found;
    if (!only) throw new Rejection('CONTAINER_NOT_FOUND', `No such container: ${plain}`);
    return only;
  };

  return { note, find, all: () => byId.values() };
};

// A container that is removed, or whose node is lost, has given its name up.
const nameOf = (container: Container): string | undefined => (container.phase === 'present' && !container.abandoned ? container.name : undefined);
