import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { openDockerd, whyNoDockerd, type Dockerd } from '../harness/dockerd.ts';
import { startPlatform, type Platform } from '../harness/platform.ts';
import { openPeer, whyNot, type Peer, type PeerName } from '../harness/registry-peers.ts';

const archive = (name: string): string => `docker-archive:${resolve(import.meta.dirname, '../../build/images', `${name}.tar`)}`;
const registry = '127.0.0.1:5000';

describe('registry clients over TCP', function () {
  this.timeout(120_000);
  let platform: Platform;
  before(async () => {
    platform = await startPlatform({ machines: 1, environment: { LADING_REGISTRY_LISTEN: registry } });
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await platform.keepArtifacts(`registry client ${this.currentTest.title}`);
  });
  after(async () => platform?.[Symbol.asyncDispose]());

  const runs = async (image: string): Promise<string> => (await platform.first.lading('run', '--rm', image, 'echo', `runs ${image}`)).trim();
  const imageId = async (image: string): Promise<string> => (await platform.first.api<{ Id: string }>('GET', `/images/${image}/json`)).body.Id;

  /** Tests of one client, skipped and named where it is not there. */
  const withPeer = (name: PeerName, tests: (peer: () => Peer) => void): void => {
    const why = whyNot(name);
    describe(`${name}${why === undefined ? '' : ` [skipped ${why}]`}`, () => {
      let peer: Peer;
      before(function () {
        if (why !== undefined) return this.skip();
        peer = openPeer(name, platform.first);
      });
      after(() => peer?.close());
      tests(() => peer);
    });
  };

  withPeer('skopeo', (skopeo) => {
    const plain = ['--src-tls-verify=false', '--dest-tls-verify=false'];
    it('pushes an image, which is one of the platform at once', async () => {
      await skopeo().run('copy', ...plain, archive('busybox-latest'), `docker://${registry}/pushed:1`);
      assert.equal(await runs('pushed:1'), 'runs pushed:1');
    });
    it('pushes it in either format', async () => {
      for (const format of ['oci', 'v2s2']) {
        await skopeo().run('copy', ...plain, '--format', format, archive('busybox-latest'), `docker://${registry}/formats:${format}`);
        assert.equal(await runs(`formats:${format}`), `runs formats:${format}`);
      }
    });
    it('pushes layers packed by zstd', async () => {
      await skopeo().run('copy', ...plain, '--format', 'oci', '--dest-compress', '--dest-compress-format', 'zstd', archive('busybox-latest'), `docker://${registry}/zstd:1`);
      assert.equal(await runs('zstd:1'), 'runs zstd:1');
    });
    it('pulls what was imported, whole', async () => {
      const folder = mkdtempSync('/var/tmp/lading-oci-');
      await skopeo().run('copy', ...plain, `docker://${registry}/busybox:latest`, `oci:${folder}:x`);
      const { manifests } = JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8')) as { manifests: { digest: string }[] };
      const manifest = JSON.parse(readFileSync(join(folder, 'blobs', manifests[0]?.digest.replace(':', '/') ?? ''), 'utf8')) as { config: { digest: string } };
      assert.equal(manifest.config.digest, await imageId('busybox'));
      rmSync(folder, { recursive: true });
    });
    it('copies from one name to another, by a mount', async () => {
      await skopeo().run('copy', ...plain, `docker://${registry}/busybox:latest`, `docker://${registry}/registry.test/team/copied:x`);
      assert.equal(await imageId('registry.test/team/copied:x'), await imageId('busybox'));
    });
    it('inspects and lists tags', async () => {
      const shown = JSON.parse(await skopeo().run('inspect', '--tls-verify=false', `docker://${registry}/formats:oci`)) as { RepoTags: string[]; Os: string };
      assert.deepEqual([shown.RepoTags, shown.Os], [['oci', 'v2s2'], 'linux']);
      const listed = JSON.parse(await skopeo().run('list-tags', '--tls-verify=false', `docker://${registry}/formats`)) as { Tags: string[] };
      assert.deepEqual(listed.Tags, ['oci', 'v2s2']);
    });
    it('deletes', async () => {
      await skopeo().run('copy', ...plain, `docker://${registry}/busybox:latest`, `docker://${registry}/deleted:x`);
      await skopeo().run('delete', '--tls-verify=false', `docker://${registry}/deleted:x`);
      assert.match((await skopeo().said('inspect', '--tls-verify=false', `docker://${registry}/deleted:x`)).err, /manifest unknown/);
    });
    it('is told that a tag is immutable, with the remedy', async () => {
      await skopeo().run('copy', ...plain, archive('busybox-latest'), `docker://${registry}/fixed:1`);
      await platform.first.lading('image', 'immutable', 'fixed');
      await skopeo().run('copy', ...plain, archive('busybox-latest'), `docker://${registry}/fixed:1`);
      const { code, err } = await skopeo().said('copy', ...plain, archive('redis-7'), `docker://${registry}/fixed:1`);
      assert.notEqual(code, 0);
      assert.match(err, /denied.*tags of fixed are set once: use another tag, or allow it by .*lading image immutable fixed --off/s);
    });
  });

  for (const name of ['podman', 'buildah'] as const)
    withPeer(name, (peer) => {
      it('pulls and pushes', async () => {
        await peer().run('pull', '--tls-verify=false', `${registry}/busybox:latest`);
        await peer().run('tag', `${registry}/busybox:latest`, `${registry}/by-${name}:1`);
        await peer().run('push', '--tls-verify=false', `${registry}/by-${name}:1`);
        assert.equal(await runs(`by-${name}:1`), `runs by-${name}:1`);
        assert.equal(await imageId(`by-${name}:1`), await imageId('busybox'));
      });
      it('pushes a list of images for several platforms', async () => {
        await peer().run('manifest', 'create', 'localhost/many:1');
        await peer().run('manifest', 'add', '--tls-verify=false', 'localhost/many:1', `docker://${registry}/busybox:latest`);
        await peer().run('manifest', 'push', '--tls-verify=false', '--all', 'localhost/many:1', `docker://${registry}/${name}-many:1`);
        assert.equal(await runs(`${name}-many:1`), `runs ${name}-many:1`);
      });
    });

  const why = whyNoDockerd();
  describe(`dockerd${why === undefined ? '' : ` [skipped ${why}]`}`, () => {
    let engine: Dockerd;
    before(async function () {
      if (why !== undefined) return this.skip();
      engine = await openDockerd(platform.first);
    });
    after(() => engine?.close());

    it('pulls and pushes', async () => {
      assert.match(await engine.docker('pull', `${registry}/busybox:latest`), /Status: Downloaded newer image/);
      await engine.docker('tag', `${registry}/busybox:latest`, `${registry}/by-docker:1`);
      assert.match(await engine.docker('push', `${registry}/by-docker:1`), /1: digest: sha256:/);
      assert.equal(await runs('by-docker:1'), 'runs by-docker:1');
    });
    it('pulls by digest', async () => {
      const { body } = await platform.first.api<{ RepoDigests: string[] }>('GET', '/images/by-docker:1/json');
      const digest = body.RepoDigests.find((one) => one.startsWith('by-docker@'))?.split('@')[1];
      assert.match(await engine.docker('pull', `${registry}/by-docker@${digest}`), /Digest: sha256:/);
    });
    it('is told that a tag is immutable', async () => {
      await platform.first.lading('image', 'immutable', 'by-docker');
      await engine.docker('push', `${registry}/by-docker:1`);
      await engine.docker('load', '-i', resolve(import.meta.dirname, '../../build/images/redis-7.tar'));
      await engine.docker('tag', 'redis:7', `${registry}/by-docker:1`);
      await assert.rejects(engine.docker('push', `${registry}/by-docker:1`), /denied: by-docker:1 was set before/);
    });
  });
});
