import assert from 'node:assert/strict';
import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { dockerClient, whyNoDocker } from '../harness/docker-client.ts';
import { startPlatform, type Platform } from '../harness/platform.ts';
import { until } from '../harness/wait.ts';

type Event = { Type: string; Action: string; Actor: { ID: string; Attributes: Record<string, string> }; status?: string; from?: string; time: number; timeNano: number };

describe('docker events against Lading', function () {
  this.timeout(90_000);
  let platform: Platform;
  const { docker, said } = dockerClient(() => platform.first);
  const now = (): string => String(Date.now() / 1_000);
  const eventsOf = async (work: () => Promise<unknown>, ...words: string[]): Promise<Event[]> => {
    const since = now();
    await work();
    return told('--since', since, '--until', now(), ...words);
  };
  const told = async (...words: string[]): Promise<Event[]> => (await docker('events', '--format', '{{json .}}', ...words)).split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as Event);
  const short = (events: readonly Event[]): string[] => events.map(({ Type, Action }) => (Type === 'container' ? Action : `${Type} ${Action}`));

  before(async function () {
    const why = whyNoDocker();
    if (why !== undefined) return void this.skip();
    platform = await startPlatform({ machines: 1 });
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await platform.keepArtifacts(`docker events ${this.currentTest.title}`);
  });
  after(async () => platform?.[Symbol.asyncDispose]());

  it('a whole life is told in the order and the words of dockerd', async () => {
    const events = await eventsOf(async () => {
      await docker('network', 'create', 'net');
      await docker('volume', 'create', 'vol');
      await docker('create', '--name', 'one', '-l', 'k=v', '--network', 'net', '-v', 'vol:/v', 'busybox', 'sh', '-c', 'trap "exit 5" TERM; sleep 1000 & wait');
      await docker('start', 'one');
      await said(['exec', 'one', 'sh', '-c', 'exit 3']);
      await docker('pause', 'one');
      await docker('unpause', 'one');
      await docker('rename', 'one', 'two');
      await docker('kill', '-s', 'USR1', 'two');
      await docker('rm', '-f', 'two');
      await docker('network', 'rm', 'net');
      await docker('volume', 'rm', 'vol');
      // Its node tells when it is gone.
      await until('the volume is gone', async () => (await told('--since', '1m', '--until', now(), '--filter', 'volume=vol', '--filter', 'event=destroy')).length === 1);
    });
    assert.deepEqual(short(events), [
      'network create', 'volume create', 'create', 'network connect', 'volume mount', 'start', 'exec_create: sh -c exit 3', 'exec_start: sh -c exit 3', 'exec_die', 'pause', 'unpause', 'rename', 'kill', 'kill',
      'die', 'volume unmount', 'network disconnect', 'destroy', 'network destroy', 'volume destroy',
    ]);
    const of = (action: string): Record<string, string> | undefined => events.find(({ Type, Action }) => Type === 'container' && Action === action)?.Actor.Attributes;
    assert.deepEqual([of('create')?.k, of('create')?.image, of('create')?.name], ['v', 'busybox', 'one']);
    assert.equal(of('exec_die')?.exitCode, '3');
    assert.match(String(of('exec_die')?.execID), /^[0-9a-f]{64}$/);
    assert.deepEqual([of('rename')?.oldName, of('rename')?.name, of('kill')?.signal, of('die')?.exitCode], ['/one', 'two', '10', '137']);
    assert.match(String(of('die')?.execDuration), /^\d+$/);
  });

  it('a stop, a restart, an end by itself, attaching, health and limits', async () => {
    const events = await eventsOf(async () => {
      await docker('run', '--name', 'self', 'busybox', 'true');
      await docker('run', '-d', '--name', 'asked', '--health-cmd', 'true', '--health-interval', '100ms', 'busybox', 'sleep', '1000');
      await docker('update', '--memory', '64m', '--memory-swap', '64m', 'asked');
      await docker('restart', '-t', '0', 'asked');
      await docker('stop', '-t', '0', 'asked');
      await docker('top', 'asked').catch(() => undefined);
      await docker('rm', 'self', 'asked');
      await docker('container', 'prune', '-f');
    }, '--filter', 'type=container');
    const of = (name: string): string[] => events.filter(({ Actor }) => Actor.Attributes.name === name).map(({ Action }) => Action).filter((action) => !action.startsWith('health_status'));
    assert.deepEqual(of('self'), ['create', 'attach', 'start', 'die', 'destroy']);
    assert.deepEqual(of('asked'), ['create', 'start', 'update', 'kill', 'die', 'stop', 'start', 'restart', 'kill', 'die', 'stop', 'destroy']);
    assert.match(String(events.at(-1)?.Actor.Attributes.reclaimed), /^\d+$/);
    assert.equal(events.at(-1)?.Action, 'prune');
  });

  it('filters and moments', async () => {
    const since = now();
    await docker('run', '--rm', '--name', 'xy', '-l', 'a=b', 'busybox', 'true');
    await docker('tag', 'busybox', 'other:1');
    const end = now();
    const asked = async (...words: string[]): Promise<string[]> => short(await told('--since', since, '--until', end, ...words));
    assert.deepEqual(await asked('--filter', 'container=xy', '--filter', 'event=start', '--filter', 'event=die'), ['start', 'die']);
    assert.deepEqual(await asked('--filter', 'label=a=b', '--filter', 'event=create'), ['create']);
    assert.deepEqual(await asked('--filter', 'type=image'), ['image tag']);
    assert.deepEqual(await asked('--filter', 'image=busybox', '--filter', 'event=destroy'), ['destroy']);
    assert.deepEqual(await asked('--filter', 'type=network', '--filter', 'network=bridge'), ['network connect', 'network disconnect']);
    assert.deepEqual(short(await told('--since', '10m', '--until', '9m')), []);
    assert.match((await said(['events', '--since', '2026-01-02T00:00:00Z', '--until', '2026-01-01T00:00:00Z'])).err, /cannot be after `until` time/);
    const { status } = await platform.first.api('GET', '/events?since=soon');
    assert.equal(status, 400);
  });

  it('a thousand follow, and each is told all of it once', async () => {
    const followers = await Promise.all(Array.from({ length: 1_000 }, async () => {
      const sent = request({ socketPath: join(platform.first.run, 'docker.sock'), path: `/events?filters=${encodeURIComponent('{"type":["volume"]}')}` }).end();
      const [response] = (await once(sent, 'response')) as [IncomingMessage];
      let text = '';
      response.on('data', (data: Buffer) => (text += data.toString())).on('error', () => {});
      return { text: () => text, close: () => sent.destroy() };
    }));
    await Promise.all(Array.from({ length: 10 }, (_, place) => docker('volume', 'create', `many-${place}`)));
    await until('all are told', () => followers.every(({ text }) => text().split('\n').length > 10), 30_000);
    for (const { text, close } of followers) {
      assert.deepEqual(text().trim().split('\n').map((line) => (JSON.parse(line) as Event).Actor.ID).sort(), Array.from({ length: 10 }, (_, place) => `many-${place}`));
      close();
    }
  });
});
