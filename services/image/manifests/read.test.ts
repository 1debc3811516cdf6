import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Rejection } from '#kernel/rejection.ts';
import { checkDigest, readManifest } from './read.ts';

const digest = (letter: string): string => `sha256:${letter.repeat(64)}`;
const imageType = 'application/vnd.oci.image.manifest.v1+json';
const indexType = 'application/vnd.oci.image.index.v1+json';
const config = { mediaType: 'application/vnd.oci.image.config.v1+json', digest: digest('c'), size: 2 };
const layer = { mediaType: 'application/vnd.oci.image.layer.v1.tar+gzip', digest: digest('a'), size: 3 };
const image = { schemaVersion: 2, mediaType: imageType, config, layers: [layer] };
const index = { schemaVersion: 2, manifests: [{ mediaType: imageType, digest: digest('d'), size: 4, platform: { os: 'linux', architecture: 'amd64' } }] };

const read = (document: unknown, type = imageType) => readManifest(JSON.stringify(document), type);
const refused = (code: string, message: RegExp) => (error: unknown) => error instanceof Rejection && error.code === code && message.test(error.message);

describe('a manifest', () => {
  it('of an image names its configuration and layers', () => {
    const manifest = read(image);
    assert.ok(manifest.kind === 'image');
    assert.deepEqual(manifest.config, { mediaType: config.mediaType, digest: digest('c'), sizeBytes: 2, platform: '', isElsewhere: false });
    assert.deepEqual(manifest.layers.map((one) => one.sizeBytes), [3]);
    assert.deepEqual([manifest.subject, manifest.artifactType], ['', config.mediaType]);
  });
  it('of an index names manifests and their platforms', () => {
    const manifest = read(index, indexType);
    assert.ok(manifest.kind === 'index');
    assert.deepEqual(manifest.manifests.map(({ platform }) => platform), ['linux/amd64']);
  });
  it('tells its subject, artifact type and annotations', () => {
    const { subject, artifactType, annotations } = read({ ...image, subject: { mediaType: imageType, digest: digest('e'), size: 1 }, artifactType: 'application/x', annotations: { a: 'b' } });
    assert.deepEqual([subject, artifactType, annotations], [digest('e'), 'application/x', { a: 'b' }]);
  });
  it('knows layers that lie elsewhere', () => {
    const types = ['application/vnd.oci.image.layer.nondistributable.v1.tar+gzip', 'application/vnd.docker.image.rootfs.foreign.diff.tar.gzip'];
    const manifest = read({ ...image, layers: [...types.map((mediaType) => ({ ...layer, mediaType })), { ...layer, urls: ['https://x.example/y'] }, layer] });
    assert.deepEqual(manifest.kind === 'image' && manifest.layers.map(({ isElsewhere }) => isElsewhere), [true, true, true, false]);
  });

  for (const [what, document, type, message] of [
    ['another media type', image, 'application/json', /media type "application\/json" is not taken/],
    ['a media type other than the request says', { ...image, mediaType: indexType }, imageType, /it says that its media type is/],
    ['schema 1', { ...image, schemaVersion: 1 }, imageType, /schemaVersion is not 2/],
    ['two documents in one', { ...image, manifests: [] }, imageType, /an image has no manifests/],
    ['two documents in one index', { ...index, layers: [] }, indexType, /an index has no layers/],
    ['no configuration', { ...image, config: undefined }, imageType, /config is no object/],
    ['layers that are no list', { ...image, layers: {} }, imageType, /layers is no list/],
    ['a negative size', { ...image, layers: [{ ...layer, size: -1 }] }, imageType, /layers\[0\]\.size/],
    ['a size that is no number', { ...image, config: { ...config, size: '2' } }, imageType, /config\.size/],
    ['annotations that are no texts', { ...image, annotations: { a: 1 } }, imageType, /annotations\["a"\]/],
    ['a list instead of an object', [], imageType, /it is no object/],
  ] as const)
    it(`is refused with ${what}`, () => assert.throws(() => read(document, type), refused('MANIFEST_INVALID', message)));

  it('is refused when it is no JSON', () => assert.throws(() => readManifest('{', imageType), refused('MANIFEST_INVALID', /no JSON/)));
  it('is refused with a digest by another function, which is named', () => assert.throws(() => read({ ...image, config: { ...config, digest: `sha512:${'a'.repeat(128)}` } }), refused('DIGEST_INVALID', /sha512 are not supported: use sha256/)));
  it('is refused with what is no digest', () => assert.throws(() => read({ ...image, layers: [{ ...layer, digest: '../../etc/passwd' }] }), refused('DIGEST_INVALID', /is no digest/)));

  it('of any content is read or refused, and nothing else', () =>
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json(), fc.record({ schemaVersion: fc.constant(2), config: fc.anything(), layers: fc.anything(), manifests: fc.anything(), subject: fc.anything() }, { requiredKeys: [] }).map((value) => JSON.stringify(value, (_key, one: unknown) => (typeof one === 'bigint' ? String(one) : one)) ?? '')), fc.constantFrom(imageType, indexType, ''), (text, type) => {
        try {
          readManifest(text, type);
        } catch (error) {
          assert.ok(error instanceof Rejection, String(error));
        }
      }),
      { numRuns: 300 },
    ));
});

describe('a digest', () => {
  it('is SHA-256 in lower case', () => assert.equal(checkDigest(digest('a')), digest('a')));
  for (const text of ['', 'a', 'sha256:', digest('A'), `${digest('a')}b`, 'sha256:../x', 'sha256', `md5:${'a'.repeat(32)}`, 'sha512:x'])
    it(`is not "${text.slice(0, 30)}"`, () => assert.throws(() => checkDigest(text), refused('DIGEST_INVALID', /./)));
});
