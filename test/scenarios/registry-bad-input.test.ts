import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { startPlatform, type Platform } from '../harness/platform.ts';
import { contentOf, digestOf, imageOf, imageType } from '../harness/pushed.ts';
import { codesOf, messageOf, registryClient, type Answer, type RegistryClient } from '../harness/registry-client.ts';

describe('the registry refuses, with the reason, and keeps nothing of', function () {
  this.timeout(60_000);
  let platform: Platform;
  let client: RegistryClient;
  before(async () => {
    platform = await startPlatform({ machines: 1, images: [] });
    client = registryClient({ socketPath: join(platform.first.run, 'docker.sock') });
    await client.pushImage('app', 'v1', imageOf('good'));
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await platform.keepArtifacts(`bad input ${this.currentTest.title}`);
  });
  after(async () => platform?.[Symbol.asyncDispose]());

  const ask: RegistryClient['ask'] = (...words) => client.ask(...words);
  const begin = async (): Promise<string> => String((await ask('POST', '/v2/app/blobs/uploads/')).headers.location);
  const refused = (answer: Answer, status: number, code: string, message = /./): void => {
    assert.deepEqual([answer.status, codesOf(answer)], [status, [code]], answer.body.toString());
    assert.match(messageOf(answer), message);
  };
  const kept = (): Record<string, readonly string[]> => Object.fromEntries(['blobs/sha256', 'uploads', 'staging'].map((folder) => [folder, readdirSync(join(platform.first.state, folder)).sort()]));
  /** What a client says that a library would not say for it. */
  const raw = (text: string): Promise<string> =>
    new Promise((resolve, reject) => {
      const socket = connect(join(platform.first.run, 'docker.sock'));
      let answer = '';
      socket.on('data', (data: Buffer) => (answer += data.toString()));
      socket.once('close', () => resolve(answer));
      socket.once('error', reject);
      socket.write(text);
    });

  describe('names', () => {
    for (const name of ['..', '../..', 'a/../b', '%2e%2e', 'a%2f..%2fb', 'a//b', '-a', 'a-', 'UPPER', 'a%00b', 'a%0d%0ab', '%ff', 'a.', '.a', 'a..b', 'a___b', 'ä', 'a%20b', 'a'.repeat(300)])
      it(`like ${name.slice(0, 20)}`, async () => {
        const path = encodeURI(name).replaceAll('%25', '%');
        const before = kept();
        for (const [method, end] of [['GET', 'tags/list'], ['PUT', 'manifests/v1'], ['POST', 'blobs/uploads/'], ['GET', `blobs/${digestOf(Buffer.from('x'))}`]] as const) refused(await ask(method, `/v2/${path}/${end}`), 400, 'NAME_INVALID');
        assert.deepEqual(kept(), before);
      });
  });

  describe('digests', () => {
    for (const digest of ['sha256:', 'sha256:abc', `sha256:${'A'.repeat(64)}`, `sha256:${'a'.repeat(65)}`, `sha512:${'a'.repeat(128)}`, 'sha256:..%2f..%2f..%2fetc%2fpasswd', '..', 'md5:d41d8cd98f00b204e9800998ecf8427e', '%00'])
      it(`like ${digest.slice(0, 30)}`, async () => {
        for (const path of [`/v2/app/blobs/${digest}`, `/v2/app/referrers/${digest}`]) refused(await ask('GET', path), 400, 'DIGEST_INVALID');
        refused(await ask('POST', `/v2/app/blobs/uploads/?digest=${digest}`, { body: 'x' }), 400, 'DIGEST_INVALID');
        assert.deepEqual(kept().uploads, []);
      });
    it('that are mounted', async () => assert.equal((await ask('POST', '/v2/app/blobs/uploads/?mount=..%2f..%2fx&from=app')).status, 202));
  });

  describe('uploads', () => {
    const id = '00000000-0000-4000-8000-000000000000';
    for (const reference of ['x', '..', `n1.${id}%2f..%2f..`, 'n1.../../images', `..%2f.${id}`, `n1.${id.toUpperCase()}x`, `n1.${id}`, `nosuch.${id}`, id])
      it(`named ${reference.slice(0, 30)}`, async () => {
        for (const method of ['GET', 'PATCH', 'DELETE']) {
          const answer = await ask(method, `/v2/app/blobs/uploads/${reference}`);
          assert.ok([404, 400].includes(answer.status) && ['BLOB_UPLOAD_UNKNOWN', 'UNSUPPORTED', 'NAME_INVALID'].includes(codesOf(answer)[0] ?? ''), `${method} ${answer.status} ${answer.body.toString()}`);
        }
      });
    it('whose chunks are elsewhere than they say', async () => {
      const at = await begin();
      for (const range of ['1-1', '5-1', '-1', 'x', '99999999999999999999-99999999999999999999', '0-99999999999999999999', 'bytes=0-1']) refused(await ask('PATCH', at, { body: 'x', headers: { 'content-range': range } }), 416, 'RANGE_INVALID');
      refused(await ask('PATCH', at, { body: 'x', headers: { 'content-range': '0-1' } }), 400, 'SIZE_INVALID', /Content-Range 0-1 is 2 bytes, Content-Length says 1/);
      assert.equal((await ask('GET', at)).headers.range, '0-0');
      await ask('DELETE', at);
    });
    it('that announce more than they bring', async () => {
      const at = await begin();
      const socket = connect(join(platform.first.run, 'docker.sock'));
      socket.write(`PATCH ${at} HTTP/1.1\r\nHost: x\r\nContent-Length: 1000000000000\r\n\r\nabc`);
      await new Promise<void>((resolve) => socket.write('', () => resolve()));
      socket.destroy();
      assert.ok([204, 404].includes((await ask('GET', at)).status));
    });
    it('with a length that is none', async () => {
      const at = await begin();
      for (const length of ['-1', 'abc', '1, 2']) assert.match(await raw(`PATCH ${at} HTTP/1.1\r\nHost: x\r\nContent-Length: ${length}\r\n\r\nabc`), /^HTTP\/1\.1 400/);
      assert.match(await raw(`PATCH ${at} HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`), /^HTTP\/1\.1 400/);
      await ask('DELETE', at);
    });
  });

  describe('manifests', () => {
    const put = (body: Buffer | string, type = imageType, reference = 'bad') => ask('PUT', `/v2/app/manifests/${reference}`, { body, headers: { 'content-type': type } });
    it('that are no JSON, no UTF-8, or nothing', async () => {
      for (const body of ['', '{', 'null', '[]', '"x"', Buffer.from([0xff, 0xfe, 0x7b]), '[' .repeat(100_000)]) refused(await put(body), 400, 'MANIFEST_INVALID');
    });
    it('that are two things at once', async () => refused(await put(JSON.stringify({ schemaVersion: 2, config: {}, layers: [], manifests: [] })), 400, 'MANIFEST_INVALID', /an image has no manifests/));
    it('of schema 1', async () => refused(await put('{"schemaVersion":1}', 'application/vnd.docker.distribution.manifest.v1+prettyjws'), 400, 'MANIFEST_INVALID', /is not taken/));
    it('that name files', async () => refused(await put(JSON.stringify({ schemaVersion: 2, config: { mediaType: 'x', digest: 'sha256:../../../etc/shadow', size: 1 }, layers: [] })), 400, 'DIGEST_INVALID'));
    it('that are too large, also when they do not say so', async () => {
      refused(await put(Buffer.alloc(5 * 2 ** 20, ' ')), 413, 'MANIFEST_INVALID');
      const { Readable } = await import('node:stream');
      const endless = Readable.from((function* () {
        for (let count = 0; count < 100; count++) yield Buffer.alloc(2 ** 20, ' ');
      })());
      refused(await ask('PUT', '/v2/app/manifests/bad', { body: endless, headers: { 'content-type': imageType } }), 413, 'MANIFEST_INVALID');
    });
    it('whose configuration is none', async () => {
      const bad = contentOf('not json', 'application/vnd.oci.image.config.v1+json');
      await client.pushBlob('app', bad.bytes);
      refused(await put(JSON.stringify({ schemaVersion: 2, mediaType: imageType, config: { mediaType: bad.mediaType, digest: bad.digest, size: bad.size }, layers: [] })), 400, 'MANIFEST_INVALID', /its configuration is no JSON object/);
    });
    it('whose configuration has other layers', async () => {
      const { config, manifest } = imageOf('good');
      const fewer = JSON.parse(manifest.bytes.toString()) as { layers: unknown[] };
      refused(await put(JSON.stringify({ ...fewer, layers: [] })), 400, 'MANIFEST_INVALID', /0 layers, its configuration 1 diff_ids/);
      assert.ok(config.size > 0);
    });
    it('under tags that are none', async () => {
      for (const reference of ['-x', '.x', 'a%2fb', 'a%20b', 'x'.repeat(129)]) refused(await put(imageOf('good').manifest.bytes, imageType, reference), 400, 'DIGEST_INVALID');
    });
    after(async () => assert.deepEqual(JSON.parse((await ask('GET', '/v2/app/tags/list')).body.toString()), { name: 'app', tags: ['v1'] }));
  });
});
