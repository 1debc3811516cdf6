import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { startPlatform, type Platform } from '../harness/platform.ts';
import { artifactAbout, imageOf, indexOf, machine as architecture, type Content } from '../harness/pushed.ts';
import { registryClient, type RegistryClient } from '../harness/registry-client.ts';
import { until } from '../harness/wait.ts';

describe('what was pushed', function () {
  this.timeout(120_000);
  let platform: Platform;
  let client: RegistryClient;
  before(async () => {
    platform = await startPlatform({ machines: 1, images: [], environment: { LADING_CONTENT_GRACE_MS: '3000', LADING_IMAGE_SETTLED_MS: '0', LADING_BLOB_RETIRED_MS: '0' } });
    client = registryClient({ socketPath: join(platform.first.run, 'docker.sock') });
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await platform.keepArtifacts(`freed ${this.currentTest.title}`);
  });
  after(async () => platform?.[Symbol.asyncDispose]());

  const kept = (): Set<string> => new Set(readdirSync(join(platform.first.state, 'blobs/sha256')).map((name) => `sha256:${name}`));
  const isKept = ({ digest }: Content): boolean => kept().has(digest);
  const images = [imageOf('own'), imageOf('other', { architecture: 'mips' })] as const;
  const index = indexOf([{ manifest: images[0].manifest, architecture }, { manifest: images[1].manifest, architecture: 'mips' }]);
  const signature = artifactAbout(index, 'application/x-signature');
  const blobs = [...images.flatMap(({ config, layer }) => [config, layer]), signature.config];

  it('is kept as long as its repository lists it, an artifact or an image for other machines, too; a blob alone is not', async () => {
    // On a machine that is busy the blobs may be gone again before their manifest comes: a client then pushes them once more.
    for (const image of images) await until('the image is pushed', async () => (await client.pushImage('many', image.manifest.digest, image)).status === 201);
    await until('the index is pushed', async () => (await client.putManifest('many', 'v1', index)).status === 201);
    await until('the signature is pushed', async () => (await client.pushBlob('many', signature.config.bytes), (await client.putManifest('many', signature.manifest.digest, signature.manifest)).status === 201));
    const alone = await client.pushBlob('many', 'of no manifest');
    await until('the blob that nobody refers to is freed', () => !kept().has(alone), 30_000);
    assert.deepEqual(blobs.map(isKept), blobs.map(() => true));
  });

  it('is kept over a restart', async () => {
    const { first } = platform;
    const daemon = Number((await first.inside('cat', join(first.run, 'daemon.pid'))).out);
    process.kill(daemon, 'SIGTERM');
    await until('the daemon has ended', async () => (await first.inside('kill', '-0', String(daemon))).code !== 0);
    await first.start(['daemon']);
    for (const { digest, bytes } of blobs) assert.deepEqual((await client.ask('GET', `/v2/many/blobs/${digest}`)).body, bytes);
    assert.equal((await client.ask('GET', '/v2/many/manifests/v1')).headers['docker-content-digest'], index.digest);
  });

  it('is freed when its last tag is removed, with all that only it led to and what was about it', async () => {
    await platform.first.lading('image', 'rm', 'many:v1');
    await until('nothing of it is kept', () => !blobs.some(isKept), 30_000);
    assert.equal((await client.ask('GET', `/v2/many/manifests/${signature.manifest.digest}`)).status, 404);
  });
});
