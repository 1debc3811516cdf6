import { TimeoutError, RequestError, type Msg, type NatsConnection } from '@nats-io/transport-node';
import type { Codec } from '#codec';
import type { Endpoint, NodeEndpoint } from '#endpoints/endpoint.ts';
import { Reply } from '#proto/envelope.ts';
import type { Context } from '../context.ts';
import { Unavailable } from '../eventstore/event-store.ts';
import type { Log } from '../log.ts';
import { requestSeconds } from '../kernel-metrics.ts';
import { Rejection } from '../rejection.ts';
import { spanned } from '../telemetry.ts';
import { contextFrom, contextHeaders } from './context-headers.ts';

/** What a request is answered with, and the sequence up to which the log is in the answer. */
export type Answered<Message> = { message: Message; sequence: number };

export type Asked = { context: Context; /** Set for a node's own requests. */ nodeId: string; minSequence: number };

export type Bus = {
  /** Throws `Rejection` when refused, `Unavailable` when nobody answers within `timeoutMs` (15,000 unless said). */
  call: <Request, Answer>(endpoint: Endpoint<Request, Answer>, request: Request, context: Context, options?: CallOptions) => Promise<Answered<Answer>>;
  callAsNode: <Request, Answer>(nodeId: string, endpoint: NodeEndpoint<Request, Answer>, request: Request, context: Context, options?: CallOptions) => Promise<Answered<Answer>>;
  /** Any number of processes may serve the same endpoint: each request goes to one of them. */
  serve: <Request, Answer>(endpoint: Endpoint<Request, Answer>, answer: (request: Request, asked: Asked) => Promise<Partial<Answered<Answer>> & { message: Answer }>) => void;
  serveNode: <Request, Answer>(endpoint: NodeEndpoint<Request, Answer>, answer: (request: Request, asked: Asked) => Promise<Partial<Answered<Answer>> & { message: Answer }>) => void;
  publish: <Message>(subject: string, codec: Codec<Message>, message: Message) => void;
  /** Every subscriber gets every message. Gives a function that ends it. */
  subscribe: <Message>(subject: string, codec: Codec<Message>, on: (message: Message, subject: string) => void) => () => void;
};

export type CallOptions = { timeoutMs?: number; /** Answer only from a state that includes this sequence. */ minSequence?: number };

/** Longer than the log's own append deadline, so that the service's answer arrives before the caller gives up. */
const callTimeoutMs = 15_000;
/** A request that nobody is there to take was not taken by anybody: it is safe to ask again while a service is being started anew. */
const nobodyMaxMs = 5_000;
const askAgainEveryMs = 50;
/** A pause may end late on a busy machine; the client refuses to ask within no time. */
const tryMinMs = 10;
/** Who took a request may have been killed since. It is sent again with the same command id: whoever has answered it answers the same. */
const answerMaxMs = 4_000;
const unavailable = 'UNAVAILABLE';

