import { suggest } from '#kernel/suggest.ts';

const askedMax = 100;
const knownMax = 200;

/** Names that are near to others, for warnings. A file of many wrong names among many right ones does not make it slow: it only gets fewer suggestions. */
export const openNear = (): ((given: string, known: Iterable<string>) => string | undefined) => {
  const asked = new Map<string, string | undefined>();
  return (given, known) => {
    if (!asked.has(given) && asked.size < askedMax) asked.set(given, suggest(given, [...known].slice(0, knownMax)));
    return asked.get(given);
  };
};
