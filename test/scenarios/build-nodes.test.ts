import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startPlatform, type Platform } from '../harness/platform.ts';
import { writeProject } from '../harness/project.ts';
import { until } from '../harness/wait.ts';

describe('images that are built on one of several nodes', function () {
  this.timeout(120_000);
  let platform: Platform;
  before(async () => {
    platform = await startPlatform({ machines: 3 });
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await platform.keepArtifacts(`build ${this.currentTest.title}`);
  });
  after(async () => platform?.[Symbol.asyncDispose]());

  const context = (text: string, name = 'context'): string => {
    const folder = join(platform.first.state, name);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'Dockerfile'), text);
    writeFileSync(join(folder, 'f'), 'file');
    return folder;
  };
  const lading = (...words: string[]): Promise<string> => platform.first.lading(...words);

  it('run on every node, without a registry', async () => {
    await lading('build', '--node', 'n2', '-t', 'everywhere', context('FROM busybox\nCOPY f /f\nRUN echo made on n2 > /made\nCMD cat /f /made\n'));
    const file = writeProject(platform, 'name: everywhere\nservices:\n  web:\n    image: everywhere\n    command: sh -c "cat /f /made; sleep 1000"\n    stop_grace_period: 0s\n    scale: 3\n');
    await lading('-f', file, 'up', '-d');
    const { body } = await platform.first.api<{ items: { nodeId: string }[] }>('GET', '/api/v1/containers?project=everywhere');
    assert.deepEqual(body.items.map(({ nodeId }) => nodeId).sort(), ['n1', 'n2', 'n3']);
    await until('each of them wrote what is in the image', async () => (await lading('-p', 'everywhere', 'logs', 'web')).match(/made on n2/g)?.length === 3);
    await lading('-p', 'everywhere', 'down');
  });

  it('are found again by other nodes, step by step', async () => {
    const folder = context('FROM busybox\nRUN head -c 8 /dev/urandom > /random\nCOPY f /f\n');
    const id = await lading('build', '-q', '--node', 'n2', folder);
    const { err, out } = await platform.first.said('build', '--node', 'n3', folder);
    assert.match(err, /#2 CACHED/);
    assert.equal(out, id);
  });

  it('are the same to the bit with SOURCE_DATE_EPOCH', async () => {
    const text = 'FROM busybox\nWORKDIR /work\nRUN mkdir d && echo a > d/a && ln d/a d/b && ln -s a d/l && mkfifo d/p && rm -rf /home && mkdir /home\nCOPY --chown=5:6 . /copied\nRUN touch -d 2001-01-01 old && chmod 4755 old\n';
    const ids = await Promise.all(['n1', 'n2'].map(async (node) => lading('build', '-q', '--no-cache', '--node', node, '--build-arg', 'SOURCE_DATE_EPOCH=1700000000', context(text, `epoch-${node}`))));
    assert.equal(ids[0], ids[1]);
    const { body } = await platform.first.api<{ Created: string }>('GET', `/images/${ids[0]?.trim()}/json`);
    assert.equal(body.Created, '2023-11-14T22:13:20Z');
  });

  it('are made again where what they stand on is gone with the node that had it', async () => {
    const folder = context('FROM busybox\nRUN echo only on n2 > /only\nRUN cat /only > /copy\nCOPY f /f\n', 'gone');
    await lading('build', '-q', '--node', 'n2', folder);
    const second = platform.machines[1];
    assert.ok(second);
    for (const part of ['blobs/sha256', 'layers'].map((one) => join(second.state, one))) for (const name of readdirSync(part)) rmSync(join(part, name), { recursive: true });
    const { err } = await platform.first.said('build', '--node', 'n3', '-t', 'again', folder);
    assert.match(err, /warning: what an earlier build made is gone/);
    assert.match(err, /#2 DONE/);
    assert.match(await lading('run', '--rm', 'again', 'cat', '/copy'), /only on n2/);
  });
});
