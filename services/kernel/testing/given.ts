import assert from 'node:assert/strict';
import type { Decider } from '../decider.ts';
import { Rejection } from '../rejection.ts';

/** `given(...events).when(command).then(...events)` over any decider; every event and decision happens at `atMs`. */
export const givenOf =
  <State, Command, Event>(decider: Decider<State, Command, Event>, atMs = 1_000) =>
  (...past: readonly Event[]) => ({
    when: (command: Command, nowMs = atMs) => {
      const state = past.reduce((before, event) => decider.evolve(before, event, atMs), decider.initial());
      const decided = () => decider.decide(command, state, nowMs);
      return {
        then: (...events: readonly Event[]) => assert.deepEqual(decided(), events),
        thenNothing: () => assert.deepEqual(decided(), []),
        thenRejected: (code: string) => assert.throws(decided, (error) => error instanceof Rejection && error.code === code),
      };
    },
  });
