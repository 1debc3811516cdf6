import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { startPlatform, type Platform } from '../harness/platform.ts';
import { writeProject } from '../harness/project.ts';
import { until } from '../harness/wait.ts';

const kernel = resolve(import.meta.dirname, '../../services/kernel');
/** More than are read from the log without one. */
const volumes = 3_000;

describe('a daemon that starts from its snapshot', function () {
  this.timeout(90_000);
  let platform: Platform;
  before(async () => {
    platform = await startPlatform({ machines: 1 });
    const file = writeProject(platform, 'name: snap\nservices:\n  web:\n    image: busybox\n    command: sleep 1000\n    stop_grace_period: 0s\n    scale: 3\n    ports: ["8080:80"]\n');
    await platform.first.lading('-f', file, 'up', '-d');
    const fill = `
      const { connectTo } = await import('${kernel}/platform.ts');
      const { natsBus } = await import('${kernel}/bus/bus.ts');
      const { createVolume } = await import('#endpoints/volume.ts');
      const { readFileSync } = await import('node:fs');
      const connection = await connectTo('nats://127.0.0.1:14333', readFileSync('${platform.first.state}/keys/services.nk', 'utf8').trim(), 'fill');
      const bus = natsBus(connection, console);
      let number = 0;
      await Promise.all(Array.from({ length: 64 }, async () => {
        while (number < ${volumes}) {
          const name = 'v' + number++;
          await bus.call(createVolume, { name, nodeId: 'n1', driver: 'local', labels: {}, options: {}, anonymous: false }, { commandId: name, actor: 'test', reason: '', causationId: '', correlationId: name, traceparent: '' });
        }
      }));
      await connection.close();`;
    const { code, err } = await platform.first.inside(process.execPath, '--input-type=module-typescript', '--disable-warning=ExperimentalWarning', '-e', fill);
    assert.equal(code, 0, err);
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await platform.keepArtifacts(this.currentTest.title);
  });
  after(async () => platform?.[Symbol.asyncDispose]());

  const lists = ['containers?all=1&removed=1', 'services', 'networks', 'volumes', 'nodes', 'images', 'projects?all=1'];
  const everything = async (): Promise<unknown[]> =>
    Promise.all(lists.map(async (list) => (await platform.first.api<{ items: object[] }>('GET', `/api/v1/${list}`)).body.items.map((item) => ({ ...item, lastSeenMs: undefined }))));
  const restart = async (): Promise<string> => {
    const pid = Number(readFileSync(join(platform.first.run, 'daemon.pid'), 'utf8'));
    process.kill(pid, 'SIGTERM');
    await until('it has ended', () => !existsSync(`/proc/${pid}`));
    await platform.first.start(['daemon']);
    await until('the node is back', async () => (await platform.first.lading('node', 'ls')).includes('ready'));
    return readFileSync(join(platform.first.state, 'daemon.log'), 'utf8').split('\n').slice(-30).join('\n');
  };
  const file = (): string => join(platform.first.state, 'snapshots/lading.snapshot');

  it('answers as before', async () => {
    const before = await everything();
    await restart();
    assert.ok(existsSync(file()), 'a snapshot was written');
    assert.deepEqual(await everything(), before);
    assert.doesNotMatch(await restart(), /the snapshot is passed over/);
    assert.deepEqual(await everything(), before);
  });

  it('goes on deciding on what it knows', async () => {
    await platform.first.lading('-p', 'snap', 'scale', 'web=5');
    assert.equal((await platform.first.lading('-p', 'snap', 'ps', '-q')).trim().split('\n').length, 5);
    assert.equal((await platform.first.said('run', '--name', 'snap-web-1', 'busybox', 'true')).code, 125);
  });

  it('reads the log instead when the snapshot is damaged', async () => {
    const before = await everything();
    const bytes = readFileSync(file());
    bytes[Math.floor(bytes.length / 2)] = (bytes[Math.floor(bytes.length / 2)] ?? 0) ^ 0xff;
    await platform.first.said('daemon', '--status');
    const pid = Number(readFileSync(join(platform.first.run, 'daemon.pid'), 'utf8'));
    process.kill(pid, 'SIGKILL');
    await until('it has ended', () => !existsSync(`/proc/${pid}`));
    writeFileSync(file(), bytes);
    await platform.first.start(['daemon']);
    await until('the node is back', async () => (await platform.first.lading('node', 'ls')).includes('ready'));
    assert.match(readFileSync(join(platform.first.state, 'daemon.log'), 'utf8'), /the snapshot is passed over/);
    assert.deepEqual(await everything(), before);
  });
});
