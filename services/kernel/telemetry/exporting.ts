import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-proto';
import { defaultResource, resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, ConsoleSpanExporter, ParentBasedSampler, SimpleSpanProcessor, TraceIdRatioBasedSampler, TracerProvider, type SpanProcessor } from '@opentelemetry/sdk-trace';
import type { Tracing } from '../telemetry.ts';
import { tracingBy } from './spans.ts';

export type Exporting = { exporter: 'otlp' | 'console'; /** Of the traces that begin here; one that came in goes on as it was begun. */ ratio: number };

/** Spans by the SDK. Where to send them it reads from the environment itself (`OTEL_EXPORTER_OTLP_*`). */
export const exportTraces = (serviceName: string, { exporter, ratio }: Exporting): Tracing =>
  tracesOf(serviceName, exporter === 'console' ? new SimpleSpanProcessor({ exporter: new ConsoleSpanExporter() }) : new BatchSpanProcessor({ exporter: new OTLPTraceExporter() }), ratio);

/** Spans into any processor. */
export const tracesOf = (serviceName: string, processor: SpanProcessor, ratio = 1): Tracing => {
  const provider = new TracerProvider({
    resource: defaultResource().merge(resourceFromAttributes({ 'service.name': serviceName })),
    sampler: new ParentBasedSampler({ root: new TraceIdRatioBasedSampler(ratio) }),
    spanProcessors: [processor],
  });
  return tracingBy(provider.getTracer('lading'), () => provider.shutdown());
};
