import assert from 'node:assert/strict';
import { join, resolve } from 'node:path';
import { startPlatform, type Platform } from '../harness/platform.ts';
import { openRecordingSocket, type RecordingSocket } from '../harness/recording-socket.ts';

const session = resolve(import.meta.dirname, 'sessions/testcontainers.ts');
const parts = ['waits for ports', 'exec', 'copies', 'restarts', 'waits for a log line', 'waits for health', 'waits for http', 'waits for an end', 'waits for a command', 'networks', 'settings', 'reuse'];

describe('testcontainers', function () {
  this.timeout(120_000);
  let platform: Platform;
  let recording: RecordingSocket;
  let told: string[] = [];
  let said = '';
  before(async () => {
    platform = await startPlatform({ machines: 1 });
    recording = await openRecordingSocket('testcontainers', join(platform.first.run, 'docker.sock'));
    // Ryuk is an image that can't be had without a network; what it asks has a test of its own.
    const environment = { DOCKER_HOST: `unix://${recording.path}`, TESTCONTAINERS_RYUK_DISABLED: 'true', TESTCONTAINERS_HOST_OVERRIDE: '127.0.0.1', TESTCONTAINERS_REUSE_ENABLE: 'true' };
    const { out, err } = await platform.first.inside('env', ...Object.entries(environment).map(([name, value]) => `${name}=${value}`), process.execPath, '--disable-warning=ExperimentalWarning', session);
    told = out.trim().split('\n');
    said = err;
    if (told.length < parts.length) await platform.keepArtifacts('testcontainers');
  });
  after(async () => {
    await recording?.close();
    await platform?.[Symbol.asyncDispose]();
  });

  for (const part of parts) it(part, () => assert.ok(told.includes(part), said));
  it('leaves nothing', async () => assert.deepEqual((await platform.first.api<unknown[]>('GET', '/containers/json?all=1')).body, []));
});
