import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, existsSync } from 'node:fs';
import { serviceNames, startSplit, type ProcessName, type Split } from '../harness/split.ts';
import { moment, until } from '../harness/wait.ts';

type Shown = { containerId: string; name: string; state: string; run: number; pid: number; message: string; restartCount: number };
type ProjectShown = { state: string; revision: number; services: { name: string; replicas: number; running: number }[]; revisions: { message: string }[] };

const text = (web: number): string =>
  `name: kill\nservices:\n  web:\n    image: busybox\n    command: sleep 1000\n    stop_grace_period: 0s\n    ports: ["8080:80"]\n    scale: ${web}\n    depends_on: [store]\n  store:\n    image: busybox\n    command: sleep 1000\n    stop_grace_period: 0s\n    volumes: ["data:/data"]\nvolumes:\n  data:\n`;

describe('a process that is killed at a random moment', function () {
  this.timeout(180_000);
  let platform: Split;
  before(async () => {
    platform = await startSplit({ replicas: 1, images: ['busybox-latest'] });
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await platform.keepArtifacts(this.currentTest.title);
  });
  after(async () => platform?.[Symbol.asyncDispose]());

  const project = async (): Promise<ProjectShown> => (await platform.first.api<ProjectShown>('GET', '/api/v1/projects/kill')).body;
  const containers = async (): Promise<Shown[]> => (await platform.first.api<{ items: Shown[] }>('GET', '/api/v1/containers?project=kill&all=1')).body.items;
  const settled = (state: string, web: number): Promise<ProjectShown> =>
    until(
      `the project is ${state} with ${web} web`,
      async () => {
        const seen = await project();
        const running = (name: string): number => seen.services.find((service) => service.name === name)?.running ?? 0;
        return seen.state === state && running('web') === web && running('store') === (state === 'down' ? 0 : 1) && seen;
      },
      45_000,
    );

  /** Asks until it was heard: what answers may be what was killed. The same key makes it the same command. */
  const ask = (method: string, path: string, body: unknown) =>
    until(`${method} ${path} is taken`, async () => {
      const { status } = await platform.first.api(method, path, body);
      return status === 202;
    }, 30_000);
  const actions = {
    up: () => ask('POST', '/api/v1/projects', { projectDir: '/', files: [{ path: '/compose.yaml', text: text(3) }] }),
    scale: () => ask('POST', '/api/v1/projects/kill/scale', { replicas: { web: 6 } }),
    down: () => ask('DELETE', '/api/v1/projects/kill', undefined),
  };
  const goals = { up: () => settled('up', 3), scale: () => settled('up', 6), down: () => settled('down', 0) };

  /** What of containers the machine holds. */
  const held = () => {
    const { cgroup, run, state } = platform.first;
    const groups = existsSync(`/sys/fs/cgroup/pids${cgroup}`) ? readdirSync(`/sys/fs/cgroup/pids${cgroup}`, { withFileTypes: true }).filter((entry) => entry.isDirectory() && /^[0-9a-f]{64}$/.test(entry.name)).length : 0;
    const agent = platform.pidOf('node-agent');
    const mounts = readFileSync(`/proc/${agent}/mounts`, 'utf8').split('\n').filter((line) => line.split(' ')[1]?.startsWith(`${state}/rootfs/`)).length;
    const netns = existsSync(`${run}/netns`) ? readdirSync(`${run}/netns`).length : 0;
    const rootfs = readdirSync(`${state}/rootfs`).length;
    return { groups, mounts, netns, rootfs };
  };

  const killed: ProcessName[] = process.env.KILL ? [process.env.KILL as ProcessName] : [...serviceNames, 'node-agent', 'nats-server'];
  for (const name of killed)
    for (const action of ['up', 'scale', 'down'] as const)
      it(`${name} during ${action}`, async () => {
        const before = action === 'scale' ? await containers() : [];
        const delayMs = Math.random() * 300;
        const asked = actions[action]();
        await moment(delayMs);
        await platform.kill(name);
        await platform.revive(name);
        await asked;
        await goals[action]();
        const after = await containers();
        for (const { containerId, pid, run } of before) {
          const now = after.find((container) => container.containerId === containerId);
          assert.deepEqual({ pid: now?.pid, run: now?.run }, { pid, run }, `${containerId} went on running (killed after ${Math.round(delayMs)} ms)`);
        }
        const count = after.length;
        assert.equal(new Set(after.map((container) => container.name)).size, count, 'no name twice');
        await until(`the machine holds ${count} containers`, () => {
          const { groups, mounts, netns, rootfs } = held();
          return groups === count && mounts === count && netns === count && rootfs === count;
        }).catch((error: Error) => assert.fail(`${error.message}: ${JSON.stringify(held())} (killed after ${Math.round(delayMs)} ms)`));
      });

  it('netd, and names are answered again', async () => {
    await actions.up();
    await settled('up', 3);
    const netd = (): number[] => execFileSync('pgrep', ['--parent', String(platform.pidOf('node-agent')), '--full', 'netd.ts'], { encoding: 'utf8' }).split('\n').filter(Boolean).map(Number);
    const [pid] = netd();
    assert.ok(pid);
    process.kill(pid, 'SIGKILL');
    await until('another netd runs', () => netd().some((other) => other !== pid));
    const web = (await containers()).find(({ name }) => name === 'kill-web-1');
    await until('store has an address', async () => (await platform.first.said('exec', '-T', web?.containerId ?? '', 'nslookup', 'store', '127.0.0.11')).code === 0);
    assert.equal((await containers()).every(({ run }) => run === 1), true);
  });

  it('conmon of one container, which is told and replaced by its policy or left ended', async () => {
    const [victim] = (await containers()).filter(({ name }) => name === 'kill-web-2');
    assert.ok(victim);
    const conmon = Number(readFileSync(`${platform.first.run}/c/${victim.containerId.slice(0, 32)}/conmon.pid`, 'utf8'));
    process.kill(conmon, 'SIGKILL');
    const told = await until('the loss is told', async () => {
      const now = (await containers()).find(({ containerId }) => containerId === victim.containerId);
      return now?.state === 'exited' && now;
    });
    assert.match(told.message, /supervisor/);
    await actions.down();
    await settled('down', 0);
  });

  it('and the log tells what the services answer', async () => {
    const last = (await platform.first.api<{ items: Shown[] }>('GET', '/api/v1/containers?all=1&removed=1')).body.items;
    const { body: then } = await platform.first.api<{ items: Shown[] }>('GET', `/api/v1/containers?all=1&removed=1&as_of=${new Date(Date.now() + 1_000).toISOString()}`);
    assert.deepEqual(then.items, last);
  });
});
