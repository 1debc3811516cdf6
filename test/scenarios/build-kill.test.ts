import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startSplit, type Split } from '../harness/split.ts';
import { until } from '../harness/wait.ts';

describe('a build in the middle of which a process is killed', function () {
  this.timeout(180_000);
  let platform: Split;
  before(async () => {
    platform = await startSplit({ replicas: 1, images: ['busybox-latest'] });
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await platform.keepArtifacts(`build killed ${this.currentTest.title}`);
  });
  after(async () => platform?.[Symbol.asyncDispose]());

  const context = (name: string): string => {
    const folder = join(platform.first.state, `context-${name}`);
    mkdirSync(folder, { recursive: true });
    // It waits for a file that the test makes, in a context that is read while it runs.
    writeFileSync(join(folder, 'Dockerfile'), `FROM busybox\nRUN echo ${name} > /first\nRUN --mount=type=cache,target=/c,id=${name} echo begun; for n in $(seq 30); do test -e /c/go && exit 0; sleep 0.1; done; touch /c/go\nCOPY Dockerfile /copied\n`);
    return folder;
  };
  const inFolder = (path: string): string[] => (existsSync(path) ? readdirSync(path).map((name) => join(path, name)) : []);
  const working = (): string[] => {
    const { run, state, cgroup } = platform.first;
    return [
      ...inFolder(join(run, 'b/c')), ...inFolder(join(run, 'build-files')), ...inFolder(join(state, 'builds/work')), ...inFolder(join(state, 'rootfs')).filter((path) => path.includes('/build-')), ...inFolder(join(run, 'netns')),
      ...inFolder(`/sys/fs/cgroup/pids${cgroup}/builds`).filter((path) => /[0-9a-f]{64}$/.test(path)),
    ];
  };
  type Shown = { buildId: string; state: string };
  const newest = async (): Promise<string> => (await platform.first.api<{ items: Shown[] }>('GET', '/api/v1/builds')).body.items[0]?.state ?? '';

  for (const [name, ends] of [['image', ['done']], ['nats-server', ['done', 'failed', 'lost']], ['gateway', ['cancelled', 'done']], ['node-agent', ['lost']]] as const)
    it(`comes to an end, leaves nothing, and succeeds the next time: ${name}`, async () => {
      const folder = context(name);
      const first = platform.first.said('build', '--progress', 'plain', '-t', `killed-${name}`, folder);
      await until('its command runs', () => inFolder(join(platform.first.run, 'b/c')).length === 1, 30_000);
      await platform.kill(name);
      await platform.revive(name);
      await first;
      await until('it has come to its end', async () => (await platform.first.said('build', 'history')).code === 0 && (ends as readonly string[]).includes(await newest()), 60_000);
      await until('nothing is left of it', () => working().length === 0, 30_000);
      await platform.first.lading('build', '-t', `killed-${name}`, folder);
      assert.equal(await platform.first.lading('run', '--rm', `killed-${name}`, 'cat', '/first'), `${name}\n`);
      rmSync(folder, { recursive: true });
    });
});
