import assert from 'node:assert/strict';
import { startPlatform, type Platform } from '../harness/platform.ts';
import { until } from '../harness/wait.ts';
import { writeProject } from '../harness/project.ts';

type Shown = { nodeId: string; containerId: string; state: string };

const noticedMaxMs = 5_000;
const replacedMaxMs = 10_000;

describe('a node whose link is cut', function () {
  this.timeout(120_000);
  let platform: Platform;
  before(async () => {
    platform = await startPlatform({ machines: 3 });
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await platform.keepArtifacts(this.currentTest.title);
  });
  after(async () => platform?.[Symbol.asyncDispose]());

  const containers = async (): Promise<Shown[]> => (await platform.first.api<{ items: Shown[] }>('GET', '/api/v1/containers?project=loss')).body.items;
  const running = async (): Promise<Shown[]> => (await containers()).filter(({ state }) => state === 'running');
  const stateOf = async (nodeId: string): Promise<string | undefined> =>
    (await platform.first.api<{ items: { nodeId: string; state: string }[] }>('GET', '/api/v1/nodes')).body.items.find((node) => node.nodeId === nodeId)?.state;

  it('is noticed within 5 s, and its replicas run elsewhere within 10', async () => {
    const file = writeProject(platform, 'name: loss\nservices:\n  web:\n    image: busybox\n    command: sleep 1000\n    scale: 6\n    stop_grace_period: 1s\n');
    await platform.first.lading('-f', file, 'up', '-d');
    assert.deepEqual((await running()).map(({ nodeId }) => nodeId).sort(), ['n1', 'n1', 'n2', 'n2', 'n3', 'n3']);
    const cutAt = performance.now();
    platform.machines[2]?.cut();
    await until('n3 is known to be lost', async () => (await stateOf('n3')) === 'lost', noticedMaxMs);
    await until('six replicas run on n1 and n2', async () => (await running()).filter(({ nodeId }) => nodeId !== 'n3').length === 6, replacedMaxMs - (performance.now() - cutAt));
  });

  it('comes back without its old containers, none of them doubled', async () => {
    const machine = platform.machines[2];
    assert.ok(machine);
    const processes = async (): Promise<number> => Number((await machine.inside('sh', '-c', `cat /sys/fs/cgroup/pids${machine.cgroup}/*/cgroup.procs 2>/dev/null | wc -l`)).out.trim());
    assert.equal(await processes(), 2);
    machine.mend();
    await until('n3 is ready again', async () => (await stateOf('n3')) === 'ready', 15_000);
    await until('nothing of the old replicas runs on n3', async () => (await processes()) === 0, 15_000);
    assert.deepEqual((await running()).map(({ nodeId }) => nodeId).sort(), ['n1', 'n1', 'n1', 'n2', 'n2', 'n2']);
  });

  it('takes new replicas again', async () => {
    await platform.first.lading('-p', 'loss', 'scale', 'web=9');
    assert.equal((await running()).filter(({ nodeId }) => nodeId === 'n3').length, 3);
  });
});
