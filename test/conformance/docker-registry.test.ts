import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dockerClient, whyNoDocker } from '../harness/docker-client.ts';
import { openDockerRegistry, whyNoRegistry, type DockerRegistry } from '../harness/docker-registry.ts';
import { startPlatform, type Platform } from '../harness/platform.ts';

const why = whyNoDocker() ?? whyNoRegistry();

describe(`Docker's own command, Lading and a registry${why === undefined ? '' : ` [skipped ${why}]`}`, function () {
  if (why !== undefined) return void it.skip(`pull and push, which can't be seen ${why}`);
  this.timeout(60_000);
  let platform: Platform;
  let open: DockerRegistry;
  let guarded: DockerRegistry;
  const config = mkdtempSync(join(tmpdir(), 'lading-docker-'));
  before(async () => {
    platform = await startPlatform({ machines: 1 });
    const { netns } = platform.first;
    [open, guarded] = await Promise.all([openDockerRegistry({ netns, address: '127.0.0.1:5000' }), openDockerRegistry({ netns, address: '127.0.0.1:5001', login: true })]);
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await platform.keepArtifacts(`docker ${this.currentTest.title}`);
  });
  after(async () => {
    rmSync(config, { recursive: true });
    await Promise.all([open?.[Symbol.asyncDispose](), guarded?.[Symbol.asyncDispose]()]);
    await platform?.[Symbol.asyncDispose]();
  });

  const { docker, said } = dockerClient(() => platform.first, { DOCKER_CONFIG: config });
  const image = 'localhost:5000/team/box:1';

  it('push says what it sends, and ends with the digest', async () => {
    await docker('tag', 'busybox', image);
    const pushed = await docker('push', image);
    assert.match(pushed, /^The push refers to repository \[localhost:5000\/team\/box\]$/m);
    assert.match(pushed, /^[0-9a-f]{12}: Preparing$/m);
    assert.match(pushed, /^[0-9a-f]{12}: Pushed$/m);
    assert.match(pushed, /^1: digest: sha256:[0-9a-f]{64} size: \d+$/m);
  });

  it('push sends nothing twice', async () => {
    const pushed = await docker('push', image);
    assert.match(pushed, /: Layer already exists$/m);
    assert.doesNotMatch(pushed, /: Pushed$/m);
  });

  it('pull says that the image is up to date, or what it brings', async () => {
    assert.match(await docker('pull', image), /^Status: Image is up to date for localhost:5000\/team\/box:1$/m);
    await docker('rmi', '-f', image, 'busybox');
    const pulled = await docker('pull', image);
    assert.match(pulled, /^1: Pulling from team\/box$/m);
    assert.match(pulled, /^Digest: sha256:[0-9a-f]{64}$/m);
    assert.match(pulled, /^Status: Downloaded newer image for localhost:5000\/team\/box:1$/m);
    assert.match(pulled, /^localhost:5000\/team\/box:1$/m);
  });

  it('the pushed digest is a digest of the repository, and pulls the same', async () => {
    const digest = /@(sha256:[0-9a-f]{64})/.exec(await docker('image', 'inspect', image, '--format', '{{json .RepoDigests}}'))?.[1];
    assert.match(await docker('pull', `localhost:5000/team/box@${digest}`), new RegExp(`^Digest: ${digest}$`, 'm'));
    assert.equal(await docker('run', '--rm', `localhost:5000/team/box@${digest}`, 'echo', 'by digest'), 'by digest');
  });

  it('pull -q says the name alone', async () => assert.equal(await docker('pull', '-q', image), image));

  it('run pulls what is missing', async () => {
    await docker('rmi', '-f', image);
    const { code, out, err } = await said(['run', '--rm', image, 'echo', 'here']);
    assert.deepEqual([code, out], [0, 'here\n'], err);
    assert.match(err, /Unable to find image 'localhost:5000\/team\/box:1' locally/);
  });

  it('what is not there is told in words that Docker users know', async () => {
    assert.match((await said(['pull', 'localhost:5000/team/box:none'])).err, /manifest for localhost:5000\/team\/box:none not found: manifest unknown/);
    assert.match((await said(['push', 'localhost:5000/team/box:none'])).err, /An image does not exist locally with the tag: localhost:5000\/team\/box:none/);
    assert.match((await said(['pull', 'localhost:5009/x'])).err, /localhost:5009 refuses connections: is the registry up\?/);
    assert.match((await said(['pull', 'localhost:5000/team/Box'])).err, /repository name .*must be lowercase/);
    assert.equal((await said(['run', '--rm', 'localhost:5000/nobody/x'])).code, 125);
  });

  it('login is taken or refused by the registry, and then pulls and pushes', async () => {
    const mine = 'localhost:5001/mine:1';
    await docker('tag', image, mine);
    assert.match((await said(['push', mine])).err, /needs a login/);
    assert.match((await said(['login', '-u', 'me', '-p', 'wrong', 'localhost:5001'])).err, /401|denied|login/i);
    assert.match(await docker('login', '-u', 'me', '-p', 'top:secret', 'localhost:5001'), /Login Succeeded/);
    await docker('push', mine);
    await docker('rmi', mine);
    await docker('pull', mine);
    await docker('logout', 'localhost:5001');
    assert.match((await said(['pull', mine])).err, /pull access denied for localhost:5001\/mine, repository does not exist or may require 'docker login'/);
    const kept = readFileSync(join(platform.first.state, 'daemon.log'), 'utf8') + (await platform.first.said('events', '--since', '1', '--format', 'json')).out;
    assert.doesNotMatch(kept, /top:secret|dG9wOnNlY3JldA/);
  });

  it('events tell of pulls and pushes', async () => {
    const since = String(Date.now() / 1_000);
    await docker('pull', image);
    await docker('push', image);
    const events = await docker('events', '--since', since, '--until', String(Date.now() / 1_000 + 0.1), '--filter', 'type=image', '--format', '{{.Action}} {{.Actor.ID}} {{.Actor.Attributes.name}}');
    assert.deepEqual(events.split('\n').filter((line) => /^(?:pull|push) /.test(line)), [`pull ${image} localhost:5000/team/box`, `push ${image} localhost:5000/team/box`]);
  });

  it('search finds names of a registry', async () => assert.match(await docker('search', 'localhost:5000/box', '--format', '{{.Name}}'), /^localhost:5000\/team\/box$/m));

  it('manifests can be looked at', async () => {
    const { status, body } = await platform.first.api<{ Descriptor: { digest: string }; Platforms: { architecture: string }[] }>('GET', `/distribution/${image}/json`);
    assert.equal(status, 200);
    assert.match(body.Descriptor.digest, /^sha256:/);
    assert.equal(body.Platforms.length, 1);
  });
});
