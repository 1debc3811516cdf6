import assert from 'node:assert/strict';
import { execFile, spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { startPlatform, type Platform } from '../harness/platform.ts';
import { openRecordingSocket, type RecordingSocket } from '../harness/recording-socket.ts';

// Debian's, whose modules another Python of the machine does not have.
const python = spawnSync('/usr/bin/python3', ['-c', 'import docker']).status === 0 ? '/usr/bin/python3' : undefined;
const session = resolve(import.meta.dirname, 'sessions/docker_py.py');
const parts = ['ping, version, info', 'run', 'list and get', 'exec', 'archives', 'life', 'logs and commit', 'networks', 'volumes', 'errors', 'images', 'prune and df'];

describe(`docker-py${python === undefined ? ' [skipped without python3-docker]' : ''}`, function () {
  this.timeout(120_000);
  let platform: Platform;
  let recording: RecordingSocket;
  let told: string[] = [];
  let said = '';
  before(async function () {
    if (python === undefined) return this.skip();
    platform = await startPlatform({ machines: 1 });
    recording = await openRecordingSocket('docker-py', join(platform.first.run, 'docker.sock'));
    [told, said] = await new Promise((done) => execFile(python, [session, `unix://${recording.path}`], (_error, out, err) => done([out.trim().split('\n'), err])));
    if (told.length < parts.length) await platform.keepArtifacts('docker-py');
  });
  after(async () => {
    await recording?.close();
    await platform?.[Symbol.asyncDispose]();
  });

  for (const part of parts) it(part, () => assert.ok(told.includes(part), said));
});
