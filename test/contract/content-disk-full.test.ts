import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { diskContentStore, sweepContent } from '../../services/node-agent/effects/content/disk.ts';
import type { ContentStore, ImportedImage } from '../../services/node-agent/effects/content/port.ts';
import { digestOf, imageOf, tarOf, wholeOf } from './content-archives.ts';
import { keptIn } from './content-machine.ts';
import { describeMounts } from './own-mount-namespace.ts';

const mebibyte = 2 ** 20;
const diskBytes = 24 * mebibyte;
const full = { name: 'DiskFull', message: /no space left on the disk of .*: make room .*lading system prune.* and try again/ };

await describeMounts(import.meta.url, () =>
  describe('content of a machine whose disk is full', () => {
    let stateDir: string;
    let content: ContentStore;
    let image: ImportedImage;
    const other = randomBytes(1_000);
    let before: Record<string, readonly string[]>;

    beforeEach(async () => {
      stateDir = mkdtempSync('/var/tmp/lading-full-');
      execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${diskBytes}`, 'lading-test', stateDir]);
      content = await diskContentStore({ stateDir });
      const [first] = await content.importArchive(imageOf([await tarOf([{ name: 'a', text: '1' }])]), { kind: 'auto' });
      assert.ok(first);
      image = first;
      await content.putBlob(Readable.from([other]));
      before = keptIn(stateDir);
    });
    afterEach(() => {
      sweepContent({ stateDir });
      execFileSync('umount', ['-l', stateDir]);
      rmSync(stateDir, { recursive: true });
    });

    const fill = (leaveBytes: number): void => {
      const { bavail, bsize } = statfsSync(stateDir);
      writeFileSync(join(stateDir, 'filling'), Buffer.alloc(Math.max(0, bavail * bsize - leaveBytes)));
    };
    const makeRoom = (): void => rmSync(join(stateDir, 'filling'), { force: true });

    /** What was there before is as it was, and can be read and mounted. */
    const isIntact = async (kept = before): Promise<void> => {
      assert.deepEqual(keptIn(stateDir), kept);
      assert.deepEqual(await wholeOf((await content.openBlob(digestOf(other))).stream), other);
      assert.equal(await content.hasImage(image.imageId), true);
      const reopened = await diskContentStore({ stateDir });
      assert.deepEqual(keptIn(stateDir), kept);
      assert.deepEqual(await reopened.listImages(), [image.imageId]);
    };

    it('refuses an archive, and takes it when there is room', async () => {
      const archive = await wholeOf(imageOf([await tarOf([{ name: 'large', text: randomBytes(8 * mebibyte) }])]));
      fill(4 * mebibyte);
      await assert.rejects(content.importArchive(Readable.from([archive]), { kind: 'auto' }), full);
      await isIntact();
      makeRoom();
      assert.equal((await content.importArchive(Readable.from([archive]), { kind: 'auto' })).length, 1);
    });

    it('refuses an archive that there is room for, but not for what it unpacks to', async () => {
      const archive = await wholeOf(imageOf([await tarOf([{ name: 'large', text: randomBytes(4 * mebibyte) }])]));
      fill(6 * mebibyte);
      await assert.rejects(content.importArchive(Readable.from([archive]), { kind: 'auto' }), full);
      await isIntact();
      makeRoom();
      assert.equal((await content.importArchive(Readable.from([archive]), { kind: 'auto' })).length, 1);
    });

    it('refuses a blob, and takes it when there is room', async () => {
      const bytes = randomBytes(8 * mebibyte);
      fill(2 * mebibyte);
      await assert.rejects(content.putBlob(Readable.from([bytes])), full);
      await isIntact();
      makeRoom();
      assert.equal((await content.putBlob(Readable.from([bytes]))).digest, digestOf(bytes));
    });

    it('goes on with a blob that comes in pieces when there is room', async () => {
      const bytes = randomBytes(8 * mebibyte);
      const blob = { digest: digestOf(bytes), sizeBytes: bytes.length };
      const asked: number[] = [];
      const open = async (start: number): Promise<Readable> => {
        asked.push(start);
        return Readable.from(Array.from({ length: Math.ceil((bytes.length - start) / mebibyte) }, (_, at) => bytes.subarray(start + at * mebibyte, start + (at + 1) * mebibyte)));
      };
      fill(3 * mebibyte);
      await assert.rejects(content.completeBlob(blob, open), full);
      await isIntact({ ...before, 'blobs/partial': [blob.digest.slice('sha256:'.length)] });
      makeRoom();
      await content.completeBlob(blob, open);
      assert.ok((asked[1] ?? 0) >= 2 * mebibyte, `the second try began at ${asked[1]}`);
      assert.deepEqual(await wholeOf((await content.openBlob(blob.digest)).stream), bytes);
    });

    it('refuses to unpack a layer, and unpacks it when there is room', async () => {
      const layer = await content.putLayer(Readable.from([await tarOf([{ name: 'zeros', text: Buffer.alloc(8 * mebibyte) }])]), 'gzip');
      await content.retireBlobs([layer.digest]);
      content.restoreBlobs([layer.digest]);
      before = keptIn(stateDir);
      fill(2 * mebibyte);
      await assert.rejects(content.unpack([layer]), full);
      await isIntact();
      makeRoom();
      await content.unpack([layer]);
    });

    it('refuses to make a layer of what a container changed, and makes it when there is room', async () => {
      const root = await content.mountRootfs('c1', image.layers);
      writeFileSync(join(root, 'large'), randomBytes(6 * mebibyte));
      fill(4 * mebibyte);
      await assert.rejects(content.putLayer(content.layerOf('c1', []), 'gzip'), full);
      await isIntact();
      makeRoom();
      assert.ok((await content.putLayer(content.layerOf('c1', []), 'gzip')).sizeBytes > 6 * mebibyte);
    });

    it('refuses the root filesystem of a container, and mounts it when there is room', async () => {
      fill(0);
      for (let left = 0; left < 100; left++) if (!made(join(stateDir, `more-${left}`))) break;
      await assert.rejects(content.mountRootfs('c2', image.layers), full);
      makeRoom();
      assert.equal(readFileSync(join(await content.mountRootfs('c2', image.layers), 'a'), 'utf8'), '1');
    });

    it('takes what a container writes as far as there is room, and keeps what it wrote before', async () => {
      const root = await content.mountRootfs('c3', image.layers);
      writeFileSync(join(root, 'early'), 'kept');
      fill(mebibyte);
      assert.throws(() => writeFileSync(join(root, 'late'), randomBytes(4 * mebibyte)), { code: 'ENOSPC' });
      assert.equal(readFileSync(join(root, 'early'), 'utf8'), 'kept');
      makeRoom();
      writeFileSync(join(root, 'late'), 'now');
      assert.equal(readFileSync(join(root, 'late'), 'utf8'), 'now');
    });

  }),
);

const made = (path: string): boolean => {
  try {
    writeFileSync(path, 'x');
    return true;
  } catch {
    return false;
  }
};
