import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type { Descriptor } from '../../services/node-agent/effects/registry/manifest.ts';
import { parseTarget } from '../../services/node-agent/effects/registry/target.ts';
import { failing, putImage, putIndex, testClient, wholeOf, type TestClient } from './registry-client.ts';
import { cutAfter, openRegistry, refuse, sha256, status, type TestRegistry } from './registry-server.ts';

const mebibyte = 2 ** 20;

describe('reading from a registry', () => {
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
  const name = (rest: string): string => `${registry.host}/${rest}`;
  const layerOf = (bytes: Buffer): Descriptor => ({ mediaType: '', digest: sha256(bytes), sizeBytes: bytes.length });
  const blob = (bytes: Buffer, options: { from?: number } = {}, by = on): Promise<Buffer> => wholeOf(by.source(parseTarget(name('a:1'))).blob(layerOf(bytes), options));
  const requests = (): string[] => registry.heard.map(({ method, path, range }) => `${method} ${path}${range === '' ? '' : ` ${range}`}`).filter((one) => one !== 'GET /v2/');

  describe('manifests', () => {
    it('finds the image of a tag', async () => {
      const { digest } = putImage(registry, 'team/a', '1', [Buffer.from('layer')]);
      const { image, manifests } = await on.resolve(name('team/a:1'));
      assert.deepEqual([manifests.map((one) => one.digest), image.layers.map((one) => one.digest)], [[digest], [sha256(Buffer.from('layer'))]]);
    });

    it('finds the image of an index for this platform, its own manifest first', async () => {
      const mine = putImage(registry, 'a', 'mine', [Buffer.from('mine')]);
      const other = putImage(registry, 'a', 'other', [Buffer.from('other')]);
      const index = putIndex(registry, 'a', '1', [{ ...other, platform: 'linux/arm64' }, { ...mine, platform: 'linux/amd64' }]);
      assert.deepEqual((await on.resolve(name('a:1'))).manifests.map(({ digest }) => digest), [mine.digest, index.digest]);
      assert.deepEqual((await on.resolve(name(`a@${index.digest}`), { os: 'linux', architecture: 'arm64' })).manifests.map(({ digest }) => digest), [other.digest, index.digest]);
    });

    it('says which platforms there are when this one is not', async () => {
      const image = putImage(registry, 'a', 'x', []);
      putIndex(registry, 'a', '1', [{ ...image, platform: 'linux/arm64' }, { ...image, platform: 'unknown/unknown' }]);
      await assert.rejects(on.resolve(name('a:1')), failing('missing', /no matching manifest for linux\/amd64 .* it has linux\/arm64: ask/));
    });

    it('does not fetch a manifest that is here already', async () => {
      const { digest } = putImage(registry, 'a', '1', []);
      const body = registry.manifests.get('a@1')?.body;
      const fetched = await on.source(parseTarget(name('a:1'))).manifest('1', async (asked) => (asked === digest ? body : undefined));
      assert.equal(fetched.digest, digest);
      assert.deepEqual(requests(), ['HEAD /v2/a/manifests/1']);
    });

    it('refuses a manifest that is not the one asked for', async () => {
      const { digest } = putImage(registry, 'a', '1', []);
      registry.fail('GET', /manifests/, (_request, response) => void response.writeHead(200, { 'content-type': 'application/vnd.oci.image.manifest.v1+json' }).end('{}'), 9);
      await assert.rejects(on.resolve(name(`a@${digest}`)), failing('altered', /altered on the way or at the registry/));
    });

    for (const [what, type, body, words] of [
      ['schema 1', 'application/vnd.docker.distribution.manifest.v1+prettyjws', '{"schemaVersion":1}', /old schema 1.*client of today/],
      ['a web page', 'text/html', '<html>', /media type text\/html is none of an image/],
      ['garbage', 'application/vnd.oci.image.manifest.v1+json', '{', /is no JSON/],
    ] as const)
      it(`refuses ${what}`, async () => {
        registry.fail('GET', /manifests/, (_request, response) => void response.writeHead(200, { 'content-type': type }).end(body));
        await assert.rejects(on.resolve(name('a:1')), failing('refused', words));
      });

    it('reads no more than a manifest may have', async () => {
      registry.fail('GET', /manifests/, (_request, response) => void response.writeHead(200).end(Buffer.alloc(5 * mebibyte)));
      await assert.rejects(on.resolve(name('a:1')), failing('refused', /more than 4194304 bytes/));
    });

    for (const [code, fault, words] of [
      [401, 'denied', /does not exist or needs a login: check the name, or log in by "docker login 127/],
      [403, 'denied', /this login has no right to it/],
      [404, 'missing', /the registry does not have it: check name and tag/],
      [400, 'refused', /the registry refused it/],
      [500, 'broken', /a fault of its own: try again later/],
    ] as const)
      it(`tells what ${code} means, where, and what to do`, async () => {
        registry.fail('GET', /manifests/, status(code), 9);
        await assert.rejects(on.resolve(name('team/a:1')), (error) => failing(fault, words)(error) && /^127\.0\.0\.1:\d+\/team\/a: manifest 1: TEST: told to answer/.test(String((error as Error).message)));
      });

    it('tries again after a fault of the registry, a little later each time', async () => {
      putImage(registry, 'a', '1', []);
      registry.fail('GET', /manifests/, status(502), 3);
      await on.resolve(name('a:1'));
      assert.deepEqual(on.waits, [250, 500, 1_000]);
    });

    it('waits as long as it is asked to, but not for ever', async () => {
      putImage(registry, 'a', '1', []);
      registry.fail('GET', /manifests/, status(429, { 'retry-after': '7' }));
      await on.resolve(name('a:1'));
      assert.deepEqual(on.waits, [7_000]);
      registry.fail('GET', /manifests/, status(429, { 'retry-after': '3600' }));
      await assert.rejects(on.resolve(name('a:1')), failing('busy', /wants 3600 s of quiet: wait, log in for a higher limit, or use a mirror/));
      assert.deepEqual(on.waits, [7_000]);
    });

    it('gives up after five tries', async () => {
      registry.fail('GET', /manifests/, status(500), 99);
      await assert.rejects(on.resolve(name('a:1')), failing('broken', /HTTP 500/));
      assert.equal(requests().filter((one) => one.startsWith('GET')).length, 5);
    });
  });

  describe('blobs', () => {
    it('come whole', async () => {
      const bytes = randomBytes(3 * mebibyte);
      registry.addBlob(bytes);
      assert.ok((await blob(bytes)).equals(bytes));
    });

    it('come from any byte on', async () => {
      const bytes = randomBytes(1_000);
      registry.addBlob(bytes);
      assert.ok((await blob(bytes, { from: 400 })).equals(bytes.subarray(400)));
      assert.deepEqual(requests(), [`GET /v2/a/blobs/${sha256(bytes)} bytes=400-`]);
    });

    it('go on where the connection was cut', async () => {
      const bytes = randomBytes(3 * mebibyte);
      registry.addBlob(bytes);
      registry.fail('GET', /blobs/, cutAfter(bytes, mebibyte));
      assert.ok((await blob(bytes)).equals(bytes));
      assert.match(requests()[1] ?? '', / bytes=\d+-$/);
    });

    it('go on where a registry does not know of parts', async () => {
      const bytes = randomBytes(3 * mebibyte);
      registry.fail('GET', /blobs/, cutAfter(bytes, mebibyte));
      registry.fail('GET', /blobs/, (_request, response) => void response.writeHead(200).end(bytes));
      assert.ok((await blob(bytes)).equals(bytes));
    });

    it('may be cut any number of times, as long as they get on', async () => {
      const bytes = randomBytes(12 * mebibyte);
      registry.fail('GET', /blobs/, (request, response) => {
        const start = Number(/\d+/.exec(request.headers.range ?? '0')?.[0]);
        response.writeHead(start > 0 ? 206 : 200, { 'content-length': bytes.length - start, 'content-range': `bytes ${start}-${bytes.length - 1}/${bytes.length}` });
        response.write(bytes.subarray(start, start + 1.5 * mebibyte), () => response.socket?.destroySoon());
      }, 99);
      assert.ok((await blob(bytes)).equals(bytes));
      assert.deepEqual([...new Set(on.waits)], [250]);
    });

    it('are given up when they do not get on', async () => {
      const bytes = randomBytes(1_000);
      registry.fail('GET', /blobs/, cutAfter(bytes, 0), 99);
      await assert.rejects(blob(bytes), failing('cut', /cut the connection/));
      assert.equal(requests().length, 5);
    });

    const impatiently = async (bytes: Buffer): Promise<Buffer> => {
      const impatient = testClient({ silenceMs: 200 });
      return blob(bytes, {}, impatient).finally(() => impatient.transport.close());
    };

    it('are given up when nothing comes any more', async () => {
      const bytes = randomBytes(1_000);
      registry.fail('GET', /blobs/, (_request, response) => void response.writeHead(200, { 'content-length': bytes.length }).write(bytes.subarray(0, 10)), 99);
      await assert.rejects(impatiently(bytes), failing('slow', /gave nothing for 0\.2 s: try again later/));
    });

    it('are given up when the registry does not begin to answer', async () => {
      registry.fail('GET', /blobs/, () => {}, 99);
      await assert.rejects(impatiently(Buffer.from('x')), failing('slow', /did not answer within 0\.2 s/));
    });

    it('are refused when they are longer than the manifest says, without reading on', async () => {
      const bytes = randomBytes(1_000);
      registry.fail('GET', /blobs/, (_request, response) => void response.writeHead(200).write(Buffer.alloc(mebibyte)), 99);
      await assert.rejects(blob(bytes), failing('altered', /has more than the 1000 bytes/));
    });

    it('are refused when they are shorter than the manifest says', async () => {
      const bytes = randomBytes(1_000);
      registry.fail('GET', /blobs/, (_request, response) => void response.writeHead(200, { 'content-length': 999 }).end(bytes.subarray(1)), 99);
      await assert.rejects(blob(bytes), failing('altered', /has only 999 of the 1000 bytes/));
    });

    it('are refused when another part comes than was asked for', async () => {
      const bytes = randomBytes(1_000);
      registry.fail('GET', /blobs/, (_request, response) => void response.writeHead(206, { 'content-range': 'bytes 0-999/1000' }).end(bytes), 99);
      await assert.rejects(blob(bytes, { from: 10 }), failing('broken', /gave another part/));
    });

    it('tell what 404 means', () => assert.rejects(blob(Buffer.from('x')), failing('missing', /layer sha256:[0-9a-f]{64}: BLOB_UNKNOWN/)));

    it('end at once when nobody wants them any more', async () => {
      const leaving = new AbortController();
      registry.fail('GET', /blobs/, (_request, response) => void response.writeHead(200, { 'content-length': 99 }).write('x'));
      const reading = wholeOf(on.source(parseTarget(name('a:1')), leaving.signal).blob({ ...layerOf(Buffer.from('x')), sizeBytes: 99 }));
      setImmediate(() => leaving.abort());
      await assert.rejects(reading, (error: Error) => leaving.signal.aborted && error instanceof Error);
      assert.deepEqual(on.waits, []);
    });
  });

  describe('somewhere else', () => {
    let elsewhere: TestRegistry;
    beforeEach(async () => (elsewhere = await openRegistry()));
    afterEach(() => elsewhere.close());
    const redirect = (path: string, code = 307) => (_request: unknown, response: ServerResponse) => void response.writeHead(code, { location: path }).end();

    it('is followed to by redirects, which may be relative', async () => {
      const bytes = randomBytes(1_000);
      elsewhere.addBlob(bytes);
      registry.fail('GET', /blobs/, redirect(`/v2/other/blobs/moved`));
      registry.fail('GET', /moved/, redirect(`http://${elsewhere.host}/v2/x/blobs/${sha256(bytes)}`, 302));
      assert.ok((await blob(bytes)).equals(bytes));
    });

    it('is not followed to for ever', async () => {
      registry.fail('GET', /blobs/, redirect('/v2/a/blobs/again'), 99);
      await assert.rejects(blob(Buffer.from('x')), failing('refused', /more than 5 times/));
    });

    for (const place of ['ftp://x/', 'file:///etc/passwd', 'http://[', ''])
      it(`is refused at "${place}"`, async () => {
        registry.fail('GET', /blobs/, redirect(place), 99);
        await assert.rejects(blob(Buffer.from('x')), failing('refused', /is no address|more than 5 times/));
      });

    it('is a mirror, which is asked first', async () => {
      putImage(elsewhere, 'library/redis', '7', [Buffer.from('layer')]);
      const mirrored = testClient({ hosts: { mirrors: { [registry.host]: [`http://${elsewhere.host}`] }, insecure: [] } });
      await mirrored.resolve(name('library/redis:7'));
      assert.deepEqual(registry.heard, []);
      mirrored.transport.close();
    });

    for (const [what, fault] of [
      ['is broken', status(500)],
      ['does not have it', status(404)],
      ['wants a login', status(401)],
      ['sends a web page', (_: unknown, response: ServerResponse) => void response.writeHead(200, { 'content-type': 'text/html' }).end('<html>')],
    ] as const)
      it(`is the registry itself when its mirror ${what}`, async () => {
        const { digest } = putImage(registry, 'a', '1', [Buffer.from('layer')]);
        const mirrored = testClient({ hosts: { mirrors: { [registry.host]: [`http://${elsewhere.host}`] }, insecure: [] } });
        for (const method of ['GET', 'HEAD']) elsewhere.fail(method, /a/, fault, 99);
        assert.equal((await mirrored.resolve(name('a:1'))).manifests[0].digest, digest);
        assert.equal((await wholeOf(mirrored.source(parseTarget(name('a:1'))).blob(layerOf(Buffer.from('layer'))))).toString(), 'layer');
        mirrored.transport.close();
      });

    it('is the registry itself from where its mirror was cut', async () => {
      const bytes = randomBytes(3 * mebibyte);
      registry.addBlob(bytes);
      const mirrored = testClient({ hosts: { mirrors: { [registry.host]: [`http://${elsewhere.host}`] }, insecure: [] } });
      elsewhere.fail('GET', /blobs/, cutAfter(bytes, mebibyte));
      elsewhere.fail('GET', /blobs/, (_request, response) => refuse(response, 404, 'BLOB_UNKNOWN', 'gone'), 99);
      assert.ok((await wholeOf(mirrored.source(parseTarget(name('a:1'))).blob(layerOf(bytes)))).equals(bytes));
      assert.match(registry.heard.at(-1)?.range ?? '', /^bytes=\d{5,}-$/);
      mirrored.transport.close();
    });

    it('is refused for foreign layers on this machine, or without TLS', async () => {
      const bytes = Buffer.from('foreign');
      elsewhere.addBlob(bytes);
      for (const url of [`http://${elsewhere.host}/v2/x/blobs/${sha256(bytes)}`, `https://${elsewhere.host}/x`, 'https://169.254.169.254/latest/meta-data'])
        await assert.rejects(wholeOf(on.source(parseTarget(name('a:1'))).blob({ ...layerOf(bytes), urls: [url] })), failing('refused', /no https address|lies inside of this network/));
      assert.deepEqual(elsewhere.heard, []);
    });
  });
});
