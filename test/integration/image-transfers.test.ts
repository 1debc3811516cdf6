import assert from 'node:assert/strict';
import { beginTransfer, findBlob, listImages, reportJobs, reportTransfer, resolveImage, tagImage } from '#endpoints/image.ts';
import { joinNode } from '#endpoints/node.ts';
import { contextOf } from '#kernel/testing/counter.ts';
import { Commit } from '#proto/envelope.ts';
import { TransferEnded, type ReportTransfer, type TransferReply } from '#proto/image.ts';
import { schedulerService } from '../../services/scheduler/main.ts';
import { whyNoLogServer } from '../contract/event-store-server.ts';
import { sha256 } from '../contract/registry-server.ts';
import { startImageService, type ImageService } from '../harness/image-service.ts';

const why = whyNoLogServer();
const refused = (code: string) => ({ name: 'Rejection', code });

describe(`pulls and pushes${why === undefined ? '' : ` [skipped ${why}]`}`, function () {
  this.timeout(30_000);
  let service: ImageService;
  before(async function () {
    if (why !== undefined) return this.skip();
    service = await startImageService({ beside: [schedulerService] });
    for (const nodeId of ['n1', 'n2']) await service.callAsNode(nodeId, joinNode, { nodeId, name: nodeId, address: '', dataUrl: 'unix:/x', cpus: 1, memoryBytes: 1, labels: {}, version: '', kernel: '', os: 'linux', arch: 'x64' });
  });
  after(() => service?.close());

  const begin = (direction: string, reference: string, nodeId = 'n1'): Promise<TransferReply> => service.call(beginTransfer, { direction, reference, nodeId, platform: '' });
  const tell = (nodeId: string, report: ReportTransfer) => service.callAsNode(nodeId, reportTransfer, report);
  const imageOf = (seed: string, layer = 'a') => {
    const configJson = JSON.stringify({ os: 'linux', architecture: process.arch === 'x64' ? 'amd64' : process.arch, author: seed, rootfs: { type: 'layers', diff_ids: [`sha256:${layer.repeat(64)}`] } });
    const imageId = sha256(Buffer.from(configJson));
    const layers = [{ digest: `sha256:${'b'.repeat(63)}${layer}`, diffId: `sha256:${layer.repeat(64)}`, sizeBytes: 7, compression: 'gzip' }];
    const mediaType = 'application/vnd.oci.image.manifest.v1+json';
    const body = Buffer.from(JSON.stringify({
      schemaVersion: 2, mediaType, config: { mediaType: 'application/vnd.oci.image.config.v1+json', digest: imageId, size: Buffer.byteLength(configJson) },
      layers: layers.map(({ digest, sizeBytes }) => ({ mediaType: 'application/vnd.oci.image.layer.v1.tar+gzip', digest, size: sizeBytes })),
    }));
    return { imageId, configJson, layers, manifests: [{ digest: sha256(body), mediaType, body }] };
  };
  const done = (transferId: string, image: ReturnType<typeof imageOf>): ReportTransfer => ({ transferId, ended: { outcome: 'done', message: '', movedBytes: 7, image, manifestDigest: image.manifests[0]?.digest ?? '' } });
  const outcomes = async (transferId: string): Promise<string[]> => {
    const found: string[] = [];
    for await (const { bytes } of service.platform.store.read(`image.transfer.${transferId}`, {}))
      for (const { type, data } of Commit.decode(bytes).events) if (type === TransferEnded.typeName) found.push(TransferEnded.decode(data).outcome);
    return found;
  };

  it('a pull that is done is an image with its name, and is known to be where it was pulled', async () => {
    const image = imageOf('one');
    const { transferId, nodeId, reference, imageId } = await begin('pull', 'redis:7');
    assert.deepEqual([nodeId, reference, imageId], ['n1', 'docker.io/library/redis:7', '']);
    await tell('n1', { transferId, resolved: { manifestDigest: image.manifests[0]?.digest ?? '', blobs: [{ digest: image.imageId, sizeBytes: 5 }] } });
    await tell('n1', done(transferId, image));
    const found = await service.call(resolveImage, { image: 'redis:7' });
    assert.deepEqual([found.imageId, found.manifestDigest, found.nodeIds, found.referenceDigests], [image.imageId, image.manifests[0]?.digest, ['n1'], [image.manifests[0]?.digest]]);
    assert.deepEqual((await service.call(findBlob, { digest: image.layers[0]?.digest ?? '' })).nodeIds, ['n1']);
    assert.deepEqual(await outcomes(transferId), ['done']);
    assert.equal((await begin('pull', 'redis:7')).manifestDigest, image.manifests[0]?.digest);
  });

  it('by digest has no tag, and is found by its digest; beside a tag, the tag is what it is called', async () => {
    const image = imageOf('two');
    const digest = image.manifests[0]?.digest ?? '';
    await tell('n1', done((await begin('pull', `busybox@${digest}`)).transferId, image));
    assert.equal((await service.call(resolveImage, { image: `busybox@${digest}` })).imageId, image.imageId);
    assert.deepEqual((await service.call(resolveImage, { image: image.imageId })).references, []);
    await tell('n1', done((await begin('pull', `busybox:1@${digest}`)).transferId, image));
    assert.deepEqual((await service.call(resolveImage, { image: 'busybox:1' })).references, ['docker.io/library/busybox:1']);
  });

  it('a push says what to push and what may be taken over, and the pushed manifest is what the name points at then', async () => {
    const image = imageOf('two');
    for (const reference of ['reg.test/a:1', 'reg.test/b:1', 'other.test/c:1']) await service.call(tagImage, { image: image.imageId, reference, asOfSequence: 0, asOfMs: 0 });
    const begun = await begin('push', 'reg.test/a:1');
    assert.deepEqual([begun.imageId, begun.mountFrom], [image.imageId, ['b']]);
    const pushed = { ...image, manifests: [{ ...image.manifests[0]!, body: Buffer.from(`${Buffer.from(image.manifests[0]!.body).toString()} `) }] };
    pushed.manifests[0]!.digest = sha256(pushed.manifests[0]!.body);
    await tell('n1', done(begun.transferId, pushed));
    const found = await service.call(resolveImage, { image: 'reg.test/a:1' });
    assert.equal(found.referenceDigests[found.references.indexOf('reg.test/a:1')], pushed.manifests[0]?.digest);
    assert.equal(found.manifestDigest, image.manifests[0]?.digest);
  });

  it('what can not be pushed or pulled is refused before it begins', async () => {
    await assert.rejects(begin('push', 'reg.test/none:1'), refused('IMAGE_NOT_FOUND'));
    await assert.rejects(begin('push', `redis@${sha256(Buffer.from(''))}`), refused('INVALID'));
    await assert.rejects(begin('pull', 'Redis'), refused('INVALID'));
    await assert.rejects(begin('sideways', 'redis'), refused('INVALID'));
    await assert.rejects(begin('pull', 'redis', 'n9'), refused('NODE_NOT_FOUND'));
  });

  it('a node that is not named is chosen', async () => assert.match((await begin('pull', 'redis:7', '')).nodeId, /^n[12]$/));

  it('a command sent twice begins one', async () => {
    const request = { direction: 'pull', reference: 'redis:7', nodeId: 'n1', platform: '' };
    const twice = await Promise.all([1, 2].map(() => service.bus.call(beginTransfer, request, contextOf('the same'))));
    assert.equal(twice[0]?.message.transferId, twice[1]?.message.transferId);
  });

  it('another node has no say in it', async () => {
    const { transferId } = await begin('pull', 'evil.test/x:1');
    await assert.rejects(tell('n2', done(transferId, imageOf('evil'))), refused('TRANSFER_NOT_FOUND'));
    await assert.rejects(tell('n1', done('unknown', imageOf('evil'))), refused('TRANSFER_NOT_FOUND'));
    assert.ok(!(await service.call(listImages, { asOfSequence: 0, asOfMs: 0 })).images.some(({ imageId }) => imageId === imageOf('evil').imageId));
  });

  it('a manifest that is not what it is said to be fails it', async () => {
    const { transferId } = await begin('pull', 'bad.test/x:1');
    const image = imageOf('bad');
    await assert.rejects(tell('n1', done(transferId, { ...image, manifests: [{ ...image.manifests[0]!, digest: sha256(Buffer.from('other')) }] })), refused('DIGEST_INVALID'));
    assert.deepEqual(await outcomes(transferId), ['failed']);
    await assert.rejects(service.call(resolveImage, { image: 'bad.test/x:1' }), refused('IMAGE_NOT_FOUND'));
  });

  it('what a node knows nothing of any more is lost, unless it has only just begun', async () => {
    const { transferId } = await begin('pull', 'slow.test/x:1');
    await service.callAsNode('n1', reportJobs, { transferIds: [], buildIds: [] });
    assert.deepEqual(await outcomes(transferId), []);
    await service.callAsNode('n2', reportJobs, { transferIds: [], buildIds: [] });
    assert.deepEqual(await outcomes(transferId), []);
  });

  it('is known after a restart', async () => {
    const { transferId } = await begin('pull', 'after.test/x:1');
    await service.restart();
    await tell('n1', done(transferId, imageOf('after')));
    assert.equal((await service.call(resolveImage, { image: 'after.test/x:1' })).imageId, imageOf('after').imageId);
  });
});
