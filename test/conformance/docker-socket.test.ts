import assert from 'node:assert/strict';
import { join } from 'node:path';
import { dockerAnswer, type DockerAnswer } from '../harness/docker-answer.ts';
import { startPlatform, type Platform } from '../harness/platform.ts';

/** Asks the engine through the socket that was mounted, as ryuk, traefik and portainer do. */
const asks = `
const http = require('http');
const call = (method, path) => new Promise((done, fail) => http.request({ socketPath: '/var/run/docker.sock', method, path }, (answer) => {
  let text = '';
  answer.on('data', (data) => (text += data)).on('end', () => done({ status: answer.statusCode, body: text ? JSON.parse(text) : undefined }));
}).on('error', fail).end());
const filters = '?all=1&filters=' + encodeURIComponent('{"label":{"org.testcontainers.session-id=s1":true}}');
(async () => {
  const found = (await call('GET', '/v1.29/containers/json' + filters)).body;
  for (const { Id } of found) await call('DELETE', '/v1.29/containers/' + Id + '?force=1&v=1');
  const networks = (await call('GET', '/v1.29/networks' + filters)).body;
  for (const { Id } of networks) await call('DELETE', '/v1.29/networks/' + Id);
  const { Volumes } = (await call('GET', '/v1.29/volumes' + filters)).body;
  for (const { Name } of Volumes) await call('DELETE', '/v1.29/volumes/' + Name + '?force=1');
  const images = (await call('GET', '/v1.29/images/json' + filters)).body;
  console.log([found, networks, Volumes, images].map(({ length }) => length).join(' '));
})();
`;

describe('the socket of the engine, mounted into a container', function () {
  this.timeout(60_000);
  let platform: Platform;
  let ask: DockerAnswer;
  before(async () => {
    platform = await startPlatform({ machines: 1, images: ['busybox-latest', 'node-24-slim'] });
    ask = dockerAnswer(join(platform.first.run, 'docker.sock'));
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await platform.keepArtifacts(`socket ${this.currentTest.title}`);
  });
  after(async () => platform?.[Symbol.asyncDispose]());

  const run = (socket: string): Promise<string> => platform.first.lading('run', '--rm', '-v', `${socket}:/var/run/docker.sock`, 'node:24-slim', 'node', '-e', asks);

  it('reaps what a session labelled, as ryuk does, and nothing else', async () => {
    const Labels = { 'org.testcontainers.session-id': 's1' };
    const made = async (path: string, body: object): Promise<void> => assert.equal((await ask('POST', path, body)).status, 201);
    await made('/networks/create', { Name: 'reaped', Labels });
    await made('/networks/create', { Name: 'stays' });
    await made('/volumes/create', { Name: 'reaped', Labels });
    await made('/containers/create?name=reaped', { Image: 'busybox', Cmd: ['sleep', '1000'], Labels, HostConfig: { NetworkMode: 'reaped', Binds: ['reaped:/data'] } });
    assert.equal((await ask('POST', '/containers/reaped/start')).status, 204);
    await made('/containers/create?name=stays', { Image: 'busybox', HostConfig: { NetworkMode: 'stays' } });
    assert.equal(await run(join(platform.first.run, 'docker.sock')), '1 1 1 0\n');
    assert.deepEqual([(await ask('GET', '/containers/reaped/json')).status, (await ask('GET', '/networks/reaped')).status], [404, 404]);
    assert.deepEqual([(await ask('GET', '/containers/stays/json')).status, (await ask('GET', '/networks/stays')).status], [200, 200]);
  });
  // Where Docker's own engine runs its socket is the one that is meant.
  it("is meant by the place where Docker's would be", async () => assert.equal(await run('/run/docker.sock'), '0 0 0 0\n'));
});
