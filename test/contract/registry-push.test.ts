import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { anonymous } from '../../services/node-agent/effects/registry/credentials.ts';
import type { Destination, Outgoing } from '../../services/node-agent/effects/registry/destination.ts';
import { parseTarget } from '../../services/node-agent/effects/registry/target.ts';
import { bodyOf } from '../../services/node-agent/effects/registry/transport.ts';
import { failing, testClient, type TestClient } from './registry-client.ts';
import { openRegistry, refuse, sha256, status, type TestRegistry } from './registry-server.ts';

const manifestType = 'application/vnd.oci.image.manifest.v1+json';

describe('writing to a registry', () => {
  let registry: TestRegistry;
  let on: TestClient;
  let to: Destination;
  beforeEach(async () => {
    registry = await openRegistry();
    on = testClient();
    to = on.client.destination(parseTarget(`${registry.host}/a:1`), { credentialsFor: anonymous });
  });
  afterEach(async () => {
    on.transport.close();
    await registry.close();
  });
  const blobOf = (bytes: Buffer): Outgoing => ({ digest: sha256(bytes), ...bodyOf(bytes) });
  const requests = (): string[] => registry.heard.map(({ method, path }) => `${method} ${path.replace(/sha256[:%][0-9A-Fa-f]+/g, 'DIGEST')}`).filter((one) => one !== 'GET /v2/');

  it('sends a blob in one piece', async () => {
    const bytes = randomBytes(3 * 2 ** 20);
    assert.deepEqual(await to.blob(blobOf(bytes), []), { kind: 'sent' });
    assert.ok(registry.blobs.get(sha256(bytes))?.equals(bytes));
    assert.deepEqual(requests(), ['HEAD /v2/a/blobs/DIGEST', 'POST /v2/a/blobs/uploads/', 'PUT /v2/a/blobs/uploads/1?state=x&digest=DIGEST']);
  });

  it('sends nothing that is there', async () => {
    const { digest } = registry.addBlob(Buffer.from('there'));
    assert.deepEqual(await to.blob({ digest, sizeBytes: 5, open: () => assert.fail('it was read') }, ['b']), { kind: 'there' });
    assert.deepEqual(requests(), ['HEAD /v2/a/blobs/DIGEST']);
  });

  it('has a blob taken over from another repository', async () => {
    const bytes = Buffer.from('there');
    registry.addBlob(bytes);
    registry.fail('HEAD', /blobs/, status(404));
    assert.deepEqual(await to.blob(blobOf(bytes), ['other/b']), { kind: 'mounted', from: 'other/b' });
    assert.deepEqual(requests().slice(1), ['POST /v2/a/blobs/uploads/?mount=DIGEST&from=other%2Fb']);
  });

  it('sends it in the place that a refused mount has opened', async () => {
    assert.deepEqual(await to.blob(blobOf(Buffer.from('x')), ['b', 'c']), { kind: 'sent' });
    assert.deepEqual(requests().slice(1), ['POST /v2/a/blobs/uploads/?mount=DIGEST&from=b', 'PUT /v2/a/blobs/uploads/1?state=x&digest=DIGEST']);
  });

  it('sends it when there is no right to the other repository', async () => {
    registry.fail('POST', /uploads/, status(403));
    assert.deepEqual(await to.blob(blobOf(Buffer.from('x')), ['b']), { kind: 'sent' });
  });

  it('begins anew after a fault, with the whole blob', async () => {
    const bytes = randomBytes(2 ** 20);
    registry.fail('PUT', /uploads/, (request, response) => request.once('data', () => response.socket?.destroy()));
    registry.fail('PUT', /uploads/, status(500));
    assert.deepEqual(await to.blob(blobOf(bytes), []), { kind: 'sent' });
    assert.ok(registry.blobs.get(sha256(bytes))?.equals(bytes));
    assert.deepEqual(on.waits, [250, 500]);
  });

  it('tells why it is refused, also in the middle of a large blob', async () => {
    let read = 0;
    const large: Outgoing = { digest: `sha256:${'a'.repeat(64)}`, sizeBytes: 2 ** 30, open: () => Readable.from((function* () { for (; read < 2 ** 30; read += 2 ** 16) yield Buffer.alloc(2 ** 16); })()) };
    registry.fail('PUT', /uploads/, (request, response) => request.once('data', () => refuse(response, 403, 'DENIED', 'quota exceeded', { connection: 'close' })), 9);
    await assert.rejects(to.blob(large, []), failing('denied', /upload of layer sha256:a+: DENIED: quota exceeded \(HTTP 403\): this login has no right/));
    assert.ok(read < 2 ** 29, `${read} bytes were read for it`);
  });

  it('gives up when the registry stops taking', async () => {
    registry.fail('PUT', /uploads/, () => {}, 99);
    const large: Outgoing = { digest: `sha256:${'a'.repeat(64)}`, sizeBytes: 2 ** 30, open: () => Readable.from((function* () { for (;;) yield Buffer.alloc(2 ** 16); })()) };
    const { client, transport } = testClient({ silenceMs: 200 });
    await assert.rejects(client.destination(parseTarget(`${registry.host}/a:1`), { credentialsFor: anonymous }).blob(large, []), failing('slow', /did not answer within 0\.2 s/));
    transport.close();
  });

  it('says that its own file could not be read, not that the registry is at fault', async () => {
    const unreadable: Outgoing = { digest: `sha256:${'a'.repeat(64)}`, sizeBytes: 9, open: () => new Readable({ read() { this.destroy(new Error('the disk is gone')); } }) };
    await assert.rejects(to.blob(unreadable, []), /^Error: the disk is gone$/);
    assert.deepEqual(on.waits, []);
  });

  it('writes a manifest under its tag, and tells its digest', async () => {
    const { digest: config } = registry.addBlob(Buffer.from('{}'));
    const body = Buffer.from(JSON.stringify({ schemaVersion: 2, config: { digest: config }, layers: [] }));
    assert.equal(await to.manifest('1', manifestType, body), sha256(body));
    assert.deepEqual(registry.manifests.get('a@1'), { mediaType: manifestType, body });
  });

  it('tells when a manifest is refused, or taken as something else', async () => {
    const body = Buffer.from(JSON.stringify({ config: { digest: 'sha256:none' }, layers: [] }));
    await assert.rejects(to.manifest('1', manifestType, body), failing('refused', /manifest 1: MANIFEST_BLOB_UNKNOWN: sha256:none/));
    registry.fail('PUT', /manifests/, (_request, response) => void response.writeHead(201, { 'docker-content-digest': `sha256:${'b'.repeat(64)}` }).end());
    await assert.rejects(to.manifest('1', manifestType, body), failing('altered', /was sent as .* and taken as/));
  });

  it('refuses a place for uploads that is none', async () => {
    for (const headers of [{}, { location: 'ftp://x' }]) {
      registry.fail('POST', /uploads/, (_request, response) => void response.writeHead(202, headers).end());
      await assert.rejects(to.blob(blobOf(Buffer.from('x')), []), failing('refused', /which is no address/));
    }
  });

  it('ends at once when nobody wants it any more', async () => {
    const leaving = new AbortController();
    const going = on.client.destination(parseTarget(`${registry.host}/a:1`), { credentialsFor: anonymous, signal: leaving.signal });
    registry.fail('PUT', /uploads/, () => leaving.abort());
    await assert.rejects(going.blob({ digest: `sha256:${'a'.repeat(64)}`, sizeBytes: 2 ** 30, open: () => Readable.from((function* () { for (;;) yield Buffer.alloc(2 ** 16); })()) }, []), { name: 'AbortError' });
    assert.equal(requests().filter((one) => one.startsWith('PUT')).length, 1);
  });
});

