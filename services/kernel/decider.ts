/** A state machine with no I/O: the only place where a service decides anything. */
export type Decider<State, Command, Event> = {
  initial: () => State;
  /** Events (it happens), none (already so), or a thrown `Rejection` (not allowed). */
  decide: (command: Command, state: State) => readonly Event[];
  /** Applies a recorded fact. Facts cannot be refused: one that no longer fits changes nothing. */
  evolve: (state: State, event: Event) => State;
};

/** The state after `events`, starting from the initial one. */
export const fold = <State, Event>(
  decider: Pick<Decider<State, never, Event>, 'initial' | 'evolve'>,
  events: Iterable<Event>,
): State => {
  let state = decider.initial();
  for (const event of events) state = decider.evolve(state, event);
  return state;
};
