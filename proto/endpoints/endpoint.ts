import type { Codec } from '#codec';

/** A request that a service answers over NATS: where, with what, and with what it is answered. */
export type Endpoint<Request, Reply> = { subject: string; request: Codec<Request>; reply: Codec<Reply> };

/** A request of one node's agent. The node's own subject is the only one that its NATS user may publish to. */
export type NodeEndpoint<Request, Reply> = { kind: string; request: Codec<Request>; reply: Codec<Reply> };

export const endpoint = <Request, Reply>(subject: string, request: Codec<Request>, reply: Codec<Reply>): Endpoint<Request, Reply> => ({ subject, request, reply });

export const nodeEndpoint = <Request, Reply>(kind: string, request: Codec<Request>, reply: Codec<Reply>): NodeEndpoint<Request, Reply> => ({ kind, request, reply });

/** Answers that say nothing but "done". */
export type Done = Record<string, never>;
export const Done: Codec<Done> = { typeName: '', encode: () => new Uint8Array(), decode: () => ({}) };
