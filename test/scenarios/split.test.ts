import assert from 'node:assert/strict';
import { startSplit, type Split } from '../harness/split.ts';
import { until } from '../harness/wait.ts';

type Shown = { containerId: string; name: string; state: string };

describe('two of every service', function () {
  this.timeout(120_000);
  let platform: Split;
  before(async () => {
    platform = await startSplit({ replicas: 2, images: ['busybox-latest'] });
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await platform.keepArtifacts(this.currentTest.title);
  });
  after(async () => platform?.[Symbol.asyncDispose]());

  const create = (name: string) => platform.first.api<{ Id?: string; message?: string }>('POST', `/containers/create?name=${name}`, { Image: 'busybox', Cmd: ['sleep', '1000'] });
  const containers = async (query = 'all=1'): Promise<Shown[]> => (await platform.first.api<{ items: Shown[] }>('GET', `/api/v1/containers?${query}`)).body.items;

  it('give a name once, however many ask for it at the same time', async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, () => create('wanted')));
    assert.deepEqual(answers.map(({ status }) => status).sort(), [201, ...Array.from({ length: 11 }, () => 409)]);
    assert.match(answers.find(({ status }) => status === 409)?.body.message ?? '', /name "\/wanted" is already in use/);
    assert.equal((await containers()).filter(({ name }) => name === 'wanted').length, 1);
  });

  it('start a container once, and stop it once', async () => {
    const starts = await Promise.all(Array.from({ length: 8 }, () => platform.first.api('POST', '/containers/wanted/start')));
    assert.ok(starts.every(({ status }) => status === 204 || status === 304), JSON.stringify(starts.map(({ status }) => status)));
    const { body } = await platform.first.api<{ State: { Running: boolean }; RestartCount: number }>('GET', '/containers/wanted/json');
    assert.equal(body.State.Running, true);
    const removals = await Promise.all(Array.from({ length: 8 }, () => platform.first.api('DELETE', '/containers/wanted?force=1')));
    assert.ok(removals.every(({ status }) => [204, 404, 409].includes(status)), JSON.stringify(removals.map(({ status }) => status)));
    assert.deepEqual(await containers(), []);
  });

  it('make one network and one volume of a name', async () => {
    const networks = await Promise.all(Array.from({ length: 8 }, () => platform.first.api('POST', '/networks/create', { Name: 'once' })));
    assert.deepEqual(networks.map(({ status }) => status).sort(), [201, ...Array.from({ length: 7 }, () => 409)]);
    const volumes = await Promise.all(Array.from({ length: 8 }, () => platform.first.api<{ CreatedAt: string }>('POST', '/volumes/create', { Name: 'once' })));
    assert.ok(volumes.every(({ status }) => status === 201));
    assert.equal(new Set(volumes.map(({ body }) => body.CreatedAt)).size, 1);
  });

  it('take the same project up once, and end as the last of different ones said', async () => {
    const text = (replicas: number): string => `name: both\nservices:\n  a:\n    image: busybox\n    command: sleep 1000\n    stop_grace_period: 0s\n    scale: ${replicas}\n`;
    const body = (replicas: number) => ({ projectDir: '/', files: [{ path: '/compose.yaml', text: text(replicas) }] });
    const same = await Promise.all(Array.from({ length: 6 }, () => platform.first.api<{ revision: number }>('POST', '/api/v1/projects', body(2))));
    assert.deepEqual([...new Set(same.map(({ status, body: { revision } }) => `${status} ${revision}`))], ['202 1']);
    const answers = await Promise.all([1, 3, 4].map((replicas) => platform.first.api<{ code?: string }>('POST', '/api/v1/projects', body(replicas))));
    assert.ok(answers.every(({ status, body: { code } }) => status === 202 || code === 'PROJECT_BUSY'), JSON.stringify(answers));
    type Project = { state: string; modelJson: string };
    const project = await until('the project is up', async () => {
      const { body: seen } = await platform.first.api<Project>('GET', '/api/v1/projects/both');
      return seen.state === 'up' && seen;
    });
    const wanted = (JSON.parse(project.modelJson) as { services: { a: { replicas: number } } }).services.a.replicas;
    await until(`${wanted} replicas run`, async () => (await containers('project=both')).filter(({ state }) => state === 'running').length === wanted);
    await platform.first.lading('-p', 'both', 'down');
  });
});
