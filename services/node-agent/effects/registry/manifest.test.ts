import assert from 'node:assert/strict';
import fc from 'fast-check';
import { diffIdsIn, parseManifest } from './manifest.ts';

const digest = `sha256:${'a'.repeat(64)}`;
const other = `sha256:${'b'.repeat(64)}`;
const image = {
  schemaVersion: 2,
  mediaType: 'application/vnd.oci.image.manifest.v1+json',
  config: { mediaType: 'application/vnd.oci.image.config.v1+json', digest, size: 7 },
  layers: [{ mediaType: 'application/vnd.oci.image.layer.v1.tar+gzip', digest: other, size: 9 }],
};
const index = {
  schemaVersion: 2,
  mediaType: 'application/vnd.oci.image.index.v1+json',
  manifests: [{ mediaType: image.mediaType, digest, size: 5, platform: { os: 'linux', architecture: 'arm', variant: 'v7' } }],
};
const docker = {
  schemaVersion: 2,
  mediaType: 'application/vnd.docker.distribution.manifest.v2+json',
  config: { mediaType: 'application/vnd.docker.container.image.v1+json', digest, size: 7 },
  layers: [{ mediaType: 'application/vnd.docker.image.rootfs.foreign.diff.tar.gzip', digest: other, size: 9, urls: ['https://layers.example/1', 5] }],
};
const read = (manifest: unknown, type?: string) => parseManifest(JSON.stringify(manifest), type);

describe('a manifest', () => {
  it('of OCI is read', () =>
    assert.deepEqual(read(image, image.mediaType), {
      kind: 'image',
      mediaType: image.mediaType,
      config: { mediaType: image.config.mediaType, digest, sizeBytes: 7 },
      layers: [{ mediaType: image.layers[0]?.mediaType, digest: other, sizeBytes: 9 }],
    }));
  it('of Docker is read, with the places of foreign layers', () => assert.deepEqual(read(docker, `${docker.mediaType}; charset=utf-8`), {
    kind: 'image',
    mediaType: docker.mediaType,
    config: { mediaType: docker.config.mediaType, digest, sizeBytes: 7 },
    layers: [{ mediaType: docker.layers[0]?.mediaType, digest: other, sizeBytes: 9, urls: ['https://layers.example/1'] }],
  }));
  it('that is an index is read with its platforms', () =>
    assert.deepEqual(read(index, index.mediaType), { kind: 'index', mediaType: index.mediaType, manifests: [{ mediaType: image.mediaType, digest, sizeBytes: 5, platform: { os: 'linux', architecture: 'arm', variant: 'v7' } }] }));
  it('says itself what it is where the registry does not', () => {
    assert.equal(read(image, 'application/json').kind, 'image');
    assert.equal(read(index).kind, 'index');
  });
  it('of OCI is known by its shape where neither says what it is', () => {
    const { mediaType: _, ...bare } = image;
    assert.equal(read(bare).mediaType, image.mediaType);
    assert.equal(read({ schemaVersion: 2, manifests: [] }).mediaType, index.mediaType);
  });

  const refused: readonly (readonly [why: string, manifest: unknown, type: string, expected: RegExp])[] = [
    ['of schema 1', { schemaVersion: 1 }, 'application/vnd.docker.distribution.manifest.v1+prettyjws', /old schema 1/],
    ['of schema 1 that does not say so', { schemaVersion: 1 }, 'application/json', /old schema 1/],
    ['sent as something else than it says', { ...image, mediaType: docker.mediaType }, image.mediaType, /sent as .* calls itself/],
    ['that is an image and an index at once', { ...image, manifests: [] }, image.mediaType, /image and an index at once/],
    ['that is a web page', '<html>', 'text/html', /text\/html is none of an image/],
    ['without a schema version', { ...image, schemaVersion: undefined }, image.mediaType, /schema version 2/],
    ['of an unknown kind', { schemaVersion: 2 }, 'application/json', /is missing and is none of an image/],
    ['of an artifact', { ...image, config: { ...image.config, mediaType: 'application/vnd.example' } }, image.mediaType, /artifact of type application\/vnd\.example/],
    ['with a layer that is no file system', { ...image, layers: [{ ...image.layers[0], mediaType: 'text/plain' }] }, image.mediaType, /not a file system/],
    ['with a digest of another kind', { ...image, config: { ...image.config, digest: 'md5:1' } }, image.mediaType, /no sha256 digest/],
    ['with an impossible size', { ...image, layers: [{ ...image.layers[0], size: -1 }] }, image.mediaType, /impossible size/],
    ['with too many layers', { ...image, layers: Array.from({ length: 501 }, () => image.layers[0]) }, image.mediaType, /at most 500/],
    ['with a huge configuration', { ...image, config: { ...image.config, size: 2 ** 30 } }, image.mediaType, /at most \d+ are taken/],
    ['without layers', { ...image, layers: undefined }, image.mediaType, /has no layers/],
  ];
  for (const [why, manifest, type, expected] of refused) it(`${why} is refused`, () => assert.throws(() => read(manifest, type), expected));
  it('that is no JSON is refused', () => {
    assert.throws(() => parseManifest('{', image.mediaType), /no JSON/);
    assert.throws(() => parseManifest('[]', image.mediaType), /no JSON object/);
  });

  it('is read or refused, whatever it is', () => {
    const leaf = fc.oneof(fc.constantFrom(digest, image.mediaType, index.mediaType, 2, -1, null, ''), fc.jsonValue({ maxDepth: 2 }));
    const descriptor = fc.record({ mediaType: leaf, digest: leaf, size: leaf, platform: leaf, urls: leaf }, { requiredKeys: [] });
    const any = fc.oneof(fc.json(), fc.record({ schemaVersion: leaf, mediaType: leaf, config: fc.oneof(leaf, descriptor), layers: fc.oneof(leaf, fc.array(descriptor)), manifests: fc.oneof(leaf, fc.array(descriptor)) }, { requiredKeys: [] }).map((value) => JSON.stringify(value)));
    fc.assert(
      fc.property(any, fc.oneof(fc.constantFrom(image.mediaType, index.mediaType, undefined), fc.string()), (text, type) => {
        try {
          parseManifest(text, type);
        } catch (error) {
          assert.equal((error as Error).constructor, Error, String(error));
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('the configuration of an image', () => {
  const config = (diffIds: unknown): string => JSON.stringify({ rootfs: { type: 'layers', diff_ids: diffIds } });
  it('names its layers as they are unpacked', () => assert.deepEqual(diffIdsIn(config([digest, other]), 2), [digest, other]));
  it('must speak of as many layers as its manifest', () => assert.throws(() => diffIdsIn(config([digest]), 2), /has 2 layers and its configuration speaks of 1/));
  it('must speak of digests', () => {
    for (const wrong of [undefined, 'x', ['md5:1'], [digest, 5], ['sha256:../../x']]) assert.throws(() => diffIdsIn(config(wrong), 1), /does not say what its layers are/);
  });
});
