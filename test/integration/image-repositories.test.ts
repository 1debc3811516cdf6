import assert from 'node:assert/strict';
import * as endpoints from '#endpoints/image.ts';
import { Rejection } from '#kernel/rejection.ts';
import { whyNoLogServer } from '../contract/event-store-server.ts';
import { startImageService, type ImageService } from '../harness/image-service.ts';
import { artifactAbout, imageOf, indexOf, type Content, type PushedImage } from '../harness/pushed.ts';

const why = whyNoLogServer();
describe(`repositories of the image service${why === undefined ? '' : ` [skipped ${why}]`}`, function () {
  this.timeout(30_000);
  let service: ImageService;
  before(async function () {
    if (why !== undefined) return this.skip();
    service = await startImageService();
  });
  after(() => service?.close());

  const other = imageOf('another layer', { architecture: 'mips' });
  const rejected = (code: string, message = /./) => (error: unknown): boolean => error instanceof Rejection && error.code === code && message.test(error.message);
  const hold = (...blobs: readonly Content[]) => service.callAsNode('n1', endpoints.reportBlobs, { stored: blobs.map(({ digest, size }) => ({ digest, sizeBytes: size })), dropped: [], all: false });
  const put = (repository: string, reference: string, manifest: Content, configJson = '') => service.call(endpoints.putManifest, { repository, reference, mediaType: manifest.mediaType, body: manifest.bytes, configJson });
  const push = async (repository: string, reference: string, { manifest, config, layer }: PushedImage) => {
    await hold(config, layer);
    return put(repository, reference, manifest, config.bytes.toString());
  };
  const get = async (repository: string, reference: string) => (await service.call(endpoints.getManifest, { repository, reference })).manifest;
  const tags = async (repository: string) => (await service.call(endpoints.listTags, { repository })).tags;
  const resolve = (image: string) => service.call(endpoints.resolveImage, { image });
  const tag = (image: string, reference: string, moment: { asOfSequence?: number; asOfMs?: number } = {}) => service.call(endpoints.tagImage, { image, reference, asOfSequence: 0, asOfMs: 0, ...moment });
  const history = async (reference: string) => (await service.call(endpoints.getTagHistory, { reference })).moves;
  const listed = async (repository: string, digest: string) => get(repository, digest).then(() => true, (error: unknown) => (rejected('MANIFEST_UNKNOWN')(error) ? false : Promise.reject(error)));

  it('take a manifest in only when a node holds what it refers to', async () => {
    const { manifest, config, layer } = imageOf('first');
    await assert.rejects(put('app', 'v1', manifest, config.bytes.toString()), rejected('MANIFEST_BLOB_UNKNOWN', new RegExp(`${config.digest}, ${layer.digest}`)));
    await hold(config);
    await assert.rejects(put('app', 'v1', manifest, config.bytes.toString()), rejected('MANIFEST_BLOB_UNKNOWN', new RegExp(`: ${layer.digest}$`)));
    await assert.rejects(tags('app'), rejected('NAME_UNKNOWN'));
    assert.deepEqual(await push('app', 'v1', imageOf('first')), { digest: manifest.digest, subject: '' });
    assert.deepEqual(await tags('app'), ['v1']);
  });

  it('give a manifest back to the byte, by tag and digest, under every way to write the name', async () => {
    const { manifest } = imageOf('first');
    for (const name of ['app', 'library/app', 'docker.io/library/app'])
      for (const reference of ['v1', manifest.digest]) {
        const found = await get(name, reference);
        assert.deepEqual([found?.digest, found?.mediaType, Buffer.from(found?.body ?? [])], [manifest.digest, manifest.mediaType, manifest.bytes]);
      }
    await assert.rejects(get('app', 'v2'), rejected('MANIFEST_UNKNOWN'));
    await assert.rejects(get('elsewhere', manifest.digest), rejected('NAME_UNKNOWN'));
    await assert.rejects(get('a b', 'v1'), rejected('NAME_INVALID'));
  });

  it('make an image of the platform of what is pushed for it', async () => {
    const { config, layer, manifest } = imageOf('first');
    const image = await resolve('app:v1');
    assert.deepEqual([image.imageId, image.references, image.referenceDigests, image.nodeIds], [config.digest, ['docker.io/library/app:v1'], [manifest.digest], []]);
    assert.deepEqual(image.layers, [{ digest: layer.digest, diffId: layer.digest, sizeBytes: layer.size, compression: 'tar' }]);
    assert.equal((await resolve(`app@${manifest.digest}`)).imageId, config.digest);
  });

  it('refuse what contradicts itself', async () => {
    const { manifest, config, layer } = imageOf('second');
    await hold(config, layer);
    await assert.rejects(put('app', imageOf('first').manifest.digest, manifest, config.bytes.toString()), rejected('DIGEST_INVALID'));
    await assert.rejects(put('app', 'x', manifest, '{}'), rejected('MANIFEST_INVALID', /configuration given with the manifest/));
    await assert.rejects(put('app', 'x', { ...manifest, mediaType: 'text/plain' }), rejected('MANIFEST_INVALID'));
    await assert.rejects(put('app', 'x', { ...manifest, bytes: Buffer.from([0xff, 0xfe]) }), rejected('MANIFEST_INVALID', /UTF-8/));
    await assert.rejects(put('app', 'not/a/tag', manifest, config.bytes.toString()), rejected('DIGEST_INVALID'));
    const lies = imageOf('second', { more: { layers: [{ mediaType: layer.mediaType, digest: layer.digest, size: 1_000 }] } });
    await assert.rejects(put('app', 'x', lies.manifest, config.bytes.toString()), rejected('SIZE_INVALID', /has 1000 bytes, it has 6/));
    await assert.rejects(put('app', 'x', { ...manifest, bytes: Buffer.alloc(4 * 2 ** 20 + 1, ' ') }), rejected('MANIFEST_INVALID', /at most 4194304/));
    assert.deepEqual(await tags('app'), ['v1']);
  });

  it('take an index in after its children, and tag the child that runs here', async () => {
    const own = imageOf('of the index');
    const index = indexOf([{ manifest: other.manifest, architecture: 'mips' }, { manifest: own.manifest, architecture: process.arch === 'x64' ? 'amd64' : process.arch }]);
    await assert.rejects(put('many', 'v1', index), rejected('MANIFEST_BLOB_UNKNOWN'));
    await push('many', own.manifest.digest, own);
    await push('many', other.manifest.digest, other);
    await put('many', 'v1', index);
    const image = await resolve('many:v1');
    assert.deepEqual([image.imageId, image.referenceDigests], [own.config.digest, [index.digest]]);
    await assert.rejects(resolve(`many@${other.manifest.digest}`), rejected('IMAGE_NOT_FOUND', /is no image for linux/));
  });

  it('show with a new tag all that it leads to', async () => {
    const own = imageOf('of the index');
    await tag('many:v1', 'registry.test/copy:v2');
    assert.equal((await get('registry.test/copy', 'v2'))?.digest, (await get('many', 'v1'))?.digest);
    assert.equal((await get('registry.test/copy', own.manifest.digest))?.digest, own.manifest.digest);
  });

  it('list referrers of what need not be there, with their type and annotations', async () => {
    const { manifest: subject } = imageOf('first');
    const signature = artifactAbout(subject, 'application/x-signature', { by: 'me' });
    await hold(signature.config);
    assert.deepEqual(await put('app', signature.manifest.digest, signature.manifest), { digest: signature.manifest.digest, subject: subject.digest });
    const { referrers } = await service.call(endpoints.listReferrers, { repository: 'app', digest: subject.digest });
    assert.deepEqual(referrers.map(({ digest, artifactType, annotations, sizeBytes }) => [digest, artifactType, annotations, sizeBytes]), [[signature.manifest.digest, 'application/x-signature', { by: 'me' }, signature.manifest.size]]);
    assert.deepEqual((await service.call(endpoints.listReferrers, { repository: 'nosuch', digest: subject.digest })).referrers, []);
  });

  it('show an image that was imported', async () => {
    const { manifest, config, layer } = imageOf('imported');
    await service.call(endpoints.registerImage, {
      imageId: config.digest, configJson: config.bytes.toString(), layers: [{ digest: layer.digest, diffId: layer.digest, sizeBytes: layer.size, compression: 'tar' }],
      manifestDigest: manifest.digest, manifestJson: manifest.bytes.toString(), nodeId: 'n2', references: ['imported:1'],
    });
    assert.deepEqual(Buffer.from((await get('imported', '1'))?.body ?? []), manifest.bytes);
    assert.deepEqual((await service.call(endpoints.findBlob, { digest: layer.digest })).nodeIds, ['n2']);
  });

  it('are listed by name, with their tags in order', async () => {
    await tag('app:v1', 'app:v10');
    await tag('app:v1', 'app:V9');
    const { repositories } = await service.call(endpoints.listRepositories, {});
    assert.deepEqual(repositories.map(({ name }) => name), ['docker.io/library/app', 'docker.io/library/imported', 'docker.io/library/many', 'registry.test/copy']);
    assert.deepEqual(repositories[0]?.tags, ['V9', 'v1', 'v10']);
  });

  it('know all of it after a restart', async () => {
    const before = await service.call(endpoints.listRepositories, {});
    await service.restart();
    assert.deepEqual(await service.call(endpoints.listRepositories, {}), before);
    assert.equal((await get('app', 'v1'))?.digest, imageOf('first').manifest.digest);
  });

  it('let a tag go alone, and a manifest with its tags', async () => {
    const { manifest } = imageOf('first');
    await service.call(endpoints.removeManifest, { repository: 'app', reference: 'V9' });
    assert.deepEqual(await tags('app'), ['v1', 'v10']);
    await assert.rejects(service.call(endpoints.removeManifest, { repository: 'app', reference: 'V9' }), rejected('MANIFEST_UNKNOWN'));
    await service.call(endpoints.removeManifest, { repository: 'app', reference: manifest.digest });
    assert.deepEqual([await tags('app'), await listed('app', manifest.digest)], [[], false]);
    await assert.rejects(service.call(endpoints.removeManifest, { repository: 'app', reference: manifest.digest }), rejected('MANIFEST_UNKNOWN'));
  });

  it('no longer list what no tag leads to, once an image is removed', async () => {
    const own = imageOf('of the index');
    const index = (await get('many', 'v1'))?.digest ?? '';
    await service.call(endpoints.removeImage, { image: 'registry.test/copy:v2', force: false });
    assert.deepEqual([await listed('registry.test/copy', index), await listed('registry.test/copy', own.manifest.digest), await listed('many', index)], [false, false, true]);
    assert.deepEqual((await service.call(endpoints.removeImage, { image: own.config.digest, force: false })).deleted, [own.config.digest]);
    for (const digest of [index, own.manifest.digest, other.manifest.digest]) assert.equal(await listed('many', digest), false);
    await assert.rejects(resolve('many:v1'), rejected('IMAGE_NOT_FOUND'));
  });

  it('keep what another tag leads to', async () => {
    const own = imageOf('kept');
    await push('kept', 'a', own);
    await tag('kept:a', 'kept:b');
    await service.call(endpoints.removeImage, { image: 'kept:a', force: false });
    assert.equal((await get('kept', 'b'))?.digest, own.manifest.digest);
  });

  it('tell where a tag pointed: what, when, who, and why', async () => {
    const [first, second] = [imageOf('one'), imageOf('two')];
    await push('moving', 'v1', first);
    await push('moving', 'v1', second);
    await service.call(endpoints.removeImage, { image: 'moving:v1', force: false });
    const moves = await history('moving:v1');
    assert.deepEqual(moves.map(({ imageId, manifestDigest }) => [imageId, manifestDigest]), [[first.config.digest, first.manifest.digest], [second.config.digest, second.manifest.digest], ['', '']]);
    assert.ok(moves.every(({ actor, atMs, sequence }) => actor === 'test' && atMs > 0 && sequence > 0));
    await assert.rejects(history('moving:v2'), rejected('IMAGE_NOT_FOUND', /never pointed/));
    await assert.rejects(history(`moving@${first.manifest.digest}`), rejected('INVALID', /never moves/));
  });

  it('roll a tag back to what it pointed at, by sequence or time', async () => {
    const [first, second] = [imageOf('one'), imageOf('three')];
    await push('moving', 'v1', second);
    const [then] = await history('moving:v1');
    assert.ok(then);
    await tag('moving:v1', 'moving:v1', { asOfSequence: then.sequence });
    assert.deepEqual([(await resolve('moving:v1')).imageId, (await get('moving', 'v1'))?.digest], [first.config.digest, first.manifest.digest]);
    await tag('moving:v1', 'moving:old', { asOfMs: then.atMs + 1 });
    await assert.rejects(tag('moving:v1', 'moving:v0', { asOfSequence: then.sequence - 1 }), rejected('IMAGE_NOT_FOUND', /pointed at nothing then/));
  });

  it('refuse to roll back to what is gone', async () => {
    const gone = imageOf('gone');
    await push('fleeting', 'v1', gone);
    await service.call(endpoints.removeImage, { image: 'fleeting:v1', force: false });
    const [then] = await history('fleeting:v1');
    await assert.rejects(tag('fleeting:v1', 'fleeting:v1', { asOfSequence: then?.sequence ?? 0 }), rejected('IMAGE_NOT_FOUND', /was removed since: pull or push it again/));
  });

  it('that are immutable keep a tag as it was first set, by every door', async () => {
    const [first, second] = [imageOf('fixed'), imageOf('changed')];
    await push('fixed', 'v1', first);
    await push('loose', 'v1', second);
    assert.deepEqual(await service.call(endpoints.setImmutable, { repository: 'fixed', immutable: true }), { changed: true });
    const refused = rejected('TAG_IMMUTABLE', /fixed:v1 was set before, and tags of fixed are set once: use another tag, or allow it by "lading image immutable fixed --off"/);
    await assert.rejects(push('fixed', 'v1', second), refused);
    await assert.rejects(tag('loose:v1', 'fixed:v1'), refused);
    const { manifest, config, layer } = second;
    await assert.rejects(service.call(endpoints.registerImage, { imageId: config.digest, configJson: config.bytes.toString(), layers: [{ digest: layer.digest, diffId: layer.digest, sizeBytes: layer.size, compression: 'tar' }], manifestDigest: manifest.digest, manifestJson: manifest.bytes.toString(), nodeId: 'n1', references: ['fixed:v1'] }), refused);
    assert.deepEqual([(await get('fixed', 'v1'))?.digest, await listed('fixed', manifest.digest)], [first.manifest.digest, false]);
    await push('fixed', 'v1', first);
    await push('fixed', 'v2', second);
    await service.call(endpoints.setImmutable, { repository: 'fixed', immutable: false });
    await push('fixed', 'v1', second);
  });
});
