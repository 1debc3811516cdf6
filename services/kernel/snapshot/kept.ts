/**
 * What a reader of the log knows, so that it need not read the whole log to know it again.
 * Entries must be such as `structuredClone` can copy, and are not changed once they were given: they are written piece by piece.
 */
export type Kept = {
  save: () => readonly unknown[];
  /** Takes the place of all it knew. Of nothing: as it was before the first commit. */
  load: (entries: readonly unknown[]) => void;
};

/** By names that are unique in the process. A reader that keeps nothing says `{}`; one that says nothing makes the log be read from its beginning. */
export type KeptByName = Readonly<Record<string, Kept>>;

/** A map whose values are replaced, never changed in place. */
export const keptMap = <Key, Value>(map: Map<Key, Value>): Kept => ({
  save: () => [...map],
  load: (entries) => {
    map.clear();
    for (const [key, value] of entries as readonly [Key, Value][]) map.set(key, value);
  },
});
