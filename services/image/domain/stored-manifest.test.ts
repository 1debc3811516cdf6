import assert from 'node:assert/strict';
import { givenOf } from '#kernel/testing/given.ts';
import { manifestDecider } from './stored-manifest.ts';

const body = new TextEncoder().encode('\ufeff{"é": 1}\n');
const fields = { digest: 'sha256:aa', mediaType: 'type', body };

describe('a manifest', () => {
  it('is registered once', () => {
    givenOf(manifestDecider)().when({ type: 'RegisterManifest', ...fields }).then({ type: 'ManifestRegistered', ...fields });
    givenOf(manifestDecider)({ type: 'ManifestRegistered', ...fields }).when({ type: 'RegisterManifest', ...fields }).thenNothing();
  });
  it('is kept to the byte', () => assert.deepEqual(new TextEncoder().encode(manifestDecider.evolve(undefined, { type: 'ManifestRegistered', ...fields }, 1)?.text), body));
});
