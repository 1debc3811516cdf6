import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dockerClient, whyNoDocker } from '../harness/docker-client.ts';
import { startPlatform, type Platform } from '../harness/platform.ts';

type Event = { actor: string; reason: string; type: string };

describe("Docker's own command with Lading's headers in its configuration", function () {
  this.timeout(90_000);
  let platform: Platform;
  let folder: string;
  const { docker, said } = dockerClient(() => platform.first);
  /** What the command says with these headers on every request. */
  const withHeaders = async (headers: Record<string, string>, ...words: string[]): Promise<{ code: number; out: string; err: string }> => {
    writeFileSync(join(folder, 'config.json'), JSON.stringify({ HttpHeaders: headers }));
    const { code, out, err } = await said(['--config', folder, ...words]);
    return { code, out: out.trim(), err };
  };
  const eventsAfter = async (sequence: number): Promise<Event[]> =>
    (await platform.first.lading('events', '--format', 'json', '--since', String(sequence + 1))).trim().split('\n').map((line) => JSON.parse(line) as Event);

  const then = async (asOf: string, ...words: string[]): Promise<string> => (await withHeaders({ 'X-Lading-As-Of': asOf }, ...words)).out;

  before(async function () {
    const why = whyNoDocker();
    if (why !== undefined) return void this.skip();
    folder = mkdtempSync('/tmp/lading-docker-config-');
    platform = await startPlatform({ machines: 1 });
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await platform.keepArtifacts(`docker headers ${this.currentTest.title}`);
  });
  after(async () => {
    await platform?.[Symbol.asyncDispose]();
    if (folder) rmSync(folder, { recursive: true });
  });

  it('who changed what, and why, is in the log', async () => {
    const headers = { 'X-Lading-Actor': 'ann', 'X-Lading-Reason': 'ticket 12' };
    const after = (await platform.first.api<{ sequence: number }>('GET', '/readyz')).body.sequence;
    for (const words of ['network create n', 'volume create vol', 'run -d --name one --network n -v vol:/v busybox sleep 1000', 'pause one', 'unpause one', 'rename one two', 'kill -s USR1 two', 'stop -t 0 two', 'start two', 'restart -t 0 two', 'rm -f two', 'tag busybox mine:1', 'rmi mine:1', 'network rm n', 'volume rm vol'])
      assert.equal((await withHeaders(headers, ...words.split(' '))).err, '', words);
    const events = await eventsAfter(after);
    const asked = new Set(events.filter(({ actor, reason }) => actor === 'ann' && reason === 'ticket 12').map(({ type }) => type.slice(type.lastIndexOf('.') + 1)));
    for (const type of ['NetworkCreated', 'VolumeCreated', 'ContainerCreated', 'ContainerStartRequested', 'ContainerPauseRequested', 'ContainerUnpauseRequested', 'ContainerRenamed', 'ContainerSignalRequested', 'ContainerStopRequested', 'ContainerRemoveRequested', 'TagMoved', 'TagRemoved', 'NetworkRemoved', 'VolumeRemoveRequested'])
      assert.ok(asked.has(type), `${type} is not by ann: ${[...asked].join(' ')}`);
    assert.deepEqual(events.filter(({ actor }) => actor === 'unix-socket'), []);
  });

  it('lists and inspect travel in time: by sequence, by time, by how long ago', async () => {
    await docker('network', 'create', 'old');
    await docker('volume', 'create', 'kept');
    await docker('tag', 'busybox', 'past:1');
    await docker('run', '-d', '--name', 'was', '-l', 'x=y', 'busybox', 'sleep', '1000');
    const { sequence } = (await platform.first.api<{ sequence: number }>('GET', '/readyz')).body;
    const time = new Date().toISOString();
    const id = await docker('inspect', 'was', '--format', '{{.Id}}');
    await docker('rm', '-f', 'was');
    await docker('rmi', 'past:1');
    await docker('network', 'rm', 'old');
    await docker('volume', 'rm', 'kept');
    assert.equal(await docker('ps', '-aq', '--filter', 'name=was'), '');
    for (const moment of [String(sequence), time]) {
      assert.equal(await then(moment, 'ps', '--filter', 'label=x=y', '--format', '{{.Names}} {{.State}}'), 'was running', moment);
      assert.match(await then(moment, 'ps', '--format', '{{.Status}}'), /^Up (?:Less than a|1) second$/m);
      assert.equal(await then(moment, 'inspect', 'was', '--format', '{{.Id}} {{.State.Status}}'), `${id} running`);
      assert.equal(await then(moment, 'images', '--format', '{{.Repository}}:{{.Tag}}', 'past'), 'past:1');
      assert.equal(await then(moment, 'image', 'inspect', 'past:1', '--format', '{{.Os}}'), 'linux');
      assert.match(await then(moment, 'network', 'ls', '--format', '{{.Name}}'), /^old$/m);
      assert.equal(await then(moment, 'network', 'inspect', 'old', '--format', '{{.Driver}}'), 'bridge');
      assert.match(await then(moment, 'volume', 'ls', '-q'), /^kept$/m);
      assert.equal(await then(moment, 'volume', 'inspect', 'kept', '--format', '{{.Name}}'), 'kept');
    }
    assert.equal(await then('0.001s', 'ps', '-q'), '');
    assert.equal(await then('1h', 'images', '-q'), '');
  });

  it('the past is not changed by mistake, and the present is not shown for it', async () => {
    await docker('run', '-d', '--name', 'stays', 'busybox', 'sleep', '1000');
    const past = { 'X-Lading-As-Of': '1m' };
    assert.match((await withHeaders(past, 'rm', '-f', 'stays')).err, /the past can't be changed/);
    assert.match((await withHeaders(past, 'top', 'stays')).err, /No such container|not kept of the past/);
    assert.match((await withHeaders({ 'X-Lading-As-Of': 'soon' }, 'ps')).err, /invalid X-Lading-As-Of: "soon" is no moment/);
    assert.equal(await docker('ps', '--format', '{{.Names}}'), 'stays');
  });
});
