/** Names of a container's interfaces by network: those it has stay, a new one takes the lowest number that is free. */
export const interfaceNames = (networkIds: readonly string[], kept: Readonly<Record<string, string>>): Record<string, string> => {
  const names: Record<string, string> = Object.fromEntries(networkIds.flatMap((id) => (kept[id] === undefined ? [] : [[id, kept[id]]])));
  for (const id of networkIds) names[id] ??= freeName(Object.values(names));
  return names;
};

const freeName = (taken: readonly string[]): string => {
  for (let number = 0; ; number++) if (!taken.includes(`eth${number}`)) return `eth${number}`;
};
