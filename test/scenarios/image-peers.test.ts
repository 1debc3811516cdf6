import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { writeLargeArchive } from '../harness/archive.ts';
import type { Machine } from '../harness/machine.ts';
import { startPlatform, type Platform } from '../harness/platform.ts';
import { writeProject } from '../harness/project.ts';
import { until } from '../harness/wait.ts';

type Shown = { nodeId: string; state: string };

const mebibyte = 2 ** 20;
const largeBytes = 48 * mebibyte;
/** Slow enough that something can be done meanwhile. */
const bytesPerSecond = 12 * mebibyte;

describe('an image that is on one node only', function () {
  this.timeout(120_000);
  let platform: Platform;
  let largeLayer: string;
  before(async () => {
    platform = await startPlatform({ machines: 4, environment: { LADING_PEER_BYTES_PER_SECOND_MAX: String(bytesPerSecond), LADING_PEER_SEGMENT_BYTES: String(mebibyte) } });
    const archive = join(platform.first.state, 'large.tar');
    largeLayer = await writeLargeArchive(archive, 'large:1', largeBytes);
    await platform.first.lading('image', 'import', '--node', 'n2', archive);
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await platform.keepArtifacts(this.currentTest.title);
  });
  after(async () => platform?.[Symbol.asyncDispose]());

  const machine = (name: string): Machine => platform.machines.find((one) => one.name === name) ?? assert.fail(`no ${name}`);
  const up = (node: string): Promise<string> => {
    const text = `name: on-${node}\nservices:\n  web:\n    image: large:1\n    command: sh -c "stat -c %s /large && sleep 1000"\n    stop_grace_period: 0s\n    deploy:\n      placement:\n        constraints: ["node.id==${node}"]\n`;
    return platform.first.lading('-f', writeProject(platform, text), 'up', '-d');
  };
  const running = async (node: string): Promise<boolean> => (await platform.first.api<{ items: Shown[] }>('GET', `/api/v1/containers?project=on-${node}`)).body.items.some(({ state, nodeId }) => state === 'running' && nodeId === node);
  const blobPath = (name: string, folder: string): string => join(machine(name).state, 'blobs', folder, largeLayer.slice('sha256:'.length));
  const blobsOf = (name: string): string[] => readdirSync(join(machine(name).state, 'blobs/sha256')).toSorted();
  const holds = (name: string): boolean => existsSync(blobPath(name, 'sha256'));
  const fetchedBytes = (name: string): number => statSync(blobPath(name, 'partial'), { throwIfNoEntry: false })?.size ?? 0;

  it('runs there, and on another, which then holds it, too', async () => {
    await up('n2');
    assert.deepEqual(['n1', 'n2', 'n3', 'n4'].filter(holds), ['n2']);
    await up('n3');
    assert.deepEqual([await running('n2'), await running('n3'), holds('n3')], [true, true, true]);
    assert.deepEqual(blobsOf('n3'), blobsOf('n2'), 'configuration and manifest, too');
  });

  it('runs on a third though the first dies in the middle of it', async () => {
    const going = up('n4');
    await until('n4 has a part of it', () => fetchedBytes('n4') > 4 * mebibyte);
    process.kill(Number(readFileSync(join(machine('n2').run, 'daemon.pid'), 'utf8')), 'SIGKILL');
    const before = fetchedBytes('n4');
    assert.ok(before < largeBytes, 'it was too fast for the test');
    await going;
    assert.equal(await running('n4'), true);
    assert.match(await platform.first.lading('-p', 'on-n4', 'logs', 'web'), new RegExp(`${largeBytes}$`, 'm'));
  });

  it('is known to be held by those that hold it', async () => {
    const { body } = await platform.first.api<{ items: { references: string[]; nodeIds: string[] }[] }>('GET', '/api/v1/images');
    assert.deepEqual(body.items.find(({ references }) => references.includes('docker.io/library/large:1'))?.nodeIds.toSorted(), ['n2', 'n3', 'n4']);
  });

  it('goes on where it was when an agent that fetches it is killed and comes again', async () => {
    const project = writeProject(platform, 'name: again\nservices:\n  web:\n    image: large:1\n    command: sleep 1000\n    stop_grace_period: 0s\n    deploy:\n      placement:\n        constraints: ["node.id==n1"]\n');
    const going = platform.first.said('-f', project, 'up', '-d');
    await until('n1 has a part of it', () => fetchedBytes('n1') > 8 * mebibyte);
    process.kill(Number(readFileSync(join(platform.first.run, 'daemon.pid'), 'utf8')), 'SIGKILL');
    const before = fetchedBytes('n1');
    await going;
    await platform.first.start(['daemon']);
    await until('n1 fetches on', () => fetchedBytes('n1') > before || holds('n1'), 20_000);
    await until('n1 holds it', () => holds('n1'), 20_000);
  });
});
