import type { Decider } from '#kernel/decider.ts';
import { Rejection } from '#kernel/rejection.ts';

export type JoinTokenEvent = { type: 'NodeTokenIssued'; expiresAtMs: number } | { type: 'NodeTokenRedeemed'; nodeId: string; publicKey: string };
export type JoinTokenCommand = { type: 'IssueToken'; expiresAtMs: number } | { type: 'RedeemToken'; nodeId: string; publicKey: string };
export type JoinToken = { expiresAtMs: number; redeemedBy?: { nodeId: string; publicKey: string } } | undefined;

/** Lets one node in, once. The same node may ask again with the same key: its first answer may have been lost. */
export const joinTokenDecider: Decider<JoinToken, JoinTokenCommand, JoinTokenEvent> = {
  initial: () => undefined,
  decide: (command, token, nowMs) => {
    if (command.type === 'IssueToken') return [{ type: 'NodeTokenIssued', expiresAtMs: command.expiresAtMs }];
    const { nodeId, publicKey } = command;
    if (token?.redeemedBy?.nodeId === nodeId && token.redeemedBy.publicKey === publicKey) return [];
    if (!token || token.redeemedBy || nowMs > token.expiresAtMs) throw new Rejection('TOKEN_INVALID', 'the token is unknown, too old or used already: make a new one with "lading node token"');
    return [{ type: 'NodeTokenRedeemed', nodeId, publicKey }];
  },
  evolve: (token, event) => {
    if (event.type === 'NodeTokenIssued') return { expiresAtMs: event.expiresAtMs };
    return token && { ...token, redeemedBy: { nodeId: event.nodeId, publicKey: event.publicKey } };
  },
};
