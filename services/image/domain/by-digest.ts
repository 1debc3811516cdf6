/**
 * Values by digest, never changed in place: a change copies what begins with the same two digits. What a node holds or a repository lists
 * may be tens of thousands, and each report of the log changes a few of them.
 */
export type ByDigest<Value> = Readonly<Record<string, Readonly<Record<string, Value>>>>;

const prefixOf = (digest: string): string => digest.slice(digest.indexOf(':') + 1).slice(0, 2);

export const valueOf = <Value>(map: ByDigest<Value>, digest: string): Value | undefined => map[prefixOf(digest)]?.[digest];

export const withDigests = <Value>(map: ByDigest<Value>, entries: readonly (readonly [digest: string, value: Value])[]): ByDigest<Value> => {
  const changed: Record<string, Record<string, Value>> = {};
  for (const [digest, value] of entries) {
    const prefix = prefixOf(digest);
    changed[prefix] ??= { ...map[prefix] };
    changed[prefix][digest] = value;
  }
  return { ...map, ...changed };
};

export const withoutDigests = <Value>(map: ByDigest<Value>, digests: readonly string[]): ByDigest<Value> => {
  const changed: Record<string, Record<string, Value>> = {};
  for (const digest of digests) {
    const prefix = prefixOf(digest);
    changed[prefix] ??= { ...map[prefix] };
    delete changed[prefix][digest];
  }
  return { ...map, ...changed };
};

export const entriesOf = <Value>(map: ByDigest<Value>): (readonly [digest: string, value: Value])[] => Object.values(map).flatMap((part) => Object.entries(part));
