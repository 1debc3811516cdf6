import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { startSplit, type Split } from '../harness/split.ts';
import { moment, until } from '../harness/wait.ts';

type Shown = { containerId: string; name: string; state: string; run: number; pid: number };
type ProjectShown = { state: string; services: { name: string; running: number }[] };

const text = (web: number): string => `name: three\nservices:\n  web:\n    image: busybox\n    command: sleep 1000\n    stop_grace_period: 0s\n    scale: ${web}\n`;

describe('a log that three servers keep', function () {
  this.timeout(180_000);
  let platform: Split;
  before(async () => {
    platform = await startSplit({ replicas: 1, images: ['busybox-latest'], servers: 3 });
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await platform.keepArtifacts(this.currentTest.title);
  });
  after(async () => platform?.[Symbol.asyncDispose]());

  const containers = async (query = 'project=three&all=1'): Promise<Shown[]> => (await platform.first.api<{ items: Shown[] }>('GET', `/api/v1/containers?${query}`)).body.items;
  const ask = (method: string, path: string, body?: unknown) => until(`${method} ${path} is taken`, async () => (await platform.first.api(method, path, body)).status === 202, 60_000);
  const settled = (state: string, web: number) =>
    until(
      `the project is ${state} with ${web} web`,
      async () => {
        const { body } = await platform.first.api<ProjectShown>('GET', '/api/v1/projects/three');
        return body.state === state && (body.services.find(({ name }) => name === 'web')?.running ?? 0) === web;
      },
      60_000,
    );
  const killLeaderAfter = async (delayMs: number): Promise<number> => {
    const leader = await platform.logLeader();
    await moment(delayMs);
    await platform.kill('nats-server', leader);
    return leader;
  };

  it('goes on when the leader is killed during up', async () => {
    const [leader] = await Promise.all([killLeaderAfter(Math.random() * 300), ask('POST', '/api/v1/projects', { projectDir: '/', files: [{ path: '/compose.yaml', text: text(3) }] })]);
    await settled('up', 3);
    await platform.revive('nats-server', leader);
  });

  it('goes on when the next leader is killed during scale, and what runs is not touched', async () => {
    const before = await containers();
    const [leader] = await Promise.all([killLeaderAfter(Math.random() * 150), ask('POST', '/api/v1/projects/three/scale', { replicas: { web: 6 } })]);
    await settled('up', 6);
    const after = await containers();
    for (const { containerId, pid, run } of before) assert.deepEqual(after.filter((one) => one.containerId === containerId).map((one) => [one.pid, one.run]), [[pid, run]]);
    assert.equal(new Set(after.map(({ name }) => name)).size, 6);
    await platform.revive('nats-server', leader);
  });

  it('takes nothing while two are gone, says so, and runs what runs', async () => {
    const before = await containers();
    const leader = await platform.logLeader();
    const gone = [leader, (leader + 1) % 3];
    for (const server of gone) await platform.kill('nats-server', server);
    const { status, body } = await platform.first.api<{ detail: string }>('POST', '/api/v1/projects/three/scale', { replicas: { web: 2 } });
    assert.equal(status, 503, JSON.stringify(body));
    assert.match(body.detail, /nats-server|nobody answered/);
    assert.ok(before.every(({ pid }) => existsSync(`/proc/${pid}`)));
    for (const server of gone) await platform.revive('nats-server', server);
  });

  it('goes on where it was when they are back, nothing lost and nothing twice', async () => {
    await ask('POST', '/api/v1/projects/three/scale', { replicas: { web: 1 } });
    await settled('up', 1);
    await ask('DELETE', '/api/v1/projects/three');
    await settled('down', 0);
    const last = await containers('all=1&removed=1');
    const then = await containers(`all=1&removed=1&as_of=${new Date(Date.now() + 1_000).toISOString()}`);
    assert.deepEqual(then, last);
  });
});