export const natsBus = (connection: NatsConnection, log: Log): Bus => {
  const reconnected = reconnections(connection);
  const request = async <Answer>(subject: string, body: Uint8Array, reply: Codec<Answer>, context: Context, { timeoutMs = callTimeoutMs, minSequence = 0 }: CallOptions = {}) => {
    const giveUpAtMs = performance.now() + timeoutMs;
    const askAgainUntilMs = performance.now() + Math.min(timeoutMs, nobodyMaxMs);
    const tryMs = timeoutMs > callTimeoutMs ? timeoutMs : answerMaxMs;
    for (;;)
      try {
        const answer = await Promise.race([connection.request(subject, body, { timeout: Math.max(tryMinMs, Math.min(tryMs, giveUpAtMs - performance.now())), headers: contextHeaders(context, minSequence) }), reconnected()]);
        // The request or its answer went down with the connection. Who took it knows it by its command id.
        if (answer === undefined) continue;
        const { refusal, body: bytes, sequence } = Reply.decode(answer.data);
        if (refusal) throw refusal.code === unavailable ? new Unavailable(refusal.message) : new Rejection(refusal.code, refusal.message);
        return { message: reply.decode(bytes), sequence };
      } catch (error) {
        if (!(error instanceof TimeoutError || error instanceof RequestError)) throw error;
        const isNobodyThere = error instanceof RequestError && error.isNoResponders();
        const isLate = performance.now() + askAgainEveryMs > giveUpAtMs;
        if (!isNobodyThere && !isLate) continue;
        if (!isNobodyThere || isLate || performance.now() > askAgainUntilMs) throw new Unavailable(`nobody answered ${subject} within ${isNobodyThere ? Math.min(timeoutMs, nobodyMaxMs) : timeoutMs} ms: see that its service runs`, { cause: error });
        await new Promise((resolve) => setTimeout(resolve, askAgainEveryMs));
      }
  };

  const answerTo = async <Request, Answer>(name: string, message: Msg, codec: Codec<Request>, reply: Codec<Answer>, answer: (request: Request, asked: Asked) => Promise<{ message: Answer; sequence?: number }>): Promise<void> => {
    const begunAtMs = performance.now();
    try {
      const { context, minSequence } = contextFrom(message);
      const nodeId = message.subject.startsWith('rpt.') ? (message.subject.split('.')[1] ?? '') : '';
      const request = codec.decode(message.data);
      const { message: body, sequence = 0 } = await spanned(name, 'server', context.traceparent, (traceparent) => answer(request, { context: { ...context, traceparent }, nodeId, minSequence }));
      message.respond(Reply.encode({ body: reply.encode(body), sequence }));
    } catch (error) {
      // Who asked waits no longer for a connection that is closed: it asks another process.
      if (!connection.isClosed()) message.respond(Reply.encode({ refusal: refusalOf(error, message.subject, log), body: new Uint8Array(), sequence: 0 }));
    } finally {
      requestSeconds.observe((performance.now() - begunAtMs) / 1_000, { request: name });
    }
  };

  const listen = (subject: string, queue: string, on: (message: Msg) => void) =>
    void connection.subscribe(subject, { queue, callback: (error, message) => (error ? log.error({ error, subject }, 'subscription failed') : on(message)) });

  return {
    call: ({ subject, request: codec, reply }, message, context, options) => spanned(subject, 'client', context.traceparent, (traceparent) => request(subject, codec.encode(message), reply, { ...context, traceparent }, options)),
    callAsNode: (nodeId, { kind, request: codec, reply }, message, context, options) =>
      spanned(`rpt.${kind}`, 'client', context.traceparent, (traceparent) => request(`rpt.${nodeId}.${kind}`, codec.encode(message), reply, { ...context, traceparent }, options)),
    serve: ({ subject, request: codec, reply }, answer) => listen(subject, 'services', (message) => void answerTo(subject, message, codec, reply, answer)),
    serveNode: ({ kind, request: codec, reply }, answer) => listen(`rpt.*.${kind}`, 'services', (message) => void answerTo(`rpt.${kind}`, message, codec, reply, answer)),
    publish: (subject, codec, message) => connection.publish(subject, codec.encode(message)),
    subscribe: (subject, codec, on) => {
      const subscription = connection.subscribe(subject, {
        callback: (error, message) => {
          // Whatever is thrown in here would end the whole connection.
          try {
            if (error) throw error;
            on(codec.decode(message.data), message.subject);
          } catch (failure) {
            log.error({ err: failure, subject }, 'a push could not be taken');
          }
        },
      });
      return () => subscription.unsubscribe();
    },
  };
};

/** Gives a promise that settles when the connection is back the next time. */
const reconnections = (connection: NatsConnection): (() => Promise<undefined>) => {
  let settle: () => void = () => {};
  let next: Promise<undefined>;
  const renew = (): void => void (next = new Promise((resolve) => (settle = () => resolve(undefined))));
  renew();
  const watch = async (): Promise<void> => {
    for await (const { type } of connection.status()) {
      if (type !== 'reconnect') continue;
      settle();
      renew();
    }
  };
  void watch();
  return () => next;
};

const refusalOf = (error: unknown, subject: string, log: Log): { code: string; message: string } => {
  if (error instanceof Rejection) return { code: error.code, message: error.message };
  if (error instanceof Unavailable) return { code: unavailable, message: error.message };
  log.error({ err: error, subject }, 'request failed');
  return { code: 'INTERNAL', message: `${subject}: ${error instanceof Error ? error.message : String(error)}` };
};
