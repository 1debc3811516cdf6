import assert from 'node:assert/strict';
import { exampleFolder, startPlatform, type Platform } from '../harness/platform.ts';
import { until } from '../harness/wait.ts';
import { join } from 'node:path';

const composeFile = join(exampleFolder, 'compose.yaml');
type Shown = { nodeId: string; containerId: string; state: string; spec: { replicaOf?: { serviceName: string } } };

describe('the counter on three machines', function () {
  this.timeout(120_000);
  let platform: Platform;
  before(async () => {
    platform = await startPlatform({ machines: 3, images: ['redis-7', 'node-24-slim'] });
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await platform.keepArtifacts(this.currentTest.title);
  });
  after(async () => platform?.[Symbol.asyncDispose]());

  const up = () => platform.first.lading('-f', composeFile, 'up', '-d');
  const visit = async (machine = platform.first): Promise<{ count: number; by: string }> => {
    const [, count, by] = /^visit (\d+), answered by (\S+)/.exec(await machine.fetch(`http://${machine.address}:8080/`)) ?? [];
    return { count: Number(count), by: by ?? '' };
  };
  const containers = async (service: string): Promise<Shown[]> =>
    (await platform.first.api<{ items: Shown[] }>('GET', '/api/v1/containers?project=counter')).body.items.filter(({ spec }) => spec.replicaOf?.serviceName === service);

  it('answers on every machine once it is up', async () => {
    await up();
    for (const machine of platform.machines) await until(`${machine.name} answers`, () => visit(machine));
    const first = await visit();
    assert.equal((await visit(platform.machines[2])).count, first.count + 1);
  });

  it('changes nothing when it is up already', async () => {
    const { err } = await platform.first.said('-f', composeFile, 'up', '-d');
    assert.match(err, /nothing to do/);
  });

  it('answers from six containers on three machines when it is scaled', async () => {
    await platform.first.lading('-p', 'counter', 'scale', 'web=6');
    const replicas = await containers('web');
    assert.deepEqual(replicas.map(({ nodeId }) => nodeId).sort(), ['n1', 'n1', 'n2', 'n2', 'n3', 'n3']);
    for (const machine of platform.machines) {
      const seen = new Set<string>();
      await until(`${machine.name} spreads over all six`, async () => seen.add((await visit(machine)).by).size === 6);
    }
  });

  it('keeps its count in the volume over down and up', async () => {
    const before = (await visit()).count;
    await platform.first.lading('-p', 'counter', 'down');
    assert.deepEqual(await containers('web'), []);
    await up();
    const { count } = await until('it answers again', () => visit());
    assert.ok(count > before, `${count} visits after ${before}`);
  });

  it('answers what was true at an earlier moment', async () => {
    const { body } = await platform.first.api<{ items: { revision: number; kind: string; atMs: number }[] }>('GET', '/api/v1/projects/counter/revisions');
    const scaled = body.items.find(({ kind }) => kind === 'scale');
    const down = body.items.find(({ kind }) => kind === 'down');
    assert.ok(scaled && down);
    const then = await platform.first.api<{ services: { name: string; replicas: number }[] }>('GET', `/api/v1/projects/counter?as_of=${new Date(down.atMs - 1).toISOString()}`);
    assert.equal(then.body.services.find(({ name }) => name === 'web')?.replicas, 6);
    const earlier = await platform.first.api<{ services: { name: string; replicas: number }[] }>('GET', `/api/v1/projects/counter?as_of=${new Date(scaled.atMs - 1).toISOString()}`);
    assert.equal(earlier.body.services.find(({ name }) => name === 'web')?.replicas, 1);
  });
});
