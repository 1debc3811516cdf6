import assert from 'node:assert/strict';
import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { join } from 'node:path';
import { startPlatform, type Platform } from '../harness/platform.ts';
import { ask } from '../harness/raw-http.ts';
import { until } from '../harness/wait.ts';

type Stats = { read: string; preread: string; cpu_stats: { cpu_usage: { total_usage: number }; system_cpu_usage?: number }; precpu_stats: { system_cpu_usage?: number }; memory_stats: { usage?: number }; pids_stats: { current?: number } };

describe("streams of Docker's API", function () {
  this.timeout(90_000);
  let platform: Platform;
  const socket = (): string => join(platform.first.run, 'docker.sock');
  const call = async <Body>(method: string, path: string, body?: unknown): Promise<{ status: number; body: Body; text: string }> => {
    const { status, text } = await ask(socket(), method, path, body === undefined ? {} : { body: JSON.stringify(body) });
    return { status, text, body: (text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : {}) as Body };
  };
  const refusal = async (method: string, path: string, body?: unknown): Promise<string> => {
    const { status, body: said } = await call<{ message?: string }>(method, path, body);
    return `${status} ${said.message ?? ''}`.trim();
  };
  /** A connection that was taken over, and what came on it. */
  const taken = async (path: string, body?: unknown): Promise<{ connection: Socket; said: () => string; closed: Promise<unknown> }> => {
    const sent = request({ socketPath: socket(), method: 'POST', path, headers: { Connection: 'Upgrade', Upgrade: 'tcp', ...(body === undefined ? {} : { 'content-type': 'application/json' }) } });
    sent.end(body === undefined ? undefined : JSON.stringify(body));
    const [, connection, head] = (await once(sent, 'upgrade')) as [unknown, Socket, Buffer];
    let text = head.toString('latin1');
    connection.on('data', (data: Buffer) => (text += data.toString('latin1')));
    connection.on('error', () => {});
    return { connection, said: () => text, closed: once(connection, 'close') };
  };
  const create = async (name: string, more: object = {}): Promise<string> => {
    const { status, text, body } = await call<{ Id: string }>('POST', `/containers/create?name=${name}`, { Image: 'busybox', Cmd: ['sleep', '1000'], ...more });
    assert.equal(status, 201, text);
    return body.Id;
  };
  const run = async (name: string, more: object = {}): Promise<string> => {
    const id = await create(name, more);
    assert.equal((await call('POST', `/containers/${name}/start`)).status, 204);
    return id;
  };
  const state = async (name: string): Promise<string> => (await call<{ State: { Status: string } }>('GET', `/containers/${name}/json`)).body.State.Status;

  before(async () => {
    platform = await startPlatform({ machines: 1 });
    await run('main');
    await run('held');
    await call('POST', '/containers/held/pause');
    await run('over', { Cmd: ['sh', '-c', 'echo one; echo two >&2; exit 3'] });
    await until('it has ended', async () => (await state('over')) === 'exited');
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await platform.keepArtifacts(`docker streams ${this.currentTest.title}`);
  });
  after(async () => platform?.[Symbol.asyncDispose]());

  it('keys detach from a terminal, which goes on', async () => {
    await create('term', { Cmd: ['cat'], Tty: true, OpenStdin: true, StdinOnce: true, AttachStdin: true });
    const first = await taken('/containers/term/attach?stream=1&stdin=1&stdout=1');
    await call('POST', '/containers/term/start');
    first.connection.write('hello\r');
    await until('it echoes', () => first.said().includes('hello\r\nhello'));
    first.connection.write('\x10\x11');
    await first.closed;
    assert.equal(await state('term'), 'running');
    const second = await taken('/containers/term/attach?stream=1&stdin=1&stdout=1&detachKeys=a,ctrl-b');
    second.connection.write('again\r');
    await until('it echoes', () => second.said().includes('again\r\nagain'));
    second.connection.write('a');
    second.connection.write('\x02');
    await second.closed;
    assert.equal(await state('term'), 'running');
    assert.equal(await refusal('POST', '/containers/term/attach?stream=1&detachKeys=bad-key'), '400 Invalid detach keys (bad-key) provided');
  });

  it('attach gives what was written before, and waits for nobody that is paused', async () => {
    const past = await taken('/containers/over/attach?logs=1&stdout=1&stderr=1');
    await past.closed;
    assert.match(past.said(), /one\n/);
    assert.match(past.said(), /two\n/);
    assert.equal(await refusal('POST', '/containers/held/attach?stream=1&stdout=1'), '409 container held is paused, unpause the container before attach');
  });

  it('an exec is over for who asks once its stream has ended', async () => {
    for (let round = 0; round < 20; round++) {
      const { body } = await call<{ Id: string }>('POST', '/containers/main/exec', { Cmd: ['sh', '-c', `exec >&- 2>&-; exit ${round}`], AttachStdout: true });
      const exec = await taken(`/exec/${body.Id}/start`, {});
      await exec.closed;
      const { body: shown } = await call<{ Running: boolean; ExitCode: number; OpenStdin: boolean; OpenStdout: boolean }>('GET', `/exec/${body.Id}/json`);
      assert.deepEqual([shown.Running, shown.ExitCode, shown.OpenStdin, shown.OpenStdout], [false, round, false, true]);
    }
  });

  it('an exec is refused where nothing runs', async () => {
    const command = { Cmd: ['true'] };
    assert.match(await refusal('POST', '/containers/over/exec', command), /^409 container [0-9a-f]{64} is not running$/);
    assert.match(await refusal('POST', '/containers/held/exec', command), /^409 Container \w+ is paused, unpause the container before exec$/);
    assert.equal(await refusal('POST', '/containers/main/exec', {}), '400 No exec command specified');
    assert.equal(await refusal('POST', '/containers/main/exec', { ...command, DetachKeys: 'bad-key' }), '400 Invalid detach keys (bad-key) provided');
    assert.equal(await refusal('GET', '/exec/nosuch/json'), '404 No such exec instance: nosuch');
    const { body } = await call<{ Id: string }>('POST', '/containers/main/exec', command);
    assert.equal((await call('POST', `/exec/${body.Id}/start`, { Detach: true })).status, 200);
    assert.match(await refusal('POST', `/exec/${body.Id}/start`, {}), /^409 /);
  });

  it('logs have bounds and details', async () => {
    const logs = async (query: string): Promise<string> => (await call('GET', `/containers/over/logs?stdout=1&stderr=1&${query}`)).text;
    assert.match(await logs('tail=1'), /^.{8}(?:one|two)\n$/s);
    assert.equal(await logs('tail=0'), '');
    assert.match(await logs('tail=all'), /one\n.*two\n|two\n.*one\n/s);
    assert.match(await logs('timestamps=1&details=1'), /\d\dT[\d:.]+Z {2}one\n/);
    assert.equal(await logs(`since=${Date.now() / 1_000 + 60}`), '');
    assert.equal(await logs('until=1'), '');
    assert.match(await refusal('GET', '/containers/over/logs?stdout=1&since=soon'), /^400 invalid since: "soon"/);
    assert.equal(await refusal('GET', '/containers/over/logs'), '400 Bad parameters: you must choose at least one stream');
  });

  it('stats carry the sample before, one shot none, and what does not run uses nothing', async () => {
    const stats = async (query: string): Promise<Stats> => (await call<Stats>('GET', query)).body;
    const two = await stats('/containers/main/stats?stream=0');
    assert.ok(two.preread > '2000' && (two.cpu_stats.system_cpu_usage ?? 0) > (two.precpu_stats.system_cpu_usage ?? Infinity) && (two.memory_stats.usage ?? 0) > 0 && two.pids_stats.current === 1);
    const one = await stats('/containers/main/stats?stream=0&one-shot=1');
    assert.deepEqual([one.preread, one.precpu_stats.system_cpu_usage], ['0001-01-01T00:00:00Z', undefined]);
    const none = await stats('/containers/over/stats?stream=0');
    assert.deepEqual([none.read, none.cpu_stats.cpu_usage.total_usage, none.memory_stats], ['0001-01-01T00:00:00Z', 0, {}]);
    assert.equal(await refusal('GET', '/containers/main/stats?stream=1&one-shot=1'), '400 cannot have stream=true and one-shot=true');
  });

  it('top takes the arguments of ps, and looks at what is paused', async () => {
    const top = async (name: string, query = ''): Promise<{ Titles: string[]; Processes: string[][] }> => (await call<{ Titles: string[]; Processes: string[][] }>('GET', `/containers/${name}/top${query}`)).body;
    assert.deepEqual((await top('main')).Titles, ['UID', 'PID', 'PPID', 'C', 'STIME', 'TTY', 'TIME', 'CMD']);
    const { Titles, Processes } = await top('main', '?ps_args=-eo%20pid,args');
    assert.deepEqual([Titles, Processes.map(([, command]) => command)], [['PID', 'COMMAND'], ['sleep 1000']]);
    assert.equal((await top('held')).Processes.length, 1);
    assert.equal(await refusal('GET', '/containers/main/top?ps_args=-eo%20comm'), "400 Couldn't find PID field in ps output");
    assert.match(await refusal('GET', '/containers/over/top'), /^409 container [0-9a-f]+ is not running$/);
  });

  it('a terminal has a size, and what is so already is not changed', async () => {
    assert.equal((await call('POST', '/containers/main/resize?h=10&w=20')).status, 200);
    assert.equal(await refusal('POST', '/containers/main/resize?h=x&w=1'), '400 invalid resize height "x": invalid syntax');
    assert.match(await refusal('POST', '/containers/over/resize?h=1&w=1'), /^409 container [0-9a-f]+ is not running$/);
    assert.equal((await call('POST', '/containers/main/start')).status, 304);
    assert.equal((await call('POST', '/containers/over/stop')).status, 304);
    assert.match(await refusal('POST', '/containers/over/kill'), /^409 cannot kill container: over: container [0-9a-f]+ is not running$/);
    assert.match(await refusal('DELETE', '/containers/held'), /^409 cannot remove container "\/?held": container is paused and must be unpaused first$/);
    await run('again', { Cmd: ['sh', '-c', 'trap "echo told; exit 0" USR2; sleep 1000 & wait'] });
    assert.equal((await call('POST', '/containers/again/restart?signal=USR2&t=10')).status, 204);
    assert.match((await call('GET', '/containers/again/logs?stdout=1')).text, /told/);
    assert.match(await refusal('POST', '/containers/again/restart?signal=NOPE'), /^400 .*signal: NOPE$/);
    assert.deepEqual((await call<{ StatusCode: number }>('POST', '/containers/over/wait')).body, { StatusCode: 3 });
  });

  it('a wait tells that it has begun before the container does, and how it ended', async () => {
    const waiting = async (name: string, condition: string): Promise<() => Promise<unknown>> => {
      const sent = request({ socketPath: socket(), method: 'POST', path: `/containers/${name}/wait?condition=${condition}` }).end();
      const [response] = (await once(sent, 'response')) as [IncomingMessage];
      return async () => JSON.parse(Buffer.concat(await response.toArray()).toString()) as unknown;
    };
    await create('later', { Cmd: ['sh', '-c', 'exit 6'] });
    const next = await waiting('later', 'next-exit');
    await call('POST', '/containers/later/start');
    assert.deepEqual(await next(), { StatusCode: 6 });
    await run('gone');
    const removed = await waiting('gone', 'removed');
    await call('DELETE', '/containers/gone?force=1');
    assert.deepEqual(await removed(), { StatusCode: 137 });
    assert.equal(await refusal('POST', '/containers/later/wait?condition=soon'), '400 invalid condition: "soon"');
    assert.equal(await refusal('POST', '/containers/nosuch/wait'), '404 No such container: nosuch');
  });

  it('a reader of logs that stalls neither holds the container up nor fills the memory', async () => {
    const line = 'x'.repeat(200);
    await run('fast', { Cmd: ['sh', '-c', `i=0; while :; do yes ${line} | head -c 5000000; i=$((i+1)); echo $i > /progress; done`], HostConfig: { LogConfig: { Type: 'json-file', Config: { 'max-size': '20m', 'max-file': '2' } } } });
    const progress = async (): Promise<number> => {
      const { body } = await call<{ Id: string }>('POST', '/containers/fast/exec', { Cmd: ['cat', '/progress'], AttachStdout: true });
      const exec = await taken(`/exec/${body.Id}/start`, {});
      await exec.closed;
      return Number(/(\d+)\n$/.exec(exec.said())?.[1] ?? 0);
    };
    const stalled = request({ socketPath: socket(), method: 'GET', path: '/containers/fast/logs?follow=1&stdout=1&stderr=1' });
    stalled.end();
    const [response] = (await once(stalled, 'response')) as [NodeJS.ReadableStream];
    response.pause();
    const memory = async (): Promise<number> => Number(/^process_resident_memory_bytes (\S+)$/m.exec((await call('GET', '/metrics')).text)?.[1] ?? NaN);
    const [began, before] = [await until('it writes', async () => (await progress()) || undefined), await memory()];
    let last = began;
    // Five megabytes each: more than all buffers on the way to a reader can hold.
    const enough = began + 20;
    await until('it goes on without its reader', async () => (last = await progress()) >= enough, 60_000);
    assert.ok(last >= enough);
    assert.ok((await memory()) - before < 100 * 2 ** 20, `the memory grew from ${before} to ${await memory()}`);
    stalled.destroy();
    assert.equal((await call('DELETE', '/containers/fast?force=1')).status, 204);
  });
});
