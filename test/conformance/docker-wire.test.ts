import assert from 'node:assert/strict';
import { join } from 'node:path';
import { startPlatform, type Platform } from '../harness/platform.ts';
import { ask, sayBytes } from '../harness/raw-http.ts';

type Info = Record<string, unknown> & { Containers: number; ContainersRunning: number; ContainersPaused: number; ContainersStopped: number; Images: number; MemTotal: number; NCPU: number; SecurityOptions: string[]; Swarm: { LocalNodeState: string } };

describe("the wire of Docker's API", function () {
  this.timeout(90_000);
  let platform: Platform;
  const socket = (): string => join(platform.first.run, 'docker.sock');
  const said = async (method: string, path: string, options: Parameters<typeof ask>[3] = {}): Promise<string> => {
    const { status, text } = await ask(socket(), method, path, options);
    return `${status} ${text.startsWith('{"message":') ? (JSON.parse(text) as { message: string }).message : text}`;
  };
  const post = (path: string, body: string, type = 'application/json'): Promise<string> => said('POST', path, { body, headers: { 'content-type': type } });
  before(async () => {
    platform = await startPlatform({ machines: 1 });
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await platform.keepArtifacts(`docker wire ${this.currentTest.title}`);
  });
  after(async () => platform?.[Symbol.asyncDispose]());

  it('a ping tells with its headers what is there', async () => {
    for (const method of ['GET', 'HEAD']) {
      const { status, headers, text } = await ask(socket(), method, '/_ping');
      const { 'api-version': version, 'builder-version': builder, 'docker-experimental': experimental, ostype, swarm, server, pragma, 'cache-control': cache, 'content-type': type } = headers;
      assert.deepEqual([status, text, version, builder, experimental, ostype, swarm, pragma, cache, type], [200, method === 'GET' ? 'OK' : '', '1.51', '1', 'false', 'linux', 'inactive', 'no-cache', 'no-cache, no-store, must-revalidate', 'text/plain; charset=utf-8']);
      assert.match(String(server), /^Docker\/[\d.]+ \(linux\)$/);
    }
  });

  it('info counts containers and images and tells of the machine', async () => {
    for (const [name, words] of Object.entries({ up: ['sleep', '1000'], held: ['sleep', '1000'], over: ['true'] })) await platform.first.lading('run', ...(name === 'over' ? [] : ['-d']), '--name', name, 'busybox', ...words);
    assert.equal(await said('POST', '/containers/held/pause'), '204 ');
    const info = JSON.parse((await ask(socket(), 'GET', '/v1.51/info')).text) as Info;
    assert.deepEqual([info.Containers, info.ContainersRunning, info.ContainersPaused, info.ContainersStopped, info.Images], [3, 1, 1, 1, 1]);
    assert.deepEqual([info.MemoryLimit, info.PidsLimit, info.CpuCfsQuota, info.OSType, info.Driver, info.Swarm.LocalNodeState], [true, true, true, 'linux', 'overlay2', 'inactive']);
    assert.ok(info.MemTotal > 2 ** 28 && info.NCPU > 0 && info.SecurityOptions.includes('name=seccomp,profile=builtin') && String(info.KernelVersion).length > 3);
    const version = JSON.parse((await ask(socket(), 'GET', '/version')).text) as { ApiVersion: string; MinAPIVersion: string; KernelVersion: string; Components: { Name: string }[] };
    assert.deepEqual([version.ApiVersion, version.MinAPIVersion, version.KernelVersion, version.Components[0]?.Name], ['1.51', '1.24', info.KernelVersion, 'Engine']);
  });

  it('what is left out says so, what is Swarm\'s as a dockerd without one, the rest is not there', async () => {
    assert.match(await said('GET', '/v1.40/services'), /^503 This node is not a swarm manager\./);
    assert.match(await said('POST', '/swarm/init', { body: '{}' }), /^501 Swarm is not there: machines join/);
    assert.match(await said('GET', '/containers/up/attach/ws'), /^501 /);
    assert.equal(await said('GET', '/v1.51/nosuch'), '404 page not found');
    assert.equal(await said('GET', '/images/x'), '404 page not found');
    assert.equal(await said('GET', '/v1.99/info'), '400 client version 1.99 is too new. Maximum supported API version is 1.51');
    assert.match(await said('GET', '/v1.10/info'), /^400 client version 1\.10 is too old\./);
  });

  it('bad input is refused, and nothing is changed', async () => {
    const before = JSON.parse((await ask(socket(), 'GET', '/readyz')).text) as { sequence: number };
    assert.match(await post('/containers/create', '{"Image":'), /^400 invalid JSON: /);
    assert.match(await post('/containers/create', '{"Image":"busybox"} {}'), /^400 unexpected content after JSON$/);
    assert.match(await post('/containers/create', '[]'), /^400 invalid JSON: an object is asked for, not an array$/);
    assert.match(await post('/containers/create', '"x"'), /^400 invalid JSON: /);
    assert.match(await post('/containers/create', 'null'), /^400 /);
    assert.match(await said('POST', '/containers/create'), /^400 /);
    assert.match(await post('/containers/create', '{"Image":"busybox"}', 'application/x-www-form-urlencoded'), /^400 unsupported Content-Type header \(application\/x-www-form-urlencoded\): must be 'application\/json'$/);
    assert.match(await post('/containers/create?name=..%2F..%2Fx', '{"Image":"busybox"}'), /^400 Invalid container name \(\.\.\/\.\.\/x\)/);
    assert.match(await post('/volumes/create', '{"Name":"../x"}'), /^400 create \.\.\/x: /);
    assert.match(await post('/containers/up/exec', '{bad'), /^400 invalid JSON: /);
    assert.match(await said('POST', '/containers/up/stop?t=soon'), /^400 invalid timeout "soon"/);
    assert.equal(await said('POST', '/containers/up/rename'), '400 Neither old nor new names may be empty');
    assert.equal(await said('POST', '/containers/up/rename?name=up'), '400 Renaming a container with the same name as its current name');
    for (const path of ['/containers/..%2F..%2Fetc/json', '/volumes/..%2Fx', '/networks/..%2Fx', '/images/..%2F..%2Fx/json']) assert.match(await said('GET', path), /^404 |^400 /, path);
    assert.match(await said('GET', '/containers/%zz/json'), /^400 /);
    assert.deepEqual(JSON.parse((await ask(socket(), 'GET', '/readyz')).text), { ...before, status: 'ok' });
  });

  it('heads and bodies have an end', async () => {
    assert.match(await sayBytes(socket(), [`GET /info HTTP/1.1\r\nHost: d\r\nX-Long: ${'x'.repeat(100_000)}\r\n\r\n`]), /^HTTP\/1\.1 431 /);
    assert.match(await sayBytes(socket(), [`POST /containers/create HTTP/1.1\r\nHost: d\r\nX-Long: ${'x'.repeat(100_000)}\r\n\r\n`]), /^HTTP\/1\.1 431 /);
    assert.match(await post('/containers/create', `{"Image":"${'x'.repeat(17 * 2 ** 20)}"}`).catch((error: Error) => `413 ${error.message}`), /^413 /);
  });

  it('who takes too long for a head is let go, and who leaves in the middle harms nobody', async () => {
    const upgrade = 'POST /exec/x/start HTTP/1.1\r\nHost: d\r\nConnection: Upgrade\r\nUpgrade: tcp\r\nContent-Type: application/json\r\nContent-Length';
    const legacy = 'POST /exec/x/start HTTP/1.1\r\nHost: d\r\nContent-Type: application/json\r\nContent-Length';
    await sayBytes(socket(), ['POST /containers/create HTTP/1.1\r\nHost: d\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"Im'], { end: true });
    for (const head of [upgrade, legacy]) {
      await sayBytes(socket(), [`${head}: 100\r\n\r\n{"De`], { end: true });
      assert.match(await sayBytes(socket(), [`${head}: 4\r\n\r\n{bad`], { end: true }), /^HTTP\/1\.1 404 .*No such exec instance: x/s);
    }
    const [post, get] = await Promise.all(['POST /containers/up/attach', 'GET /info HTTP/1.1\r\nHost: d\r\nX-'].map((piece) => sayBytes(socket(), [piece])));
    assert.deepEqual([post, get?.split('\r\n')[0]], ['', 'HTTP/1.1 408 Request Timeout']);
    assert.equal(await said('GET', '/_ping'), '200 OK');
  });
});
