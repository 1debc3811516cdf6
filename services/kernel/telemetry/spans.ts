import { isSpanContextValid, ROOT_CONTEXT, SpanKind, SpanStatusCode, trace, type Context, type Span as ApiSpan, type SpanContext, type Tracer } from '@opentelemetry/api';
import { Rejection } from '../rejection.ts';
import type { Attributes, Span, Tracing } from '../telemetry.ts';

const kinds = { client: SpanKind.CLIENT, server: SpanKind.SERVER, internal: SpanKind.INTERNAL } as const;

/** Spans of an OpenTelemetry tracer. The parent is handed over by hand, so no context manager is needed. */
export const tracingBy = (tracer: Tracer, close: () => Promise<void>): Tracing => ({
  start: (name, kind, traceparent, attributes) => spanOf(tracer.startSpan(name, { kind: kinds[kind], attributes: { ...attributes } }, parentOf(traceparent))),
  close,
});

const spanOf = (span: ApiSpan): Span => ({
  traceparent: formatTraceparent(span.spanContext()),
  end: ({ failure, attributes = {} }: { failure?: unknown; attributes?: Attributes } = {}) => {
    span.setAttributes({ ...attributes });
    if (failure instanceof Rejection) {
      // What was refused as it should be is no error of the one who refused.
      span.setAttribute('lading.rejection', failure.code);
    } else if (failure !== undefined) {
      span.setStatus({ code: SpanStatusCode.ERROR, message: failure instanceof Error ? failure.message : String(failure) });
    }
    span.end();
  },
});

const parentOf = (traceparent: string): Context => {
  const parent = parseTraceparent(traceparent);
  return parent ? trace.setSpanContext(ROOT_CONTEXT, parent) : ROOT_CONTEXT;
};

const pattern = /^(?!ff)[0-9a-f]{2}-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(?:-.*)?$/;

/** W3C trace context; nothing when it is not valid, and then a trace begins. */
export const parseTraceparent = (traceparent: string): SpanContext | undefined => {
  const [, traceId = '', spanId = '', flags = ''] = pattern.exec(traceparent) ?? [];
  const context = { traceId, spanId, traceFlags: Number.parseInt(flags, 16) & 1, isRemote: true };
  return isSpanContextValid(context) ? context : undefined;
};

export const formatTraceparent = ({ traceId, spanId, traceFlags }: SpanContext): string => `00-${traceId}-${spanId}-${(traceFlags & 1).toString(16).padStart(2, '0')}`;
