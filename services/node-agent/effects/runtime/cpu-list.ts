/** Numbers of a list such as `0-2,5`; undefined for what is no list. cpuset(7) */
const members = (list: string): ReadonlySet<number> | undefined => {
  const found = new Set<number>();
  for (const part of list.trim().split(',')) {
    const [, from, to = from] = /^(\d{1,5})(?:-(\d{1,5}))?$/.exec(part.trim()) ?? [];
    if (from === undefined || to === undefined || Number(to) < Number(from)) return undefined;
    for (let number = Number(from); number <= Number(to); number++) found.add(number);
  }
  return found;
};

/** Whether all that is asked for is available; undefined when what is asked for is no list. */
export const isWithin = (asked: string, available: string): boolean | undefined => {
  const has = members(available);
  const wants = members(asked);
  return wants && [...wants].every((number) => has?.has(number));
};
