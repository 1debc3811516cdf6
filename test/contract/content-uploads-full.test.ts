import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openLog } from '#kernel/log.ts';
import { serveDataPort } from '../../services/node-agent/data-port/server.ts';
import { uploadRoutes } from '../../services/node-agent/data-port/upload-routes.ts';
import { diskContentStore } from '../../services/node-agent/effects/content/disk.ts';
import { diskUploads, type Uploads } from '../../services/node-agent/effects/content/uploads.ts';
import { jsonOf, registryClient } from '../harness/registry-client.ts';
import { digestOf, wholeOf } from './content-archives.ts';

const mib = 2 ** 20;

/** A disk of a few megabytes; nothing where none can be mounted. */
const smallDisk = (folder: string): boolean => spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'lading-test', folder]).status === 0;

describe('an upload onto a disk that is full', () => {
  let folder: string;
  let isMounted = false;
  let uploads: Uploads;
  let port: { close: () => Promise<void> };
  before(async function () {
    folder = mkdtempSync('/var/tmp/lading-full-');
    isMounted = smallDisk(folder);
    if (!isMounted) {
      console.log('    [skipped: no tmpfs can be mounted here]');
      return this.skip();
    }
    const content = await diskContentStore({ stateDir: folder });
    uploads = diskUploads({ stateDir: folder, content, clock: Date.now });
    const told: string[] = [];
    port = await serveDataPort({ socketPath: join(folder, 'agent.sock'), listen: '' }, uploadRoutes(uploads, async ({ digest }) => void told.push(digest)), [], openLog('test', 'silent'));
  });
  after(async () => {
    uploads?.close();
    await port?.close();
    if (isMounted) spawnSync('umount', [folder]);
    rmSync(folder, { recursive: true });
  });

  it('is told so, keeps what fitted, and goes on when there is room', async () => {
    const { ask } = registryClient({ socketPath: join(folder, 'agent.sock') });
    const filler = join(folder, 'filler');
    writeFileSync(filler, Buffer.alloc(2 * mib));
    const bytes = randomBytes(3 * mib);
    const more = Buffer.concat([bytes, Buffer.alloc(64 * mib)]);
    const { id } = jsonOf<{ id: string }>(await ask('POST', '/v1/uploads'));
    const full = await ask('PATCH', `/v1/uploads/${id}`, { body: more });
    assert.deepEqual([full.status, jsonOf<{ message: string }>(full).message], [507, 'the disk of this node is full: free some space and go on with the upload']);
    const { sizeBytes } = jsonOf<{ sizeBytes: number }>(await ask('GET', `/v1/uploads/${id}`));
    assert.ok(sizeBytes > mib && sizeBytes < 2 * mib + 1, String(sizeBytes));
    rmSync(filler);
    const digest = digestOf(bytes);
    const ended = await ask('PUT', `/v1/uploads/${id}?digest=${digest}&start=${sizeBytes}`, { body: bytes.subarray(sizeBytes) });
    assert.deepEqual([ended.status, jsonOf(ended)], [201, { digest, sizeBytes: bytes.length }]);
    const { stream } = await (await diskContentStore({ stateDir: folder })).openBlob(digest);
    assert.equal(digestOf(await wholeOf(stream)), digest);
  });
});
