import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openDockerRegistry, whyNoRegistry, type DockerRegistry } from '../harness/docker-registry.ts';
import { startPlatform, type Platform } from '../harness/platform.ts';
import { writeProject } from '../harness/project.ts';

const why = whyNoRegistry();
const address = '127.0.0.1:5000';

describe(`caches at a registry${why === undefined ? '' : ` [skipped ${why}]`}`, function () {
  if (why !== undefined) return void it.skip(`serve another platform, which can't be seen ${why}`);
  this.timeout(90_000);
  let data = '';
  let one: Platform;
  let other: Platform;
  const registries: DockerRegistry[] = [];
  before(async () => {
    data = mkdtempSync('/var/tmp/lading-cache-registry-');
    // Platforms that know nothing of each other, and beside each the same registry.
    [one, other] = await Promise.all([startPlatform({ machines: 1 }), startPlatform({ machines: 1 })]);
    for (const { first } of [one, other]) {
      registries.push(await openDockerRegistry({ netns: first.netns, address, data, login: true }));
      first.environment.DOCKER_CONFIG = join(first.state, 'docker-config');
      await first.lading('login', '-u', 'me', '-p', 'top:secret', address);
    }
  });
  after(async () => {
    for (const registry of registries) await registry[Symbol.asyncDispose]();
    await one?.[Symbol.asyncDispose]();
    await other?.[Symbol.asyncDispose]();
    rmSync(data, { recursive: true, force: true });
  });

  const context = (platform: Platform, name: string): string => {
    const folder = join(platform.first.state, name);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'Dockerfile'), `FROM busybox AS made\nRUN echo ${name} && head -c 8 /dev/urandom > /random\nFROM busybox\nCOPY --from=made /random /copied\nCOPY f /f\nRUN head -c 8 /dev/urandom > /other\n`);
    writeFileSync(join(folder, 'f'), name);
    return folder;
  };
  const build = async (platform: Platform, name: string, ...words: string[]): Promise<string> => {
    const { code, err } = await platform.first.said('build', '--progress', 'plain', '-t', `${address}/team/${name}:1`, ...words, context(platform, name));
    assert.equal(code, 0, err);
    return err;
  };
  const random = (platform: Platform, name: string): Promise<string> => platform.first.lading('run', '--rm', `${address}/team/${name}:1`, 'md5sum', '/copied', '/other');
  const cached = (err: string): number => err.split(/^#\d+ CACHED$/m).length - 1;
  /** RUN in the other stage, COPY from it, COPY, RUN. */
  const worked = 4;

  it('of all stages do everything again by name, so that nothing is executed', async () => {
    assert.equal(cached(await build(one, 'max', '--cache-to', `type=registry,ref=${address}/team/cache:max,mode=max`)), 0);
    assert.equal(cached(await build(other, 'max', '--cache-from', `${address}/team/cache:max`)), worked);
    assert.equal(await random(other, 'max'), await random(one, 'max'));
  });

  it('of the image alone stand for its own steps', async () => {
    await build(one, 'min', '--cache-to', `type=registry,ref=${address}/team/cache:min`);
    // The stage that was copied from is executed again, and gives something else.
    const again = await build(other, 'min', '--cache-from', `${address}/team/cache:min`);
    assert.equal(cached(again), 0);
    const flat = (platform: Platform, ...words: string[]): Promise<string> => {
      const folder = join(platform.first.state, 'flat-context');
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, 'Dockerfile'), 'FROM busybox\nRUN head -c 8 /dev/urandom > /copied\nWORKDIR /etc\nRUN head -c 8 /dev/urandom > /other\n');
      return platform.first.said('build', '--progress', 'plain', '-t', `${address}/team/flat:1`, ...words, folder).then(({ code, err }) => (assert.equal(code, 0, err), err));
    };
    await flat(one, '--cache-to', `type=registry,ref=${address}/team/cache:flat`);
    assert.equal(cached(await flat(other, '--cache-from', `type=registry,ref=${address}/team/cache:flat`)), 3);
    assert.equal(await random(other, 'flat'), await random(one, 'flat'));
    // What came from there is here, and known to all builds.
    assert.equal(cached(await flat(other)), 3);
  });

  it('lie in an image itself that is pushed', async () => {
    const folder = join(one.first.state, 'inline');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'Dockerfile'), 'FROM busybox\nRUN head -c 8 /dev/urandom > /copied\nRUN head -c 8 /dev/urandom > /other\n');
    const name = `${address}/team/inline:1`;
    await one.first.lading('build', '-q', '--cache-to', 'type=inline', '-t', name, folder);
    await one.first.lading('push', '-q', name);
    const { err, code } = await other.first.said('build', '--progress', 'plain', '--cache-from', name, '-t', name, folder);
    assert.equal(code, 0, err);
    assert.equal(cached(err), 2);
    assert.equal(await random(other, 'inline'), await random(one, 'inline'));
  });

  it('are named by compose files', async () => {
    const project = (platform: Platform): string => writeProject(platform, `name: cached\nservices:\n  web:\n    image: ${address}/team/composed:1\n    build:\n      context: ${context(platform, 'composed')}\n      cache_from: ["${address}/team/cache:composed"]\n      cache_to: ["type=registry,ref=${address}/team/cache:composed,mode=max"]\n`);
    assert.match((await one.first.said('-f', project(one), 'build')).err, /warning: --cache-from .*team\/cache:composed: /);
    const { code, err } = await other.first.said('-f', project(other), 'build');
    assert.equal(code, 0, err);
    assert.equal(cached(err), worked);
    assert.equal(await random(other, 'composed'), await random(one, 'composed'));
  });

  it('that can not be had or written are told of', async () => {
    assert.match(await build(one, 'max', '--cache-from', `${address}/team/none:1`), /warning: --cache-from .*team\/none:1: /);
    await one.first.lading('tag', 'busybox', `${address}/team/plain:1`);
    await one.first.lading('push', '-q', `${address}/team/plain:1`);
    assert.match(await build(one, 'max', '--cache-from', `${address}/team/plain:1`), /it carries no cache of this builder/);
    const nowhere = '127.0.0.1:1/team/cache:1';
    assert.match((await one.first.said('build', '--cache-to', nowhere, context(one, 'max'))).err, /error: the cache could not be written to 127\.0\.0\.1:1\/team\/cache:1: /);
    assert.match(await build(one, 'max', '--cache-to', `type=registry,ref=${nowhere},ignore-error=true`), /warning: the cache could not be written/);
    assert.match((await one.first.said('build', '--cache-to', 'type=local,dest=/x', context(one, 'max'))).err, /error: --cache-to type=local,dest=\/x: caches of type local are not written: give type=registry/);
  });

  it('of images that are here serve docker build --cache-from, without a registry', async () => {
    const folder = join(one.first.state, 'docker');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'Dockerfile'), 'FROM busybox\nRUN head -c 9 /dev/urandom > /copied\nRUN head -c 9 /dev/urandom > /other\n');
    const name = `${address}/team/docker:1`;
    await one.first.lading('build', '-q', '--cache-to', 'type=inline', '-t', name, folder);
    await one.first.lading('push', '-q', name);
    await other.first.lading('pull', '-q', name);
    await registries[1]?.stop();
    const archive = execFileSync('tar', ['-C', folder, '-c', '.']);
    const query = new URLSearchParams({ t: name, cachefrom: JSON.stringify([name, 'busybox']) });
    const said = execFileSync('curl', ['-sS', '--unix-socket', join(other.first.run, 'docker.sock'), '-X', 'POST', '-H', 'content-type: application/x-tar', '--data-binary', '@-', `http://x/build?${query}`], { input: archive, encoding: 'utf8' });
    assert.equal(said.split('Using cache').length - 1, 2, said);
    assert.ok(!said.includes('Warning'), said);
  });
});
