/** Who asked, why, and what led to it. Travels in headers, ends in every commit. */
export type Context = {
  /** The same for every try of one request: a command is decided once. */
  commandId: string;
  actor: string;
  reason: string;
  /** The commit or command that this one follows from; empty for a user's own request. */
  causationId: string;
  correlationId: string;
  /** W3C trace context, or empty. */
  traceparent: string;
};

/** The context of a command that a service gives because of `cause`; `commandId` should be the same on every try. */
export const following = (cause: Pick<Context, 'correlationId' | 'traceparent'> & { id: string }, commandId: string, actor: string, reason = ''): Context => ({
  commandId,
  actor,
  reason,
  causationId: cause.id,
  correlationId: cause.correlationId,
  traceparent: cause.traceparent,
});
