/** What is longer is no misspelt name; comparing takes time by the product of both lengths. */
const nameMaxLength = 100;

/** The known name that `given` was most likely meant to be, if one is near enough. */
export const suggest = (given: string, known: readonly string[]): string | undefined => {
  if (given.length > nameMaxLength) return undefined;
  const far = Math.max(1, Math.floor(given.length / 3));
  const [best] = known.map((name) => ({ name, distance: distance(given, name) })).filter((one) => one.distance <= far).toSorted((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1));
  return best?.name;
};

/** `; did you mean "ports"?`, or what there is, or nothing. */
export const hint = (given: string, known: readonly string[]): string => {
  const near = suggest(given, known);
  return near === undefined ? '' : `; did you mean "${near}"?`;
};

// Changes of one letter, exchanged neighbours counting as one.
const distance = (a: string, b: string): number => {
  const rows = Array.from({ length: a.length + 1 }, (_, i) => Array.from({ length: b.length + 1 }, (__, j) => (i === 0 ? j : j === 0 ? i : 0)));
  const at = (i: number, j: number): number => rows[i]?.[j] ?? 0;
  for (let i = 1; i <= a.length; i++)
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, at(i - 2, j - 2) + 1);
      (rows[i] as number[])[j] = least;
    }
  return at(a.length, b.length);
};
