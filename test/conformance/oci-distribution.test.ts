import assert from 'node:assert/strict';
import { join } from 'node:path';
import { startPlatform, type Platform } from '../harness/platform.ts';
import { artifactAbout, contentOf, descriptorOf, digestOf, imageOf, imageType, indexOf, indexType, machine } from '../harness/pushed.ts';
import { codesOf, jsonOf, messageOf, registryClient, type Answer, type RegistryClient } from '../harness/registry-client.ts';

type Index = { mediaType: string; manifests: { digest: string; artifactType?: string; annotations?: Record<string, string>; size: number; mediaType: string }[] };

/** Each MUST of https://github.com/opencontainers/distribution-spec/blob/v1.1.0/spec.md, and what its own suite looks for. */
describe('the registry, by the OCI distribution specification 1.1,', function () {
  this.timeout(60_000);
  let platform: Platform;
  let client: RegistryClient;
  before(async () => {
    platform = await startPlatform({ machines: 1, images: [] });
    client = registryClient({ socketPath: join(platform.first.run, 'docker.sock') });
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await platform.keepArtifacts(`registry ${this.currentTest.title}`);
  });
  after(async () => platform?.[Symbol.asyncDispose]());

  const ask: RegistryClient['ask'] = (...words) => client.ask(...words);
  const nobody = digestOf(Buffer.from('of nobody'));
  const refused = (answer: Answer, status: number, code: string, message = /./): void => {
    assert.deepEqual([answer.status, codesOf(answer)], [status, [code]], answer.body.toString());
    assert.equal(answer.headers['content-type'], 'application/json');
    assert.match(messageOf(answer), message);
  };
  const begin = async (name = 'app'): Promise<string> => String((await ask('POST', `/v2/${name}/blobs/uploads/`)).headers.location);

  describe('says what it is:', () => {
    it('GET /v2/ is answered 200, with a slash and without', async () => {
      for (const path of ['/v2/', '/v2']) assert.equal((await ask('GET', path)).status, 200);
      assert.equal((await ask('HEAD', '/v2/')).headers['docker-distribution-api-version'], 'registry/2.0');
    });
    it('what is not of a registry is 404, and a wrong method 405', async () => {
      refused(await ask('GET', '/v2/app/nothing'), 404, 'UNSUPPORTED');
      refused(await ask('PUT', '/v2/app/tags/list'), 405, 'UNSUPPORTED');
    });
  });

  describe('takes blobs', () => {
    it('by POST and then PUT', async () => {
      const bytes = Buffer.from('posted, then put');
      const begun = await ask('POST', '/v2/app/blobs/uploads/');
      assert.equal(begun.status, 202);
      const ended = await ask('PUT', `${begun.headers.location}?digest=${digestOf(bytes)}`, { body: bytes });
      assert.deepEqual([ended.status, ended.headers.location, ended.headers['docker-content-digest']], [201, `/v2/app/blobs/${digestOf(bytes)}`, digestOf(bytes)]);
      assert.deepEqual((await ask('GET', String(ended.headers.location))).body, bytes);
    });
    it('by one POST', async () => {
      const bytes = Buffer.from('in one request');
      const ended = await ask('POST', `/v2/app/blobs/uploads/?digest=${digestOf(bytes)}`, { body: bytes, headers: { 'content-type': 'application/octet-stream' } });
      assert.deepEqual([ended.status, ended.headers.location], [201, `/v2/app/blobs/${digestOf(bytes)}`]);
      assert.deepEqual((await ask('GET', String(ended.headers.location))).body, bytes);
    });
    it('in chunks, in order', async () => {
      const bytes = Buffer.from('first second third');
      let at = await begin();
      for (const [start, end] of [[0, 6], [6, 13]] as const) {
        const taken = await ask('PATCH', at, { body: bytes.subarray(start, end), headers: { 'content-range': `${start}-${end - 1}`, 'content-type': 'application/octet-stream' } });
        assert.deepEqual([taken.status, taken.headers.range], [202, `0-${end - 1}`]);
        at = String(taken.headers.location);
      }
      const status = await ask('GET', at);
      assert.deepEqual([status.status, status.headers.range, status.headers.location], [204, '0-12', at]);
      const ended = await ask('PUT', `${at}?digest=${digestOf(bytes)}`, { body: bytes.subarray(13), headers: { 'content-range': '13-17' } });
      assert.equal(ended.status, 201);
      assert.deepEqual((await ask('GET', String(ended.headers.location))).body, bytes);
    });
    it('in chunks that do not say where they begin, the last of them empty', async () => {
      const at = await begin();
      assert.equal((await ask('PATCH', at, { body: 'streamed' })).status, 202);
      assert.equal((await ask('PUT', `${at}?digest=${digestOf(Buffer.from('streamed'))}`)).status, 201);
    });
    it('that are empty', async () => {
      const digest = await client.pushBlob('app', '');
      const got = await ask('GET', `/v2/app/blobs/${digest}`);
      assert.deepEqual([got.status, got.body.length, got.headers['content-length']], [200, 0, '0']);
    });
    it('but not out of order: 416, and where it goes on', async () => {
      const at = await begin();
      await ask('PATCH', at, { body: 'abc', headers: { 'content-range': '0-2' } });
      for (const range of ['0-2', '4-6']) {
        const answer = await ask('PATCH', at, { body: 'def', headers: { 'content-range': range } });
        refused(answer, 416, 'RANGE_INVALID', /the upload has 3 bytes/);
        assert.deepEqual([answer.headers.range, answer.headers.location], ['0-2', at]);
      }
      const end = await ask('PUT', `${at}?digest=${digestOf(Buffer.from('abcdef'))}`, { body: 'def', headers: { 'content-range': '7-9' } });
      refused(end, 416, 'RANGE_INVALID');
      assert.equal((await ask('PUT', `${at}?digest=${digestOf(Buffer.from('abcdef'))}`, { body: 'def', headers: { 'content-range': '3-5' } })).status, 201);
    });
    it('but not what is not what its digest says: it is gone then', async () => {
      const at = await begin();
      refused(await ask('PUT', `${at}?digest=${nobody}`, { body: 'something else' }), 400, 'DIGEST_INVALID', /the content is sha256:/);
      refused(await ask('GET', at), 404, 'BLOB_UPLOAD_UNKNOWN');
      refused(await ask('GET', `/v2/app/blobs/${nobody}`), 404, 'BLOB_UNKNOWN');
    });
    it('until the upload is cancelled', async () => {
      const at = await begin();
      await ask('PATCH', at, { body: 'abc' });
      assert.equal((await ask('DELETE', at)).status, 204);
      refused(await ask('PATCH', at, { body: 'def' }), 404, 'BLOB_UPLOAD_UNKNOWN');
      refused(await ask('DELETE', at), 404, 'BLOB_UPLOAD_UNKNOWN');
    });
    it('from another repository by a mount, without their bytes', async () => {
      const digest = await client.pushBlob('app', 'mounted');
      const mounted = await ask('POST', `/v2/other/blobs/uploads/?mount=${digest}&from=app`);
      assert.deepEqual([mounted.status, mounted.headers.location], [201, `/v2/other/blobs/${digest}`]);
      assert.equal((await ask('HEAD', `/v2/other/blobs/${digest}`)).status, 200);
      const unknown = await ask('POST', `/v2/other/blobs/uploads/?mount=${nobody}&from=app`);
      assert.equal(unknown.status, 202);
      assert.match(String(unknown.headers.location), /^\/v2\/other\/blobs\/uploads\//);
    });
    it('by SHA-256 only, and says so', async () => {
      const at = await begin();
      refused(await ask('PUT', `${at}?digest=sha512:${'a'.repeat(128)}`, { body: 'x' }), 400, 'DIGEST_INVALID', /sha512 are not supported: use sha256/);
      refused(await ask('PUT', at, { body: 'x' }), 400, 'DIGEST_INVALID');
    });
  });

  describe('gives blobs', () => {
    let digest: string;
    before(async () => void (digest = await client.pushBlob('app', '0123456789')));

    it('with their length and digest, by GET and HEAD', async () => {
      for (const method of ['GET', 'HEAD']) {
        const { status, headers, body } = await ask(method, `/v2/app/blobs/${digest}`);
        assert.deepEqual([status, headers['content-length'], headers['docker-content-digest'], body.toString()], [200, '10', digest, method === 'GET' ? '0123456789' : '']);
      }
    });
    for (const [range, bytes, told] of [['bytes=2-5', '2345', 'bytes 2-5/10'], ['bytes=7-', '789', 'bytes 7-9/10'], ['bytes=-3', '789', 'bytes 7-9/10'], ['bytes=8-100', '89', 'bytes 8-9/10'], ['bytes=0-9', '0123456789', 'bytes 0-9/10']] as const)
      it(`in part: ${range}`, async () => {
        const { status, headers, body } = await ask('GET', `/v2/app/blobs/${digest}`, { headers: { range } });
        assert.deepEqual([status, headers['content-range'], headers['content-length'], body.toString()], [206, told, String(bytes.length), bytes]);
      });
    for (const range of ['bytes=0-1,3-4', 'lines=1-2', 'bytes=5-2', 'bytes=x']) it(`whole where a range is none that it reads: ${range}`, async () => assert.equal((await ask('GET', `/v2/app/blobs/${digest}`, { headers: { range } })).status, 200));
    for (const range of ['bytes=10-', 'bytes=999999999999999-', 'bytes=-0'])
      it(`416 for what lies beyond: ${range}`, async () => {
        const answer = await ask('GET', `/v2/app/blobs/${digest}`, { headers: { range } });
        refused(answer, 416, 'RANGE_INVALID');
        assert.equal(answer.headers['content-range'], 'bytes */10');
      });
    it('404 for one that nobody holds', async () => {
      refused(await ask('GET', `/v2/app/blobs/${nobody}`), 404, 'BLOB_UNKNOWN');
      assert.equal((await ask('HEAD', `/v2/app/blobs/${nobody}`)).status, 404);
    });
    it('and does not delete them one by one', async () => refused(await ask('DELETE', `/v2/app/blobs/${digest}`), 405, 'UNSUPPORTED', /delete the manifests/));
  });

  describe('takes manifests', () => {
    it('by tag and by digest, and gives them back to the byte', async () => {
      const image = imageOf('by tag');
      const { digest } = image.manifest;
      const put = await client.pushImage('app', 'v1', image);
      assert.deepEqual([put.status, put.headers.location, put.headers['docker-content-digest']], [201, `/v2/app/manifests/${digest}`, digest]);
      assert.equal((await client.putManifest('app', digest, image.manifest)).status, 201);
      for (const reference of ['v1', digest])
        for (const method of ['GET', 'HEAD']) {
          const { status, headers, body } = await ask(method, `/v2/app/manifests/${reference}`);
          assert.deepEqual([status, headers['content-type'], headers['docker-content-digest'], headers['content-length']], [200, imageType, digest, String(image.manifest.size)]);
          assert.deepEqual(body, method === 'GET' ? image.manifest.bytes : Buffer.alloc(0));
        }
    });
    it('that moves a tag', async () => {
      await client.pushImage('moves', 'v1', imageOf('one'));
      await client.pushImage('moves', 'v1', imageOf('two'));
      assert.equal((await ask('HEAD', '/v2/moves/manifests/v1')).headers['docker-content-digest'], imageOf('two').manifest.digest);
      assert.equal((await ask('HEAD', `/v2/moves/manifests/${imageOf('one').manifest.digest}`)).status, 200);
    });
    it('not before what they refer to: 404, and what is missing', async () => refused(await client.putManifest('app', 'early', imageOf('never pushed').manifest), 404, 'MANIFEST_BLOB_UNKNOWN', /refers to what was not pushed before it: sha256:/));
    it('not under another digest', async () => refused(await client.putManifest('app', nobody, imageOf('by tag').manifest), 400, 'DIGEST_INVALID'));
    it('not what is none', async () => {
      refused(await ask('PUT', '/v2/app/manifests/bad', { body: '{', headers: { 'content-type': imageType } }), 400, 'MANIFEST_INVALID');
      refused(await ask('PUT', '/v2/app/manifests/bad', { body: '{}', headers: { 'content-type': 'text/plain' } }), 400, 'MANIFEST_INVALID', /media type "text\/plain" is not taken/);
      refused(await ask('PUT', '/v2/app/manifests/bad'), 400, 'MANIFEST_INVALID');
    });
    it('of 4 MiB, and no larger ones', async () => {
      const { manifest, config, layer } = imageOf('large');
      await Promise.all([config, layer].map(({ bytes }) => client.pushBlob('app', bytes)));
      const padded = (size: number) => contentOf(Buffer.concat([manifest.bytes, Buffer.alloc(size - manifest.size, ' ')]), imageType);
      assert.equal((await client.putManifest('app', 'large', padded(4 * 2 ** 20))).status, 201);
      assert.equal((await ask('GET', '/v2/app/manifests/large')).body.length, 4 * 2 ** 20);
      refused(await client.putManifest('app', 'larger', padded(4 * 2 ** 20 + 1)), 413, 'MANIFEST_INVALID', /larger than 4194304 bytes/);
    });
    it('of indexes, after their children', async () => {
      const [own, other] = [imageOf('own'), imageOf('other', { architecture: 'mips' })];
      const index = indexOf([{ manifest: own.manifest, architecture: machine }, { manifest: other.manifest, architecture: 'mips' }]);
      refused(await client.putManifest('many', 'v1', index), 404, 'MANIFEST_BLOB_UNKNOWN');
      for (const image of [own, other]) await client.pushImage('many', image.manifest.digest, image);
      assert.equal((await client.putManifest('many', 'v1', index)).status, 201);
      assert.equal((await ask('GET', '/v2/many/manifests/v1')).headers['content-type'], indexType);
    });
    it('of artifacts with an empty configuration', async () => {
      const config = contentOf('{}', 'application/vnd.oci.empty.v1+json');
      await client.pushBlob('artifact', config.bytes);
      const manifest = contentOf({ schemaVersion: 2, mediaType: imageType, artifactType: 'application/x', config: descriptorOf(config), layers: [descriptorOf(config)] }, imageType);
      assert.equal((await client.putManifest('artifact', 'v1', manifest)).status, 201);
    });
    it('404 for one that is not there', async () => {
      for (const reference of ['nosuch', nobody, '.INVALID_NAME']) refused(await ask('GET', `/v2/app/manifests/${reference}`), 404, 'MANIFEST_UNKNOWN');
      refused(await ask('GET', '/v2/nosuch/manifests/v1'), 404, 'NAME_UNKNOWN');
      assert.equal((await ask('HEAD', '/v2/app/manifests/nosuch')).status, 404);
    });
  });

  describe('lists', () => {
    before(async () => {
      const image = imageOf('listed');
      await client.pushImage('tags', 'b', image);
      for (const tag of ['a', 'C', 'd10', 'd9', '_e']) await client.putManifest('tags', tag, image.manifest);
    });
    const sorted = ['C', '_e', 'a', 'b', 'd10', 'd9'];
    const tags = async (query = ''): Promise<{ name: string; tags: string[] }> => jsonOf(await ask('GET', `/v2/tags/tags/list${query}`));

    it('tags in order', async () => assert.deepEqual(await tags(), { name: 'tags', tags: sorted }));
    it('tags in pages that lead on, each once', async () => {
      const seen: string[] = [];
      let path: string | undefined = '/v2/tags/tags/list?n=4';
      while (path !== undefined) {
        const page: Answer = await ask('GET', path);
        seen.push(...jsonOf<{ tags: string[] }>(page).tags);
        path = /^<([^>]+)>; rel="next"$/.exec(String(page.headers.link))?.[1];
      }
      assert.deepEqual(seen, sorted);
    });
    it('tags after one that need not be there', async () => {
      assert.deepEqual((await tags('?last=b')).tags, ['d10', 'd9']);
      assert.deepEqual((await tags('?n=2&last=aa')).tags, ['b', 'd10']);
      assert.deepEqual((await tags('?n=0')).tags, []);
    });
    it('no tags by a number that is none', async () => refused(await ask('GET', '/v2/tags/tags/list?n=-1'), 400, 'UNSUPPORTED', /n=-1 is no number/));
    it('no tags of a repository that is not there', async () => refused(await ask('GET', '/v2/nosuch/tags/list'), 404, 'NAME_UNKNOWN'));
    it('repositories, in pages, as clients name them', async () => {
      await client.pushImage('registry.test/team/x', 'v1', imageOf('listed'));
      const { repositories } = jsonOf<{ repositories: string[] }>(await ask('GET', '/v2/_catalog'));
      assert.ok(['app', 'tags', 'registry.test/team/x'].every((name) => repositories.includes(name)), String(repositories));
      const page = await ask('GET', '/v2/_catalog?n=1');
      assert.deepEqual(jsonOf<{ repositories: string[] }>(page).repositories, repositories.slice(0, 1));
      assert.match(String(page.headers.link), /^<\/v2\/_catalog\?n=1&last=[^>]+>; rel="next"$/);
    });
  });

  describe('tells referrers', () => {
    const subject = imageOf('signed').manifest;
    const referrers = (digest = subject.digest, query = ''): Promise<Answer> => ask('GET', `/v2/signed/referrers/${digest}${query}`);
    const [signature, bill] = [artifactAbout(subject, 'application/x-signature', { by: 'me' }), artifactAbout(subject, 'application/x-bill')];

    it('as an index: none of what nobody refers to', async () => {
      const answer = await referrers(nobody);
      assert.deepEqual([answer.status, answer.headers['content-type'], jsonOf<Index>(answer).manifests], [200, indexType, []]);
    });
    it('of a subject that comes after them, and acknowledges it', async () => {
      await client.pushBlob('signed', signature.config.bytes);
      for (const { manifest } of [signature, bill]) {
        const put = await client.putManifest('signed', manifest.digest, manifest);
        assert.deepEqual([put.status, put.headers['oci-subject']], [201, subject.digest]);
      }
      await client.pushImage('signed', 'v1', imageOf('signed'));
      const { manifests } = jsonOf<Index>(await referrers());
      assert.deepEqual(manifests.map(({ artifactType }) => artifactType).sort(), ['application/x-bill', 'application/x-signature']);
      assert.deepEqual(manifests.find(({ artifactType }) => artifactType === 'application/x-signature'), { mediaType: imageType, digest: signature.manifest.digest, size: signature.manifest.size, artifactType: 'application/x-signature', annotations: { by: 'me' } });
    });
    it('of one type, and says that it chose', async () => {
      const answer = await referrers(subject.digest, '?artifactType=application/x-bill');
      assert.equal(answer.headers['oci-filters-applied'], 'artifactType');
      assert.deepEqual(jsonOf<Index>(answer).manifests.map(({ digest }) => digest), [bill.manifest.digest]);
    });
    it('not of what is no digest', async () => refused(await referrers('v1'), 400, 'DIGEST_INVALID'));
    it('no longer of what was deleted', async () => {
      assert.equal((await ask('DELETE', `/v2/signed/manifests/${bill.manifest.digest}`)).status, 202);
      assert.deepEqual(jsonOf<Index>(await referrers()).manifests.map(({ digest }) => digest), [signature.manifest.digest]);
    });
  });

  describe('deletes', () => {
    it('a tag alone', async () => {
      const image = imageOf('untagged');
      await client.pushImage('gone', 'v1', image);
      await client.putManifest('gone', 'v2', image.manifest);
      assert.equal((await ask('DELETE', '/v2/gone/manifests/v1')).status, 202);
      assert.equal((await ask('GET', '/v2/gone/manifests/v1')).status, 404);
      assert.equal((await ask('GET', `/v2/gone/manifests/${image.manifest.digest}`)).status, 200);
    });
    it('a manifest with its tags', async () => {
      const { digest } = imageOf('untagged').manifest;
      assert.equal((await ask('DELETE', `/v2/gone/manifests/${digest}`)).status, 202);
      for (const reference of ['v2', digest]) assert.equal((await ask('GET', `/v2/gone/manifests/${reference}`)).status, 404);
      refused(await ask('DELETE', `/v2/gone/manifests/${digest}`), 404, 'MANIFEST_UNKNOWN');
      assert.deepEqual(jsonOf<{ tags: string[] }>(await ask('GET', '/v2/gone/tags/list')).tags, []);
    });
  });
});
