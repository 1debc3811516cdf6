import assert from 'node:assert/strict';
import fc from 'fast-check';
import { addressOf } from './address.ts';
import { RegistryError } from './registry-error.ts';

const refused = (code: string) => (error: unknown) => error instanceof RegistryError && error.code === code;

describe('an address of the registry', () => {
  for (const [path, address] of [
    ['/v2', { what: 'root' }],
    ['/v2/', { what: 'root' }],
    ['/v2/_catalog', { what: 'catalog' }],
    ['/v2/app/tags/list', { what: 'tags', name: 'app' }],
    ['/v2/app/manifests/v1', { what: 'manifest', name: 'app', reference: 'v1' }],
    ['/v2/app/manifests/sha256:ab', { what: 'manifest', name: 'app', reference: 'sha256:ab' }],
    ['/v2/app/manifests/sha256%3Aab', { what: 'manifest', name: 'app', reference: 'sha256:ab' }],
    ['/v2/a/b/c/blobs/sha256:ab', { what: 'blob', name: 'a/b/c', reference: 'sha256:ab' }],
    ['/v2/a%2Fb/blobs/sha256:ab', { what: 'blob', name: 'a/b', reference: 'sha256:ab' }],
    ['/v2/app/blobs/uploads/', { what: 'uploads', name: 'app' }],
    ['/v2/app/blobs/uploads', { what: 'uploads', name: 'app' }],
    ['/v2/app/blobs/uploads/n1.x', { what: 'upload', name: 'app', reference: 'n1.x' }],
    ['/v2/manifests/blobs/manifests/v1', { what: 'manifest', name: 'manifests/blobs', reference: 'v1' }],
    ['/v2/registry.test/team/app/referrers/sha256:ab', { what: 'referrers', name: 'registry.test/team/app', reference: 'sha256:ab' }],
  ] as const)
    it(`${path} is read`, () => assert.deepEqual(addressOf(path), address));

  for (const path of ['/v2/App/tags/list', '/v2/../tags/list', '/v2/a/../b/tags/list', '/v2/a//b/tags/list', '/v2/%2e%2e/tags/list', '/v2/a%00/tags/list', '/v2/%/tags/list', '/v2/-a/tags/list', '/v2/a:5000/b/tags/list', '/v2/a b/tags/list', `/v2/${'a'.repeat(256)}/tags/list`])
    it(`${path.slice(0, 40)} has no name that is one`, () => assert.throws(() => addressOf(path), refused('NAME_INVALID')));
  for (const path of ['/v2/app', '/v2/app/manifests', '/v2/app/manifests/', '/v2/app/manifests/a/b', '/v2/app/blobs/', '/v2/tags/list', '/v2/app/tags/list/']) it(`${path} is none`, () => assert.throws(() => addressOf(path), refused('UNSUPPORTED')));

  it('of any text is read or refused, and soon', () =>
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^(?:[a-z._-]|\/|%2f){0,300}$/).map((name) => `${name}/manifests/x`)), (rest) => {
        try {
          const address = addressOf(`/v2/${rest}`);
          if ('name' in address) assert.doesNotMatch(address.name, /\.\.|\/\/|^\/|\0/);
        } catch (error) {
          assert.ok(error instanceof RegistryError, String(error));
        }
      }),
      { numRuns: 300 },
    ));
});
