import assert from 'node:assert/strict';
import type { NatsConnection } from '@nats-io/transport-node';
import { endpoint, nodeEndpoint } from '#endpoints/endpoint.ts';
import { headers } from '@nats-io/transport-node';
import { natsBus, type Asked, type Bus } from '#kernel/bus/bus.ts';
import { Unavailable } from '#kernel/eventstore/event-store.ts';
import { openLog } from '#kernel/log.ts';
import { connectTo } from '#kernel/platform.ts';
import { Rejection } from '#kernel/rejection.ts';
import { contextOf } from '#kernel/testing/counter.ts';
import { Event, Reply } from '#proto/envelope.ts';
import { until } from '../harness/wait.ts';
import { openLogServer, whyNoLogServer, type LogServer } from '../contract/event-store-server.ts';

const quiet = openLog('test', 'silent');
const echo = endpoint('cmd.test.echo', Event, Event);
const report = nodeEndpoint('test', Event, Event);
const asked = (type: string): Event => ({ type, data: new Uint8Array([1, 2]) });

const why = whyNoLogServer();
describe(`the bus on a real NATS${why === undefined ? '' : ` [skipped ${why}]`}`, function () {
  this.timeout(30_000);
  let server: LogServer;
  let connections: NatsConnection[];
  before(async function () {
    if (why !== undefined) return this.skip();
    server = await openLogServer();
  });
  after(() => server?.close());
  beforeEach(() => void (connections = []));
  afterEach(async () => void (await Promise.all(connections.map((connection) => connection.close()))));

  const connected = async (): Promise<{ connection: NatsConnection; bus: Bus }> => {
    const connection = await connectTo(server.url, '', 'test');
    connections.push(connection);
    return { connection, bus: natsBus(connection, quiet) };
  };
  const serving = async (answer: (request: Event, asked: Asked) => Promise<{ message: Event; sequence?: number }>) => {
    const one = await connected();
    one.bus.serve(echo, answer);
    one.bus.serveNode(report, answer);
    await one.connection.flush();
    return one;
  };

  it('brings a request with its context and brings the answer back', async () => {
    let seen: Asked | undefined;
    await serving(async (request, given) => ((seen = given), { message: { ...request, type: 'answer' }, sequence: 42 }));
    const { bus } = await connected();
    assert.deepEqual(await bus.call(echo, asked('a'), { ...contextOf('c1'), reason: 'to see' }, { minSequence: 7 }), { message: { type: 'answer', data: new Uint8Array([1, 2]) }, sequence: 42 });
    assert.deepEqual(seen, { context: { ...contextOf('c1'), reason: 'to see' }, nodeId: '', minSequence: 7 });
    await bus.callAsNode('n1', report, asked('a'), contextOf('c2'));
    assert.equal(seen?.nodeId, 'n1');
  });

  it('brings a refusal with its code and remedy, and says when the log was away', async () => {
    await serving(async ({ type }) => {
      throw type === 'away' ? new Unavailable('the log is away') : new Rejection('CLOSED', 'closed: open another');
    });
    const { bus } = await connected();
    await assert.rejects(bus.call(echo, asked('a'), contextOf('c1')), (error) => error instanceof Rejection && error.code === 'CLOSED' && error.message === 'closed: open another');
    await assert.rejects(bus.call(echo, asked('away'), contextOf('c2')), (error) => error instanceof Unavailable && error.message === 'the log is away');
  });

  it('says that nobody answers when no service is there', async () => {
    const { bus } = await connected();
    await assert.rejects(bus.call(echo, asked('a'), contextOf('c1'), { timeoutMs: 60 }), Unavailable);
  });

  it('waits for a service that is being started anew', async () => {
    const { bus } = await connected();
    const answer = bus.call(echo, asked('a'), contextOf('c1'));
    await serving(async (message) => ({ message }));
    assert.equal((await answer).message.type, 'a');
  });

  it('gives each request to one of many who serve it', async () => {
    const counts = [0, 0];
    await serving(async (message) => (counts[0]!++, { message }));
    await serving(async (message) => (counts[1]!++, { message }));
    const { bus } = await connected();
    await Promise.all(Array.from({ length: 40 }, (_, place) => bus.call(echo, asked('a'), contextOf(`c${place}`))));
    assert.equal(counts[0]! + counts[1]!, 40);
    assert.ok(counts[0]! > 0 && counts[1]! > 0);
  });

  it('asks again when the server died while it waited', async () => {
    let taken = 0;
    let open = (): void => {};
    const gate = new Promise<void>((resolve) => (open = resolve));
    await serving(async (message) => (taken++, await gate, { message }));
    const { bus } = await connected();
    const answer = bus.call(echo, asked('a'), contextOf('c1'));
    await until('the request was taken', () => taken === 1);
    await server.kill();
    await server.restart();
    open();
    assert.equal((await answer).message.type, 'a');
  });

  it('outlives what is no message of ours', async () => {
    const { connection } = await serving(async (message) => ({ message }));
    const head = headers();
    head.set('traceparent', '%zz');
    const strange = await connection.request(echo.subject, Event.encode(asked('a')), { timeout: 2_000, headers: head });
    assert.equal(Reply.decode(strange.data).refusal, undefined);
    const garbled = await connection.request(echo.subject, new Uint8Array([255, 255, 255]), { timeout: 2_000 });
    assert.equal(Reply.decode(garbled.data).refusal?.code, 'INTERNAL');
    const { bus } = await connected();
    assert.equal((await bus.call(echo, asked('a'), contextOf('c1'))).message.type, 'a');
  });

  it('outlives a push that it can not read, and gives the next one', async () => {
    const { bus } = await connected();
    const { connection, bus: pushing } = await connected();
    const seen: string[] = [];
    const end = bus.subscribe('work.n1.test', Event, ({ type }) => void seen.push(type));
    await connections[0]?.flush();
    connection.publish('work.n1.test', new Uint8Array([255, 255, 255]));
    pushing.publish('work.n1.test', Event, asked('next'));
    await until('the next one came', () => seen.includes('next'));
    end();
  });

  it('ends in silence when its connection is closed before the answer is ready', async () => {
    let taken = 0;
    let open = (): void => {};
    const gate = new Promise<void>((resolve) => (open = resolve));
    const { connection } = await serving(async (message) => (taken++, await gate, { message }));
    const { bus } = await connected();
    const call = bus.call(echo, asked('a'), contextOf('c1'), { timeoutMs: 100 }).catch((error: unknown) => error);
    await until('the request was taken', () => taken > 0);
    await connection.close();
    open();
    assert.ok((await call) instanceof Unavailable);
  });
});
