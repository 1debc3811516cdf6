import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { startPlatform, type Platform } from '../harness/platform.ts';
import { writeProject } from '../harness/project.ts';
import { until } from '../harness/wait.ts';

const examples = resolve(import.meta.dirname, '../../deploy/examples/subscribe');

describe('the examples of subscribing', function () {
  this.timeout(60_000);
  let platform: Platform;
  before(async () => {
    platform = await startPlatform({ machines: 1 });
    const file = writeProject(platform, 'name: sub\nservices:\n  web:\n    image: busybox\n    command: sleep 1000\n    stop_grace_period: 0s\n');
    await platform.first.lading('-f', file, 'up', '-d');
  });
  after(async () => platform?.[Symbol.asyncDispose]());

  const run = async (program: string, ...words: string[]): Promise<string[]> => {
    const { code, out, err } = await platform.first.inside(process.execPath, '--disable-warning=ExperimentalWarning', join(examples, program), ...words);
    assert.equal(code, 0, err);
    return out.trim().split('\n');
  };
  /** Starts one that follows, and gives what it says until it ends. */
  const follow = async (program: string, ...words: string[]) => {
    const { first } = platform;
    const child = spawn('nsenter', [`--net=${first.netns}`, process.execPath, '--disable-warning=ExperimentalWarning', join(examples, program), ...words], { env: first.environment, stdio: ['ignore', 'pipe', 'pipe'] });
    const said = { out: '', err: '' };
    child.stdout.on('data', (data: Buffer) => (said.out += data.toString()));
    child.stderr.on('data', (data: Buffer) => (said.err += data.toString()));
    await until(`${program} is ready`, () => said.err.includes('ready'));
    return { said, child, ended: once(child, 'close').then(() => said.out.trim().split('\n')) };
  };
  const create = (name: string) => platform.first.lading('create', '--name', name, 'busybox', 'true');

  for (const program of ['over-nats.ts', 'over-sse.ts']) {
    it(`${program} gives the past from a sequence on, in its order`, async () => {
      const lines = await run(program, '1', '4');
      const sequences = lines.map((line) => Number(line.split(' ')[0]));
      assert.deepEqual(sequences, sequences.toSorted((a, b) => a - b));
      assert.ok(lines.some((line) => line.includes('lading.container.v1.ContainerCreated')));
      assert.ok(lines.some((line) => line.includes('lading.container.v1.ContainerStarted')));
    });
    it(`${program} gives the past from a time on`, async () => {
      const at = new Date().toISOString();
      await create(`at-${program.slice(5, -3)}`);
      const [first] = await run(program, at, '2');
      assert.match(first ?? '', /ContainerNameClaimed/);
    });
    it(`${program} gives what happens from now on`, async () => {
      const following = await follow(program, 'now', '2');
      await create(`now-${program.slice(5, -3)}`);
      assert.match((await following.ended)[1] ?? '', /ContainerCreated/);
    });
  }

  it('over-sse.ts goes on where it left off, nothing missing and nothing twice', async () => {
    const following = await follow('over-sse.ts', '1');
    await until('it has read the past', () => following.said.out.includes('ContainerStarted'));
    process.kill(Number((await platform.first.inside('cat', join(platform.first.run, 'daemon.pid'))).out), 'SIGKILL');
    await platform.first.start(['daemon']);
    await create('after');
    type Line = { sequence: number; aggregate: string; type: string };
    const events = await platform.first.lading('events', '--since', '1', '--kind', 'container', '--format', 'json');
    const whole = events.trim().split('\n').map((line) => JSON.parse(line) as Line).map(({ sequence, aggregate, type }) => `${sequence} evt.${aggregate} ${type}`);
    await until('it tells of the last that happened', () => following.said.out.includes(`${whole.at(-1)} by `));
    following.child.kill('SIGTERM');
    const seen = (await following.ended).map((line) => line.split(' ').slice(0, 3).join(' '));
    assert.deepEqual(seen, whole);
  });

  it('scale.ts scales a service by a command over NATS', async () => {
    assert.match((await run('scale.ts', 'sub', 'web=3')).join('\n'), /^revision 2\nservice web: scale to 3 replicas \(has 1\)/);
    type Project = { services: { running: number }[] };
    await until('three run', async () => (await platform.first.api<Project>('GET', '/api/v1/projects/sub')).body.services[0]?.running === 3);
    const history = await platform.first.lading('-p', 'sub', 'history');
    assert.match(history, /example +shows how a command is sent/);
  });
});
