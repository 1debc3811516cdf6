/** A state machine with no I/O: the only place where a service decides anything. */
export type Decider<State, Command, Event> = {
  initial: () => State;
  /** Events (it happens), none (already so), or a thrown `Rejection` (not allowed). The time is an input. */
  decide: (command: Command, state: State, nowMs: number) => readonly Event[];
  /** Applies a recorded fact. Facts cannot be refused: one that no longer fits changes nothing. */
  evolve: (state: State, event: Event, atMs: number) => State;
};
