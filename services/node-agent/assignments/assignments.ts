/** What the platform wants of this node, as far as it was told. */
export type Assignment = { containerId: string; sequence: number };

export type Assignments<Wanted extends Assignment> = {
  readonly wanted: ReadonlyMap<string, Wanted>;
  /** Whether everything wanted was heard once: before that, nothing on the machine may be called unwanted. */
  readonly complete: boolean;
};

export const none = <Wanted extends Assignment>(): Assignments<Wanted> => ({ wanted: new Map(), complete: false });

/**
 * Takes what was pushed (`complete: false`, only what changed) or asked for (`complete: true`, everything).
 * Messages may overtake each other: of two words about one container the later in the log counts.
 * A whole list answers a question that was asked at `askedAt`: what was pushed after that is newer than its silence.
 */
export const hear = <Wanted extends Assignment>(before: Assignments<Wanted>, containers: readonly Wanted[], complete: boolean, upToSequence: number): Assignments<Wanted> => {
  const wanted = new Map(before.wanted);
  const listed = new Set(containers.map(({ containerId }) => containerId));
  if (complete) for (const [containerId, { sequence }] of before.wanted) if (!listed.has(containerId) && sequence <= upToSequence) wanted.delete(containerId);
  for (const container of containers) {
    const known = wanted.get(container.containerId);
    if (!known || known.sequence <= container.sequence) wanted.set(container.containerId, container);
  }
  return { wanted, complete: before.complete || complete };
};

/** Forgets one that is gone; the platform will not speak of it again. */
export const forget = <Wanted extends Assignment>({ wanted, complete }: Assignments<Wanted>, containerId: string): Assignments<Wanted> => {
  const rest = new Map(wanted);
  rest.delete(containerId);
  return { wanted: rest, complete };
};
