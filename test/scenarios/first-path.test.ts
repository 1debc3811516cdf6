import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { exampleFolder, startPlatform, type Platform } from '../harness/platform.ts';
import { startSplit } from '../harness/split.ts';
import { until } from '../harness/wait.ts';

const file = join(exampleFolder, 'compose.yaml');
const images = ['redis-7', 'node-24-slim'] as const;
const shapes = {
  'all services in one process': () => startPlatform({ machines: 1, images }),
  'every service a process of its own': () => startSplit({ replicas: 1, images }),
};

for (const [shape, start] of Object.entries(shapes))
  describe(`what a new user does, ${shape}:`, function () {
    this.timeout(60_000);
    let platform: Platform;
    before(async () => {
      platform = await start();
    });
    afterEach(async function () {
      if (this.currentTest?.state === 'failed') await platform.keepArtifacts(`${shape} ${this.currentTest.title}`);
    });
    after(async () => platform?.[Symbol.asyncDispose]());

    const lading = (...words: string[]) => platform.first.lading('-p', 'counter', ...words);
    const visit = (): Promise<string> => platform.first.fetch('http://127.0.0.1:8080/');

    it('plan says what up would do, and does nothing', async () => {
      const text = await platform.first.lading('-f', file, 'plan');
      assert.equal(
        text.replaceAll(/^/gm, ''),
        [
          'image counter-web: build (missing)',
          'network counter_app: create (missing)',
          'service store: create with 1 replica (missing)',
          'service store: wait until healthy (web depends on it)',
          'service web: create with 1 replica (missing)',
          'service web: wait until started (was changed)',
          '',
        ].join('\n'),
      );
      assert.deepEqual((await platform.first.api<{ items: unknown[] }>('GET', '/api/v1/services')).body.items, []);
    });

    it('up makes it run, and says each step', async () => {
      const { code, out, err } = await platform.first.said('-f', file, 'up', '-d');
      assert.equal(code, 0, err);
      assert.equal(out, '');
      assert.match(err, /✔ service web: wait until started/);
      assert.match(await until('it answers', visit), /^visit 1, answered by [0-9a-f]{12}$/m);
    });

    it('ps shows it, as a table, as JSON, by a template, and ids alone', async () => {
      assert.match(await lading('ps'), /^counter-web-1 +counter-web +web +\S+ +Up .* 0\.0\.0\.0:8080->8080\/tcp/m);
      const rows = (await lading('ps', '--format', 'json')).trim().split('\n');
      assert.ok(rows.length >= 1 && rows.every((row) => JSON.parse(row) !== undefined));
      assert.deepEqual((await lading('ps', '--format', '{{.Name}}')).trim().split('\n').sort(), ['counter-store-1', 'counter-web-1']);
      assert.match(await lading('ps', '-q'), /^([0-9a-f]{12}\n){2}$/);
    });

    it('scale makes more, and all of them answer', async () => {
      await lading('scale', 'web=5');
      const seen = new Set<string>();
      await until('five containers answer', async () => seen.add(/by (\S+)/.exec(await visit())?.[1] ?? '').size === 5);
    });

    it('exec runs a command with its exit code', async () => {
      assert.match((await platform.first.said('-p', 'counter', 'exec', '-T', 'web', 'hostname')).out, /^[0-9a-f]{12}\n$/);
      assert.equal((await platform.first.said('-p', 'counter', 'exec', '-T', 'web', 'sh', '-c', 'exit 7')).code, 7);
      assert.match((await platform.first.said('-p', 'counter', 'exec', '-T', 'web', 'node', '-p', "require('dns').lookup('store', (_, address) => console.log(address)), ''")).out, /^\n?172\.\d+\.\d+\.\d+\n/);
    });

    it('logs follow what containers write', async () => {
      const { first } = platform;
      const child = spawn('nsenter', [`--net=${first.netns}`, process.execPath, '--disable-warning=ExperimentalWarning', resolve(import.meta.dirname, '../../tools/cli/main.ts'), '-p', 'counter', 'logs', '-f', 'store'], { env: first.environment, stdio: ['ignore', 'pipe', 'ignore'] });
      let out = '';
      child.stdout.on('data', (data: Buffer) => (out += data.toString()));
      await until('the past is shown', () => /Ready to accept connections/i.test(out));
      await platform.first.said('-p', 'counter', 'exec', '-T', 'store', 'sh', '-c', 'echo written-now > /proc/1/fd/1');
      await until('what is written now is shown', () => out.includes('written-now'));
      const ended = once(child, 'exit');
      child.kill('SIGINT');
      await ended;
    });

    it('events and history tell what happened, who did it and why', async () => {
      const { first } = platform;
      first.environment.LADING_REASON = 'to see it in the history';
      await lading('scale', 'web=2');
      delete first.environment.LADING_REASON;
      assert.match(await lading('history'), /^3 +scale +completed +\S+ +\d+ +uid:0 +to see it in the history$/m);
      const events = await lading('events', '--since', '1', '--project', 'counter');
      for (const type of ['RevisionAccepted', 'ServiceCreated', 'ReplicaPlaced', 'ContainerStarted', 'ContainerHealthChanged', 'ServiceScaled', 'ContainerRemoved']) assert.match(events, new RegExp(type));
    });

    it('an as-of answer is what was true then', async () => {
      const { body } = await platform.first.api<{ items: { sequence: number; type: string; data: { replicas?: number } }[] }>('GET', '/api/v1/projects/counter/revisions');
      assert.ok(body.items.length >= 3);
      const sequence = (await lading('events', '--since', '1', '--format', 'json')).trim().split('\n').map((line) => JSON.parse(line) as { sequence: number; type: string }).find(({ type }) => type.endsWith('ServiceScaled'))?.sequence ?? 0;
      const replicas = async (at: number): Promise<number | undefined> => (await platform.first.api<{ services: { name: string; replicas: number }[] }>('GET', `/api/v1/projects/counter?as_of=${at}`)).body.services.find(({ name }) => name === 'web')?.replicas;
      assert.equal(await replicas(sequence - 1), 1);
      assert.equal(await replicas(sequence), 5);
    });

    it('down removes it and keeps the volume; up goes on counting', async () => {
      const before = Number(/visit (\d+)/.exec(await visit())?.[1]);
      await lading('down');
      assert.equal(await lading('ps', '-q', '-a'), '');
      assert.match(await platform.first.lading('volume', 'ls'), /counter_data/);
      await platform.first.lading('-f', file, 'up', '-d');
      assert.ok(Number(/visit (\d+)/.exec(await until('it answers', visit))?.[1]) > before);
      await lading('down');
    });
  });
