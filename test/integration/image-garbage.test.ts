import assert from 'node:assert/strict';
import { contentWork, listContentWork, pruneImages, registerImage, removeImage, reportBlobs } from '#endpoints/image.ts';
import type { ContentWork, PruneImages } from '#proto/image.ts';
import { digestOf } from '../contract/content-archives.ts';
import { whyNoLogServer } from '../contract/event-store-server.ts';
import { startImageService, type ImageService } from '../harness/image-service.ts';

const why = whyNoLogServer();
describe(`what a node is to free${why === undefined ? '' : ` [skipped ${why}]`}`, function () {
  this.timeout(30_000);
  let service: ImageService;
  const start = async (graceMs: number): Promise<void> => {
    await service?.close();
    service = await startImageService({ graceMs });
  };
  before(function () {
    if (why !== undefined) this.skip();
  });
  after(() => service?.close());

  const digest = (letter: string): string => `sha256:${letter.repeat(64)}`;
  const layer = { digest: digest('a'), diffId: digest('d'), sizeBytes: 5, compression: 'tar' };
  const oci = 'application/vnd.oci.image';
  const manifestJson = JSON.stringify({ schemaVersion: 2, mediaType: `${oci}.manifest.v1+json`, config: { mediaType: `${oci}.config.v1+json`, digest: digest('1'), size: 2 }, layers: [{ mediaType: `${oci}.layer.v1.tar`, digest: layer.digest, size: 5 }] });
  const manifestDigest = digestOf(Buffer.from(manifestJson));
  const image = { imageId: digest('1'), configJson: JSON.stringify({ created: '2026-01-01T00:00:00Z', config: { Labels: { use: 'test' } } }), layers: [layer], manifestDigest, manifestJson, nodeId: 'n1', references: ['test:1'] };
  const blobs = [digest('1'), manifestDigest, layer.digest].map((one) => ({ digest: one, sizeBytes: 5 }));
  const work = (imageIds: readonly string[] = [], retired: readonly string[] = []) => service.callAsNode('n1', listContentWork, { imageIds, retired });

  it('is nothing as long as an image has it, and all of it when the image is gone', async () => {
    await start(0);
    await service.callAsNode('n1', reportBlobs, { stored: blobs, dropped: [], all: true });
    await service.call(registerImage, image);
    assert.deepEqual(await work([image.imageId]), { removeImages: [], removeBlobs: [], restoreBlobs: [] });
    await service.call(removeImage, { image: 'test:1', force: false });
    const asked = await work([image.imageId]);
    assert.deepEqual(asked.removeImages, [image.imageId]);
    assert.deepEqual([...asked.removeBlobs].sort(), blobs.map((one) => one.digest).sort());
  });

  it('is known after a restart, and of what was put away what somebody came to need meanwhile is wanted again', async () => {
    await service.restart();
    assert.equal((await work()).removeBlobs.length, 3);
    await service.callAsNode('n1', reportBlobs, { stored: [], dropped: blobs.map((one) => one.digest), all: false });
    await service.call(registerImage, { ...image, nodeId: '' });
    assert.deepEqual(await work([], [digest('a'), digest('f')]), { removeImages: [], removeBlobs: [], restoreBlobs: [digest('a')] });
  });

  it('is at once what an image had that is pruned, and what nobody ever referred to is not', async () => {
    await start(3_600_000);
    const upload = { digest: digest('f'), sizeBytes: 9 };
    await service.callAsNode('n1', reportBlobs, { stored: [...blobs, upload], dropped: [], all: true });
    await service.call(registerImage, image);
    const heard = new Promise<ContentWork>((resolve) => service.bus.subscribe('work.n1.content', contentWork.message, resolve));
    const prune = (over: Partial<PruneImages> = {}) => service.call(pruneImages, { all: true, cache: false, cacheOnly: false, untilMs: 0, labels: [], withoutLabels: [], ...over });
    assert.deepEqual(await prune({ all: false }), { untagged: [], deleted: [], freedBytes: 0 });
    assert.deepEqual((await prune({ labels: ['kept'] })).deleted, []);
    assert.deepEqual((await prune({ untilMs: Date.parse('2026-01-01T00:00:00Z') })).deleted, []);
    assert.deepEqual((await prune({ withoutLabels: ['use'] })).deleted, []);
    assert.deepEqual(await prune({ labels: ['use=test'], untilMs: Date.parse('2026-01-02T00:00:00Z') }), { untagged: ['test:1'], deleted: [image.imageId], freedBytes: 15 });
    const { removeImages, removeBlobs } = await heard;
    assert.deepEqual([removeImages, [...removeBlobs].sort()], [[image.imageId], blobs.map((one) => one.digest).sort()]);
  });

  it('is nothing within the grace period', async () => {
    await start(3_600_000);
    await service.callAsNode('n1', reportBlobs, { stored: blobs, dropped: [], all: true });
    assert.deepEqual((await work()).removeBlobs, []);
    await service.call(registerImage, image);
    await service.call(removeImage, { image: 'test:1', force: false });
    assert.deepEqual((await work()).removeBlobs, []);
  });
});
