import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { InMemorySpanExporter, SimpleSpanProcessor, type ReadableSpan } from '@opentelemetry/sdk-trace';
import fc from 'fast-check';
import { Rejection } from './rejection.ts';
import { exportingOf, openTelemetry, spanned, startSpan, traceWith } from './telemetry.ts';
import { tracesOf } from './telemetry/exporting.ts';
import { formatTraceparent, parseTraceparent } from './telemetry/spans.ts';

const incoming = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';

const spansOf = async (work: () => Promise<unknown>): Promise<ReadableSpan[]> => {
  const exporter = new InMemorySpanExporter();
  const tracing = traceWith(tracesOf('test', new SimpleSpanProcessor({ exporter })));
  let spans: ReadableSpan[] = [];
  try {
    await work();
    spans = exporter.getFinishedSpans();
  } finally {
    await tracing.close();
  }
  return spans;
};

describe('telemetry', () => {
  it('is off unless the environment asks for it', () => {
    assert.equal(exportingOf({}), undefined);
    assert.equal(exportingOf({ OTEL_TRACES_EXPORTER: 'none', OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:4318' }), undefined);
    assert.equal(exportingOf({ OTEL_SDK_DISABLED: 'true', OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:4318' }), undefined);
    assert.deepEqual(exportingOf({ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:4318' }), { exporter: 'otlp', ratio: 1 });
    assert.deepEqual(exportingOf({ OTEL_TRACES_EXPORTER: 'console', OTEL_TRACES_SAMPLER: 'parentbased_traceidratio', OTEL_TRACES_SAMPLER_ARG: '0.1' }), { exporter: 'console', ratio: 0.1 });
  });

  it('says what it can not do', () => {
    assert.throws(() => exportingOf({ OTEL_TRACES_EXPORTER: 'zipkin' }), /choose otlp, console or none/);
    assert.throws(() => exportingOf({ OTEL_TRACES_EXPORTER: 'otlp', OTEL_TRACES_SAMPLER: 'traceidratio', OTEL_TRACES_SAMPLER_ARG: 'half' }), /choose a number from 0 to 1/);
  });

  it('loads nothing of the SDK when it is off', () => {
    const script = `import { registerHooks } from 'node:module';
      registerHooks({ load: (url, context, next) => { if (url.includes('@opentelemetry')) throw new Error('loaded ' + url); return next(url, context); } });
      const { openTelemetry } = await import('#kernel/telemetry.ts');
      await openTelemetry('test', {});`;
    execFileSync(process.execPath, ['--disable-warning=ExperimentalWarning', '--input-type=module', '--eval', script], { stdio: 'pipe' });
  });

  it('passes on what came in when it is off', async () => {
    await openTelemetry('test', {});
    assert.equal(startSpan('GET /', 'server', incoming).traceparent, incoming);
    assert.equal(await spanned('work', 'internal', incoming, async (traceparent) => traceparent), incoming);
  });

  it('makes spans children of what came in, in one trace', async () => {
    const [inner, outer] = await spansOf(() => spanned('outer', 'server', incoming, (traceparent) => spanned('inner', 'client', traceparent, async () => {})));
    assert.ok(inner && outer);
    assert.deepEqual([inner.name, outer.name], ['inner', 'outer']);
    assert.deepEqual([outer.spanContext().traceId, outer.parentSpanContext?.spanId], ['0af7651916cd43dd8448eb211c80319c', 'b7ad6b7169203331']);
    assert.deepEqual([inner.spanContext().traceId, inner.parentSpanContext?.spanId], [outer.spanContext().traceId, outer.spanContext().spanId]);
  });

  it('begins a trace when none came in, and does not record one that is not sampled', async () => {
    const [span] = await spansOf(() => spanned('work', 'internal', 'garbage', async () => {}));
    assert.equal(span?.parentSpanContext, undefined);
    assert.deepEqual(await spansOf(() => spanned('work', 'internal', incoming.replace(/01$/, '00'), async () => {})), []);
  });

  it('ends a span with its failure; a refusal is none', async () => {
    const failing = (failure: Error) => spansOf(() => spanned('work', 'internal', '', () => Promise.reject(failure)).catch(() => {}));
    assert.deepEqual((await failing(new Error('the disk is full')))[0]?.status, { code: 2, message: 'the disk is full' });
    const [refused] = await failing(new Rejection('CLOSED', 'closed'));
    assert.deepEqual([refused?.status.code, refused?.attributes['lading.rejection']], [0, 'CLOSED']);
  });

  it('reads what it writes', () => {
    const hex = (length: number) => fc.stringMatching(new RegExp(`^[0-9a-f]{${length}}$`)).filter((text) => /[^0]/.test(text));
    fc.assert(
      fc.property(hex(32), hex(16), fc.constantFrom(0, 1), (traceId, spanId, traceFlags) => assert.deepEqual(parseTraceparent(formatTraceparent({ traceId, spanId, traceFlags })), { traceId, spanId, traceFlags, isRemote: true })),
      { numRuns: 50 },
    );
  });

  it('takes no traceparent that is not valid', () => {
    for (const text of ['', 'x', incoming.replace('00-', 'ff-'), incoming.toUpperCase(), incoming.replace('b7ad6b7169203331', '0'.repeat(16))]) assert.equal(parseTraceparent(text), undefined);
  });
});
