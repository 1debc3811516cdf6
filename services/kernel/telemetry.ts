import type { Closable } from './service.ts';
import type { Exporting } from './telemetry/exporting.ts';

/** Which side of a request, or work that asks nobody. */
export type SpanKind = 'client' | 'server' | 'internal';
export type Attributes = Readonly<Record<string, string | number | boolean>>;

/** A piece of work that is being timed. `traceparent` goes on to whatever it asks for. */
export type Span = {
  traceparent: string;
  end: (outcome?: { failure?: unknown; attributes?: Attributes }) => void;
};

export type Tracing = { start: (name: string, kind: SpanKind, traceparent: string, attributes: Attributes) => Span } & Closable;

let tracing: Tracing | undefined;

/** Where traces are to go, by OpenTelemetry's own variables; nothing when nobody asked for traces. */
export const exportingOf = (environment: NodeJS.ProcessEnv): Exporting | undefined => {
  if (environment.OTEL_SDK_DISABLED?.toLowerCase() === 'true') return undefined;
  const endpoint = environment.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT || environment.OTEL_EXPORTER_OTLP_ENDPOINT;
  const exporter = environment.OTEL_TRACES_EXPORTER || (endpoint ? 'otlp' : 'none');
  if (exporter === 'none') return undefined;
  if (exporter !== 'otlp' && exporter !== 'console') throw new Error(`OTEL_TRACES_EXPORTER is ${exporter}: choose otlp, console or none`);
  return { exporter, ratio: ratioOf(environment) };
};

const ratioOf = ({ OTEL_TRACES_SAMPLER: sampler = '', OTEL_TRACES_SAMPLER_ARG: ratio = '1' }: NodeJS.ProcessEnv): number => {
  if (!sampler.endsWith('traceidratio')) return sampler.endsWith('always_off') ? 0 : 1;
  const number = Number(ratio);
  if (!(number >= 0 && number <= 1)) throw new Error(`OTEL_TRACES_SAMPLER_ARG is ${ratio}: choose a number from 0 to 1`);
  return number;
};

/** Begins to export this process's traces, if the environment asks for it. The SDK is loaded only then. */
export const openTelemetry = async (serviceName: string, environment: NodeJS.ProcessEnv = process.env): Promise<Closable> => {
  const exporting = exportingOf(environment);
  if (!exporting || tracing) return { close: () => {} };
  const { exportTraces } = await import('./telemetry/exporting.ts');
  return traceWith(exportTraces(environment.OTEL_SERVICE_NAME || serviceName, exporting));
};

/** Sends this process's spans to `given` until it is closed. */
export const traceWith = (given: Tracing): Closable => {
  tracing = given;
  return {
    close: async () => {
      tracing = undefined;
      await given.close();
    },
  };
};

/** For work whose beginning and end lie in different places, as HTTP hooks do. Without tracing it costs nothing and passes on what came in. */
export const startSpan = (name: string, kind: SpanKind, traceparent: string, attributes: Attributes = {}): Span =>
  tracing?.start(name, kind, traceparent, attributes) ?? { traceparent, end: () => {} };

/** Runs work in a span of its own, which ends with it, well or not. */
export const spanned = async <Result>(name: string, kind: SpanKind, traceparent: string, work: (traceparent: string) => Promise<Result>, attributes: Attributes = {}): Promise<Result> => {
  if (!tracing) return work(traceparent);
  const span = startSpan(name, kind, traceparent, attributes);
  try {
    const result = await work(span.traceparent);
    span.end();
    return result;
  } catch (failure) {
    span.end({ failure });
    throw failure;
  }
};
