import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { anonymous, onlyFor, type CredentialsFor } from '../../services/node-agent/effects/registry/credentials.ts';
import type { Outgoing } from '../../services/node-agent/effects/registry/destination.ts';
import { parseTarget } from '../../services/node-agent/effects/registry/target.ts';
import { bodyOf } from '../../services/node-agent/effects/registry/transport.ts';
import { openDockerRegistry, whyNoRegistry, type DockerRegistry } from '../harness/docker-registry.ts';
import { until } from '../harness/wait.ts';
import { failing, testClient, wholeOf, type TestClient } from './registry-client.ts';
import { sha256 } from './registry-server.ts';

const why = whyNoRegistry();
const manifestType = 'application/vnd.docker.distribution.manifest.v2+json';

describe(`Debian's docker-registry${why === undefined ? '' : ` [skipped ${why}]`}`, () => {
  if (why !== undefined) return void it.skip(`takes and gives images, which can't be seen ${why}`);
  let registry: DockerRegistry;
  let on: TestClient;
  before(async () => (registry = await openDockerRegistry()));
  after(async () => registry[Symbol.asyncDispose]());
  beforeEach(() => (on = testClient()));
  afterEach(() => on.transport.close());

  const blobOf = (bytes: Buffer): Outgoing => ({ digest: sha256(bytes), ...bodyOf(bytes) });
  const layer = randomBytes(5 * 2 ** 20);
  const config = Buffer.from(JSON.stringify({ os: 'linux', architecture: 'amd64', rootfs: { type: 'layers', diff_ids: [sha256(layer)] } }));
  const manifest = Buffer.from(JSON.stringify({
    schemaVersion: 2,
    mediaType: manifestType,
    config: { mediaType: 'application/vnd.docker.container.image.v1+json', digest: sha256(config), size: config.length },
    layers: [{ mediaType: 'application/vnd.docker.image.rootfs.diff.tar.gzip', digest: sha256(layer), size: layer.length }],
  }));
  const push = async (to: DockerRegistry, reference: string, credentialsFor: CredentialsFor = anonymous, mountFrom: readonly string[] = []) => {
    const target = parseTarget(`${to.host}/${reference}`);
    const destination = on.client.destination(target, { credentialsFor }, mountFrom);
    const kinds = [];
    for (const bytes of [layer, config]) kinds.push((await destination.blob(blobOf(bytes), mountFrom)).kind);
    return { kinds, digest: await destination.manifest(target.tag, manifestType, manifest) };
  };

  it('takes an image, and nothing of it a second time', async () => {
    assert.deepEqual(await push(registry, 'team/a:1'), { kinds: ['sent', 'sent'], digest: sha256(manifest) });
    assert.deepEqual((await push(registry, 'team/a:2')).kinds, ['there', 'there']);
  });

  it('takes blobs over from another repository', async () => {
    assert.deepEqual((await push(registry, 'other/b:1', anonymous, ['team/a'])).kinds, ['mounted', 'mounted']);
  });

  it('gives back what it took, by tag and by digest, from any byte on', async () => {
    for (const reference of ['team/a:1', `team/a@${sha256(manifest)}`]) {
      const { manifests, image } = await on.resolve(`${registry.host}/${reference}`);
      assert.equal(manifests[0].digest, sha256(manifest));
      const [described] = image.layers;
      assert.ok(described);
      const source = on.source(parseTarget(`${registry.host}/${reference}`));
      assert.ok((await wholeOf(source.blob(described))).equals(layer));
      assert.ok((await wholeOf(source.blob(described, { from: 2 ** 20 }))).equals(layer.subarray(2 ** 20)));
    }
  });

  it('says what it does not have', async () => {
    await assert.rejects(on.resolve(`${registry.host}/team/a:none`), failing('missing', /team\/a: manifest none: MANIFEST_UNKNOWN: manifest unknown \(HTTP 404\)/));
    await assert.rejects(on.resolve(`${registry.host}/nobody/a:1`), failing('missing', /./));
  });

  it('is found by its names', async () => {
    assert.deepEqual((await on.client.search(registry.host, 'team', 25, { credentialsFor: anonymous })).map(({ name }) => name), ['team/a']);
  });

  it('wants a login where it is set up so', async () => {
    await using guarded = await openDockerRegistry({ login: true });
    const me = onlyFor(guarded.host, { kind: 'password', username: 'me', password: 'top:secret' });
    await assert.rejects(push(guarded, 'a:1'), failing('denied', /HTTP 401: it does not exist or needs a login: check the name, or log in by "docker login/));
    await push(guarded, 'a:1', me);
    await assert.rejects(on.resolve(`${guarded.host}/a:1`), failing('denied', /./));
    await on.client.login(guarded.host, { credentialsFor: me });
    await assert.rejects(on.client.login(guarded.host, { credentialsFor: onlyFor(guarded.host, { kind: 'password', username: 'me', password: 'wrong' }) }), failing('denied', /./));
  });

  it('is a mirror, from which the image comes also when its origin is gone', async () => {
    await using origin = await openDockerRegistry();
    await using mirror = await openDockerRegistry({ mirrorOf: origin.host });
    await push(origin, 'a:1');
    const mirrored = testClient({ hosts: { mirrors: { [origin.host]: [`http://${mirror.host}`] }, insecure: [] } });
    const whole = async (): Promise<Buffer> => {
      const { image } = await mirrored.resolve(`${origin.host}/a:1`);
      return wholeOf(mirrored.source(parseTarget(`${origin.host}/a:1`)).blob(image.layers[0] ?? assert.fail()));
    };
    assert.ok((await whole()).equals(layer));
    // It keeps what it handed on when that is over, not before.
    await until('the mirror has kept it', () => mirror.holds('a', sha256(layer)));
    await origin.stop();
    assert.ok((await whole()).equals(layer));
    await mirror.stop();
    await assert.rejects(whole(), failing('unreachable', /refuses connections/));
    mirrored.transport.close();
  });
});
