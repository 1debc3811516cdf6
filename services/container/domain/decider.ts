import type { Decider } from '#kernel/decider.ts';
import { evolve, initial, type Container } from './container.ts';
import { decide, type ContainerCommand } from './decide.ts';
import type { ContainerEvent } from './events.ts';

export const containerDecider: Decider<Container, ContainerCommand, ContainerEvent> = { initial, decide, evolve };
