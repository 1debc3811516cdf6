import assert from 'node:assert/strict';
import { Rejection } from '#kernel/rejection.ts';
import { readManifest } from './read.ts';
import { hasImageConfig, runnableLayers } from './runnable.ts';

const digest = (letter: string): string => `sha256:${letter.repeat(64)}`;
const mediaType = 'application/vnd.oci.image.manifest.v1+json';
const manifestOf = (layerTypes: readonly string[], configType = 'application/vnd.oci.image.config.v1+json') => {
  const layers = layerTypes.map((type, place) => ({ mediaType: type, digest: digest(String(place)), size: place }));
  return readManifest(JSON.stringify({ schemaVersion: 2, config: { mediaType: configType, digest: digest('c'), size: 2 }, layers }), mediaType);
};
const configOf = (diffIds: readonly string[], os = 'linux', architecture = 'amd64'): string => JSON.stringify({ os, architecture, rootfs: { type: 'layers', diff_ids: diffIds } });
const oci = 'application/vnd.oci.image.layer.v1.tar';
const docker = 'application/vnd.docker.image.rootfs.diff.tar';

const layersOf = (layerTypes: readonly string[], config: string) => {
  const manifest = manifestOf(layerTypes);
  assert.ok(hasImageConfig(manifest));
  return runnableLayers(manifest, config, 'linux/amd64');
};

describe('a pushed image', () => {
  it('has layers with their diff ids and compression', () =>
    assert.deepEqual(layersOf([oci, `${oci}+gzip`, `${oci}+zstd`, `${docker}.gzip`], configOf(['a', 'b', 'd', 'e'].map(digest)))?.map(({ diffId, compression, sizeBytes }) => [diffId, compression, sizeBytes]), [
      [digest('a'), 'tar', 0],
      [digest('b'), 'gzip', 1],
      [digest('d'), 'zstd', 2],
      [digest('e'), 'gzip', 3],
    ]));
  it('of another platform does not run here', () => {
    assert.equal(layersOf([oci], configOf([digest('a')], 'linux', 'arm64')), undefined);
    assert.equal(layersOf([oci], configOf([digest('a')], 'windows')), undefined);
  });
  it('that is an attestation or a signature does not run', () => {
    assert.equal(layersOf(['application/vnd.in-toto+json'], configOf([digest('a')])), undefined);
    assert.equal(layersOf([`${oci}+encrypted`], configOf([digest('a')])), undefined);
  });
  it('with another configuration is no image', () => assert.equal(hasImageConfig(manifestOf([oci], 'application/vnd.cncf.helm.config.v1+json')), false));
  for (const [what, config] of [['fewer diff ids than layers', configOf([])], ['a diff id that is none', configOf(['../x'])], ['no rootfs', JSON.stringify({ os: 'linux', architecture: 'amd64' })], ['a configuration that is no object', '1'], ['a configuration that is no JSON', '{']] as const)
    it(`is refused with ${what}`, () => assert.throws(() => layersOf([oci], config), (error) => error instanceof Rejection && error.code === 'MANIFEST_INVALID'));
});
