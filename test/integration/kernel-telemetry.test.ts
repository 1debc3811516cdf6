import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { InMemorySpanExporter, SimpleSpanProcessor } from '@opentelemetry/sdk-trace';
import type { NatsConnection } from '@nats-io/transport-node';
import { endpoint } from '#endpoints/endpoint.ts';
import { aggregates } from '#kernel/aggregates.ts';
import { natsBus } from '#kernel/bus/bus.ts';
import { memoryEventStore } from '#kernel/eventstore/memory.ts';
import { handler } from '#kernel/handle.ts';
import { openLog } from '#kernel/log.ts';
import { renderMetrics } from '#kernel/metrics.ts';
import { connectTo } from '#kernel/platform.ts';
import { openTelemetry, startSpan, traceWith } from '#kernel/telemetry.ts';
import { tracesOf } from '#kernel/telemetry/exporting.ts';
import { contextOf, counterCodec, counterDecider, countedIds } from '#kernel/testing/counter.ts';
import { Event } from '#proto/envelope.ts';
import { openLogServer, whyNoLogServer, type LogServer } from '../contract/event-store-server.ts';

const count = endpoint('cmd.test.count', Event, Event);
const incoming = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';

const why = whyNoLogServer();
describe(`telemetry from a request to its commit${why === undefined ? '' : ` [skipped ${why}]`}`, () => {
  let server: LogServer;
  const connections: NatsConnection[] = [];
  before(async function () {
    if (why !== undefined) return this.skip();
    server = await openLogServer();
    for (let place = 0; place < 2; place++) connections.push(await connectTo(server.url, '', 'test'));
  });
  after(async () => {
    await Promise.all(connections.map((connection) => connection.close()));
    await server?.close();
  });

  const countOnce = async (commandId: string, traceparent: string): Promise<void> => {
    const [one, other] = connections.map((connection) => natsBus(connection, openLog('test', 'silent')));
    const handle = handler(counterDecider, counterCodec, aggregates(counterDecider, counterCodec), { store: memoryEventStore(), ids: countedIds(commandId), clock: () => 1 });
    one?.serve(count, async (message, { context }) => {
      await handle('telemetry.a', { type: 'Count', by: 1 }, context);
      return { message };
    });
    await connections[0]?.flush();
    await other?.call(count, { type: 'a', data: new Uint8Array() }, { ...contextOf(commandId), traceparent });
  };

  it('is one trace, each step a child of the one before, over processes', async () => {
    const exporter = new InMemorySpanExporter();
    const tracing = traceWith(tracesOf('test', new SimpleSpanProcessor({ exporter })));
    const http = startSpan('POST /counters', 'server', incoming);
    await countOnce('c1', http.traceparent);
    http.end({ attributes: { 'http.response.status_code': 200 } });
    const spans = exporter.getFinishedSpans();
    await tracing.close();
    const byName = new Map(spans.map((span) => [`${span.name} ${span.kind}`, span]));
    const chain = ['POST /counters 1', 'cmd.test.count 2', 'cmd.test.count 1', 'decide telemetry 0'].map((name) => byName.get(name));
    assert.equal(spans.length, 4, [...byName.keys()].join(', '));
    assert.deepEqual(chain.map((span) => span?.parentSpanContext?.spanId), ['b7ad6b7169203331', ...chain.slice(0, 3).map((span) => span?.spanContext().spanId)]);
    assert.ok(chain.every((span) => span?.spanContext().traceId === '0af7651916cd43dd8448eb211c80319c'));
  });

  it('arrives at a collector that the environment names', async () => {
    const arrived: { path: string; body: Buffer }[] = [];
    const collector = createServer(async (request, response) => {
      arrived.push({ path: request.url ?? '', body: await buffer(request) });
      response.end();
    }).listen(0, '127.0.0.1');
    await once(collector, 'listening');
    process.env.OTEL_EXPORTER_OTLP_ENDPOINT = `http://127.0.0.1:${(collector.address() as AddressInfo).port}`;
    try {
      const telemetry = await openTelemetry('test-service');
      await countOnce('c2', '');
      await telemetry.close();
    } finally {
      delete process.env.OTEL_EXPORTER_OTLP_ENDPOINT;
      collector.close();
    }
    assert.equal(arrived[0]?.path, '/v1/traces');
    for (const text of ['test-service', 'cmd.test.count', 'decide telemetry']) assert.ok(arrived.some(({ body }) => body.includes(text)), text);
  });

  it('is counted and timed', async () => {
    await countOnce('c3', '');
    const text = renderMetrics();
    for (const line of [/^lading_commands_decided_total\{noun="telemetry"\} [1-9]/m, /^lading_append_seconds_count [1-9]/m, /^lading_request_seconds_count\{request="cmd\.test\.count"\} [1-9]/m]) assert.match(text, line);
  });
});
