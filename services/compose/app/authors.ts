import { RevisionAccepted } from '#proto/compose.ts';
import type { Commit } from '#proto/envelope.ts';
import { commitIn, eventIn } from '#kernel/decoded.ts';
import { keptMap } from '#kernel/snapshot/kept.ts';
import type { Stored } from '#kernel/eventstore/event-store.ts';
import type { Authors } from '../views/project-view.ts';

/** Remembers who accepted each revision. */
export const authorBook = () => {
  const books = new Map<string, Map<number, Pick<Commit, 'actor' | 'reason'>>>();
  return {
    note: ({ aggregate, bytes }: Stored): void => {
      if (!aggregate.startsWith('compose.')) return;
      const { events, actor, reason } = commitIn(bytes);
      for (const { type, data } of events) {
        if (type !== RevisionAccepted.typeName) continue;
        books.set(aggregate, new Map(books.get(aggregate)).set(eventIn(RevisionAccepted, data).revision, { actor, reason }));
      }
    },
    kept: keptMap(books),
    of: (aggregate: string): Authors => books.get(aggregate) ?? new Map(),
  };
};
