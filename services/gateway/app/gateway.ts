import { awaitContainer, getContainer } from '#endpoints/container.ts';
import type { Moment } from '#kernel/as-of.ts';
import type { Context } from '#kernel/context.ts';
import type { AgentTls, Nodes } from '#kernel/nodes.ts';
import type { Platform } from '#kernel/platform.ts';
import { Rejection } from '#kernel/rejection.ts';
import type { Container } from '#proto/container.ts';
import type { Occurrences } from './occurrences.ts';
import type { TcpListen } from '../http/listen-tcp.ts';
import type { RegistryListen } from '../registry/listen.ts';

export type GatewayConfig = { socketPath: string; socketGroup?: string; localNodeId: string; /** Where Docker's API is served over TCP. */ listen?: TcpListen; agentTls?: AgentTls; /** How other machines join: where, and what they know the authority by. */ join?: { address: string; fingerprint: string }; /** Where registry clients connect over TCP. */ registry?: RegistryListen };

/** What every route is handed. */
export type Gateway = { platform: Platform; nodes: Nodes; config: GatewayConfig; tell: Occurrences['tell'] };

/** A container that is there, or was at that moment. One that is gone is known by its whole id still, but not to clients of Docker. */
export const containerBy = async ({ platform }: Gateway, reference: string, context: Context, moment: Moment = { asOfSequence: 0, asOfMs: 0 }): Promise<Container> => {
  const { message } = await platform.bus.call(getContainer, { container: reference, ...moment }, context);
  if (message.state === 'removed') throw new Rejection('CONTAINER_NOT_FOUND', `No such container: ${reference}`);
  return message;
};

const askAgainMs = 25_000;

/** Waits for a condition as long as it takes, or until `gone` says that nobody waits any more. */
export const awaitCondition = async ({ platform }: Gateway, container: string, condition: string, run: number, context: Context, options: { gone?: () => boolean; minSequence?: number } = {}): Promise<Container | undefined> => {
  while (!options.gone?.()) {
    const { message } = await platform.bus.call(awaitContainer, { container, condition, run, timeoutMs: askAgainMs }, context, { timeoutMs: askAgainMs + 10_000, minSequence: options.minSequence ?? 0 });
    if (message.reached && message.container) return message.container;
  }
  return undefined;
};
