import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startPlatform, type Platform } from '../harness/platform.ts';
import { writeProject } from '../harness/project.ts';
import { moment, until } from '../harness/wait.ts';

type Shown = { containerId: string; name: string; state: string; run: number; pid: number };

describe('the daemon of one machine, killed at a random moment', function () {
  this.timeout(120_000);
  let platform: Platform;
  before(async () => {
    platform = await startPlatform({ machines: 1 });
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await platform.keepArtifacts(this.currentTest.title);
  });
  after(async () => platform?.[Symbol.asyncDispose]());

  const containers = async (): Promise<Shown[]> => (await platform.first.api<{ items: Shown[] }>('GET', '/api/v1/containers?project=daemon&all=1')).body.items;
  const stateOf = async (): Promise<string> => (await platform.first.api<{ state: string }>('GET', '/api/v1/projects/daemon')).body.state;
  const killAndRestart = async (): Promise<void> => {
    const pid = Number(readFileSync(join(platform.first.run, 'daemon.pid'), 'utf8'));
    process.kill(pid, 'SIGKILL');
    await until('it is gone', () => !existsSync(`/proc/${pid}`));
    await platform.first.start(['daemon']);
  };
  const file = (): string => writeProject(platform, 'name: daemon\nservices:\n  web:\n    image: busybox\n    command: sleep 1000\n    stop_grace_period: 0s\n    scale: 4\n');

  it('ends what it had begun, with nothing twice', async () => {
    for (let time = 0; time < 3; time++) {
      const asked = platform.first.said('-f', file(), 'up', '-d');
      await moment(100 + Math.random() * 500);
      await killAndRestart();
      await asked;
      // The request itself may have been lost: then the user says it again.
      await platform.first.lading('-f', file(), 'up', '-d');
      await until('four replicas run', async () => (await stateOf()) === 'up' && (await containers()).filter(({ state }) => state === 'running').length === 4);
      assert.equal((await containers()).length, 4);
      await platform.first.lading('-p', 'daemon', 'down');
      assert.deepEqual(await containers(), []);
    }
  });

  it('finds its containers running, each as it was', async () => {
    await platform.first.lading('-f', file(), 'up', '-d');
    const before = await containers();
    await killAndRestart();
    await until('all four run', async () => (await containers()).filter(({ state }) => state === 'running').length === 4);
    assert.deepEqual((await containers()).map(({ containerId, pid, run }) => ({ containerId, pid, run })), before.map(({ containerId, pid, run }) => ({ containerId, pid, run })));
    for (const { pid } of before) assert.ok(existsSync(`/proc/${pid}`), `process ${pid} runs`);
  });

  it('stops and starts again without touching them', async () => {
    const before = await containers();
    const pid = Number(readFileSync(join(platform.first.run, 'daemon.pid'), 'utf8'));
    process.kill(pid, 'SIGTERM');
    await until('it has ended', () => !existsSync(`/proc/${pid}`));
    await platform.first.start(['daemon']);
    assert.deepEqual((await containers()).map(({ pid: process_, run }) => [process_, run]), before.map(({ pid: process_, run }) => [process_, run]));
    assert.equal((await platform.first.said('exec', '-T', before[0]?.containerId ?? '', 'echo', 'here')).out, 'here\n');
  });
});
