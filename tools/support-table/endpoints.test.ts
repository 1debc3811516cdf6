import assert from 'node:assert/strict';
import { endpointOf, endpoints } from './endpoints.ts';

describe('operations of the Docker API', () => {
  it('are told from a request, whatever its version', () => {
    assert.equal(endpointOf('GET', '/v1.51/containers/json?all=1'), 'GET /containers/json');
    assert.equal(endpointOf('GET', '/containers/abc/json'), 'GET /containers/{id}/json');
    assert.equal(endpointOf('GET', '/v1.43/images/ghcr.io/a/b%3A1/json'), 'GET /images/{name}/json');
    assert.equal(endpointOf('DELETE', '/networks/n'), 'DELETE /networks/{id}');
    assert.equal(endpointOf('POST', '/nothing'), undefined);
  });
  it('are each there once', () => assert.equal(new Set(endpoints).size, endpoints.length));
});