describe('searching a registry', () => {
  let registry: TestRegistry;
  let on: TestClient;
  beforeEach(async () => {
    registry = await openRegistry();
    on = testClient();
  });
  afterEach(async () => {
    on.transport.close();
    await registry.close();
  });
  const search = (term: string, limit = 25) => on.client.search(registry.host, term, limit, { credentialsFor: anonymous });

  it('asks for what Docker Hub has', async () => {
    registry.fail('GET', /^\/v1\/search$/, (_request, response) => void response.end(JSON.stringify({ results: [{ name: 'redis', description: 'fast', star_count: 9, is_official: true }, { name: 'x/redis', description: null }] })));
    assert.deepEqual(await search('redis', 1), [{ name: 'redis', description: 'fast', stars: 9, isOfficial: true, isAutomated: false }]);
    assert.equal(registry.heard.at(-1)?.path, '/v1/search?q=redis&n=1');
  });

  it('looks through the names of a registry that has no search, page by page', async () => {
    registry.fail('GET', /_catalog/, (_request, response, url) => void response.setHeader('link', '</v2/_catalog>; rel="next"').end(JSON.stringify({ repositories: url.searchParams.has('last') ? ['team/redis'] : ['a', 'redis-b'] })), 2);
    registry.fail('GET', /_catalog/, (_request, response) => void response.end(JSON.stringify({ repositories: [] })));
    assert.deepEqual((await search('redis')).map(({ name }) => name), ['redis-b', 'team/redis']);
  });

  it('tells when what answers is no registry', async () => {
    registry.fail('GET', /search/, (_request, response) => void response.end('<html>'));
    await assert.rejects(search('x'), failing('broken', /is it a registry\?/));
  });
});
