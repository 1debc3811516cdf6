import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Machine } from '../harness/machine.ts';
import { startPlatform, type Platform } from '../harness/platform.ts';
import { until } from '../harness/wait.ts';

const archive = resolve(import.meta.dirname, '../../build/images/busybox-latest.tar');

const contentOf = ({ state }: Machine): string[] => ['blobs/sha256', 'blobs/retired', 'blobs/partial', 'layers', 'images', 'staging'].flatMap((folder) => readdirSync(join(state, folder)).map((name) => `${folder}/${name}`));

describe('an image that is removed', function () {
  this.timeout(60_000);
  let platform: Platform;
  before(async () => {
    platform = await startPlatform({ machines: 2, environment: { LADING_CONTENT_GRACE_MS: '0', LADING_IMAGE_SETTLED_MS: '0', LADING_BLOB_RETIRED_MS: '0' } });
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await platform.keepArtifacts(this.currentTest.title);
  });
  after(async () => platform?.[Symbol.asyncDispose]());

  it('is on every node that runs it, and stays there while a container uses it', async () => {
    const { first, machines } = platform;
    await first.lading('run', '-d', '--name', 'one', 'busybox', 'sleep', '1000');
    const refused = await first.said('image', 'rm', 'busybox');
    assert.match(refused.err, /container .* is using its referenced image/);
    assert.ok(machines.some((machine) => contentOf(machine).some((path) => path.startsWith('layers/'))));
  });

  it('is freed on all of them when the last container and the last name have gone', async () => {
    const { first, machines } = platform;
    await first.lading('rm', '-f', 'one');
    await first.lading('image', 'rm', 'busybox');
    for (const machine of machines) await until(`${machine.name} keeps nothing of it`, () => contentOf(machine).length === 0, 20_000);
    assert.match((await first.said('run', '--rm', '--pull', 'never', 'busybox', 'true')).err, /No such image/);
  });

  it('can be brought again', async () => {
    const { first } = platform;
    await first.lading('image', 'import', archive);
    assert.equal(await first.lading('run', '--rm', '--pull', 'never', 'busybox', 'echo', 'here'), 'here\n');
  });
});

describe('an image that is pruned soon after it came', function () {
  this.timeout(60_000);
  let platform: Platform;
  before(async () => {
    platform = await startPlatform({ machines: 1, environment: { LADING_IMAGE_SETTLED_MS: '2000', LADING_BLOB_RETIRED_MS: '0' } });
  });
  after(async () => platform?.[Symbol.asyncDispose]());

  it('does not wait for the grace period', async () => {
    await platform.first.lading('image', 'prune', '-a', '-f');
    await until('nothing of it is kept', () => contentOf(platform.first).length === 0, 25_000);
  });
});
